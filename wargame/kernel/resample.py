"""Resampling: a whole state that agrees with everything a seat sees, drawn by chance.

What a seat may play ahead on: hidden cards are dealt anew, agendas drawn, hidden tracks placed
within what the ruleset lets the seat reckon with, and sealed orders of others given anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.sight import HIDDEN, Glimpse, bounds, cards_of
from wargame.kernel.slots import late_tracks

if TYPE_CHECKING:
    from random import Random  # handed in: the kernel draws nothing of its own


def resample(seen: Glimpse, random: Random) -> State:
    """Returns a state of which `glimpse` shows the seat exactly what it sees now."""
    program, layout = seen.program, seen.program.layout
    state = [0 if slot == HIDDEN else slot for slot in seen.slots]
    for name in ("SEED_A", "SEED_B"):
        if seen.slots[layout[name]] == HIDDEN:
            state[layout[name]] = random.getrandbits(32)
    for team, agendas in enumerate(program.agendas):
        # before they are dealt nobody has one
        dealt = state[layout["PHASE"]] > 0 or state[layout["STEP"]] > team
        if seen.slots[layout["AGENDA"] + team] == HIDDEN and agendas and dealt:
            state[layout["AGENDA"] + team] = random.randrange(len(agendas)) + 1
    _deal(seen, state, random)
    _place_board(seen, state, random)
    _order(seen, state, random)
    return state


def _deal(seen: Glimpse, state: State, random: Random) -> None:
    """Deals the cards that are not seen: as many to each hand as everybody can count."""
    program, place = seen.program, seen.program.layout["PLACE"]
    for card, team in _shown(seen, state):
        state[place + card] = team + 1
    for deck in range(len(program.scenario.decks)):
        cards = cards_of(program, deck)
        unseen = [c for c in cards if seen.slots[place + c] == HIDDEN and state[place + c] == 0]
        random.shuffle(unseen)
        for team, held in enumerate(seen.hands[deck]):
            shown = sum(state[place + c] == team + 1 for c in cards)
            for _ in range(held - shown):
                state[place + unseen.pop()] = team + 1


def _shown(seen: Glimpse, state: State) -> Iterator[tuple[int, int]]:
    """Yields the hand cards that lie open as orders and have not acted, with their teams."""
    program, layout = seen.program, seen.program.layout
    for entry in range(len(program.teams) * layout["PER_TEAM"]):
        order = state[layout["ORDER"] + entry] - 1
        if 0 <= order < layout["FREE"]:
            card = program.run.CARD[order]
            if card >= 0 and seen.slots[layout["PLACE"] + card] == HIDDEN:
                yield card, entry // layout["PER_TEAM"]


def _place_board(seen: Glimpse, state: State, random: Random) -> None:
    program, layout = seen.program, seen.program.layout
    prior = layout["PRIOR"] - layout["BOARD"]
    for slot, (low, high) in bounds(seen).items():
        state[slot] = random.randint(low, high)
        if seen.slots[slot + prior] == HIDDEN:
            state[slot + prior] = state[slot]
    for id, depth in late_tracks(program.scenario).items():
        # past values that are not seen lie where the track is placed now
        for slot in range(layout[f"L_{id}"], layout[f"L_{id}"] + depth + 1):
            if seen.slots[slot] == HIDDEN:
                state[slot] = state[layout[f"T_{id}"]]


def _order(seen: Glimpse, state: State, random: Random) -> None:
    """Gives those who have sealed unseen orders other orders that they might have given."""
    program: Program = seen.program
    layout, run = program.layout, program.run
    out = program.scratch()
    waiting = state[layout["WAIT"]]
    for team in range(len(program.teams)):
        if (
            seen.slots[layout["ORDER"] + team * layout["PER_TEAM"]] == HIDDEN
            and (state[layout["SEALED"] + team])
        ):
            state[layout["SEALED"] + team] = 0
            seed = (state[layout["SEED_A"]], state[layout["SEED_B"]])
            state[layout["SEED_A"]] = random.getrandbits(32)
            run.play_orders(state, team, out, 1, 0)
            state[layout["SEED_A"]], state[layout["SEED_B"]] = seed
    # sealing moved play on; it stands where the seat sees it stand
    state[layout["WAIT"]] = waiting
