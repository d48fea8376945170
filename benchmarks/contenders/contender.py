"""What is measured: something that plays the benchmark ruleset at random, seed after seed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from attrs import field, frozen

from wargame.kernel.program import Program, build
from wargame.kernel.setup import Setup, State, empty_state
from wargame.scenario.load import load_scenario

HERE = Path(__file__).parent
RULESET = HERE.parent / "ruleset"
ID = "harbour"

Series = Callable[[int], tuple[float, Sequence[int]]]
"""Plays the games of the seeds 0 up to n - 1; returns the seconds and each final state's hash."""


class Missing(Exception):
    """Says what a contender lacks on this machine."""


@frozen
class Contender:
    """Is one way to play; `share` is how many games a run has for each game asked for."""

    name: str
    series: Series = field(repr=False)
    share: float = 1.0


def program() -> Program:
    """Returns the program of the frozen ruleset."""
    return build(load_scenario(ID, RULESET))


def start_of(program: Program) -> State:
    """Returns the state that every game begins in, but for its seed."""
    return empty_state(program, Setup())


def seeds_of(n: int) -> list[tuple[int, int]]:
    """Returns the halves of the seeds 0 up to n - 1."""
    return [(0, i) for i in range(n)]


def timed(play: Callable[[], Sequence[int]]) -> tuple[float, Sequence[int]]:
    """Returns how long a call took, and what it returned."""
    start = perf_counter()
    hashes = play()
    return perf_counter() - start, hashes


def digest(hashes: Sequence[int]) -> int:
    """Returns 32 bits of the hashes of many games, in their order."""
    d = 0
    for h in hashes:
        d = ((d ^ h) * 0x01000193) & 0xFFFFFFFF
    return d
