"""What the rules let a seat promise, ask for and answer now."""

from __future__ import annotations

from wargame.bots.standpoint import Standpoint


def can_talk(here: Standpoint) -> bool:
    """Returns whether the seat may make offers and answer them now."""
    if here.is_sealed:
        return False
    if here.kind == "orders":
        return True
    phase = here.state[here.program.layout["PHASE"]]
    phases = tuple(here.program.scenario.phases.values())
    return here.kind == "phase" and phases[phase - 1].does == "talk"


def terms_of(here: Standpoint, team: int) -> list[int]:
    """Returns the numbers of the terms that a team could still promise with any meaning.

    What is done already is nothing to promise, and what has ceased to hold would be broken at once.
    """
    run = here.program.run
    return [
        term
        for term, by in enumerate(run.TERM_BY)
        if by == team and (run.term(here.state, term) > 0) != (run.TERM_DONE[term] > 0)
    ]


def deadline(here: Standpoint, term: int) -> int:
    """Returns the turn by which a term is usually due, as far as the rules allow."""
    layout, scenario = here.program.layout, here.program.scenario
    due = tuple(scenario.terms.values())[term].due
    turn: int = here.state[layout["TURN"]]
    return min(turn + min(due, scenario.deals.longest), here.state[layout["LAST_TURN"]])
