"""The seeds of a series: game `i` of a seed is the same game, whoever plays and wherever it runs.

A `random.Random` of its own for each game would take a quarter of the time of its native playout,
and that under the interpreter's lock, so the seeds are read from a stream of SHAKE-128 instead, a
block at a time. Any game's seed can be had without those before it.
"""

from __future__ import annotations

from array import array
from functools import lru_cache
from hashlib import shake_128
from struct import Struct

BLOCK = 1024
"""So many games share one block of the stream."""

_words = Struct(f"<{2 * BLOCK}I").unpack


def game_seed(seed: int, number: int) -> int:
    """Returns the seed of one game of a series, of 64 bits."""
    block, at = divmod(number, BLOCK)
    high, low = _block(seed, block)[2 * at : 2 * at + 2]
    return high << 32 | low


def seed_halves(seed: int, games: range) -> array[int]:
    """Returns the seeds of games that follow one another, each as its upper and lower 32 bits."""
    halves = array("q")
    number = games.start
    while number < games.stop:
        block, at = divmod(number, BLOCK)
        end = min(BLOCK, at + games.stop - number)
        halves.extend(_block(seed, block)[2 * at : 2 * end])
        number += end - at
    return halves


@lru_cache(maxsize=8)
def _block(seed: int, number: int) -> tuple[int, ...]:
    return _words(shake_128(f"{seed} {number}".encode()).digest(8 * BLOCK))
