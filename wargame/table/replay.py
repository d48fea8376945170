"""Replay: a recorded game, looked at and never written to."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from attrs import frozen

from wargame.errors import SaveDiverged, SeatRefused, UsageInvalid
from wargame.kernel.node import node
from wargame.kernel.program import Program
from wargame.kernel.score import scores
from wargame.kernel.sight import Glimpse, glimpse
from wargame.kernel.statements import statement
from wargame.kernel.view import FACILITATOR, PUBLIC, Statement, View
from wargame.language import tr
from wargame.table import saves
from wargame.table.course import Course, Place
from wargame.table.outlook import Outlook
from wargame.table.reading import Reading, read
from wargame.table.record import Record
from wargame.table.setup import TableSetup
from wargame.table.swings import big, swing
from wargame.table.trends import Trends, trends
from wargame.text import clean


@frozen(kw_only=True)
class RecordLine:
    """Is one record, for a list; its number is its index in the replay."""

    number: int
    turn: int
    phase: str
    seat: str
    kind: str
    text: str
    decision: str  # its notation, "" if it is none
    on_line: bool  # False for decisions that were taken back
    time: str


class Replay:
    """Is a recorded game: shipped, finished or still running; it takes no lock.

    An index is how many of `records` have happened: 0 is the start, `len(replay)` the end. Until
    the game is over, only what `seat` may read is there, unless the facilitator reveals it.
    """

    def __init__(
        self,
        reading: Reading,
        *,
        seat: str = PUBLIC,
        reveal: bool = False,
        scenarios: Path | None = None,
    ) -> None:
        """Plays the records again, as far as they go."""
        self.name = reading.path.stem
        self.header = reading.header
        self.setup: TableSetup = reading.header.setup
        self.seat = seat
        self.position = 0
        self._course = Course.begin_again(reading.header, scenarios)
        self._outlook = Outlook(self._course)
        self.notices = reading.notices + _fold(self._course, reading)
        end = self._course.state(self._course.at)
        self.is_over = node(self.program, end).kind == "over"
        self.is_open = self.is_over or reveal
        if seat not in self._course.seats:
            raise UsageInvalid(
                tr("no seat '{seat}'", seat=clean(seat, limit=40)),
                remedy=tr("one of: {known}", known=", ".join(self._course.seats)),
            )
        if seat == FACILITATOR:
            self._require_open(seat)
        shown = [record for record in self._course.records if self._is_shown(record)]
        self._numbers = (0, *(record.n for record in shown))
        line = set(self._course.line(self._course.at))
        self.records = tuple(
            self._line(index, record, record.kind != "decision" or record.n in line)
            for index, record in enumerate(shown, start=1)
        )

    @classmethod
    def open(
        cls,
        name_or_path: str | Path,
        *,
        save_dir: Path | None = None,
        seat: str = PUBLIC,
        reveal: bool = False,
        scenarios: Path | None = None,
    ) -> Replay:
        """Opens a save by its name or path; `notices` says what is wrong with it.

        Raises:
            SaveMissing, SaveNewer: the save cannot be read.
            SaveCorrupt: not even its header is whole.
            SeatRefused: the facilitator's eyes were asked for before the game is over.
        """
        path = saves.find_save(name_or_path, saves.save_dir(save_dir))
        return cls(read(path), seat=seat, reveal=reveal, scenarios=scenarios)

    @property
    def program(self) -> Program:
        """The scenario as it was when the game began, compiled."""
        return self._course.program

    def __len__(self) -> int:
        """Returns the last index."""
        return len(self.records)

    def line(self) -> tuple[Record, ...]:
        """Returns the records of the decisions that lead to the position.

        Raises:
            SeatRefused: the game is not over and was not revealed.
        """
        self._require_open(FACILITATOR)
        points = set(self._course.line(self._course.point(self._numbers[self.position])))
        return tuple(record for record in self._course.records if record.n in points)

    def statement(self, id: str) -> Statement | None:
        """Returns a statement of the source; none for what names no statement."""
        return statement(self.program.scenario, id)

    def seek(self, index: int) -> None:
        """Goes to an index; one before the start or after the end is cut to that."""
        self.position = max(0, min(index, len(self)))

    def view(self, seat: str) -> View:
        """Returns what a seat was shown at the position.

        Raises:
            SeatRefused: the game is not over and the seat has secrets that were not revealed.
        """
        if seat not in (self.seat, PUBLIC):
            self._require_open(seat)
        number = self._numbers[self.position]
        return self._outlook.view(seat, self._course.point(number), upto=number)

    def trends(self, seat: str) -> Trends:
        """Returns what a seat was shown of gauges and scores, turn by turn up to the position.

        Raises:
            SeatRefused: as for `view`.
        """
        if seat not in (self.seat, PUBLIC):
            self._require_open(seat)
        return trends(self._course, seat, self._course.point(self._numbers[self.position]))

    def glimpse(self, seat: str) -> Glimpse:
        """Returns what a seat saw of the state at the position.

        Raises:
            SeatRefused: as for `view`.
        """
        if seat not in (self.seat, PUBLIC):
            self._require_open(seat)
        point = self._course.point(self._numbers[self.position])
        return glimpse(self.program, self._course.state(point), seat)

    def scores(self) -> dict[str, int]:
        """Returns each team's score at the end.

        Raises:
            SeatRefused: the game is not over and was not revealed.
        """
        self._require_open(tr("the scores"))
        return scores(self.program, self._course.state(self._course.at))

    def next_phase(self) -> int:
        """Returns the index at which the next phase on the line of play begins, or the last."""
        return self._next(self._phases())

    def previous_phase(self) -> int:
        """Returns the index at which the phase began, or, there already, the one before."""
        return self._previous(self._phases())

    def next_turn(self) -> int:
        """Returns the index at which the next turn on the line of play begins, or the last."""
        return self._next(self._turns())

    def previous_turn(self) -> int:
        """Returns the index at which the turn began, or, there already, the one before."""
        return self._previous(self._turns())

    def swings(self, seat: str) -> tuple[float, ...]:
        """Returns how far each record moved the board for a seat's eyes; 0 for what was undone.

        Raises:
            SeatRefused: the game is not over and the seat has secrets that were not revealed.
        """
        if seat not in (self.seat, PUBLIC):
            self._require_open(seat)
        found = [0.0] * len(self)
        before = self._course.state(self._numbers[0])
        for record in self.records:
            if record.kind == "decision" and record.on_line:
                after = self._course.state(self._numbers[record.number])
                found[record.number - 1] = swing(self.program, before, after, seat)
                before = after
        return tuple(found)

    def next_swing(self, seat: str) -> int:
        """Returns the index just after the next big swing, or where it stands if there is none."""
        marks = [at + 1 for at in big(self.swings(seat))]
        return next((mark for mark in marks if mark > self.position), self.position)

    def previous_swing(self, seat: str) -> int:
        """Returns the index just after the big swing before, or where it stands."""
        marks = [at + 1 for at in big(self.swings(seat))]
        return max((mark for mark in marks if mark < self.position), default=self.position)

    def _next(self, marks: list[int]) -> int:
        return next((mark for mark in marks if mark > self.position), len(self))

    def _previous(self, marks: list[int]) -> int:
        return max((mark for mark in marks if mark < self.position), default=0)

    def _phases(self) -> list[int]:
        return [i for (_, was), (i, now) in pairwise(self._places()) if was != now]

    def _turns(self) -> list[int]:
        return [i for (_, was), (i, now) in pairwise(self._places()) if was.turn != now.turn]

    def _places(self) -> list[tuple[int, Place]]:
        """Returns where the game stood after each decision on the line of play."""
        line = [r.number for r in self.records if r.kind == "decision" and r.on_line]
        return [(i, self._course.place(self._numbers[i])) for i in (0, *line)]

    def _is_shown(self, record: Record) -> bool:
        return self.is_open or self._outlook.reads(self.seat, record, is_over=False)

    def _line(self, index: int, record: Record, on_line: bool) -> RecordLine:
        place = self._course.place(record.parent)
        own = FACILITATOR if self.is_open else self.seat
        return RecordLine(
            number=index,
            turn=place.turn,
            phase=place.phase,
            seat=clean(record.seat),
            kind=clean(record.kind),
            text=self._outlook.text(record, own),
            decision=self._decided(record, own),
            on_line=on_line,
            time=clean(record.at),
        )

    def _decided(self, record: Record, seat: str) -> str:
        return str(self._outlook.decision(record, seat)) if record.kind == "decision" else ""

    def _require_open(self, seat: str) -> None:
        if not self.is_open:
            raise SeatRefused(
                tr("the game is not over, and what '{seat}' sees is not for everybody", seat=seat),
                remedy=tr("the facilitator may reveal it"),
            )


def _fold(course: Course, reading: Reading) -> tuple[str, ...]:
    """Takes the records into the course up to the first that diverges; returns what to say."""
    for record in reading.records:
        try:
            course.add(record)
        except SaveDiverged as fault:
            return (tr("{fault}; play up to there is shown", fault=fault.message),)
    return ()
