"""What a seat has been told already, so that each thing is told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from attrs import evolve

from wargame.kernel.view import Change, LogLine, MessageView, View
from wargame.plain import record

Entry = TypeVar("Entry", Change, LogLine, MessageView)


class Told:
    """Compares views of one seat with what it was told before.

    Entries are compared without their numbers: a seat's numbers move up when older records come
    into the open.
    """

    def __init__(self) -> None:
        """Begins with nothing told."""
        self._before: dict[str, Counter[object]] = {}
        self._turn = 0
        self._phase = ""

    def news(self, view: View) -> Iterator[str]:
        """Returns what has changed and what was said to this seat since the last time."""
        yield from record.change_lines(view, self._new("changes", view.changes))
        for message in self._new("messages", view.messages):
            if message.sender != view.seat:
                yield record.message_line(view, message)

    def story(self, view: View) -> Iterator[str]:
        """Returns what was recorded since the last time: each decision, then what it changed.

        What comes into the open only turns later is left to the log.
        """
        lines = [line for line in self._new("log", view.log) if line.turn >= self._turn]
        happened = self._new("changes", view.changes)
        phases = {phase.id: phase.title for phase in view.phases}
        for line in lines:
            if (line.turn, line.phase) != (self._turn, self._phase):
                self._turn, self._phase = line.turn, line.phase
                yield f"Turn {line.turn}, {phases.get(line.phase, 'setting up')}."
            yield record.log_line(line)
            yield from record.change_lines(view, [c for c in happened if c.record == line.record])
        logged = {line.record for line in lines}
        yield from record.change_lines(view, [c for c in happened if c.record not in logged])

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
