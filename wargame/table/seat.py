"""LocalClient: a seat in the same program as the game."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from attrs import frozen

from wargame.analysis.coaching import GoOn
from wargame.analysis.finals import Final, finals
from wargame.errors import PhaseRefused, SeatRefused, UsageInvalid
from wargame.kernel.node import node
from wargame.kernel.play import chance
from wargame.kernel.sight import glimpse
from wargame.kernel.statements import statement
from wargame.kernel.view import FACILITATOR, PUBLIC, Statement, View
from wargame.language import tr
from wargame.table.client import Listener
from wargame.table.record import ORIGIN
from wargame.table.trends import Trends, trends
from wargame.text import clean, nearest

if TYPE_CHECKING:
    from wargame.table.session import Session


@frozen
class LocalClient:
    """Is a SeatClient: it shows its own seat's view and decides for its own seat."""

    seat: str
    _session: Session

    def view(self) -> View:
        """Returns what this seat may know now."""
        return self._session.view(self.seat)

    def decide(self, decision: str) -> None:
        """Plays the decision in its notation; returns when it is safely on disk."""
        self._session.decide(self.seat, decision, own=True)

    def say(self, text: str, *, to: str = "") -> None:
        """Sends a message to a seat, or to the whole room."""
        self._require_voice()
        seats = (*self._session.program.teams, FACILITATOR)
        to = "" if to == PUBLIC else to
        if to and to not in seats:
            raise UsageInvalid(
                tr("no seat '{seat}' to write to{guess}", seat=to, guess=nearest(to, seats)),
                remedy=tr("one of: {known}", known=", ".join(seats)),
            )
        self._session.say(self.seat, _text(text), to=to)

    def note(self, text: str, *, tags: tuple[str, ...] = ()) -> None:
        """Writes a note into the record, which this seat alone reads."""
        self._require_voice()
        labels = tuple(filter(None, (clean(tag, limit=40) for tag in tags)))
        self._session.note(self.seat, _text(text), tags=labels)

    def statement(self, id: str) -> Statement | None:
        """Returns a statement of the source; none for what names no statement."""
        return statement(self._session.program.scenario, id)

    def trends(self) -> Trends:
        """Returns what this seat was shown of gauges and scores, turn by turn."""
        with self._session.locked() as course:
            return trends(course, self.seat, course.at)

    def finals(self, *, go_on: GoOn | None = None) -> tuple[Final, ...]:
        """Returns how the final scores may spread, for what this seat sees; takes seconds."""
        with self._session.locked() as course:
            seen = glimpse(course.program, self._session.state, self.seat)
        return finals(seen, go_on=go_on)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` after every record; returns what ends that."""
        return self._session.listen(listener)

    def _require_voice(self) -> None:
        if self.seat == PUBLIC:
            raise SeatRefused(tr("the room's board cannot write"), remedy=tr("write from a seat"))


@frozen
class LocalFacilitator(LocalClient):
    """Is a FacilitatorClient: it may also move the line of play."""

    def roll(self) -> None:
        """Rolls the dice that play waits for with the engine."""
        with self._session.locked() as course:
            if node(course.program, self._session.state).kind != "dice":
                raise PhaseRefused(
                    tr("no dice are to be rolled now"), remedy=tr("look at the prompt")
                )
            self._session.play("chance", chance(course.program, self._session.state))

    def undo(self, *, to: int | None = None, reason: str = "") -> None:
        """Takes play back to the record of that number, or before the last human decision."""
        target = self._target(to)
        self._session.move(target, way="undo", reason=clean(reason))

    def redo(self) -> None:
        """Follows the line that the last undo left, one decision forward."""
        with self._session.locked() as course:
            point = course.next_point()
            if point is None:
                raise UsageInvalid(
                    tr("there is nothing to redo"), remedy=tr("only an undo leaves that")
                )
            self._session.move(point, way="redo")

    def preview_undo(self, *, to: int | None = None) -> tuple[str, ...]:
        """Returns the decisions that an undo would take back, newest first."""
        with self._session.locked() as course:
            target = self._target(to)
            taken = course.depth(course.at) - course.depth(target)
            points = list(course.back(course.at))[:taken]
            return tuple(str(course.decision(point)) for point in points)

    def history(self) -> tuple[tuple[int, str], ...]:
        """Returns number and notation of every decision on the current line."""
        with self._session.locked() as course:
            return tuple((n, str(course.decision(n))) for n in course.line(course.at))

    def bookmark(self, title: str) -> None:
        """Marks this point of play, to be found again in a replay."""
        self._session.add(self.seat, "bookmark", {"text": _text(title)})

    def _target(self, to: int | None) -> int:
        """Returns the point that an undo leads to.

        Left to itself an undo goes back to before the last decision of a person: what the program
        decides it would at once decide again.
        """
        with self._session.locked() as course:
            if course.at == ORIGIN:
                raise UsageInvalid(
                    tr("there is nothing to undo"), remedy=tr("nothing is decided yet")
                )
            if to is None:
                points = course.back(course.at)
                return course.parent(next(filter(self._is_human, points), course.at))
            if to != ORIGIN and to not in course.line(course.at)[:-1]:
                raise UsageInvalid(
                    tr("record {number} is no earlier decision on the line of play", number=to),
                    remedy=tr("the history shows their numbers; 0 is the start"),
                )
            return to

    def _is_human(self, point: int) -> bool:
        record = self._session.course.records[point - 1]
        return record.seat != "chance" and self._session.setup.is_human(record.seat)


def _text(text: str) -> str:
    cleaned = clean(text)
    if not cleaned:
        raise UsageInvalid(tr("the text is empty"), remedy=tr("write something"))
    return cleaned
