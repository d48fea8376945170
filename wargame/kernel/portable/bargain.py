"""What a deal is worth: the same worlds played on with it and without it."""

from __future__ import annotations

from wargame.kernel.portable.abi import *
from wargame.kernel.portable.deals import clear_offer, set_stakes, strike
from wargame.kernel.portable.playout import playout
from wargame.kernel.portable.search import worth_of_game
from wargame.kernel.portable.worlds import draw_world


def weigh_deal(
    gains: list[int],
    deal: list[int],
    s: list[int],
    out: list[int],
    view: list[int],
    spans: list[int],
    hands: list[int],
    beliefs: list[int],
    a: int,
    b: int,
    n: int,
) -> int:
    """Adds to `gains`, for each team, what a struck deal changes in the sum of n games.

    `deal` is who offers and to whom, then for each side the term it promises, counted from 1 or 0
    for nothing, and by which turn. Everybody follows a doctrine, which its promises bend. Returns
    how many games were played either way: none if there is no room for another deal.
    """
    i = 0
    while i < n:
        draw_world(s, view, spans, hands, beliefs, out, a, b, i)
        k = room_for_deal(s, deal)
        if k < 0:
            return 0
        f = OFFER + k * OFFER_FIELDS
        clear_offer(s, f)
        set_stakes(s)
        playout(s, out, -1, i)
        take(gains, s, -1)
        draw_world(s, view, spans, hands, beliefs, out, a, b, i)
        clear_offer(s, f)
        j = 0
        while j < 6:
            s[f + 1 + j] = deal[j]
            j = j + 1
        strike(s, k)
        playout(s, out, -1, i)
        take(gains, s, 1)
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


def take(gains: list[int], s: list[int], sign: int) -> int:
    """Adds what a finished game is worth to each team, or takes it away."""
    team = 0
    while team < TEAMS:
        gains[team] = gains[team] + sign * worth_of_game(s, team)
        team = team + 1
    return 0
