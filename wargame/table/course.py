"""Course: the records of a game, the states they lead to and the line of play through them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from wargame.errors import SaveDiverged, WargameError
from wargame.kernel.decisions import Accept, Decision, Overrule, Roll
from wargame.kernel.digest import digest
from wargame.kernel.node import phase_of, turn_of
from wargame.kernel.notation import parse
from wargame.kernel.play import begin, step
from wargame.kernel.program import Program, build
from wargame.kernel.setup import Setup, State
from wargame.kernel.sight import may_read
from wargame.kernel.view import FACILITATOR, PUBLIC
from wargame.language import tr
from wargame.scenario.load import load
from wargame.scenario.model import Scenario
from wargame.scenario.translation import in_language
from wargame.table.header import Header
from wargame.table.record import ORIGIN, Record
from wargame.table.setup import TableSetup

STRIDE = 32
"""Decisions between two states that are kept: any other is at most so many steps away."""


@frozen
class Place:
    """Is where a game stands: its turn, and its phase, "" during the set-up."""

    turn: int
    phase: str


class Course:
    """Is what has happened at a table, folded.

    A decision is a point that play can go back to; ORIGIN is the point before the first. `at` is
    the point where play stands. A state is a fold of decisions along their parents.
    """

    def __init__(self, program: Program, setup: Setup) -> None:
        """Begins a game without records."""
        self.program = program
        self.records: list[Record] = []
        self.seats = (*program.teams, FACILITATOR, PUBLIC)
        self.at = ORIGIN
        self._tip = ORIGIN  # where redo leads to
        start = begin(program, setup)
        self._decisions: dict[int, Decision] = {}
        self._parents: dict[int, int] = {}
        self._readers: dict[int, frozenset[str]] = {}
        self._depths = {ORIGIN: 0}
        self._places = {ORIGIN: self._place(start)}
        self._kept = {ORIGIN: start}
        self._last = (ORIGIN, start)

    @classmethod
    def begin(cls, scenario: Scenario, setup: TableSetup) -> Course:
        """Begins a game of a scenario.

        Raises:
            UsageInvalid: the set-up names what the scenario does not have.
        """
        # A program records what its traced runs change, so each game has one of its own.
        return cls(build(scenario), Setup(setup.preset, setup.seed, setup.off))

    @classmethod
    def begin_again(cls, header: Header, root: Path | None = None) -> Course:
        """Begins the game of a save, told in the language of this process.

        `root` is where the scenario's translations are looked for before the folder that ships.

        Raises:
            ScenarioFaulty: the scenario in the save cannot be played.
        """
        scenario = load(header.texts, header.setup.scenario)
        return cls.begin(in_language(scenario, root), header.setup)

    def add(self, record: Record, state: State | None = None) -> None:
        """Takes a record in; `state` is what a decision leads to, if that is known already.

        Raises:
            SaveDiverged: the rules refuse the decision, its state is not the recorded one, or it
                follows what is no point of the game. The course is then as it was.
        """
        if record.parent not in self._depths:
            sentence = tr("it follows record {number}, which is no decision", number=record.parent)
            raise _diverged(record, sentence)
        if record.kind == "decision":
            self._decide(record, state)
        elif record.kind == "goto":
            to = record.number("to")
            if to not in self._depths:
                sentence = tr("it goes to record {number}, which is no decision", number=to)
                raise _diverged(record, sentence)
            if not self.leads(to, self._tip):
                self._tip = to
            self.at = to
        self.records.append(record)

    def _decide(self, record: Record, state: State | None) -> None:
        before = self.state(record.parent)
        try:
            decision = parse(record.text("do"))
            after = state or step(self.program, before, decision)
        except WargameError as fault:
            did = record.text("do")
            sentence = tr("'{decision}' was refused: {fault}", decision=did, fault=fault)
            raise _diverged(record, sentence) from fault
        if record.digest and record.digest != digest(self.program, after):
            did = record.text("do")
            raise _diverged(record, tr("'{decision}' leads to another state", decision=did))
        depth = self._depths[record.parent] + 1
        self._decisions[record.n] = decision
        self._parents[record.n] = record.parent
        self._depths[record.n] = depth
        self._places[record.n] = self._place(after)
        self._readers[record.n] = frozenset(
            seat for seat in self.seats if may_read(self.program, before, before, decision, seat)
        )
        self._last = (record.n, after)
        if depth % STRIDE == 0:
            self._kept[record.n] = after
        self.at = self._tip = record.n

    def _place(self, state: State) -> Place:
        return Place(turn_of(self.program, state), phase_of(self.program, state))

    def state(self, point: int) -> State:
        """Returns the state at a point, folding at most STRIDE decisions."""
        ahead: list[int] = []
        while point != self._last[0] and point not in self._kept:
            ahead.append(point)
            point = self._parents[point]
        state = self._last[1] if point == self._last[0] else self._kept[point]
        for point in reversed(ahead):
            state = step(self.program, state, self._decisions[point])
        return state

    def decision(self, point: int) -> Decision:
        """Returns the decision of a point other than ORIGIN."""
        return self._decisions[point]

    def readers(self, point: int) -> frozenset[str]:
        """Returns the seats that may read the decision of a point while the game is played."""
        return self._readers[point]

    def parent(self, point: int) -> int:
        """Returns the point before one other than ORIGIN."""
        return self._parents[point]

    def depth(self, point: int) -> int:
        """Returns how many decisions lead to a point."""
        return self._depths[point]

    def place(self, number: int) -> Place:
        """Returns where the game stands after the record of that number."""
        return self._places[self.point(number)]

    def point(self, number: int) -> int:
        """Returns the point at which the record of that number leaves the game."""
        if number in self._depths:
            return number
        record = self.records[number - 1]
        return record.number("to") if record.kind == "goto" else record.parent

    def back(self, point: int) -> Iterator[int]:
        """Yields a point and those before it, ORIGIN left out."""
        while point != ORIGIN:
            yield point
            point = self._parents[point]

    def faces(self, point: int) -> tuple[int, ...]:
        """Returns the faces of the roll that the decision of a point settles, if it settles one."""
        if not isinstance(self._decisions[point], Accept | Overrule):
            return ()
        rolls = (self._decisions[earlier] for earlier in self.back(self._parents[point]))
        return next((roll.faces for roll in rolls if isinstance(roll, Roll)), ())

    def line(self, point: int) -> tuple[int, ...]:
        """Returns the points that lead to a point, from the first decision on."""
        return tuple(self.back(point))[::-1]

    def leads(self, point: int, to: int) -> bool:
        """Returns whether `point` is on the way to the point `to`, or is that point."""
        while self._depths[to] > self._depths[point]:
            to = self._parents[to]
        return to == point

    def next_point(self) -> int | None:
        """Returns the point that a redo leads to, if an undo has left one."""
        for point in self.back(self._tip):
            if self._parents[point] == self.at:
                return point
        return None


def _diverged(record: Record, problem: str) -> SaveDiverged:
    return SaveDiverged(
        tr(
            "the game cannot be played again at record {number}: {problem}",
            number=record.n,
            problem=problem,
        ),
        remedy=tr("open it as a replay to see play up to there"),
        record=record.n,
    )
