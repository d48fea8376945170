"""What games come to with a deal, and in the same worlds without it."""

from __future__ import annotations

from wargame.kernel.portable.abi import *
from wargame.kernel.portable.deals import clear_offer, set_stakes, strike
from wargame.kernel.portable.playout import playout
from wargame.kernel.portable.search import worth_of_game
from wargame.kernel.portable.worlds import draw_world


def play_deal(
    worths: list[int],
    deal: list[int],
    s: list[int],
    out: list[int],
    view: list[int],
    spans: list[int],
    hands: list[int],
    beliefs: list[int],
    a: int,
    b: int,
    first: int,
    n: int,
    struck: int,
) -> int:
    """Adds to `worths` what n games are worth to each team, in the worlds from `first` on.

    `deal` is who offers and to whom, then for each side the term it promises, counted from 1 or 0
    for nothing, and by which turn. It is struck, or nobody speaks of it. Everybody follows a
    doctrine, which its promises bend. Returns how many games were played: none if there is no room
    for another deal.
    """
    i = first
    while i < first + n:
        draw_world(s, view, spans, hands, beliefs, out, a, b, i)
        k = room_for_deal(s, deal)
        if k < 0:
            return 0
        f = OFFER + k * OFFER_FIELDS
        clear_offer(s, f)
        if struck > 0:
            j = 0
            while j < 6:
                s[f + 1 + j] = deal[j]
                j = j + 1
            strike(s, k)
        else:
            set_stakes(s)
        playout(s, out, -1, i)
        team = 0
        while team < TEAMS:
            worths[team] = worths[team] + worth_of_game(s, team)
            team = team + 1
        i = i + 1
    return n


def room_for_deal(s: list[int], deal: list[int]) -> int:
    """Returns the place of the offer that is this deal, or one where it could be made, or -1."""
    free = -1
    made = 0
    k = 0
    while k < OFFERS:
        f = OFFER + k * OFFER_FIELDS
        if s[f] == F_FREE and free < 0:
            free = k
        if s[f] == F_OFFERED and s[f + 1] == deal[0] and s[f + 2] == deal[1]:
            if s[f + 3] == deal[2] and s[f + 5] == deal[4]:
                return k
        if s[f] != F_FREE and s[f + 1] == deal[0]:
            made = made + 1
        k = k + 1
    return free if made < LIMIT else -1
