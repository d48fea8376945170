"""Timeline: the whole record in three rows: turns, phases and rulings, and where the replay is."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from wargame.table.replay import RecordLine

RULINGS = frozenset({"rule", "overrule", "inject", "weigh"})
"""Kinds of decision by which the facilitator stepped in."""


class Timeline(Static, can_focus=True):
    """Shows the record from left to right; a click goes there."""

    DEFAULT_CSS = """
    Timeline { height: 3; }
    Timeline:focus { background-tint: $foreground 4%; }
    """

    class Sought(Message):
        """Says that a record has been clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, records: Sequence[RecordLine], *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self.records = records
        self.at = 0

    def show(self, at: int) -> None:
        """Marks another position."""
        self.at = at
        self.refresh()

    def render(self) -> Text:
        """Draws the three rows."""
        width = self.content_size.width
        if width < 10 or not self.records:
            return Text("nothing has been recorded")
        return Text("\n", no_wrap=True).join(
            [self._turns(width), self._track(width), self._cursor(width)]
        )

    def on_click(self, event: Click) -> None:
        """Goes to the record under the mouse."""
        x = event.get_content_offset_capture(self).x
        span = max(1, self.content_size.width - 1)
        last = len(self.records) - 1
        self.post_message(self.Sought(max(0, min(last, round(x * last / span)))))

    def column(self, index: int, width: int) -> int:
        """Returns the column in which a record stands."""
        return round(index * (width - 1) / max(1, len(self.records) - 1))

    def _turns(self, width: int) -> Text:
        cells = [" "] * width
        free, turn = 0, None
        for index, record in enumerate(self.records):
            if record.turn == turn:
                continue
            turn = record.turn
            column, name = self.column(index, width), str(turn) if turn else "set-up"
            if column >= free and column + len(name) <= width:
                cells[column : column + len(name)] = name
                free = column + len(name) + 1
        return Text("".join(cells), "bold")

    def _track(self, width: int) -> Text:
        marks = [0] * width
        for index, record in enumerate(self.records):
            before = self.records[index - 1] if index else None
            weight = 0
            if not record.on_line:
                weight = 1
            elif before is None or record.turn != before.turn:
                weight = 3
            elif record.phase != before.phase:
                weight = 2
            if record.kind in RULINGS:
                weight = 4
            column = self.column(index, width)
            marks[column] = max(marks[column], weight)
        here = self.column(self.at, width)
        text = Text()
        for column, weight in enumerate(marks):
            past = column <= here
            mark = (("━" if past else "─"), "x", "┼" if past else "┆", "┃", "◆")[weight]
            text.append(mark, "bold" if weight >= 3 else "" if past else "dim")
        return text

    def _cursor(self, width: int) -> Text:
        here = self.column(self.at, width)
        record = self.records[min(self.at, len(self.records) - 1)]
        label = f"record {record.number}, {self.at + 1} of {len(self.records)}"
        if here + 2 + len(label) <= width:
            return Text.assemble(" " * here, ("▲", "bold"), f" {label}")
        return Text.assemble(" " * (here - len(label) - 1) + label + " ", ("▲", "bold"))
