"""Compares random playouts of the generated program with those of the walker in the tests.

Both play the same games with the same draws, turn by turn about on one core; medians of several
interleaved runs are printed, and their ratio. --seconds is the length of one run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests import walk
from tests.walker import Walker
from wargame.kernel.play import begin
from wargame.kernel.program import build
from wargame.kernel.setup import Setup
from wargame.scenario.files import scenario_ids
from wargame.scenario.load import load_scenario

WANTED = 5.0
"""How many times faster the generated program must be."""


def rate(play: Callable[[int], int], seconds: float) -> tuple[float, int]:
    """Returns games a second, and the orders given in the first five games."""
    start = perf_counter()
    orders = sum(play(seed) for seed in range(5))
    games = 5
    while perf_counter() - start < seconds:
        play(games)
        games += 1
    return games / (perf_counter() - start), orders


def compare(id: str, runs: int, seconds: float) -> float:
    """Prints both rates of one scenario and returns their ratio."""
    program = build(load_scenario(id))

    def generated(seed: int) -> int:
        played: int = program.run.playout(begin(program, Setup(seed=seed)), program.scratch(), 0, 0)
        return played

    def walked(seed: int) -> int:
        return walk.playout(Walker(program.scenario, "", seed, ()))

    fast, slow = [], []
    for _ in range(runs):
        games, orders = rate(generated, seconds)
        fast.append(games)
        games, same = rate(walked, seconds)
        slow.append(games)
        assert orders == same, "the two play different games"
    ratio = median(fast) / median(slow)
    print(
        f"{id:12} generated {median(fast):8.0f}/s   walker {median(slow):6.0f}/s"
        f"   ratio {ratio:5.1f}   wanted {WANTED:g}"
    )
    return ratio


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=1.0)
    options = parser.parse_args()
    ratios = [compare(id, options.runs, options.seconds) for id in scenario_ids()]
    return 0 if min(ratios) >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main())
