"""Plays states on to the ends of their games, as often as an estimate needs.

Where everybody follows a doctrine and nobody deals that is the program's own playout, native if it
can be; other bots, and deals, of which much of a score is made, are some hundred times as slow.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from random import Random
from typing import TYPE_CHECKING

from attrs import frozen

from wargame.bots import make
from wargame.bots.match import play_rest, reseeded
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.native import fast

if TYPE_CHECKING:
    from wargame.native.engine import Engine

HALF = 0xFFFFFFFF

DOCTRINE = "doctrine"


@frozen
class Final:
    """Is how a game came out that was played on.

    `ending` is its number, counted from 1; the rest is by team: the scores, and who achieved and
    who had the highest score, alone or with others.
    """

    ending: int
    scores: tuple[int, ...]
    achieved: tuple[bool, ...]
    highest: tuple[bool, ...]


def play_on(
    program: Program, state: State, seeds: Sequence[int], *, native: bool = True
) -> list[Final]:
    """Plays a state on to its end without deals, once with the chance of each seed.

    A program that is played only a little had better not be made `native`: that takes seconds. Two
    states that are played on with one seed have the same chance, which makes their difference far
    less noisy than either.
    """
    layout, teams = program.layout, len(program.teams)
    size = layout["RESULT_SIZE"]
    halves = [half for seed in seeds for half in (seed >> 32, seed & HALF)]
    engine = _engine(program) if native else None
    results = _results(program, engine, state, halves)
    return [
        _final(program, results[first], tuple(results[first + 2 : first + 2 + 2 * teams : 2]))
        for first in range(0, len(results), size)
    ]


def futures(
    program: Program, state: State, seeds: Sequence[int], *, bots: Mapping[str, str], deals: bool
) -> Iterator[Final]:
    """Yields how a state comes out if those bots go on, with the chance of each seed in turn.

    Each is played when it is asked for: who has seen enough saves the rest.
    """
    if not deals and set(bots.values()) == {DOCTRINE}:
        yield from play_on(program, state, seeds)
        return
    for seed in seeds:
        random = Random(seed)
        players = {team: make(bots[team], seed=random.getrandbits(64)) for team in program.teams}
        played = play_rest(program, reseeded(program, state, seed), players, talk=deals)
        ending = played.state[program.layout["OVER"]]
        yield _final(program, ending, tuple(played.scores.values()))


def _final(program: Program, ending: int, scores: tuple[int, ...]) -> Final:
    enough, most = program.scenario.about.achieved, max(scores)
    return Final(
        ending,
        scores,
        tuple(score >= enough for score in scores),
        tuple(score == most for score in scores),
    )


def _results(
    program: Program, engine: Engine | None, state: State, halves: list[int]
) -> Sequence[int]:
    everybody, count = (1 << len(program.teams)) - 1, len(halves) // 2
    size = program.layout["RESULT_SIZE"] * count
    if engine is None:
        plain, s = [0] * size, [0] * len(state)
        program.run.play_series(s, program.scratch(), state, halves, plain, count, everybody)
        return plain
    start, seeds = array("q", state), array("q", halves)
    # nothing but zeros: copying lists would take longer than playing
    room, out, results = (
        array("q", bytes(8 * length)) for length in (len(state), len(program.scratch()), size)
    )
    engine.play_series(room, out, start, seeds, results, count, everybody)
    return results


@lru_cache(maxsize=4)
def _engine(program: Program) -> Engine | None:
    return fast(program)


def seeds(random: Random, count: int) -> list[int]:
    """Returns so many seeds for playing on."""
    return [random.getrandbits(64) for _ in range(count)]
