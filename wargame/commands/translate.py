"""`wargame translate`: brings a scenario's translation files up with its English."""

from __future__ import annotations

import click

from wargame.commands.places import Places
from wargame.errors import UsageInvalid
from wargame.language import tr, trn
from wargame.scenario.files import read_texts
from wargame.scenario.ids import is_id
from wargame.scenario.load import load
from wargame.scenario.problems import WARNING
from wargame.scenario.translation import translation_problems, update
from wargame.text import clean


@click.command("translate")
@click.argument("scenario")
@click.argument("language")
@click.pass_obj
def command(places: Places, scenario: str, language: str) -> None:
    """Write what is to be translated into a file beside the scenario.

    LANGUAGE is a code such as tr. Its PO files, one beside the rulesets and one beside the decks,
    are made, or brought up with the English: what is new stands empty, what has changed is marked
    `fuzzy`, what is gone is dropped, and every other translation stays as it is.
    """
    if not is_id(language):
        raise UsageInvalid(
            tr("'{word}' is no language", word=clean(language, limit=40)),
            remedy=tr("name it by its code in small letters, such as tr or pt_br"),
        )
    loaded = load(read_texts(scenario, places.scenarios), scenario)
    for file in update(loaded, language, places.scenarios):
        print(file)
    gaps = [
        problem
        for problem in translation_problems(loaded, places.scenarios)
        if problem.level == WARNING and problem.place.file.endswith(f"/{language}.po")
    ]
    print(
        trn(
            "{scenario}: {number} text is to be translated into {language}",
            "{scenario}: {number} texts are to be translated into {language}",
            len(gaps),
            scenario=scenario,
            language=language,
        )
    )
