"""What a seat has been told already, so that each thing is told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from attrs import evolve

from wargame.kernel.view import FACILITATOR, Change, LogLine, MessageView, View
from wargame.language import tr
from wargame.plain import record
from wargame.plain.speech import sentence

Entry = TypeVar("Entry", Change, LogLine, MessageView)


class Told:
    """Compares views of one seat with what it was told before.

    Entries are compared without their numbers: a seat's numbers move up when older records come
    into the open. What comes into the open only turns later is left to the log.
    """

    def __init__(self) -> None:
        """Begins with nothing told."""
        self._before: dict[str, Counter[object]] = {}
        self._turn = 0
        self._place = (0, "")

    def news(self, view: View) -> Iterator[str]:
        """Returns what others did, what it changed and what was said to this seat.

        The first time, only what happened in this turn.
        """
        self._turn = self._turn or view.turn
        lines, happened = self._since(view)
        heard = [line for line in lines if not _is_known(view, line)]
        yield from _told(view, heard, happened)
        for message in self._new("messages", view.messages):
            if message.sender != view.seat and message.turn >= self._turn:
                yield record.message_line(view, message)
        self._turn = view.turn

    def story(self, view: View) -> Iterator[str]:
        """Returns everything that was recorded since the last time, under headings by phase."""
        lines, happened = self._since(view)
        phases = {phase.id: phase.title for phase in view.phases}
        for line in lines:
            if (line.turn, line.phase) != self._place:
                self._place = (line.turn, line.phase)
                phase = phases.get(line.phase, tr("setting up"))
                yield tr("Turn {turn}, {phase}.", turn=line.turn, phase=phase)
            yield from _told(view, [line], [c for c in happened if c.record == line.record])
        logged = {line.record for line in lines}
        yield from _told(view, [], [c for c in happened if c.record not in logged])
        self._turn = view.turn

    def _since(self, view: View) -> tuple[list[LogLine], list[Change]]:
        lines = self._new("log", view.log)
        happened = self._new("changes", view.changes)
        return (
            [line for line in lines if line.turn >= self._turn],
            [change for change in happened if change.turn >= self._turn],
        )

    def _new(self, kind: str, entries: Iterable[Entry]) -> list[Entry]:
        left = self._before.get(kind, Counter()).copy()
        now: Counter[object] = Counter()
        new: list[Entry] = []
        for entry in entries:
            key = evolve(entry, record=0)
            now[key] += 1
            left[key] -= 1
            if left[key] < 0:
                new.append(entry)
        self._before[kind] = now
        return new


def _is_known(view: View, line: LogLine) -> bool:
    """Tells whether a line says nothing new: what the seat did itself, or that a phase ended."""
    return line.seat == view.seat or (line.seat == FACILITATOR and line.kind == "decision")


def _told(view: View, lines: list[LogLine], happened: list[Change]) -> Iterator[str]:
    """Returns lines and changes in the order of their records, a decision before its changes."""
    entries: list[LogLine | Change] = [*lines, *happened]
    for entry in sorted(entries, key=lambda entry: entry.record):
        if isinstance(entry, Change):
            yield from record.change_lines(view, [entry])
        else:
            yield sentence(entry.text)
