"""Sight: the one place that knows who may see what.

`glimpse` masks every slot that a seat may not see; a view, its odds, its options and a bot's choice
are functions of the glimpse alone, so two states that a seat cannot tell apart cannot be told apart
by anything that is shown to it.

Offers are more than masked: the place of one in the list tells how many stand between others. So a
seat sees its own in the first places, in an order that comes from what they say, and of the stakes
only those in them.
"""

from __future__ import annotations

from attrs import evolve, field, frozen

from wargame.kernel import decisions as d
from wargame.kernel import patches
from wargame.kernel.odds import Bounds
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.slots import (
    HIDDEN,
    NODES,
    OFFER_FIELDS,
    OFFER_STATES,
    PATCH_LENGTH,
    late_tracks,
)
from wargame.kernel.view import FACILITATOR, PUBLIC
from wargame.scenario.model import Track


@frozen
class Glimpse:
    """Is what one seat sees of a state.

    `slots` is the state with what is hidden masked and with the seat's own list of offers; `hands`
    the number of cards each team holds of each deck, which everybody can count. `masked` are the
    slots to look for what is hidden in; where the seat's own offers stand, they no longer hide any.
    """

    program: Program = field(eq=False, repr=False)
    seat: str
    slots: tuple[int, ...]
    hands: tuple[tuple[int, ...], ...]
    masked: frozenset[int] = field(eq=False, repr=False)


def glimpse(program: Program, state: State, seat: str) -> Glimpse:
    """Returns what a seat (a team's id, `facilitator` or `public`) sees of a state."""
    slots = list(state)
    masked = frozenset(hidden(program, state, seat))
    for slot in masked:
        slots[slot] = HIDDEN
    if not _sees_all(program, state, seat):
        size, first = OFFER_FIELDS, program.layout["OFFER"]
        for rank, place in enumerate(offers(program, state, seat)):
            to, at = first + rank * size, first + place * size
            slots[to : to + size] = state[at : at + size]
        program.run.set_stakes(slots)
    return Glimpse(program, seat, tuple(slots), _hands(program, state), masked)


def _sees_all(program: Program, state: State, seat: str) -> bool:
    """Returns whether nothing is hidden from a seat. When the game is over everything is open."""
    return seat == FACILITATOR or NODES[state[program.layout["WAIT"]]] == "over"


def offers(program: Program, state: State, seat: str) -> tuple[int, ...]:
    """Returns the places of the offers and deals that a seat sees, in the order in which it does.

    Who sees all sees each in its place, free places too.
    """
    places = range(program.layout["OFFERS"])
    if _sees_all(program, state, seat):
        return tuple(places)
    team = program.teams.index(seat) if seat != PUBLIC else -1
    slots = [program.layout["OFFER"] + place * OFFER_FIELDS for place in places]
    said = [state[slot : slot + OFFER_FIELDS] for slot in slots]
    mine = [k for k in places if OFFER_STATES[said[k][0]] != "free" and team in said[k][1:3]]
    return tuple(sorted(mine, key=lambda k: said[k]))


def meant(program: Program, state: State, decision: d.Decision) -> d.Decision:
    """Returns a decision made from a glimpse, with an offer's place in the state for its number.

    A number that the seat was not shown becomes 0, which no offer has.
    """
    if not isinstance(decision, d.Answer | d.Withdraw):
        return decision
    shown = dict(enumerate(offers(program, state, decision.team), start=1))
    return evolve(decision, offer=shown.get(decision.offer, -1) + 1)


def _hands(program: Program, state: State) -> tuple[tuple[int, ...], ...]:
    """Returns how many cards of each deck each team holds."""
    layout, teams = program.layout, len(program.teams)
    first, deck_of = layout["PLACE"], program.run.DECK_OF
    held = [[0] * (layout["OUT"] + 1) for _ in program.scenario.decks]
    for card in program.hand_cards:
        held[deck_of[card]][state[first + card]] += 1
    return tuple(tuple(counts[1 : teams + 1]) for counts in held)


def cards_of(program: Program, deck: int) -> tuple[int, ...]:
    """Returns the numbers of the cards of a deck."""
    first, last = program.run.DECK_FIRST[deck], program.run.DECK_FIRST[deck + 1]
    cards: tuple[int, ...] = program.run.DECK_CARDS[first:last]
    return cards


def hidden(program: Program, state: State, seat: str) -> set[int]:
    """Returns the slots that a seat does not see as they are."""
    layout = program.layout
    if _sees_all(program, state, seat):
        return set()
    team = program.teams.index(seat) if seat != PUBLIC else -1
    unseen = {layout["SEED_A"], layout["SEED_B"]}
    # what a hypothesis waits for may be something that the seat does not see
    unseen.update(range(layout["EVER"], layout["EVER"] + layout["HYPOTHESES"]))
    for area in ("SUCCESS", "FAILURE"):
        # what an argument would change may be something that the seat does not see
        unseen.update(range(layout[area], layout[area] + PATCH_LENGTH * patches.LENGTH))
    for area in ("OFFER", "STAKED"):
        unseen.update(range(layout[area], layout[area] + layout.counts[area]))
    for other in range(len(program.teams)):
        if other != team:
            unseen |= _secrets_of(program, state, other)
    unseen |= _cards_unseen(program, state, team)
    for id in program.guarded:
        unseen |= _board_unseen(program, state, id, seat)
    return unseen


def _secrets_of(program: Program, state: State, team: int) -> set[int]:
    """Returns a team's agenda and, until the reveal, its orders and what they cost."""
    layout = program.layout
    secret = {layout["AGENDA"] + team}
    if not is_revealed(program, state):
        per_team = layout["PER_TEAM"]
        for name in ("ORDER", "BOOST"):
            first = layout[name] + team * per_team
            secret.update(range(first, first + per_team))
        for purse, owner in enumerate(program.run.PURSE_TEAM):
            if owner == team:
                secret.add(layout["SPENT"] + purse)
    return secret


def is_revealed(program: Program, state: State) -> bool:
    """Returns whether this turn's orders lie open."""
    phases = list(program.scenario.phases.values())
    reveal = next(i for i, phase in enumerate(phases, start=1) if phase.does == "reveal")
    return state[program.layout["PHASE"]] >= reveal


def _cards_unseen(program: Program, state: State, team: int) -> set[int]:
    """Returns the places of hand cards that are neither out nor in the team's own hand.

    Whether such a card is in the pile or in another hand is one and the same to the seat.
    """
    place, out = program.layout["PLACE"], program.layout["OUT"]
    # the public has no hand: what lies in the pile is as hidden from it as what others hold
    seen = (out, team + 1 if team >= 0 else out)
    return {place + card for card in program.hand_cards if state[place + card] not in seen}


def _board_unseen(program: Program, state: State, id: str, seat: str) -> set[int]:
    scenario, layout = program.scenario, program.layout
    record = scenario.tracks.get(id) or scenario.ladders.get(id) or scenario.flags[id]
    if "all" in record.seen or seat in record.seen:
        return set()
    first = layout[f"T_{id}"]
    count = len(program.teams) if isinstance(record, Track) and record.each else 1
    prior = layout["PRIOR"] - layout["BOARD"]
    unseen = {first + k for k in range(count)} | {first + prior + k for k in range(count)}
    if isinstance(record, Track) and record.late:
        delay = lateness(program, state, record, seat)
        if delay == 0:
            return set()
        depth = max(late.turns for late in record.late)
        # L_x + k is the value k + 1 turns ago
        shown = depth + 1 if delay is None else delay - 1
        unseen.update(layout[f"L_{id}"] + k for k in range(min(shown, depth + 1)))
    return unseen


def lateness(program: Program, state: State, track: Track, seat: str) -> int | None:
    """Returns how many turns late a seat sees a track now: 0 live, None not at all."""
    if "all" in track.seen or seat in track.seen or seat == FACILITATOR:
        return 0
    for late in track.late:
        if late.team == seat:
            return 0 if program.holds(late.unless.text, state) else late.turns
    return None


def bounds(seen: Glimpse) -> Bounds:
    """Returns, for each slot of the board that the seat does not see, what it must reckon with.

    The ruleset's guess, from what everybody sees; never wider than the track.
    """
    return _bounds(seen, _blank(seen))


def _blank(seen: Glimpse) -> State:
    """Returns what the seat sees, with 0 for what it does not."""
    state = list(seen.slots)
    for slot in seen.masked:
        if state[slot] == HIDDEN:
            state[slot] = 0
    return state


def _bounds(seen: Glimpse, blank: State) -> Bounds:
    program, scenario = seen.program, seen.program.scenario
    tracks = list(scenario.tracks)
    spans: Bounds = {}
    for id in program.guarded:
        first = program.layout[f"T_{id}"]
        if seen.slots[first] != HIDDEN:
            continue
        if id in scenario.tracks:
            track, i = scenario.tracks[id], tracks.index(id)
            low = max(track.low, min(track.high, program.run.least(blank, i)))
            high = max(low, min(track.high, program.run.most(blank, i)))
            for k in range(len(program.teams) if track.each else 1):
                spans[first + k] = (low, high)
        else:
            ladder = scenario.ladders.get(id)
            spans[first] = (0, len(ladder.steps) - 1 if ladder else 1)
    return spans


def imagine(seen: Glimpse) -> State:
    """Returns a whole state as the seat would best guess it: nothing in it comes from elsewhere.

    A late track stands where the seat last saw it, another hidden one in the middle of its guess;
    cards that are not seen lie in the pile, other orders are none, other agendas the first.
    """
    program, layout = seen.program, seen.program.layout
    state = _blank(seen)
    for slot, (low, high) in _bounds(seen, state).items():
        state[slot] = (low + high) // 2
    for id in late_tracks(program.scenario):
        first, track = layout[f"T_{id}"], program.scenario.tracks[id]
        if seen.slots[first] == HIDDEN:
            late = next((late.turns for late in track.late if late.team == seen.seat), 0)
            if late:
                state[first] = seen.slots[layout[f"L_{id}"] + late - 1]
    for team in range(len(program.teams)):
        if seen.slots[layout["AGENDA"] + team] == HIDDEN:
            state[layout["AGENDA"] + team] = min(1, len(program.agendas[team]))
    return state


def may_read(program: Program, before: State, now: State, decision: d.Decision, seat: str) -> bool:
    """Returns whether a seat may read a decision in the record.

    `before` is the state in which it was made, `now` the state of play: when the game is over
    everything is open. Sealed orders are shown by the reveal and not by the record, which also
    holds those that were taken back.
    """
    if _sees_all(program, now, seat):
        return True
    match decision:
        case d.Deal() | d.Order() | d.Argue() | d.Recall():
            return decision.team == seat
        case d.Draw():
            return decision.team in ("", seat)
        case d.Offer():
            return seat in (decision.team, decision.to)
        case d.Answer() | d.Withdraw():
            return decision.team == seat or decision.offer - 1 in offers(program, before, seat)
        case d.Ruling() | d.Inject() | d.Overrule():
            return _sees_patch(program, before, decision.patch, seat)
        case d.Weigh():
            return _sees_patch(program, before, (*decision.success, *decision.failure), seat)
        case _:
            return True


def _sees_patch(program: Program, state: State, patch: d.Patch, seat: str) -> bool:
    unseen = hidden(program, state, seat)
    return not any(patches.slot_of(program, adjust.name) in unseen for adjust in patch)
