"""Warns of what stands in a scenario and does nothing there."""

from __future__ import annotations

from wargame.language import tr
from wargame.scenario.checks.flow import named_in_closings
from wargame.scenario.checks.survey import Survey
from wargame.scenario.uses import records


def check_idle(survey: Survey) -> None:
    """Records a warning for each thing that nothing changes, reads, uses or cites."""
    read, changed = _names(survey)
    scenario = survey.scenario
    for section in ("tracks", "ladders", "flags"):
        for id in getattr(scenario, section):
            if id not in changed:
                _warn(
                    survey, (section, id), tr("nothing changes '{id}'", id=id), "scenario.unchanged"
                )
            if id not in read:
                _warn(survey, (section, id), tr("nothing reads '{id}'", id=id), "scenario.unread")
    for id in scenario.switches:
        if f"switch.{id}" not in read:
            _warn(
                survey, ("switches", id), tr("nothing asks 'switch.{id}'", id=id), "scenario.unread"
            )
    _check_decks(survey, changed)
    rolled = {move.roll for move in scenario.moves.values()}
    rolled |= {card.roll for card in scenario.cards.values()}
    for id in scenario.rolls:
        if id not in rolled and id != scenario.about.roll:
            _warn(
                survey, ("rolls", id), tr("nothing is rolled as '{id}'", id=id), "scenario.unused"
            )
    cited = {claim for _, record in records(scenario) for claim in getattr(record, "source", ())}
    for id in scenario.claims:
        if id not in cited:
            _warn(survey, ("claims", id), tr("nothing cites '{id}'", id=id), "scenario.uncited")


def _check_decks(survey: Survey, changed: set[str]) -> None:
    scenario = survey.scenario
    phases = {phase.deck for phase in scenario.phases.values()}
    full = {card.deck for card in scenario.cards.values()}
    for id, deck in scenario.decks.items():
        if id not in full:
            _warn(survey, ("decks", id), tr("no card is in '{id}'", id=id), "scenario.empty")
        if not deck.to and id not in phases and f"draws.{id}" not in changed:
            _warn(survey, ("decks", id), tr("nothing draws from '{id}'", id=id), "scenario.unused")
        if deck.to and not deck.start and not deck.draw and f"draws.{id}" not in changed:
            _warn(survey, ("decks", id), tr("nothing deals from '{id}'", id=id), "scenario.unused")
    for id, card in scenario.cards.items():
        if card.fires is not None and card.deck not in phases:
            _warn(survey, ("cards", id, "fires"), tr("no phase has its deck"), "scenario.never")


def _names(survey: Survey) -> tuple[set[str], set[str]]:
    """Returns the tracks, ladders, flags, switches and decks that are read, and those changed."""
    shown = named_in_closings(survey)
    shown.update(*(formula.names for formula in survey.values.values()))
    shown.update(*(formula.names for formula in survey.effects.values()))
    targets = {effect.target for effect in survey.effects.values()}
    return _with_parts(survey, shown), _with_parts(survey, targets)


def _with_parts(survey: Survey, names: set[str]) -> set[str]:
    """Returns names with the ladder of each step, and the track of each team's track."""
    scenario = survey.scenario
    found = set(names)
    for name in names:
        first, _, second = name.partition(".")
        if first in scenario.ladders:
            found.add(first)
        elif second in scenario.tracks:
            found.add(second)
    return found


def _warn(survey: Survey, path: tuple[str, ...], message: str, code: str) -> None:
    survey.warn(path, message, tr("use it, or take it out"), code=code)
