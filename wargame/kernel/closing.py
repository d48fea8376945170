"""Closing texts: lines built from what happened in this game, and the calendar they speak in."""

from __future__ import annotations

import re

from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.view import EndingView
from wargame.language import tr

_PLACEHOLDER = re.compile(r"\{([a-z0-9_.]+)((?:\|[^{}|]*)*)\}")


def date_of(program: Program, turn: int, *, inline: bool = False) -> str:
    """Returns the calendar name of a turn, by itself or as it is said within a sentence."""
    about = program.scenario.about
    calendar = (inline and about.calendar_inline) or about.calendar
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
        name, words = match[1], match[2].split("|")[1:]
        if words:
            return _worded(program, state, name, words)
        return _placeholder(program, state, name, inline=match.start() > 0)

    return _PLACEHOLDER.sub(fill, text)


def _worded(program: Program, state: State, name: str, words: list[str]) -> str:
    """Returns the words for a number or a step: the first for 0, the last for what is above."""
    if name in program.scenario.ladders:
        number = state[program.layout[f"T_{name}"]]
    else:
        number = int(_placeholder(program, state, name))
    return words[min(max(number, 0), len(words) - 1)].replace("#", str(number))


def _placeholder(program: Program, state: State, name: str, *, inline: bool = False) -> str:
    scenario, layout = program.scenario, program.layout
    head, _, tail = name.partition(".")
    if name == "turn":
        return date_of(program, state[layout["TURN"]], inline=inline)
    if name in scenario.ladders:
        ladder = scenario.ladders[name]
        return tuple(ladder.steps.values())[state[layout[f"T_{name}"]]]
    if head == "last":
        turn = state[layout["LAST"] + program.order_number[tail]]
        return date_of(program, turn, inline=inline) if turn else tr("never")
    if tail == "score":
        return str(program.run.score(state, program.teams.index(head)))
    return str(program.value(name, state))
