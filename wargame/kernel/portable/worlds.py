"""Worlds: whole states that agree with all that a seat sees, drawn by chance.

`view` is what the seat sees, with HIDDEN where it sees nothing; `spans` the least and most that it
must reckon with for each slot of the board; `hands` how many cards each team holds, by deck and
team; `beliefs` how likely each agenda of each team is, as weights. The draw is keyed by (a, b) and
the number of the world.
"""

from __future__ import annotations

from wargame.kernel.chance import number
from wargame.kernel.portable.abi import *
from wargame.kernel.portable.playout import weight


def draw_world(
    s: list[int],
    view: list[int],
    spans: list[int],
    hands: list[int],
    beliefs: list[int],
    out: list[int],
    a: int,
    b: int,
    world: int,
) -> int:
    """Fills `s` with a world; who has sealed unseen orders has not sealed in it."""
    i = 0
    while i < SIZE:
        s[i] = 0 if view[i] == HIDDEN else view[i]
        i = i + 1
    if view[SEED_A] == HIDDEN:
        s[SEED_A] = draw_seed(a, b, world, 0)
        s[SEED_B] = draw_seed(a, b, world, 2)
    draw_agendas(s, view, beliefs, a, b, world)
    draw_hands(s, view, hands, out, a, b, world)
    draw_board(s, view, spans, a, b, world)
    i = 0
    while i < TEAMS:
        if view[ORDER + i * PER_TEAM] == HIDDEN:
            s[SEALED + i] = 0
        i = i + 1
    return 0


def draw_seed(a: int, b: int, world: int, index: int) -> int:
    """Draws 32 bits, in two halves."""
    upper = number(a, b, world, PURPOSE_WORLD, index, 65536)
    return upper * 65536 + number(a, b, world, PURPOSE_WORLD, index + 1, 65536)


def weigh_orders(s: list[int], weights: list[int]) -> int:
    """Fills in how likely each agenda makes each order: 0 for what its team cannot give.

    That is one more than the square of its weight, ORDERS numbers an agenda, ROOTS agendas a team.
    """
    team = 0
    while team < TEAMS:
        k = 0
        while k < AGENDAS[team]:
            agenda = AGENDA_AT[team * MOST_AGENDAS + k]
            at = (team * ROOTS + k) * ORDERS
            i = 0
            while i < ORDERS:
                weights[at + i] = 0
                if PAYS[i * TEAMS + team] >= 0:
                    w = weight(s, agenda, i)
                    weights[at + i] = 1 + w * w
                i = i + 1
            k = k + 1
        team = team + 1
    return 0


def draw_agendas(
    s: list[int], view: list[int], beliefs: list[int], a: int, b: int, world: int
) -> int:
    """Gives each team whose agenda is not seen one of its agendas; before the deal, none."""
    team = 0
    while team < TEAMS:
        if view[AGENDA + team] == HIDDEN and AGENDAS[team] > 0:
            if s[PHASE] > 0 or s[STEP] > team:
                total = 0
                k = 0
                while k < AGENDAS[team]:
                    total = total + beliefs[team * MOST_AGENDAS + k]
                    k = k + 1
                at = number(a, b, world, PURPOSE_WORLD + 1, team, total)
                k = 0
                while at >= beliefs[team * MOST_AGENDAS + k]:
                    at = at - beliefs[team * MOST_AGENDAS + k]
                    k = k + 1
                s[AGENDA + team] = k + 1
        team = team + 1
    return 0


def draw_hands(
    s: list[int], view: list[int], hands: list[int], out: list[int], a: int, b: int, world: int
) -> int:
    """Deals the cards that are not seen: as many to each hand as everybody can count."""
    e = 0
    while e < TEAMS * PER_TEAM:
        # an order that lies open and has not acted shows who holds its card
        order = s[ORDER + e] - 1
        if order >= 0 and order < FREE:
            if CARD[order] >= 0:
                if view[PLACE + CARD[order]] == HIDDEN:
                    s[PLACE + CARD[order]] = e // PER_TEAM + 1
        e = e + 1
    deck = 0
    while deck < DECKS:
        n = 0
        i = DECK_FIRST[deck]
        while i < DECK_FIRST[deck + 1]:
            card = DECK_CARDS[i]
            if view[PLACE + card] == HIDDEN and s[PLACE + card] == 0:
                out[n] = card
                n = n + 1
            i = i + 1
        team = 0
        while team < TEAMS and n > 0:
            short = hands[deck * TEAMS + team] - count_held(s, deck, team)
            while short > 0:
                pick = number(a, b, world, PURPOSE_WORLD + 2 + deck, n, n)
                s[PLACE + out[pick]] = team + 1
                n = n - 1
                out[pick] = out[n]
                short = short - 1
            team = team + 1
        deck = deck + 1
    return 0


def count_held(s: list[int], deck: int, team: int) -> int:
    """Counts the cards of a deck that a team holds."""
    n = 0
    i = DECK_FIRST[deck]
    while i < DECK_FIRST[deck + 1]:
        if s[PLACE + DECK_CARDS[i]] == team + 1:
            n = n + 1
        i = i + 1
    return n


def draw_board(s: list[int], view: list[int], spans: list[int], a: int, b: int, world: int) -> int:
    """Places what is not seen of the board; past values that are not seen lie where it is now."""
    i = 0
    while i < BOARD_SIZE:
        if view[BOARD + i] == HIDDEN:
            wide = spans[i * 2 + 1] - spans[i * 2] + 1
            s[BOARD + i] = spans[i * 2] + number(a, b, world, PURPOSE_WORLD + 1000, i, wide)
            if view[PRIOR + i] == HIDDEN:
                s[PRIOR + i] = s[BOARD + i]
        i = i + 1
    i = 0
    while i < LATES:
        if view[LATE_SLOT[i]] == HIDDEN:
            s[LATE_SLOT[i]] = s[LATE_OF[i]]
        i = i + 1
    return 0
