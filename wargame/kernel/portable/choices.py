"""What a team can order: sets of its choices, its orders as they are numbered for it alone.

A set is WORDS ints of WORD bits. The ready ones stand in `out` from READY on, those of them that
can be given now from OPEN on.
"""

from __future__ import annotations

from wargame.kernel.portable.abi import *
from wargame.kernel.portable.bits import lowest, nth, ones


def legal(s: list[int], team: int, out: list[int]) -> int:
    """Lists in `out` what a team can order now, and returns how many orders that are."""
    find_ready(s, team, out)
    find_open(s, team, out)
    n = list_bits(out, OPEN, 0)
    i = 0
    while i < n:
        out[i] = CHOICE[team * CHOICES + out[i]]
        i = i + 1
    return n


def find_ready(s: list[int], team: int, out: list[int]) -> int:
    """Finds what the board lets a team order; it stays so until the reveal."""
    w = 0
    while w < WORDS:
        out[READY + w] = ready(s, team * WORDS + w)
        w = w + 1
    return 0


def find_open(s: list[int], team: int, out: list[int]) -> int:
    """Finds which of its ready orders a team can give now, and returns how many.

    There is room for them, they can be paid and are not given yet.
    """
    n = 0
    w = 0
    while w < WORDS:
        bits = open_of(s, team, w, out[READY + w])
        out[OPEN + w] = bits
        n = n + ones(bits)
        w = w + 1
    return n


def open_of(s: list[int], team: int, w: int, bits: int) -> int:
    """Returns which of the orders in the w-th int of a team's choices can be given now."""
    first = team * PER_TEAM
    argued = ARGUED[team * WORDS + w]
    if s[ORDER + first + PLAIN_ORDERS - 1] > 0:
        bits = bits & argued
    if PER_TEAM == PLAIN_ORDERS or s[ORDER + first + PER_TEAM - 1] > 0:
        bits = bits & (ALL_BITS - argued)
    purse = FIRST_PURSE[team]
    while purse < FIRST_PURSE[team + 1]:
        left = left_in(s, purse)
        left = 0 if left < 0 else left
        left = DEAREST if left > DEAREST else left
        bits = bits & PAYABLE[(purse * (DEAREST + 1) + left) * WORDS + w]
        purse = purse + 1
    e = first
    while e < first + PER_TEAM:
        bits = bits & OTHERS[(s[ORDER + e] * TEAMS + team) * WORDS + w]
        e = e + 1
    return bits


def left_in(s: list[int], purse: int) -> int:
    """Returns what a purse has for orders and stakes: neither reserved nor set aside."""
    return s[PURSE + purse] - s[SPENT + purse] - s[STAKED + purse]


def is_open(out: list[int], choice: int) -> int:
    """Returns 1 if a choice is among the open ones, else 0."""
    return (out[OPEN + choice // WORD] >> (choice % WORD)) & 1


def pick_open(out: list[int], k: int) -> int:
    """Returns the choice that is the k-th of the open ones."""
    w = 0
    while w < WORDS - 1:
        n = ones(out[OPEN + w])
        if k < n:
            return w * WORD + nth(out[OPEN + w], k)
        k = k - n
        w = w + 1
    return w * WORD + nth(out[OPEN + w], k)


def list_bits(out: list[int], words: int, at: int) -> int:
    """Lists the numbers in the set out[words] from out[at] on and returns how many there are."""
    n = 0
    w = 0
    while w < WORDS:
        bits = out[words + w]
        while bits > 0:
            out[at + n] = w * WORD + lowest(bits)
            bits = bits & (bits - 1)
            n = n + 1
        w = w + 1
    return n
