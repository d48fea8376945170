"""Play: `step(program, state, decision) -> state`.

A state is a list of ints and is never changed in place here. What is refused is refused before
anything is changed.
"""

from __future__ import annotations

from typing import Any

from wargame.errors import DecisionIllegal
from wargame.kernel import decisions as d
from wargame.kernel.node import awaited, node
from wargame.kernel.program import Cause, Program
from wargame.kernel.setup import Setup, State, empty_state
from wargame.kernel.slots import NODES
from wargame.kernel.steps import STEPS
from wargame.language import tr


def begin(program: Program, setup: Setup) -> State:
    """Returns the state at the first node of a new game.

    Raises:
        UsageInvalid: the preset, a switch or the seed cannot be used.
    """
    s = empty_state(program, setup)
    _rest(program, program.run, s)
    program.take_causes()
    return s


def step(program: Program, state: State, decision: d.Decision) -> State:
    """Returns the state after a decision.

    Raises:
        DecisionMalformed: it names something that does not exist.
        DecisionIllegal: the rules do not allow it now.
        CapacityReached: a fixed capacity of the ruleset is used up.
    """
    s = state.copy()
    _play(program, program.run, s, decision)
    return s


def trace(program: Program, state: State, decision: d.Decision) -> tuple[State, tuple[Cause, ...]]:
    """Returns the state after a decision and what changed it, in order. Raises as `step`."""
    s = state.copy()
    program.take_causes()
    _play(program, program.traced, s, decision)
    return s, program.take_causes()


def chance(program: Program, state: State) -> d.Decision:
    """Returns the engine's draw at a chance node: the same for the same seed, turn and purpose.

    Raises:
        DecisionIllegal: chance has nothing to decide.
    """
    layout, run = program.layout, program.run
    kind = node(program, state).kind
    who = state[layout["WHO"]]
    if kind == "agenda":
        return d.Deal(program.teams[who], program.agendas[who][run.chance_agenda(state)])
    if kind == "card":
        card = run.chance_card(state, program.scratch())
        return d.Draw(program.cards[card], program.teams[who - 1] if who else "")
    if kind == "dice":
        return d.Roll(_faces(program, state))
    raise DecisionIllegal(
        tr("nothing to draw now"), remedy=tr("play waits for: {what}", what=awaited(kind))
    )


def _faces(program: Program, state: State) -> tuple[int, ...]:
    layout, run = program.layout, program.run
    roll = run.roll_of(state)
    purpose = run.dice_purpose(state)
    seed = (state[layout["SEED_A"]], state[layout["SEED_B"]], state[layout["TURN"]])
    return tuple(1 + run.number(*seed, purpose, i, run.SIDES[roll]) for i in range(run.DICE[roll]))


def _rest(program: Program, run: Any, s: State) -> None:
    """Lets play run to the next node, passing over cards that are owed but not to be had."""
    out = program.scratch()
    run.settle(s, out)
    while NODES[s[program.layout["WAIT"]]] == "card" and run.drawable(s, out) == 0:
        run.forgo_cards(s)
        run.settle(s, out)


def _play(program: Program, run: Any, s: State, decision: d.Decision) -> None:
    STEPS[type(decision)](program, run, s, decision)
    _rest(program, run, s)
