"""Nodes: what play waits for, and where in the turn it stands."""

from __future__ import annotations

from attrs import frozen

from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.slots import NODES
from wargame.kernel.view import FACILITATOR
from wargame.language import trc

CHANCE = "chance"


@frozen
class Node:
    """Is what play waits for: its kind (docs/flow.md) and the seats that have to decide."""

    kind: str
    seats: tuple[str, ...]


def node(program: Program, state: State) -> Node:
    """Returns what play waits for."""
    layout = program.layout
    kind = NODES[state[layout["WAIT"]]]
    if kind == "orders":
        sealed = layout["SEALED"]
        return Node(kind, tuple(t for i, t in enumerate(program.teams) if not state[sealed + i]))
    if kind in ("agenda", "card", "dice"):
        return Node(kind, (CHANCE,))
    if kind == "choice":
        return Node(kind, (program.teams[state[layout["WHO"]]],))
    if kind == "over":
        return Node(kind, ())
    return Node(kind, (FACILITATOR,))


def awaited(kind: str) -> str:
    """Returns what people call a kind of node: the thing that play waits for."""
    return {
        "agenda": trc("play waits for", "agenda"),
        "card": trc("play waits for", "card"),
        "dice": trc("play waits for", "dice"),
        "choice": trc("play waits for", "choice"),
        "orders": trc("play waits for", "orders"),
        "ruling": trc("play waits for", "ruling"),
        "weigh": trc("play waits for", "weigh"),
        "phase": trc("play waits for", "phase"),
        "over": trc("play waits for", "over"),
    }[kind]


def turn_of(program: Program, state: State) -> int:
    """Returns the number of the turn, from 1."""
    return state[program.layout["TURN"]]


def phase_of(program: Program, state: State) -> str:
    """Returns the id of the phase, or "" while agendas and hands are dealt."""
    number = state[program.layout["PHASE"]]
    return program.phases[number - 1] if number else ""


def does(program: Program, state: State) -> str:
    """Returns what the phase is for (PHASE_KINDS), or "" while agendas and hands are dealt."""
    phase = phase_of(program, state)
    return program.scenario.phases[phase].does if phase else ""


def drawable(program: Program, state: State) -> tuple[str, ...]:
    """Returns the cards that the card node can draw."""
    out = program.scratch()
    return tuple(program.cards[c] for c in out[: program.run.drawable(state, out)])


def injectable(program: Program, state: State) -> tuple[str, ...]:
    """Returns the table cards that have not happened yet."""
    scenario, place = program.scenario, program.layout["PLACE"]
    return tuple(
        id
        for i, (id, card) in enumerate(scenario.cards.items())
        if not scenario.decks[card.deck].to and state[place + i] == 0
    )


def bands_of(program: Program, state: State) -> tuple[str, ...]:
    """Returns the bands of the roll that is being adjudicated."""
    number = program.run.roll_of(state)
    return tuple(list(program.scenario.rolls.values())[number - 1].bands)


def boosts(program: Program, state: State, team: int, order: int) -> int:
    """Returns how many points the team could add to the roll of an order it could give."""
    layout, run = program.layout, program.run
    if run.ROLL[order] == 0:
        return 0
    purse = run.PAYS[order * len(program.teams) + team]
    left = run.left_in(state, purse) - run.COST[order]
    spare: int = max(0, min(layout["MOST_BOOST"], left))
    return spare


def can_argue(program: Program, state: State, team: int) -> bool:
    """Returns whether the team has room for a matrix argument of its own."""
    about = program.scenario.about
    first = program.layout["ORDER"] + team * program.layout["PER_TEAM"] + about.orders
    return bool(about.roll) and 0 in state[first : first + about.arguments]
