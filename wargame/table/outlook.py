"""Outlook: what a seat is shown at a point of a game: the board, and the record as it may read it.

What may be seen of the board is the kernel's `sight`; this adds log, messages, notes and changes,
each record asked for its readers.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, frozen

from wargame.kernel import words
from wargame.kernel.changes import changes as changes_of
from wargame.kernel.decisions import Decision, Weigh
from wargame.kernel.node import node
from wargame.kernel.play import trace
from wargame.kernel.program import Cause
from wargame.kernel.setup import State
from wargame.kernel.sight import glimpse
from wargame.kernel.view import FACILITATOR, Change, LogLine, MessageView, View
from wargame.kernel.views import see
from wargame.language import tr
from wargame.table.arguments import add_arguments
from wargame.table.course import Course
from wargame.table.deeds import deeds
from wargame.table.own_offers import OwnOffers
from wargame.table.record import Record
from wargame.table.rolled import asked, reasons
from wargame.table.written import told
from wargame.text import clean

RECENT = 512
"""Traced decisions that are kept; two turns of any game are fewer."""


@frozen
class Traced:
    """Is a decision with the states around it and what changed."""

    before: State
    after: State
    causes: tuple[Cause, ...]


class Outlook:
    """Builds views of a course."""

    def __init__(self, course: Course) -> None:
        """Looks at a course, which may go on growing."""
        self._course = course
        self.offers = OwnOffers(course)
        self._traced: dict[int, Traced] = {}
        self._lines: dict[int, LogLine] = {}
        self._changed: dict[tuple[str, int], tuple[Change, ...]] = {}

    def view(self, seat: str, point: int, *, upto: int) -> View:
        """Returns what a seat is shown at a point, with what was recorded up to record `upto`.

        The records that a seat cannot read leave no gap in the numbers it is shown: how many there
        are is a secret too. The facilitator is shown the numbers of the journal.
        """
        course, program = self._course, self._course.program
        state = course.state(point)
        is_over = node(program, state).kind == "over"
        log = tuple(self._log(seat, point, upto, is_over=is_over))
        messages = tuple(self._messages(seat, upto))
        changes = tuple(self._changes(seat, point))
        view = add_arguments(see(glimpse(program, state, seat)), course, point)
        if view.pending is not None and view.pending.faces:
            before = asked(course, point, seat)
            if before is not None:
                at_roll = evolve(view.pending, net=before.net, addends=before.addends)
                view = evolve(view, pending=at_roll)
        view = evolve(view, deeds=deeds(course, point, revealed=bool(view.orders)))
        if seat in program.teams and not is_over:
            view = self.offers.shown(view, point)
        if seat == FACILITATOR:
            return evolve(view, log=log, messages=messages, changes=changes)
        entries: tuple[LogLine | MessageView | Change, ...] = (*log, *messages, *changes)
        shown = sorted({entry.record for entry in entries})
        ranks = {number: rank for rank, number in enumerate(shown, start=1)}
        return evolve(
            view,
            log=tuple(evolve(line, record=ranks[line.record]) for line in log),
            messages=tuple(evolve(message, record=ranks[message.record]) for message in messages),
            changes=tuple(evolve(change, record=ranks[change.record]) for change in changes),
        )

    def reads(self, seat: str, record: Record, *, is_over: bool) -> bool:
        """Returns whether a seat may read a record; decisions are all open when the game is over.

        Messages stay with their sender, whom they are to, and the facilitator; notes and bookmarks
        with who made them.
        """
        if record.kind == "decision":
            return is_over or seat in self._course.readers(record.n)
        if record.kind == "message":
            return record.text("to") == "" or seat in (record.seat, record.text("to"), FACILITATOR)
        return record.kind == "goto" or record.seat == seat

    def text(self, record: Record, seat: str = FACILITATOR) -> str:
        """Returns a record as one plain line, with the numbers that a seat has for its offers."""
        if record.kind == "decision":
            made = self.decision(record, seat)
            if isinstance(made, Weigh):
                made = evolve(made, reason=told(made.reason))
            return words.decision(self._course.program, made)
        if record.kind == "goto":
            if record.text("way") == "undo":
                moved = tr("The facilitator took play back")
            else:
                moved = tr("The facilitator took play forward again")
            reason = record.text("reason")
            return f"{moved}: {reason}" if reason else moved
        tags = record.words("tags") if record.kind == "note" else ()
        return " ".join((told(record.text("text")), *(f"#{tag}" for tag in tags)))

    def decision(self, record: Record, seat: str = FACILITATOR) -> Decision:
        """Returns the decision of a record, with the numbers that a seat has for its offers."""
        made = self._course.decision(record.n)
        return self.offers.told(made, seat, record.parent) if _is_numbered(record) else made

    def _log(self, seat: str, point: int, upto: int, *, is_over: bool) -> Iterable[LogLine]:
        on_line = set(self._course.back(point))
        for record in self._course.records[:upto]:
            if record.kind == "message" or (record.kind == "decision" and record.n not in on_line):
                continue
            if self.reads(seat, record, is_over=is_over):
                line = self._line(record)
                own = FACILITATOR if is_over else seat
                yield evolve(line, text=self.text(record, own)) if _is_numbered(record) else line

    def _line(self, record: Record) -> LogLine:
        line = self._lines.get(record.n)
        if line is None:
            place = self._course.place(record.parent)
            line = self._lines[record.n] = LogLine(
                record=record.n,
                turn=place.turn,
                phase=place.phase,
                seat=clean(record.seat),
                kind=clean(record.kind),
                text=self.text(record),
                time=clean(record.at),
            )
        return line

    def _messages(self, seat: str, upto: int) -> Iterable[MessageView]:
        for record in self._course.records[:upto]:
            if record.kind == "message" and self.reads(seat, record, is_over=False):
                yield MessageView(
                    record=record.n,
                    turn=self._course.place(record.parent).turn,
                    sender=clean(record.seat),
                    to=record.text("to"),
                    text=told(record.text("text")),
                )

    def _changes(self, seat: str, point: int) -> Iterable[Change]:
        course = self._course
        turn = course.place(point).turn
        recent: list[int] = []
        for number in course.back(point):
            if course.place(course.parent(number)).turn < turn - 1:
                break
            recent.append(number)
        for number in reversed(recent):
            if (seat, number) not in self._changed:
                traced = self._trace(number)
                found = changes_of(
                    course.program,
                    traced.before,
                    traced.after,
                    traced.causes,
                    course.decision(number),
                    seat,
                    record=number,
                    faces=self._course.faces(number),
                )
                self._changed[seat, number] = tuple(self._as_rolled(seat, number, found))
            yield from self._changed[seat, number]

    def _as_rolled(self, seat: str, number: int, found: Iterable[Change]) -> Iterable[Change]:
        """Returns the changes, those that come from dice with the reasons of when these fell."""
        for change in found:
            if change.faces:
                change = evolve(change, addends=reasons(self._course, number, seat))
            yield change

    def _trace(self, number: int) -> Traced:
        traced = self._traced.get(number)
        if traced is None:
            if len(self._traced) >= RECENT:
                self._traced.clear()
            before = self._course.state(self._course.parent(number))
            after, causes = trace(self._course.program, before, self._course.decision(number))
            traced = self._traced[number] = Traced(before, after, causes)
        return traced


def _is_numbered(record: Record) -> bool:
    """Tells whether a record names an offer by its number."""
    return record.kind == "decision" and record.text("do").startswith(("answer ", "withdraw "))
