"""How deals are struck and judged.

An offer has OFFER_FIELDS slots: its state, from, to, what is given + 1 and by when, what is wanted
+ 1 and by when, and for each promise whether it is open (0), kept (1) or broken (2).

A stake stays in the purse, where everybody sees it, and is only set aside. So a purse does not
tell of a deal, and only who may see a deal knows that its stakes cannot be spent.
"""

from __future__ import annotations

from wargame.kernel.portable.abi import *


def judge_deals(s: list[int]) -> int:
    """Lets unanswered offers lapse, forgets what ended before, and judges struck deals."""
    if is_quiet(s) > 0:
        return 0
    i = 0
    while i < OFFERS:
        f = OFFER + i * OFFER_FIELDS
        if s[f] == F_OFFERED or s[f] == F_FINISHED:
            clear_offer(s, f)
        if s[f] == F_STRUCK:
            judge_promise(s, f, f + 3, s[f + 1], s[f + 2], f + 7)
            judge_promise(s, f, f + 5, s[f + 2], s[f + 1], f + 8)
            if s[f + 7] > 0 and s[f + 8] > 0:
                s[f] = F_FINISHED
        i = i + 1
    set_stakes(s)
    return 0


def is_quiet(s: list[int]) -> int:
    """Returns 1 if there is neither an offer nor a deal, as in most playouts, else 0."""
    states = 0
    f = OFFER
    while f < OFFER + OFFERS * OFFER_FIELDS:
        states = states | s[f]
        f = f + OFFER_FIELDS
    return 1 if states == 0 else 0


def judge_promise(s: list[int], f: int, promise: int, doer: int, victim: int, state: int) -> int:
    """Judges one promise of a deal; a side that promised nothing has kept it, in silence."""
    if s[state] > 0:
        return 0
    if s[promise] == 0:
        s[state] = 1
        return 0
    t = s[promise] - 1
    holds = term(s, t)
    due = s[TURN] >= s[promise + 1]
    s[ACTOR] = doer
    s[OTHER] = victim
    if holds > 0 and (TERM_DONE[t] > 0 or due):
        s[state] = 1
        s[KEPT + doer] = s[KEPT + doer] + 1
        deal_kept(s)
    elif holds == 0 and (TERM_DONE[t] == 0 or due):
        s[state] = 2
        s[BROKEN + doer] = s[BROKEN + doer] + 1
        forfeit(s, FIRST_PURSE[doer], FIRST_PURSE[victim])
        deal_broken(s)
    s[ACTOR] = 0
    s[OTHER] = 0
    return 0


def forfeit(s: list[int], loser: int, winner: int) -> int:
    """Moves a stake from purse to purse; a ruling or a card may have taken it already."""
    lost = STAKE
    if s[PURSE + loser] < lost:
        lost = s[PURSE + loser]
    s[PURSE + loser] = s[PURSE + loser] - lost
    s[PURSE + winner] = s[PURSE + winner] + lost
    return 0


def set_stakes(s: list[int]) -> int:
    """Sets a stake aside for each offer, by who makes it, and for each open side of a deal."""
    i = 0
    while i < PURSES:
        s[STAKED + i] = 0
        i = i + 1
    f = OFFER
    while f < OFFER + OFFERS * OFFER_FIELDS:
        if s[f] == F_OFFERED or (s[f] == F_STRUCK and s[f + 7] == 0):
            purse = FIRST_PURSE[s[f + 1]]
            s[STAKED + purse] = s[STAKED + purse] + STAKE
        if s[f] == F_STRUCK and s[f + 8] == 0:
            purse = FIRST_PURSE[s[f + 2]]
            s[STAKED + purse] = s[STAKED + purse] + STAKE
        f = f + OFFER_FIELDS
    return 0


def clear_offer(s: list[int], f: int) -> int:
    """Empties an offer's slots."""
    i = 0
    while i < OFFER_FIELDS:
        s[f + i] = 0
        i = i + 1
    return 0


def strike(s: list[int], k: int) -> int:
    """Strikes the deal of offer k: both sides have their stake set aside."""
    s[OFFER + k * OFFER_FIELDS] = F_STRUCK
    set_stakes(s)
    return 0
