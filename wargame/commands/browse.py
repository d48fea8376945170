"""`wargame browse`: opens the library of a scenario, outside any game."""

from __future__ import annotations

from functools import partial

import click

from wargame.commands.places import Places
from wargame.commands.terminal import require_terminal, run_app
from wargame.scenario.load import load_scenario


@click.command("browse")
@click.argument("scenario", required=False)
@click.option("--plain", is_flag=True, help="List everything line by line.")
@click.pass_obj
def command(places: Places, scenario: str | None, plain: bool) -> int:
    """Browse and search a scenario's cards, rules, terms and sources.

    Each card is shown as printed, with what it does in words, its odds, and the statements of the
    source that back it; from there to what else carries them, and back. Line by line, 'wargame
    show' tells one entry and 'wargame show --search' finds it.
    """
    if not plain:
        require_terminal()
    loaded = load_scenario(places.scenario(scenario), places.scenarios)
    if plain:
        from wargame.plain.console import standard
        from wargame.report.catalogue import Catalogue
        from wargame.report.library import listing

        standard().say(listing(Catalogue(loaded)))
        return 0
    from wargame.report.library import read_library
    from wargame.tui.app import WargameApp

    app = WargameApp(
        browse=partial(read_library, loaded), saves=places.saves, scenarios=places.scenarios
    )
    return run_app(app)
