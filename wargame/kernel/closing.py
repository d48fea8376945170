"""Closing texts: lines built from what happened in this game, and the calendar they speak in."""

from __future__ import annotations

import re

from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.view import EndingView


def date_of(program: Program, turn: int) -> str:
    """Returns the calendar name of a turn."""
    calendar = program.scenario.about.calendar
    return calendar[min(turn, len(calendar)) - 1] if calendar and turn else ""


def ending(program: Program, state: State) -> EndingView | None:
    number = state[program.layout["OVER"]]
    if not number:
        return None
    id, ending = list(program.scenario.endings.items())[number - 1]
    closing = tuple(
        placeholders(program, state, line.say)
        for line in ending.closing
        if program.holds(line.when.text, state)
    )
    return EndingView(id=id, title=ending.title, closing=closing, source=ending.source)


def placeholders(program: Program, state: State, text: str) -> str:
    """Returns a closing line with its placeholders filled in (docs/language.md)."""

    def fill(match: re.Match[str]) -> str:
        return _placeholder(program, state, match[1])

    return re.sub(r"\{([a-z0-9_.]+)\}", fill, text)


def _placeholder(program: Program, state: State, name: str) -> str:
    scenario, layout = program.scenario, program.layout
    head, _, tail = name.partition(".")
    if name == "turn":
        return date_of(program, state[layout["TURN"]])
    if name in scenario.ladders:
        ladder = scenario.ladders[name]
        return tuple(ladder.steps.values())[state[layout[f"T_{name}"]]]
    if head == "last":
        turn = state[layout["LAST"] + program.order_number[tail]]
        return date_of(program, turn) if turn else "never"
    if tail == "score":
        return str(program.run.score(state, program.teams.index(head)))
    return str(program.value(name, state))
