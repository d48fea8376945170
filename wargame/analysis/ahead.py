"""Plays a state on to the end of its game, as often as an estimate needs."""

from __future__ import annotations

from random import Random

from attrs import frozen

from wargame.bots.match import reseeded
from wargame.kernel.program import Program
from wargame.kernel.setup import State


@frozen
class Final:
    """Is how a game that was played on came out: each team's score, and who achieved and led."""

    scores: tuple[int, ...]
    achieved: tuple[bool, ...]
    highest: tuple[bool, ...]


def play_on(program: Program, state: State, *, seed: int) -> Final:
    """Plays a copy of a state to its end, everybody by their doctrine, with chance of that seed.

    Two states that are played on with one seed have the same chance, which makes their difference
    far less noisy than either.
    """
    s = reseeded(program, state, seed)
    teams = len(program.teams)
    program.run.playout(s, program.scratch(), (1 << teams) - 1, 0)
    scores = tuple(program.run.score(s, team) for team in range(teams))
    enough, most = program.scenario.about.achieved, max(scores)
    return Final(
        scores, tuple(score >= enough for score in scores), tuple(s == most for s in scores)
    )


def seeds(random: Random, count: int) -> list[int]:
    """Returns so many seeds for playing on."""
    return [random.getrandbits(64) for _ in range(count)]
