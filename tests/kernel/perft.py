"""Counts legal decisions to a depth, as chess programs do.

`python -m tests.kernel.perft` prints the numbers that test_perft.py holds on record.
"""

from __future__ import annotations

from tests.kernel.games import program_of, until
from wargame.kernel import legal
from wargame.kernel.node import CHANCE
from wargame.kernel.play import begin, step
from wargame.kernel.program import Program
from wargame.kernel.setup import Setup, State
from wargame.kernel.view import FACILITATOR

POSITIONS = (
    ("fair", 2, "orders", "orders"),
    ("fair", 3, "", "choice"),
    ("fair", 3, "market", "phase"),
    ("river", 5, "counsel", "orders"),
    ("river", 6, "parley", "phase"),
)
"""Scenario, seed, and how far play has gone on by itself."""

DEPTH = 3


def count(program: Program, s: State, depth: int) -> int:
    """Returns how many lines of so many decisions there are, every seat and the engine deciding."""
    seats = (CHANCE, FACILITATOR, *program.teams)
    made = [each for seat in seats for each in legal.decisions(program, s, seat)]
    if depth == 1:
        return len(made)
    return sum(count(program, step(program, s, each), depth - 1) for each in made)


def counts(id: str, seed: int, phase: str, kind: str) -> tuple[int, ...]:
    program = program_of(id)
    s = until(program, begin(program, Setup(seed=seed)), phase, kind)
    return tuple(count(program, s, depth) for depth in range(1, DEPTH + 1))


if __name__ == "__main__":
    for position in POSITIONS:
        print(f"    {(*position, counts(*position))},")
