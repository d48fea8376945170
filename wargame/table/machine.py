"""The turn machine: what a phase allows, and who is told when the next one begins.

The phase is a slot of the kernel's state and only the kernel changes it. The machine reads it
through `Turn.phase`; its guards ask the kernel what play waits for and where a decision leads; its
transitions commit the state that the kernel has worked out, once the decision is on disk. So there
is one flow, and the machine is the one place that says which actions a phase has.

One Machine serves every game whose phases are the same: making one costs far more than a turn.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import cast

from transitions import EventData, Machine, MachineError

from wargame.errors import PhaseRefused
from wargame.kernel.decisions import Decision, seat_of
from wargame.kernel.node import node, phase_of
from wargame.kernel.play import step
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.language import tr
from wargame.text import together

SET_UP, OVER = "set-up", "game-over"
"""The machine's states beside the phases; no phase has such an id."""

TALK = ("offer", "answer", "withdraw")

IN_PHASE = {
    "events": (),
    "talk": TALK,
    "orders": ("order", "argue", "seal", "recall", *TALK),
    "reveal": (),
    "adjudication": ("weigh", "roll", "accept", "overrule"),
    "upkeep": (),
    "hot_wash": (),
}
"""What is done in each kind of phase, beside what may come up in all of them."""

IN_EVERY_PHASE = ("draw", "choose", "rule", "inject", "advance")
IN_SET_UP = ("deal", "draw", "rule", "inject")

AT_NODE = {
    "agenda": ("deal",),
    "card": ("draw",),
    "dice": ("roll",),
    "choice": ("choose",),
    "orders": ("order", "argue", "seal", "recall", *TALK, "advance"),
    "ruling": ("accept", "overrule"),
    "weigh": ("weigh",),
    "phase": (*TALK, "recall", "advance"),
    "over": (),
}
"""What each node takes (docs/flow.md), beside rulings and injects, which all but `over` take."""

AT_ANY_NODE = ("rule", "inject")

CHANCE_VERBS = ("deal", "draw", "roll")
FACILITATOR_VERBS = ("accept", "overrule", "weigh", "rule", "inject", "advance")

Written = Callable[[Decision, State], None]
Entered = Callable[[str], None]


def verb(decision: Decision) -> str:
    """Returns the first word of a decision's notation, which is the machine's trigger."""
    return str(decision).split(" ", 1)[0]


class Turn:
    """Is the machine's model: where one game stands.

    `write` puts a decision on disk and returns; what it raises leaves the state as it was.
    `enter` is called with the phase that has begun, `OVER` at the end of the game.
    """

    def __init__(self, program: Program, state: State, *, write: Written, enter: Entered) -> None:
        """Joins the machine of the program's phases; `leave` ends that."""
        self.program = program
        self.state = state
        self._write = write
        self._enter = enter
        self._considered: tuple[Decision, State] | None = None
        phases = program.scenario.phases
        self._machine = turn_machine(tuple((id, phase.does) for id, phase in phases.items()))
        self._machine.add_model(self, initial=self.phase)

    @property
    def phase(self) -> str:
        """The machine's state: what the kernel's phase slot says."""
        return place(self.program, self.state)

    @phase.setter
    def phase(self, value: str) -> None:
        """Commits the state that the kernel has worked out, which must be in that phase."""
        self.commit()
        if value != self.phase:
            raise ValueError(f"the kernel is in '{self.phase}', not in '{value}'")

    def play(self, decision: Decision) -> None:
        """Plays a decision: the machine allows it, `write` puts it on disk, the state moves on.

        Raises:
            PhaseRefused: the phase, or what play waits for, has no such action.
            DecisionIllegal, DecisionMalformed, CapacityReached: the rules refuse it.
        """
        self._considered = None
        try:
            allowed = self._machine.events[verb(decision)].trigger(self, decision)
        except MachineError:
            allowed = False
        finally:
            self._considered = None
        if not allowed:
            raise self._refusal(decision)

    def actions(self, seat: str) -> tuple[str, ...]:
        """Returns the verbs that the phase and the node allow that seat now."""
        now = node(self.program, self.state)
        triggers = self._machine.get_triggers(self.phase)
        verbs = [v for v in (*AT_NODE[now.kind], *AT_ANY_NODE) if v in triggers]
        if seat == "chance":
            return tuple(v for v in verbs if v in CHANCE_VERBS)
        if seat == "facilitator":
            return tuple(v for v in verbs if v in FACILITATOR_VERBS)
        mine = [v for v in verbs if v not in CHANCE_VERBS + FACILITATOR_VERBS]
        if now.kind in ("orders", "choice") and seat not in now.seats:
            mine = [v for v in mine if v == "recall"]
        return tuple(mine)

    def leave(self) -> None:
        """Takes the game out of the machine."""
        self._machine.remove_model(self)

    def consider(self, decision: Decision) -> str:
        """Returns the phase that a decision leads to, asking the kernel once."""
        if self._considered is None or self._considered[0] is not decision:
            self._considered = (decision, step(self.program, self.state, decision))
        return place(self.program, self._considered[1])

    def write(self, event: EventData) -> None:
        """Puts the decision on disk before anything is changed."""
        assert self._considered is not None
        self._write(*self._considered)

    def commit(self, event: EventData | None = None) -> None:
        """Makes the considered state the game's."""
        if self._considered is not None:
            self.state = self._considered[1]

    def enter(self, event: EventData) -> None:
        """Says that a phase has begun."""
        self._enter(self.phase)

    def _refusal(self, decision: Decision) -> PhaseRefused:
        seat = seat_of(decision)
        return PhaseRefused(
            tr("'{verb}' is not possible in {phase}", verb=verb(decision), phase=self._called()),
            remedy=tr("now: {actions}", actions=", ".join(self.actions(seat)) or self._idle(seat)),
        )

    def _called(self) -> str:
        """Returns what people call where the game stands."""
        if self.phase == OVER:
            return tr("an ended game")
        phase = self.program.scenario.phases.get(self.phase)
        return phase.title if phase else tr("the set-up")

    def _idle(self, seat: str) -> str:
        """Returns why a seat can do nothing."""
        waits = together(node(self.program, self.state).seats) or tr("nobody")
        return tr("nothing for {seat}; play waits for {seats}", seat=seat, seats=waits)


def place(program: Program, state: State) -> str:
    """Returns the machine's state for a state of the kernel."""
    if node(program, state).kind == "over":
        return OVER
    return phase_of(program, state) or SET_UP


def is_taken(trigger: str, kind: str) -> bool:
    """Returns whether a node of that kind takes that action."""
    return trigger in AT_NODE[kind] or (trigger in AT_ANY_NODE and kind != "over")


@cache
def turn_machine(phases: tuple[tuple[str, str], ...]) -> Machine:
    """Returns the machine of a ruleset with these phases, each an id and what it does."""
    ids = [id for id, _ in phases]
    machine = Machine(
        model=None,
        states=[{"name": name, "on_enter": "enter"} for name in (SET_UP, *ids, OVER)],
        initial=SET_UP,
        model_attribute="phase",
        auto_transitions=False,
        send_event=True,
    )
    for trigger in IN_SET_UP:
        _connect(machine, trigger, SET_UP, (ids[0], OVER))
    for (id, does), following in zip(phases, (*ids[1:], ids[0]), strict=True):
        for trigger in (*IN_PHASE[does], *IN_EVERY_PHASE):
            _connect(machine, trigger, id, (following, OVER) if trigger == "advance" else (OVER,))
    # An event without a transition from a state is what the machine refuses there.
    return machine


def _connect(machine: Machine, trigger: str, source: str, dests: tuple[str, ...]) -> None:
    """Adds an action that stays in its phase, or goes where the kernel says it leads."""

    def takes(event: EventData) -> bool:
        turn = cast(Turn, event.model)
        return is_taken(trigger, node(turn.program, turn.state).kind)

    def leads_to(phase: str) -> Callable[[EventData], bool]:
        def leads(event: EventData) -> bool:
            turn = cast(Turn, event.model)
            return turn.consider(*event.args) == phase

        return leads

    for dest in (None, *dests):
        machine.add_transition(
            trigger,
            source,
            dest,
            conditions=[takes, leads_to(dest or source)],
            before="write",
            after="commit",
        )
