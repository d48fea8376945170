"""How orders are given, revealed, adjudicated and ruled on."""

from __future__ import annotations

from wargame.kernel.portable.abi import *


def unsealed(s: list[int]) -> int:
    """Counts the teams that have not sealed."""
    n = 0
    i = 0
    while i < TEAMS:
        if s[SEALED + i] == 0:
            n = n + 1
        i = i + 1
    return n


def place_order(s: list[int], team: int, order: int, points: int) -> int:
    """Puts an order into the team's first free place and reserves its cost and its boost."""
    if order == FREE or ARGUMENT[order] > 0:
        k = free_place(s, team * PER_TEAM + PLAIN_ORDERS, PER_TEAM - PLAIN_ORDERS)
    else:
        k = free_place(s, team * PER_TEAM, PLAIN_ORDERS)
    s[ORDER + k] = order + 1
    s[BOOST + k] = points
    s[ENTRY + k] = E_GIVEN
    if order < FREE:
        purse = PAYS[order * TEAMS + team]
        s[SPENT + purse] = s[SPENT + purse] + COST[order] + points
    return 0


def free_place(s: list[int], first: int, n: int) -> int:
    """Returns the first of n places without an order; the last one if all others have one.

    It looks at them all: that costs less than a loop whose end is often guessed wrong.
    """
    k = first
    taken = 1
    i = first
    while i < first + n - 1:
        taken = taken if s[ORDER + i] > 0 else 0
        k = k + taken
        i = i + 1
    return k


def seal(s: list[int], team: int) -> int:
    """Seals a team's orders; with the last seal the phase can end."""
    s[SEALED + team] = 1
    if s[WAIT] == N_ORDERS:
        s[WAIT] = N_NONE
    return 0


def recall(s: list[int], team: int) -> int:
    """Takes all orders of a team back and unseals it."""
    k = team * PER_TEAM
    while k < team * PER_TEAM + PER_TEAM:
        s[ORDER + k] = 0
        s[BOOST + k] = 0
        k = k + 1
    i = 0
    while i < PURSES:
        if PURSE_TEAM[i] == team:
            s[SPENT + i] = 0
        i = i + 1
    s[SEALED + team] = 0
    s[WAIT] = N_NONE
    return 0


def reveal(s: list[int], out: list[int]) -> int:
    """Pays what was reserved, queues the orders and judges the clashes."""
    i = 0
    while i < PURSES:
        s[PURSE + i] = s[PURSE + i] - s[SPENT + i]
        # a ruling or a card may have taken what was reserved
        if s[PURSE + i] < 0:
            s[PURSE + i] = 0
        s[SPENT + i] = 0
        i = i + 1
    n = 0
    e = 0
    while e < TEAMS * PER_TEAM:
        if s[ORDER + e] > 0:
            order = s[ORDER + e] - 1
            s[ENTRY + e] = E_WAITING
            if order < FREE:
                s[ORDERED + order] = 1
            out[n] = PRIORITY[order] * SEATS + e
            n = n + 1
        e = e + 1
    # equal priorities act in the order of teams and places
    i = 0
    while i < n:
        at = QUEUE
        j = 0
        while j < n:
            at = at + (1 if out[j] < out[i] else 0)
            j = j + 1
        s[at] = out[i] % SEATS
        i = i + 1
    s[QUEUED] = n
    i = 0
    while i < CLASHES:
        # both are asked at once: a second question would be a jump that is often guessed wrong
        if (s[ORDERED + CLASH_A[i]] == 1) & (s[ORDERED + CLASH_B[i]] == 1) > 0:
            if clash(s, i) > 0:
                if VOIDS_A[i] > 0:
                    void(s, CLASH_A[i])
                if VOIDS_B[i] > 0:
                    void(s, CLASH_B[i])
        i = i + 1
    return 0


def void(s: list[int], order: int) -> int:
    """Voids an order: it stays revealed and paid, but comes to nothing."""
    s[ORDERED + order] = 2
    e = 0
    while e < TEAMS * PER_TEAM:
        if s[ORDER + e] == order + 1:
            s[ENTRY + e] = E_VOIDED
        e = e + 1
    return 0


def adjudicate(s: list[int]) -> int:
    """Takes the order at the cursor one step further."""
    e = s[QUEUE + s[CURSOR]]
    order = s[ORDER + e] - 1
    team = e // PER_TEAM
    if s[ENTRY + e] == E_VOIDED:
        if CARD[order] >= 0:
            s[PLACE + CARD[order]] = OUT
        s[CURSOR] = s[CURSOR] + 1
        return 0
    if order == FREE:
        s[WHO] = team
        s[WHAT] = FREE
        s[ENTRY + e] = E_PENDING
        s[WAIT] = N_WEIGH
        return 0
    if s[ENTRY + e] == E_WAITING:
        if needs(s, order) == 0:
            purse = PAYS[order * TEAMS + team]
            s[PURSE + purse] = s[PURSE + purse] + COST[order] + s[BOOST + e]
            s[ENTRY + e] = E_LAPSED
            s[CURSOR] = s[CURSOR] + 1
            return 0
        card = CARD[order]
        # without a card, into what is written next: a store costs less than a wrong jump
        s[PLACE + card if card >= 0 else LAST + order] = OUT
        s[LAST + order] = s[TURN]
        s[TIMES + order] = s[TIMES + order] + 1
        s[ENTRY + e] = E_PENDING
        act(s, order)
        # what the act deals comes before its dice
        if drawn(s) >= 0:
            return 0
    if ROLL[order] > 0:
        s[WHO] = team
        s[WHAT] = order
        s[WAIT] = N_DICE
    else:
        finish_order(s)
    return 0


def finish_order(s: list[int]) -> int:
    """Counts the order at the cursor as carried out and moves on."""
    s[ENTRY + s[QUEUE + s[CURSOR]]] = E_CARRIED_OUT
    s[CURSOR] = s[CURSOR] + 1
    s[TOTAL] = 0
    s[BAND] = 0
    s[WAIT] = N_NONE
    return 0


def capped_net(s: list[int]) -> int:
    """Returns the net modifier of the order at the dice node, boosts included, within its cap."""
    e = s[QUEUE + s[CURSOR]]
    order = s[WHAT]
    roll = FREE_ROLL
    n = s[WEIGHED]
    if order < FREE:
        roll = ROLL[order]
        n = net(s, order) + s[BOOST + e]
    if n > NET[roll]:
        n = NET[roll]
    if n < -NET[roll]:
        n = -NET[roll]
    return n


def roll_of(s: list[int]) -> int:
    """Returns the roll of the order at the dice node, counted from 1."""
    if s[WHAT] == FREE:
        return FREE_ROLL
    return ROLL[s[WHAT]]


def roll_dice(s: list[int], total: int) -> int:
    """Turns the total of the faces into a pending outcome."""
    s[TOTAL] = total + capped_net(s)
    s[BAND] = band(s[TOTAL], roll_of(s)) + 1
    s[WAIT] = N_RULING
    return 0


def accept(s: list[int]) -> int:
    """Lets the pending outcome happen."""
    if s[WHAT] < FREE:
        k = s[BAND] - 1
        order = s[WHAT]
        finish_order(s)
        outcome(s, order, k)
    else:
        # the upper half of the bands is a success
        if s[BAND] * 2 > BANDS[FREE_ROLL]:
            apply_patch(s, SUCCESS)
        else:
            apply_patch(s, FAILURE)
        finish_order(s)
    return 0


def apply_patch(s: list[int], base: int) -> int:
    """Applies changes held in the state from `base` on: (slot + 1, operator, value) each."""
    i = 0
    while i < PATCH_LENGTH:
        if s[base + i * 3] > 0:
            adjust(s, s[base + i * 3] - 1, s[base + i * 3 + 1], s[base + i * 3 + 2])
            s[base + i * 3] = 0
            s[base + i * 3 + 1] = 0
            s[base + i * 3 + 2] = 0
        i = i + 1
    return 0


def adjust(s: list[int], slot: int, operator: int, value: int) -> int:
    """Sets (0), raises (1) or lowers (2) a slot, within its bounds."""
    v = value
    if operator == 1:
        v = s[slot] + value
    if operator == 2:
        v = s[slot] - value
    if v < LOW[slot]:
        v = LOW[slot]
    if v > HIGH[slot]:
        v = HIGH[slot]
    s[slot] = v
    return 0
