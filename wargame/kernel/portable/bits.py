"""Sets of small numbers as the bits of an int, WORD of them in one.

Native code has instructions for these functions (see `wargame.native.plain`).
"""

from __future__ import annotations


def ones(bits: int) -> int:
    """Counts the bits that are set."""
    # in pairs, then in fours, then in bytes, whose sum is the rest of a division by 255
    n = bits - ((bits >> 1) & 0x555555555555555)
    n = (n & 0x333333333333333) + ((n >> 2) & 0x333333333333333)
    return ((n + (n >> 4)) & 0xF0F0F0F0F0F0F0F) % 255


def lowest(bits: int) -> int:
    """Returns the number of the lowest bit that is set."""
    return ones((bits & -bits) - 1)


def nth(bits: int, k: int) -> int:
    """Returns the number of the k-th bit that is set, counted from 0."""
    while k > 0:
        bits = bits & (bits - 1)
        k = k - 1
    return lowest(bits)
