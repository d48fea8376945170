"""Checks that the phases and endings make a game that can be played to its end."""

from __future__ import annotations

import re

from wargame.language import tr
from wargame.scenario.checks.survey import Survey
from wargame.scenario.model import PHASE_KINDS
from wargame.scenario.names import order_ids
from wargame.scenario.problems import Path

ONCE = ("orders", "reveal", "adjudication")
"""The kinds of phases that a turn has once, in this order, with an upkeep after them."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}?|\}")


def check_phases(survey: Survey) -> None:
    """Records a fault unless the phases come in an order that plays."""
    scenario = survey.scenario
    kinds = [phase.does for phase in scenario.phases.values()]
    for kind in ONCE:
        number = kinds.count(kind)
        if number != 1:
            message = (
                tr("there are {number} phases that do '{kind}'", number=number, kind=kind)
                if number
                else tr("there are no phases that do '{kind}'", kind=kind)
            )
            survey.fault(("phases",), message, tr("write one"))
    found = [kind for kind in kinds if kind in ONCE]
    if found != sorted(found, key=ONCE.index):
        survey.fault(
            ("phases",),
            tr("the phases are out of order"),
            tr("write {word}", word=", ".join(ONCE)),
        )
    if "upkeep" not in kinds[max((kinds.index(kind) for kind in found), default=0) :]:
        survey.fault(
            ("phases",), tr("no upkeep phase ends the turn"), tr("add one after adjudication")
        )
    tables = [id for id, deck in scenario.decks.items() if not deck.to]
    for id, phase in scenario.phases.items():
        survey.refer(("phases", id, "does"), phase.does, PHASE_KINDS, "kind of phase")
        if phase.does == "events" and phase.deck:
            survey.refer(("phases", id, "deck"), phase.deck, tables, "table deck")
        elif phase.does == "events":
            survey.fault(("phases", id, "deck"), tr("no deck is named"), tr("write `deck:`"))
        for key in ("deck", "draws"):
            if phase.does != "events" and getattr(phase, key):
                survey.fault(
                    ("phases", id, key),
                    tr("'{does}' draws no cards", does=phase.does),
                    tr("leave `{key}` out", key=key),
                )


def check_presets(survey: Survey) -> None:
    """Records a fault where a preset changes what the first turn fills anew."""
    purses = {
        f"{team}.{purse}"
        for team, record in survey.scenario.teams.items()
        for purse in record.purses
    }
    for path, effect in survey.effects.items():
        if path[0] == "presets" and (effect.target in purses or effect.target.startswith("draws.")):
            survey.fault(
                path,
                tr("a preset cannot change '{target}'", target=effect.target),
                tr("purses are filled and hands dealt when the first turn begins"),
            )


def check_endings(survey: Survey) -> None:
    """Records a fault unless every game ends, and for closing lines that cannot be filled in."""
    endings = survey.scenario.endings
    if not endings:
        survey.fault(("endings",), tr("there is no ending"), tr("add the section `endings`"))
        return
    last = tuple(endings)[-1]
    if endings[last].when.text != "true" or endings[last].at != "end":
        survey.fault(
            ("endings", last, "when"),
            tr("the last ending, '{last}', does not always hold", last=last),
            tr("let the last ending be `when: true` and `at: end`"),
        )
    known = _placeholders(survey)
    for id, ending in endings.items():
        for number, line in enumerate(ending.closing):
            for found in _PLACEHOLDER.finditer(line.say):
                path = ("endings", id, "closing", str(number), "say")
                if found.group(1) is None or not found.group().endswith("}"):
                    survey.fault(
                        path, tr("a brace stands alone"), tr("write {name}, or leave it out")
                    )
                else:
                    _check_placeholder(survey, path, found.group(1), known)


def named_in_closings(survey: Survey) -> set[str]:
    """Returns every name that a closing line shows."""
    lines = (line for ending in survey.scenario.endings.values() for line in ending.closing)
    return {word.split("|")[0] for line in lines for word in _PLACEHOLDER.findall(line.say)}


def _check_placeholder(survey: Survey, path: Path, word: str, known: list[str]) -> None:
    """Records a fault for an unknown name, and for words that do not fit what is named."""
    name, *words = word.split("|")
    ladder = survey.scenario.ladders.get(name)
    if not survey.refer(path, name, known, "placeholder") or not words:
        return
    if name == "turn" or name.startswith("last."):
        survey.fault(
            path,
            tr("'{name}' is a time and takes no words", name=name),
            tr("write {{{name}}}", name=name),
        )
    elif ladder and len(words) != len(ladder.steps):
        survey.fault(
            path,
            tr(
                "'{name}' has {steps} steps and {words} words",
                name=name,
                steps=len(ladder.steps),
                words=len(words),
            ),
            tr("write one for each step"),
        )
    elif len(words) == 1:
        survey.fault(
            path,
            tr("'{name}' has one word for everything", name=name),
            tr("write one for 0 and one above"),
        )


def _placeholders(survey: Survey) -> list[str]:
    scenario = survey.scenario
    known = ["turn", *(f"last.{order}" for order in order_ids(scenario))]
    known += [name for name, symbol in survey.scope.items() if name in scenario.ladders]
    for id, track in scenario.tracks.items():
        known += [f"{team}.{id}" for team in scenario.teams] if track.each else [id]
    for team in scenario.teams:
        known += [f"{team}.kept", f"{team}.broken", f"{team}.score"]
    return known
