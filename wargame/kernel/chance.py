"""Randomness, all of it: a counter-based hash, keyed by seed, turn and purpose.

The functions are part of the generated program too (see `generate`), so they are written in its
portable subset: every product stays below 2**63, and 32 bits are kept. The mixer is a bijection
of 32 bits from the hash-prospector search (Wellons 2018); tests hold it to uniform faces and pairs.
"""

from __future__ import annotations


def number(a: int, b: int, turn: int, purpose: int, index: int, n: int) -> int:
    """Returns a whole number from 0 to n - 1 for the seed (a, b), each half of 32 bits.

    Keyed by what it is for and not by when it is asked for: an edit of the past leaves later
    draws alone. The bias is below n / 2**32.
    """
    h = (a + turn * 0x61C88647 + purpose * 0x2C1B3C6D + index * 0x165667B1) & 0xFFFFFFFF
    h = h ^ (h >> 16)
    h = (h * 0x21F0AAAD) & 0xFFFFFFFF
    h = h ^ (h >> 15)
    h = (h * 0x735A2D97) & 0xFFFFFFFF
    h = h ^ (h >> 15) ^ b
    h = h ^ (h >> 16)
    h = (h * 0x21F0AAAD) & 0xFFFFFFFF
    h = h ^ (h >> 15)
    h = (h * 0x735A2D97) & 0xFFFFFFFF
    h = h ^ (h >> 15)
    return (h * n) >> 32
