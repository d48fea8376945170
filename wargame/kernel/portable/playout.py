"""Chance and players inside the program, for playouts.

`policy` has a bit for each team that plays by its doctrine instead of at random; `key` tells
playouts of one seed apart.
"""

from __future__ import annotations

from wargame.kernel.chance import number
from wargame.kernel.portable.abi import *
from wargame.kernel.portable.choices import (
    find_open,
    find_ready,
    is_open,
    left_in,
    list_bits,
    pick_open,
)
from wargame.kernel.portable.flow import (
    choose,
    drawable,
    end_phase,
    forgo_cards,
    give_agenda,
    give_card,
    settle,
)
from wargame.kernel.portable.orders import (
    accept,
    place_order,
    roll_dice,
    roll_of,
    seal,
)


def dice_purpose(s: list[int]) -> int:
    """Returns what the dice at the dice node are for; each free argument has its own."""
    if s[WHAT] == FREE:
        return PURPOSE_DICE + FREE + s[QUEUE + s[CURSOR]]
    return PURPOSE_DICE + s[WHAT]


def chance_dice(s: list[int]) -> int:
    """Returns the total of the engine's dice at a dice node."""
    roll = roll_of(s)
    purpose = dice_purpose(s)
    total = 0
    i = 0
    while i < DICE[roll]:
        total = total + 1 + number(s[SEED_A], s[SEED_B], s[TURN], purpose, i, SIDES[roll])
        i = i + 1
    return total


def chance_card(s: list[int], out: list[int]) -> int:
    """Returns the engine's card at a card node, or -1 when there is none to be had."""
    n = drawable(s, out)
    if n == 0:
        return -1
    purpose = PURPOSE_CARD + s[WHAT] * 16 + s[WHO]
    return out[number(s[SEED_A], s[SEED_B], s[TURN], purpose, s[GONE + s[WHAT]], n)]


def chance_agenda(s: list[int]) -> int:
    """Returns the engine's agenda for the team at an agenda node, or the one that is fixed."""
    if HYPOTHESES > 0 and s[CONDUCT] > 0:
        fixed = CONDUCT_AGENDA[(s[CONDUCT] - 1) * TEAMS + s[WHO]]
        if fixed > 0:
            return fixed - 1
    return number(s[SEED_A], s[SEED_B], s[TURN], PURPOSE_AGENDA + s[WHO], 0, AGENDAS[s[WHO]])


def playout(s: list[int], out: list[int], policy: int, key: int) -> int:
    """Plays the game on to its end and returns the number of orders given."""
    played = 0
    while play_on(s, out) != N_OVER:
        if s[WAIT] == N_ORDERS:
            team = 0
            while team < TEAMS:
                if s[SEALED + team] == 0:
                    played = played + play_orders(s, team, out, (policy >> team) & 1, key)
                team = team + 1
        else:
            choose_by_chance(s, key)
    return played


def play_on(s: list[int], out: list[int]) -> int:
    """Lets play run on until a team must decide or the game is over; that node is in s[WAIT]."""
    decided = 1
    while decided > 0:
        decided = let_stand(s, settle(s, out), out)
    return s[WAIT]


def let_stand(s: list[int], wait: int, out: list[int]) -> int:
    """Decides for chance and for a facilitator who lets everything stand; 0 if neither is asked."""
    if wait == N_DICE:
        roll_dice(s, chance_dice(s))
        wait = N_RULING
    if wait == N_CARD:
        card = chance_card(s, out)
        if card < 0:
            forgo_cards(s)
        else:
            give_card(s, card)
    elif wait == N_RULING:
        accept(s)
    elif wait == N_PHASE:
        end_phase(s, out)
    elif wait == N_AGENDA:
        give_agenda(s, s[WHO], chance_agenda(s))
    elif wait == N_WEIGH:
        # a free argument that is nobody's in a playout: it weighs nothing
        s[WEIGHED] = 0
        s[WAIT] = N_DICE
    else:
        return 0
    return 1


def choose_by_chance(s: list[int], key: int) -> int:
    """Answers a card's question with any of its options."""
    purpose = PURPOSE_POLICY + 100 + s[WHAT]
    choose(s, number(s[SEED_A], s[SEED_B], s[TURN], purpose, key, OPTIONS[s[WHAT]]))
    return 0


def play_orders(s: list[int], team: int, out: list[int], doctrine: int, key: int) -> int:
    """Gives and seals a team's orders for a playout; returns how many it gave."""
    find_ready(s, team, out)
    n = 0
    if doctrine > 0:
        n = square_weights(s, team, out)
    return give_orders(s, team, out, n, doctrine, key)


def give_orders(s: list[int], team: int, out: list[int], n: int, doctrine: int, key: int) -> int:
    """Gives and seals a team's orders out of the ready ones; returns how many it gave.

    If the team follows its doctrine, `square_weights` has listed n.
    """
    given = 0
    while s[SEALED + team] == 0:
        m = find_open(s, team, out)
        purpose = PURPOSE_POLICY + team
        index = key * 16 + given
        choice = -1
        if doctrine > 0:
            choice = by_doctrine(s, team, out, n, index)
        else:
            pick = number(s[SEED_A], s[SEED_B], s[TURN], purpose, index, m + 1)
            if pick < m:
                choice = pick_open(out, pick)
        if choice < 0:
            seal(s, team)
        else:
            order = CHOICE[team * CHOICES + choice]
            spare = spare_points(s, team, order)
            points = 0
            if spare > 0:
                # half of the time a spare point goes to another use
                points = number(s[SEED_A], s[SEED_B], s[TURN], purpose + 32, index, spare * 2 + 1)
                points = points - spare
                if points < 0:
                    points = 0
            place_order(s, team, order, points)
            given = given + 1
    return given


def spare_points(s: list[int], team: int, order: int) -> int:
    """Returns how many points a team could add to the roll of an order."""
    if MOST_BOOST == 0 or ROLL[order] == 0:
        return 0
    purse = PAYS[order * TEAMS + team]
    spare = left_in(s, purse) - COST[order]
    if spare > MOST_BOOST:
        spare = MOST_BOOST
    if spare < 0:
        spare = 0
    return spare


def weight(s: list[int], agenda: int, i: int) -> int:
    """Returns what an order weighs: by the doctrine that is being tested, else by the agenda's."""
    if HYPOTHESES > 0 and s[CONDUCT] > 0:
        said = hypothesis_weight(s, s[CONDUCT], i)
        if said >= 0:
            return said
    return agenda_weight(s, agenda, i)


def by_doctrine(s: list[int], team: int, out: list[int], n: int, index: int) -> int:
    """Picks an open one of n ready choices by their squared weights, or -1 to seal."""
    total = 1
    i = CHOICES
    while i < CHOICES + n:
        k = out[i]
        if is_open(out, k) > 0:
            total = total + out[k]
        i = i + 1
    at = number(s[SEED_A], s[SEED_B], s[TURN], PURPOSE_POLICY + 64 + team, index, total)
    i = CHOICES
    while i < CHOICES + n:
        k = out[i]
        if is_open(out, k) > 0:
            at = at - out[k]
            if at < 0:
                return k
        i = i + 1
    return -1


def square_weights(s: list[int], team: int, out: list[int]) -> int:
    """Lists the ready choices in `out` from CHOICES on, and returns how many there are.

    At its head are their weights in the team's doctrine, squared: its agenda's, bent by what the
    team has promised.
    """
    agenda = -1
    if s[AGENDA + team] > 0:
        agenda = AGENDA_AT[team * MOST_AGENDAS + s[AGENDA + team] - 1]
    has_promised = promises(s, team)
    n = list_bits(out, READY, CHOICES)
    i = CHOICES
    while i < CHOICES + n:
        order = CHOICE[team * CHOICES + out[i]]
        w = weight(s, agenda, order)
        if has_promised > 0:
            w = w + pull(s, team, order)
        if w < 0:
            w = 0
        out[out[i]] = w * w
        i = i + 1
    return n


def promises(s: list[int], team: int) -> int:
    """Counts the struck deals that a team is a party to."""
    n = 0
    f = OFFER
    while f < OFFER + OFFERS * OFFER_FIELDS:
        if s[f] == F_STRUCK and (s[f + 1] == team or s[f + 2] == team):
            n = n + 1
        f = f + OFFER_FIELDS
    return n


def pull(s: list[int], team: int, order: int) -> int:
    """Returns what a team's open promises add to the weight of an order.

    What fulfils a promise weighs more, what would break one less; twice as much if it is now due.
    """
    total = 0
    f = OFFER
    while f < OFFER + OFFERS * OFFER_FIELDS:
        if s[f] == F_STRUCK:
            if s[f + 1] == team and s[f + 7] == 0:
                total = total + pull_of(s, s[f + 3] - 1, s[f + 4], order)
            if s[f + 2] == team and s[f + 8] == 0:
                total = total + pull_of(s, s[f + 5] - 1, s[f + 6], order)
        f = f + OFFER_FIELDS
    return total


def pull_of(s: list[int], t: int, due: int, order: int) -> int:
    """Returns what one promise adds; term -1 is no promise."""
    if t < 0:
        return 0
    w = KEEPING
    if s[TURN] == due:
        w = KEEPING * 2
    i = TERM_FIRST[t]
    while i < TERM_FIRST[t + 1]:
        if TERM_MOVES[i] == order:
            return w if TERM_DONE[t] > 0 else -w
        i = i + 1
    return 0
