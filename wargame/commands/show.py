"""`wargame show`: prints what a scenario says of one id, with the statements that back it."""

from __future__ import annotations

import click

from wargame.commands.places import Places
from wargame.commands.streams import print_json
from wargame.plain.console import standard
from wargame.plain.reference import as_json as entry_json
from wargame.plain.reference import entry
from wargame.scenario.files import default_scenario
from wargame.scenario.load import load_scenario


@click.command("show")
@click.argument("id")
@click.argument("scenario", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def command(places: Places, id: str, scenario: str | None, as_json: bool) -> None:
    """Print a card, move, rule, agenda or glossary entry.

    Shows its text, what it does and the statements of the source that back it. Tracks, teams,
    promises, clashes, endings and statements can be shown too.
    """
    loaded = load_scenario(scenario or default_scenario(places.scenarios), places.scenarios)
    if as_json:
        print_json(entry_json(loaded, id))
    else:
        standard().say(entry(loaded, id))
