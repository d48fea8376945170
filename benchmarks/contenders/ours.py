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

SERIES = """
def series(s, out, start, seeds, hashes, n):
    i = 0
    while i < n:
        restart(s, start, seeds, i)
        playout(s, out, 0, 0)
        hashes[i] = state_hash(s)
        i = i + 1
    return 0
"""
"""The loop that the contenders in C have: the program's own also counts what each game scored."""


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
    if fast(program) is None:
        raise Missing("no llvmlite, or WARGAME_NATIVE=0: pip install 'wargame[fast]'")
    # what imports llvmlite
    from wargame.native.engine import buffer, compile_native, load_native
    from wargame.native.translate import LIST, NUMBER

    exports = {"series": (*[LIST] * 5, NUMBER)}
    engine = load_native(compile_native(program.source + SERIES, exports), exports)
    start = buffer(start_of(program))

    @cache
    def room(number: int, games: int) -> array[int]:
        """Returns where one thread's results go, in every run."""
        return array("q", bytes(8 * games))

    def part(number: int, seeds: Sequence[tuple[int, int]]) -> Sequence[int]:
        hashes = room(number, len(seeds))
        halves = buffer(half for seed in seeds for half in seed)
        s, out = buffer(start), buffer(program.scratch())
        engine.series(s, out, start, halves, hashes, len(seeds))
        return hashes

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
