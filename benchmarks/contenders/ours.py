"""Our own ways to play: the generated program in CPython, and its native form."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from benchmarks.contenders.contender import (
    Contender,
    Missing,
    Series,
    seeds_of,
    start_of,
    timed,
)
from wargame.kernel.program import Program
from wargame.native import fast


def cpython(program: Program) -> Contender:
    """Returns the generated program as CPython runs it."""
    run, start, out = program.run, start_of(program), program.scratch()
    a, b = program.layout["SEED_A"], program.layout["SEED_B"]

    def play(n: int) -> list[int]:
        hashes = []
        for seed in seeds_of(n):
            s = start.copy()
            s[a], s[b] = seed
            run.playout(s, out, 0, 0)
            hashes.append(run.state_hash(s))
        return hashes

    return Contender("CPython", lambda n: timed(lambda: play(n)))


def native(program: Program, threads: int) -> Contender:
    """Returns the native program on so many threads.

    Raises:
        Missing: llvmlite is not installed, or WARGAME_NATIVE turns it off.
    """
    engine = fast(program)
    if engine is None:
        raise Missing("no llvmlite, or WARGAME_NATIVE=0: pip install 'wargame[fast]'")
    # what imports llvmlite
    from wargame.native.engine import buffer

    start, size = buffer(start_of(program)), program.layout["RESULT_SIZE"]

    @cache
    def room(number: int, games: int) -> array[int]:
        """Returns where one thread's results go, in every run."""
        return array("q", bytes(8 * games * size))

    def part(number: int, seeds: Sequence[tuple[int, int]]) -> Sequence[int]:
        results = room(number, len(seeds))
        halves = buffer(half for seed in seeds for half in seed)
        s, out = buffer(start), buffer(program.scratch())
        engine.play_series(s, out, start, halves, results, len(seeds), 0)
        return results[1::size]

    def play(n: int) -> Sequence[int]:
        seeds = seeds_of(n)
        step = -(-n // threads)
        parts = [seeds[i : i + step] for i in range(0, n, step)]
        if threads == 1:
            return part(0, seeds)
        with ThreadPoolExecutor(threads) as pool:
            return [h for hashes in pool.map(part, range(threads), parts) for h in hashes]

    series: Series = lambda n: timed(lambda: play(n))  # noqa: E731
    words = "one thread" if threads == 1 else f"{threads} threads"
    return Contender(f"native, {words}", series, 100 * threads)
