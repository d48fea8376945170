"""Whole series of games in one call, so that a native program need not be entered game by game."""

from __future__ import annotations

from wargame.kernel.portable.abi import *
from wargame.kernel.portable.playout import playout


def play_series(
    s: list[int],
    out: list[int],
    start: list[int],
    seeds: list[int],
    results: list[int],
    n: int,
    policy: int,
) -> int:
    """Plays n games from `start` to their ends, each with its own seed, and returns the orders.

    `seeds` has the two halves of each game's seed. What each game came to is in `results`:
    RESULT_SIZE numbers a game, which are its ending, counted from 1, the hash of its last state,
    and for each team its score and its agenda, counted from 1 or 0 for none.
    """
    played = 0
    i = 0
    while i < n:
        restart(s, start, seeds, i)
        played = played + playout(s, out, policy, 0)
        r = i * RESULT_SIZE
        results[r] = s[OVER]
        results[r + 1] = state_hash(s)
        team = 0
        while team < TEAMS:
            results[r + 2 + team * 2] = score(s, team)
            results[r + 3 + team * 2] = s[AGENDA + team]
            team = team + 1
        i = i + 1
    return played


def play_hypothesis(
    s: list[int],
    out: list[int],
    start: list[int],
    seeds: list[int],
    verdicts: list[int],
    n: int,
    which: int,
) -> int:
    """Plays n games by a hypothesis' doctrine and returns how many of them bear it out.

    What `borne_out` says of each game is in `verdicts`.
    """
    borne = 0
    i = 0
    while i < n:
        restart(s, start, seeds, i)
        s[CONDUCT] = which + 1
        playout(s, out, -1, 0)
        verdicts[i] = borne_out(s, which)
        if verdicts[i] > 1:
            borne = borne + 1
        i = i + 1
    return borne


def borne_out(s: list[int], i: int) -> int:
    """Returns what a finished game says of the i-th hypothesis: 0 nothing, 1 against, 2 for it."""
    if hypothesis_given(s, i) == 0:
        return 0
    if s[EVER + i] > 0 and hypothesis_holds(s, i) > 0:
        return 2
    return 1


def restart(s: list[int], start: list[int], seeds: list[int], i: int) -> int:
    """Makes the state that of the i-th game of a series before its first decision."""
    k = 0
    while k < SIZE:
        s[k] = start[k]
        k = k + 1
    s[SEED_A] = seeds[i * 2]
    s[SEED_B] = seeds[i * 2 + 1]
    return 0


def state_hash(s: list[int]) -> int:
    """Returns 32 bits of the whole state: what two ways to run a program are compared by."""
    h = 0x9E3645D5
    i = 0
    while i < SIZE:
        # the slot and what is left of the last round are mixed in without waiting for each other
        h = (((h ^ (s[i] & 0xFFFFFFFF)) ^ (h >> 15)) * 0x21F0AAAD) & 0xFFFFFFFF
        i = i + 1
    return h ^ (h >> 15)
