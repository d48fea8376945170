"""The scenario with everything taken out that cites one statement of the source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from wargame.scenario.model import (
    Agenda,
    Card,
    Clash,
    Formula,
    Goal,
    Move,
    Rule,
    Scenario,
    Term,
    Track,
)

NEVER = Formula("false")
NOTHING = Formula("0")


def without(scenario: Scenario, claim: str) -> Scenario:
    """Returns the scenario without what cites the claim.

    Rules, clashes and endings go. What others name stays, without force: moves and cards can never
    be played and do nothing, promises hold nobody, goals score nothing, tracks hide nothing. The
    modifiers that cite the claim go from every move.
    """
    return evolve(
        scenario,
        moves={id: _order(move, claim) for id, move in scenario.moves.items()},
        cards={id: _order(card, claim) for id, card in scenario.cards.items()},
        rules=_kept(scenario.rules, claim),
        clashes=_kept(scenario.clashes, claim),
        endings={
            id: ending
            for id, ending in scenario.endings.items()
            if claim not in ending.source or ending.when.text == "true"
        },
        terms={id: _inert(term, claim) for id, term in scenario.terms.items()},
        goals={id: _inert(goal, claim) for id, goal in scenario.goals.items()},
        agendas={id: _inert(agenda, claim) for id, agenda in scenario.agendas.items()},
        tracks={id: _inert(track, claim) for id, track in scenario.tracks.items()},
    )


def _kept(records: Mapping[str, Rule | Clash], claim: str) -> dict[str, Any]:
    return {id: record for id, record in records.items() if claim not in record.source}


def _order(order: Move | Card, claim: str) -> Any:
    kept = tuple(modifier for modifier in order.modifiers if claim not in modifier.source)
    if claim not in order.source:
        return evolve(order, modifiers=kept)
    silent = {id: evolve(told, effects=()) for id, told in order.outcomes.items()}
    inert = evolve(order, needs=NEVER, effects=(), modifiers=kept, outcomes=silent)
    if isinstance(inert, Card):
        return evolve(inert, choice=None, fires=None)
    return inert


def _inert(record: Any, claim: str) -> Any:
    if claim not in record.source:
        return record
    match record:
        case Term():
            return evolve(record, holds=Formula("true"), done=None)
        case Goal():
            return evolve(record, score=NOTHING)
        case Agenda():
            goals = {id: evolve(goal, score=NOTHING) for id, goal in record.goals.items()}
            return evolve(record, goals=goals)
        case Track() if record.each == "":
            return evolve(record, seen=("all",), late=(), guess=())
    return record
