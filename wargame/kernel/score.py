"""Scores: what each team's goals and agenda are worth in a state."""

from __future__ import annotations

from wargame.kernel.program import Program
from wargame.kernel.setup import State


def scores(program: Program, state: State) -> dict[str, int]:
    """Returns each team's points, 0 to 10 in a checked scenario."""
    return {team: program.run.score(state, i) for i, team in enumerate(program.teams)}


def ending_of(program: Program, state: State) -> str:
    """Returns the id of the ending, or "" while the game goes on."""
    number = state[program.layout["OVER"]]
    return tuple(program.scenario.endings)[number - 1] if number else ""


def agenda_of(program: Program, state: State, team: str) -> str:
    """Returns the id of a team's agenda, or "" before it is dealt."""
    number = program.teams.index(team)
    held = state[program.layout["AGENDA"] + number]
    return program.agendas[number][held - 1] if held else ""
