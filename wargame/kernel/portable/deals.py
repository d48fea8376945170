"""How deals are struck and judged.

An offer has OFFER_FIELDS slots: its state, from, to, what is given + 1 and by when, what is wanted
+ 1 and by when, and for each promise whether it is open (0), kept (1) or broken (2).
"""

from __future__ import annotations

from wargame.kernel.portable.abi import *


def judge_deals(s: list[int]) -> int:
    """Lets unanswered offers lapse and judges the promises of struck deals."""
    i = 0
    while i < OFFERS:
        f = OFFER + i * OFFER_FIELDS
        if s[f] == F_OFFERED:
            clear_offer(s, f)
        if s[f] == F_STRUCK:
            judge_promise(s, f, f + 3, s[f + 1], s[f + 2], f + 7)
            judge_promise(s, f, f + 5, s[f + 2], s[f + 1], f + 8)
            if s[f + 7] > 0 and s[f + 8] > 0:
                s[f] = F_FINISHED
        i = i + 1
    return 0


def judge_promise(s: list[int], f: int, promise: int, doer: int, victim: int, state: int) -> int:
    """Judges one promise of a deal; a side that promised nothing has kept it, in silence."""
    if s[state] > 0:
        return 0
    if s[promise] == 0:
        s[state] = 1
        s[PURSE + FIRST_PURSE[doer]] = s[PURSE + FIRST_PURSE[doer]] + STAKE
        return 0
    t = s[promise] - 1
    holds = term(s, t)
    due = s[TURN] >= s[promise + 1]
    s[ACTOR] = doer
    s[OTHER] = victim
    if holds > 0 and (TERM_DONE[t] > 0 or due):
        s[state] = 1
        s[KEPT + doer] = s[KEPT + doer] + 1
        s[PURSE + FIRST_PURSE[doer]] = s[PURSE + FIRST_PURSE[doer]] + STAKE
        deal_kept(s)
    elif holds == 0 and (TERM_DONE[t] == 0 or due):
        s[state] = 2
        s[BROKEN + doer] = s[BROKEN + doer] + 1
        s[PURSE + FIRST_PURSE[victim]] = s[PURSE + FIRST_PURSE[victim]] + STAKE
        deal_broken(s)
    s[ACTOR] = 0
    s[OTHER] = 0
    return 0


def clear_offer(s: list[int], f: int) -> int:
    """Empties an offer's slots."""
    i = 0
    while i < OFFER_FIELDS:
        s[f + i] = 0
        i = i + 1
    return 0


def strike(s: list[int], k: int) -> int:
    """Strikes the deal of offer k: both sides put up their stake."""
    f = OFFER + k * OFFER_FIELDS
    s[f] = F_STRUCK
    s[PURSE + FIRST_PURSE[s[f + 1]]] = s[PURSE + FIRST_PURSE[s[f + 1]]] - STAKE
    s[PURSE + FIRST_PURSE[s[f + 2]]] = s[PURSE + FIRST_PURSE[s[f + 2]]] - STAKE
    return 0
