"""`wargame show`: prints what a scenario says of one id, with the statements that back it."""

from __future__ import annotations

import click

from wargame.commands.places import Places
from wargame.commands.streams import json_option, print_json
from wargame.errors import UsageInvalid
from wargame.language import tr
from wargame.plain.console import standard
from wargame.plain.reference import as_json as entry_json
from wargame.plain.reference import entry, search, search_json
from wargame.scenario.load import load_scenario


@click.command("show")
@click.argument("id", required=False)
@click.argument("scenario", required=False)
@click.option("--search", "word", metavar="WORD", help="List every entry that has the word.")
@json_option()
@click.pass_obj
def command(
    places: Places, id: str | None, scenario: str | None, word: str | None, as_json: bool
) -> None:
    """Print a card, move, rule, agenda or glossary entry.

    Shows its text, what it does and the statements of the source that back it; of a statement,
    what carries it. Tracks, teams, promises, clashes and endings can be shown too. With --search,
    which takes the place of ID, lists what has a word in its id, title or text; case and accents
    do not matter.
    """
    if word is not None:
        id, scenario = None, scenario or id
    elif id is None:
        raise UsageInvalid(tr("show what"), remedy=tr("name an id, or search: --search WORD"))
    loaded = load_scenario(places.scenario(scenario), places.scenarios)
    if as_json:
        print_json(entry_json(loaded, id) if id is not None else search_json(loaded, word or ""))
    else:
        standard().say(entry(loaded, id) if id is not None else search(loaded, word or ""))
