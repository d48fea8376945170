"""How a game goes from node to node: dealing, turns, phases, cards."""

from __future__ import annotations

from wargame.kernel.portable.abi import *
from wargame.kernel.portable.deals import judge_deals
from wargame.kernel.portable.orders import adjudicate, reveal, unsealed


def begin_turn(s: list[int], out: list[int]) -> int:
    """Fills the purses, clears the orders and lets hands be dealt."""
    i = 0
    while i < PURSES:
        if s[PHASE] == 0:
            s[PURSE + i] = INCOME[i]
        else:
            left = s[PURSE + i]
            bank = BANK[i]
            s[PURSE + i] = (bank if left > bank else left) + INCOME[i]
        s[SPENT + i] = 0
        i = i + 1
    i = 0
    while i < TEAMS:
        s[SEALED + i] = 0
        i = i + 1
    i = 0
    while i < TEAMS * PER_TEAM:
        order = s[ORDER + i] - 1
        # without a move, what is cleared next is: a store costs less than a wrong jump
        s[ORDERED + order if (order >= 0) & (order < FREE) > 0 else QUEUE + i] = 0
        s[QUEUE + i] = 0
        s[ORDER + i] = 0
        s[BOOST + i] = 0
        s[ENTRY + i] = E_GIVEN
        i = i + 1
    if s[PHASE] > 0:
        i = 0
        while i < HANDS:
            slot = OWED + HAND_DECK[i] * STRIDE + HAND_TEAM[i] + 1
            s[slot] = s[slot] + HAND_DRAW[i]
            i = i + 1
    i = 0
    while i < BOARD_SIZE:
        s[PRIOR + i] = s[BOARD + i]
        i = i + 1
    s[QUEUED] = 0
    s[CURSOR] = 0
    s[TOTAL] = 0
    s[BAND] = 0
    return 0


def settle(s: list[int], out: list[int]) -> int:
    """Lets play run on until somebody must decide; that node is then in s[WAIT]."""
    while s[WAIT] == N_NONE:
        if s[PHASE] == 0 and s[STEP] <= TEAMS:
            deal_agendas(s)
        else:
            owed = owing(s)
            if owed >= 0:
                s[WAIT] = N_CARD
                s[WHO] = owed % STRIDE
                s[WHAT] = owed // STRIDE
            elif s[PHASE] > 0:
                proceed(s, out)
            else:
                begin_turn(s, out)
                s[PHASE] = 1
                s[STEP] = 0
    return s[WAIT]


def deal_agendas(s: list[int]) -> int:
    """Stops at the next team that is dealt an agenda; after the last, owes every hand its cards."""
    if s[STEP] == TEAMS:
        owe_hands(s)
        s[STEP] = s[STEP] + 1
    elif AGENDAS[s[STEP]] > 0:
        s[WAIT] = N_AGENDA
        s[WHO] = s[STEP]
    else:
        s[STEP] = s[STEP] + 1
    return 0


def proceed(s: list[int], out: list[int]) -> int:
    """Does the next thing of the phase that play is in, or stops at its end."""
    does = DOES[s[PHASE]]
    if does == DOES_ADJUDICATION:
        if s[CURSOR] < s[QUEUED]:
            adjudicate(s)
        else:
            s[WAIT] = N_PHASE
    elif does == DOES_ORDERS:
        s[WAIT] = N_ORDERS if unsealed(s) > 0 else N_PHASE
    elif does == DOES_UPKEEP:
        keep_up(s)
    elif s[STEP] > 0:
        s[WAIT] = N_PHASE
    elif does == DOES_EVENTS:
        draw_events(s)
    elif does == DOES_REVEAL:
        reveal(s, out)
        s[STEP] = 1
    else:
        s[WAIT] = N_PHASE
    return 0


def draw_events(s: list[int]) -> int:
    """Lets the next card happen that happens by itself; after the last, owes the phase's own."""
    deck = PHASE_DECK[s[PHASE]]
    card = scripted(s, deck)
    if card >= 0:
        happen(s, card)
    else:
        s[OWED + deck * STRIDE] = s[OWED + deck * STRIDE] + PHASE_DRAWS[s[PHASE]]
        s[STEP] = 1
    return 0


def keep_up(s: list[int]) -> int:
    """Does the next thing of an upkeep; the last upkeep of a turn judges deals and the game."""
    if s[STEP] == 0:
        upkeep(s, s[PHASE])
        s[STEP] = 1
        if drawn(s) >= 0:
            return 0
    if s[STEP] == 1 and LAST_UPKEEP[s[PHASE]] > 0:
        judge_deals(s)
        s[STEP] = 2
        if drawn(s) >= 0:
            return 0
    if s[STEP] == 2:
        grow_late(s)
        mark(s)
        s[STEP] = 3
        s[OVER] = verdict(s, 1 if s[TURN] >= s[LAST_TURN] else 0)
    s[WAIT] = N_OVER if s[OVER] > 0 else N_PHASE
    return 0


def end_phase(s: list[int], out: list[int]) -> int:
    """Ends the phase: the facilitator's decision at a phase node."""
    if DOES[s[PHASE]] == DOES_ORDERS:
        i = 0
        while i < TEAMS:
            s[SEALED + i] = 1
            i = i + 1
    if s[PHASE] == PHASES:
        s[TURN] = s[TURN] + 1
        begin_turn(s, out)
        s[PHASE] = 1
    else:
        s[PHASE] = s[PHASE] + 1
    s[STEP] = 0
    s[WAIT] = N_NONE
    return 0


def mark(s: list[int]) -> int:
    """Remembers which hypotheses have seen what they wait for at the end of some turn."""
    i = 0
    while i < HYPOTHESES:
        if s[EVER + i] == 0:
            s[EVER + i] = hypothesis_ever(s, i)
        i = i + 1
    return 0


def give_agenda(s: list[int], team: int, k: int) -> int:
    """Deals a team its k-th agenda, counted from 0."""
    s[AGENDA + team] = k + 1
    s[STEP] = team + 1
    s[WAIT] = N_NONE
    return 0


def owe_hands(s: list[int]) -> int:
    """Owes every hand its first cards."""
    i = 0
    while i < HANDS:
        s[OWED + HAND_DECK[i] * STRIDE + HAND_TEAM[i] + 1] = HAND_START[i]
        i = i + 1
    return 0


def drawable(s: list[int], out: list[int]) -> int:
    """Lists in `out` the cards that the card node can draw, and returns how many."""
    return pool(s, s[WHAT], out)


def give_card(s: list[int], card: int) -> int:
    """Draws a card for the table or the hand that is owed one."""
    slot = OWED + s[WHAT] * STRIDE + s[WHO]
    s[slot] = s[slot] - 1
    s[WAIT] = N_NONE
    if s[WHO] > 0:
        s[PLACE + card] = s[WHO]
        s[GONE + s[WHAT]] = s[GONE + s[WHAT]] + 1
    else:
        happen(s, card)
    return 0


def forgo_cards(s: list[int]) -> int:
    """Forgets the cards owed to the pile and hand of the card node: there are none to be had."""
    s[OWED + s[WHAT] * STRIDE + s[WHO]] = 0
    s[WAIT] = N_NONE
    return 0


def happen(s: list[int], card: int) -> int:
    """Lets a table card happen: its effects, then its question."""
    s[PLACE + card] = OUT
    s[HAPPENED + card] = s[TURN]
    s[GONE + DECK_OF[card]] = s[GONE + DECK_OF[card]] + 1
    event(s, card)
    if CHOOSER[card] >= 0:
        s[WAIT] = N_CHOICE
        s[WHO] = CHOOSER[card]
        s[WHAT] = card
    return 0


def choose(s: list[int], k: int) -> int:
    """Answers the question of the card in s[WHAT] with its k-th option."""
    s[WAIT] = N_NONE
    option(s, s[WHAT], k)
    return 0
