"""The hand-written half of the generated program: how play goes on, for any scenario.

This file is never imported at play: `generate` copies its text between a scenario's constants and
its generated functions, and the whole is one module. It is therefore written in the portable
subset (ints, `s[i]`, tables by constant name, if/while, calls of other program functions), so that
the same text can be translated to native code. `s` is the state and `out` a scratch list; every
function returns an int. `abi` declares, for readers and type checkers, what the generator supplies.
"""

from wargame.kernel.abi import *  # noqa: F403
from wargame.kernel.chance import number

# program


def begin_turn(s, out):
    """Fills the purses, clears the orders and lets hands be dealt."""
    i = 0
    while i < PURSES:
        if s[PHASE] == 0:
            s[PURSE + i] = INCOME[i]
        else:
            if s[PURSE + i] > BANK[i]:
                s[PURSE + i] = BANK[i]
            s[PURSE + i] = s[PURSE + i] + INCOME[i]
        s[SPENT + i] = 0
        i = i + 1
    i = 0
    while i < TEAMS:
        s[SEALED + i] = 0
        i = i + 1
    i = 0
    while i < TEAMS * PER_TEAM:
        s[ORDER + i] = 0
        s[BOOST + i] = 0
        s[ENTRY + i] = E_GIVEN
        i = i + 1
    i = 0
    while i < s[QUEUED]:
        s[QUEUE + i] = 0
        i = i + 1
    i = 0
    while i < ORDERS:
        s[ORDERED + i] = 0
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


def settle(s, out):
    """Lets play run on until somebody must decide; that node is then in s[WAIT]."""
    while s[WAIT] == N_NONE:
        if s[PHASE] == 0 and s[STEP] < TEAMS:
            if AGENDAS[s[STEP]] > 0:
                s[WAIT] = N_AGENDA
                s[WHO] = s[STEP]
            else:
                s[STEP] = s[STEP] + 1
        elif owing(s) >= 0:
            i = owing(s)
            s[WAIT] = N_CARD
            s[WHO] = i % STRIDE
            s[WHAT] = i // STRIDE
        elif s[PHASE] == 0:
            begin_turn(s, out)
            s[PHASE] = 1
            s[STEP] = 0
        else:
            proceed(s, out)
    return s[WAIT]


def proceed(s, out):
    """Does the next thing of the phase that play is in."""
    does = DOES[s[PHASE]]
    if does == DOES_EVENTS and s[STEP] == 0:
        card = scripted(s, PHASE_DECK[s[PHASE]])
        if card >= 0:
            happen(s, card)
        else:
            s[OWED + PHASE_DECK[s[PHASE]] * STRIDE] = (
                s[OWED + PHASE_DECK[s[PHASE]] * STRIDE] + PHASE_DRAWS[s[PHASE]]
            )
            s[STEP] = 1
    elif does == DOES_ORDERS and unsealed(s) > 0:
        s[WAIT] = N_ORDERS
    elif does == DOES_REVEAL and s[STEP] == 0:
        reveal(s)
        s[STEP] = 1
    elif does == DOES_ADJUDICATION and s[CURSOR] < s[QUEUED]:
        adjudicate(s)
    elif does == DOES_UPKEEP and s[STEP] == 0:
        upkeep(s, s[PHASE])
        s[STEP] = 1
    elif does == DOES_UPKEEP and s[STEP] == 1 and LAST_UPKEEP[s[PHASE]] > 0:
        judge_deals(s)
        s[STEP] = 2
    elif does == DOES_UPKEEP and s[STEP] == 2:
        grow_late(s)
        s[STEP] = 3
        s[OVER] = verdict(s, 1 if s[TURN] >= s[LAST_TURN] else 0)
        if s[OVER] > 0:
            s[WAIT] = N_OVER
    else:
        s[WAIT] = N_PHASE
    return 0


def end_phase(s, out):
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


def unsealed(s):
    """Counts the teams that have not sealed."""
    n = 0
    i = 0
    while i < TEAMS:
        if s[SEALED + i] == 0:
            n = n + 1
        i = i + 1
    return n


def give_agenda(s, team, k):
    """Deals a team its k-th agenda, counted from 0."""
    s[AGENDA + team] = k + 1
    s[STEP] = team + 1
    if team + 1 == TEAMS:
        owe_hands(s)
    s[WAIT] = N_NONE
    return 0


def owe_hands(s):
    """Owes every hand its first cards."""
    i = 0
    while i < HANDS:
        s[OWED + HAND_DECK[i] * STRIDE + HAND_TEAM[i] + 1] = HAND_START[i]
        i = i + 1
    return 0


def drawable(s, out):
    """Lists in `out` the cards that the card node can draw, and returns how many."""
    if s[WHO] > 0:
        return hand_pool(s, s[WHAT], s[WHO], out)
    return pool(s, s[WHAT], out)


def hand_pool(s, deck, who, out):
    """Lists the cards that a hand can be dealt: none when it is full."""
    n = 0
    held = 0
    i = DECK_FIRST[deck]
    while i < DECK_FIRST[deck + 1]:
        place = s[PLACE + DECK_CARDS[i]]
        if place == 0:
            out[n] = DECK_CARDS[i]
            n = n + 1
        elif place == who:
            held = held + 1
        i = i + 1
    if held >= DECK_LIMIT[deck]:
        return 0
    return n


def gone(s, deck):
    """Counts the cards that have left the pile of a deck."""
    n = 0
    i = DECK_FIRST[deck]
    while i < DECK_FIRST[deck + 1]:
        if s[PLACE + DECK_CARDS[i]] > 0:
            n = n + 1
        i = i + 1
    return n


def give_card(s, card):
    """Draws a card for the table or the hand that is owed one."""
    slot = OWED + s[WHAT] * STRIDE + s[WHO]
    s[slot] = s[slot] - 1
    s[WAIT] = N_NONE
    if s[WHO] > 0:
        s[PLACE + card] = s[WHO]
    else:
        happen(s, card)
    return 0


def forgo_cards(s):
    """Forgets the cards owed to the pile and hand of the card node: there are none to be had."""
    s[OWED + s[WHAT] * STRIDE + s[WHO]] = 0
    s[WAIT] = N_NONE
    return 0


def happen(s, card):
    """Lets a table card happen: its effects, then its question."""
    s[PLACE + card] = OUT
    event(s, card)
    if CHOOSER[card] >= 0:
        s[WAIT] = N_CHOICE
        s[WHO] = CHOOSER[card]
        s[WHAT] = card
    return 0


def choose(s, k):
    """Answers the question of the card in s[WHAT] with its k-th option."""
    s[WAIT] = N_NONE
    option(s, s[WHAT], k)
    return 0


def place_order(s, team, order, points):
    """Puts an order into the team's first free place and reserves its cost and its boost."""
    k = team * PER_TEAM
    if order == FREE or ARGUMENT[order] > 0:
        k = k + PLAIN_ORDERS
    while s[ORDER + k] > 0:
        k = k + 1
    s[ORDER + k] = order + 1
    s[BOOST + k] = points
    s[ENTRY + k] = E_GIVEN
    if order < FREE:
        purse = PAYS[order * TEAMS + team]
        s[SPENT + purse] = s[SPENT + purse] + COST[order] + points
    return 0


def seal(s, team):
    """Seals a team's orders; with the last seal the phase can end."""
    s[SEALED + team] = 1
    if s[WAIT] == N_ORDERS:
        s[WAIT] = N_NONE
    return 0


def recall(s, team):
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


def reveal(s):
    """Pays what was reserved, queues the orders and judges the clashes."""
    i = 0
    while i < PURSES:
        s[PURSE + i] = s[PURSE + i] - s[SPENT + i]
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
            # insertion keeps equal priorities in the order of teams and places
            j = n
            while j > 0 and priority(s, s[QUEUE + j - 1]) > priority(s, e):
                s[QUEUE + j] = s[QUEUE + j - 1]
                j = j - 1
            s[QUEUE + j] = e
            n = n + 1
        e = e + 1
    s[QUEUED] = n
    i = 0
    while i < CLASHES:
        if s[ORDERED + CLASH_A[i]] == 1 and s[ORDERED + CLASH_B[i]] == 1:
            if clash(s, i) > 0:
                if VOIDS_A[i] > 0:
                    void(s, CLASH_A[i])
                if VOIDS_B[i] > 0:
                    void(s, CLASH_B[i])
        i = i + 1
    return 0


def priority(s, e):
    """Returns when the order of that entry acts; free arguments act last."""
    order = s[ORDER + e] - 1
    if order == FREE:
        return 1000
    return PRIORITY[order]


def void(s, order):
    """Voids an order: it stays revealed and paid, but comes to nothing."""
    s[ORDERED + order] = 2
    e = 0
    while e < TEAMS * PER_TEAM:
        if s[ORDER + e] == order + 1:
            s[ENTRY + e] = E_VOIDED
        e = e + 1
    return 0


def adjudicate(s):
    """Takes the order at the cursor one step further."""
    e = s[QUEUE + s[CURSOR]]
    order = s[ORDER + e] - 1
    team = e // PER_TEAM
    if s[ENTRY + e] == E_VOIDED:
        if CARD[order] >= 0:
            s[PLACE + CARD[order]] = OUT
        s[CURSOR] = s[CURSOR] + 1
    elif order == FREE:
        s[WHO] = team
        s[WHAT] = FREE
        s[ENTRY + e] = E_PENDING
        s[WAIT] = N_WEIGH
    elif s[ENTRY + e] == E_WAITING:
        if needs(s, order) == 0:
            purse = PAYS[order * TEAMS + team]
            s[PURSE + purse] = s[PURSE + purse] + COST[order] + s[BOOST + e]
            s[ENTRY + e] = E_LAPSED
            s[CURSOR] = s[CURSOR] + 1
        else:
            if CARD[order] >= 0:
                s[PLACE + CARD[order]] = OUT
            s[TIMES + order] = s[TIMES + order] + 1
            s[LAST + order] = s[TURN]
            s[ENTRY + e] = E_PENDING
            act(s, order)
    elif ROLL[order] > 0:
        s[WHO] = team
        s[WHAT] = order
        s[WAIT] = N_DICE
    else:
        finish_order(s)
    return 0


def finish_order(s):
    """Counts the order at the cursor as carried out and moves on."""
    s[ENTRY + s[QUEUE + s[CURSOR]]] = E_CARRIED_OUT
    s[CURSOR] = s[CURSOR] + 1
    s[TOTAL] = 0
    s[BAND] = 0
    s[WAIT] = N_NONE
    return 0


def net_of(s):
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


def roll_of(s):
    """Returns the roll of the order at the dice node, counted from 1."""
    if s[WHAT] == FREE:
        return FREE_ROLL
    return ROLL[s[WHAT]]


def roll_dice(s, total):
    """Turns the total of the faces into a pending outcome."""
    s[TOTAL] = total + net_of(s)
    s[BAND] = band(s[TOTAL], roll_of(s)) + 1
    s[WAIT] = N_RULING
    return 0


def accept(s):
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


def apply_patch(s, base):
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


def adjust(s, slot, operator, value):
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


# An offer has OFFER_FIELDS slots: state, from, to, give + 1, by, want + 1, by, and for each
# promise whether it is open (0), kept (1) or broken (2), as give + 3 * want.


def judge_deals(s):
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


def judge_promise(s, f, promise, doer, victim, state):
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


def clear_offer(s, f):
    """Empties an offer's slots."""
    i = 0
    while i < OFFER_FIELDS:
        s[f + i] = 0
        i = i + 1
    return 0


def strike(s, k):
    """Strikes the deal of offer k: both sides put up their stake."""
    f = OFFER + k * OFFER_FIELDS
    s[f] = F_STRUCK
    s[PURSE + FIRST_PURSE[s[f + 1]]] = s[PURSE + FIRST_PURSE[s[f + 1]]] - STAKE
    s[PURSE + FIRST_PURSE[s[f + 2]]] = s[PURSE + FIRST_PURSE[s[f + 2]]] - STAKE
    return 0


# Playouts: chance and players in the program itself. `policy` has a bit for each team that plays
# by its doctrine instead of at random; `key` distinguishes playouts of one seed.


def chance_dice(s):
    """Returns the total of the engine's dice at a dice node."""
    roll = roll_of(s)
    purpose = s[WHAT]
    if purpose == FREE:
        purpose = FREE + s[WHO]
    total = 0
    i = 0
    while i < DICE[roll]:
        total = total + 1 + number(
            s[SEED_A], s[SEED_B], s[TURN], PURPOSE_DICE + purpose, i, SIDES[roll]
        )
        i = i + 1
    return total


def chance_card(s, out):
    """Returns the engine's card at a card node, or -1 when there is none to be had."""
    n = drawable(s, out)
    if n == 0:
        return -1
    purpose = PURPOSE_CARD + s[WHAT] * 16 + s[WHO]
    return out[number(s[SEED_A], s[SEED_B], s[TURN], purpose, gone(s, s[WHAT]), n)]


def chance_agenda(s):
    """Returns the engine's agenda for the team at an agenda node."""
    return number(s[SEED_A], s[SEED_B], s[TURN], PURPOSE_AGENDA + s[WHO], 0, AGENDAS[s[WHO]])


def playout(s, out, policy, key):
    """Plays the game on to its end and returns the number of orders given."""
    settle(s, out)
    played = 0
    while s[WAIT] != N_OVER:
        wait = s[WAIT]
        if wait == N_ORDERS:
            team = 0
            while team < TEAMS:
                if s[SEALED + team] == 0:
                    played = played + play_orders(s, team, out, (policy >> team) & 1, key)
                team = team + 1
        elif wait == N_PHASE:
            end_phase(s, out)
        elif wait == N_DICE:
            roll_dice(s, chance_dice(s))
        elif wait == N_RULING:
            accept(s)
        elif wait == N_CARD:
            card = chance_card(s, out)
            if card < 0:
                forgo_cards(s)
            else:
                give_card(s, card)
        elif wait == N_CHOICE:
            purpose = PURPOSE_POLICY + 100 + s[WHAT]
            choose(s, number(s[SEED_A], s[SEED_B], s[TURN], purpose, key, OPTIONS[s[WHAT]]))
        elif wait == N_AGENDA:
            give_agenda(s, s[WHO], chance_agenda(s))
        else:
            # a free argument that is nobody's in a playout: it weighs nothing
            s[WEIGHED] = 0
            s[WAIT] = N_DICE
        settle(s, out)
    return played


def play_orders(s, team, out, doctrine, key):
    """Gives and seals a team's orders for a playout; returns how many it gave."""
    given = 0
    while s[SEALED + team] == 0:
        n = legal(s, team, out)
        purpose = PURPOSE_POLICY + team
        index = key * 16 + given
        if doctrine > 0:
            pick = by_doctrine(s, team, out, n, index)
        else:
            pick = number(s[SEED_A], s[SEED_B], s[TURN], purpose, index, n + 1)
        if pick == n:
            seal(s, team)
        else:
            order = out[pick]
            points = 0
            if ROLL[order] > 0:
                purse = PAYS[order * TEAMS + team]
                spare = s[PURSE + purse] - s[SPENT + purse] - COST[order]
                if spare > MOST_BOOST:
                    spare = MOST_BOOST
                if spare > 0:
                    # half of the time a spare point goes to another use
                    points = number(
                        s[SEED_A], s[SEED_B], s[TURN], purpose + 32, index, spare * 2 + 1
                    )
                    points = points - spare
                    if points < 0:
                        points = 0
            place_order(s, team, order, points)
            given = given + 1
    return given


def by_doctrine(s, team, out, n, index):
    """Picks one of the n orders in `out`, or n to seal, in proportion to its squared weight."""
    agenda = AGENDA_AT[team * MOST_AGENDAS + s[AGENDA + team] - 1]
    total = 1
    i = 0
    while i < n:
        w = weight(s, agenda, out[i])
        total = total + w * w
        i = i + 1
    at = number(s[SEED_A], s[SEED_B], s[TURN], PURPOSE_POLICY + 64 + team, index, total)
    i = 0
    while i < n:
        w = weight(s, agenda, out[i])
        at = at - w * w
        if at < 0:
            return i
        i = i + 1
    return n
