"""`wargame sources`: prints what in a scenario carries each statement of its source."""

from __future__ import annotations

import click

from wargame.commands.places import Places
from wargame.scenario.load import load_scenario


@click.command("sources")
@click.argument("scenario", required=False)
@click.pass_obj
def command(places: Places, scenario: str | None) -> None:
    """Print what carries each statement of the source.

    The page is Markdown: every statement, then each rule, card, objective or ending that cites it,
    how a player meets it and what it does.
    """
    from wargame.kernel.program import build
    from wargame.report.sources import sources

    loaded = load_scenario(places.scenario(scenario), places.scenarios)
    print(sources(build(loaded)), end="")
