"""Timeline: the whole record in three rows: turns and swings, phases and rulings, and now."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from wargame.language import marked, tr
from wargame.table.replay import RecordLine
from wargame.table.swings import big
from wargame.tui.widgets.bar import rises

RULINGS = frozenset({"rule", "overrule", "inject", "weigh"})
"""Decisions by which the facilitator stepped in."""
PAST, AHEAD = "━x┼┃◆", "─x┆┃◆"
"""Marks of a column before and after the position: nothing, taken back, phase, turn, ruling."""

LEGEND = marked("▁█ swing  ┃ turn  ┼ phase  ◆ ruling  x taken back")


class Timeline(Static, can_focus=True):
    """Shows the record from left to right; a click goes there."""

    DEFAULT_CSS = """
    Timeline { height: 3; }
    Timeline:focus { background-tint: $foreground 4%; }
    """

    class Sought(Message):
        """Says that a place has been clicked; `index` is how many records come before it."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, records: Sequence[RecordLine], *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self.records = records
        self.at = 0
        self.swings: tuple[float, ...] = ()

    def show(self, at: int) -> None:
        """Marks another position: how many records have happened."""
        self.at = at
        self.refresh()

    def swing(self, swings: tuple[float, ...]) -> None:
        """Shows how far the board moved with each record."""
        self.swings = swings
        self.refresh()

    def render(self) -> Text:
        """Draws the rows."""
        width = self.content_size.width
        if width < 10:
            return Text()
        rows = [self._turns(width), self._track(width), self._cursor(width)]
        return Text("\n", no_wrap=True).join(rows)

    def on_click(self, event: Click) -> None:
        """Goes to the record under the mouse."""
        x = event.get_content_offset_capture(self).x
        last = len(self.records)
        index = round(x * last / max(1, self.content_size.width - 1))
        self.post_message(self.Sought(max(0, min(last, index))))

    def _column(self, at: int, width: int) -> int:
        return round(at * (width - 1) / max(1, len(self.records)))

    def _turns(self, width: int) -> Text:
        """Returns where each turn begins; in between, how far the board moved."""
        text = self._heights(width)
        free, turn = 0, -1
        for index, record in enumerate(self.records):
            if record.turn <= turn:
                continue
            turn = record.turn
            # a cell to the right: the turn before often ends with its greatest swing
            column, name = self._column(index, width) + 1, str(turn) if turn else tr("set-up")
            if column >= free and column + len(name) <= width:
                free = column + len(name) + 1
                rest = text[free - 1 :]
                text = text[:column].append(name, "bold").append_text(rest)
        return text

    def _heights(self, width: int) -> Text:
        """Returns a column for the largest swing of the records that share it, big ones bold."""
        largest = max(self.swings, default=0.0)
        marked = {self._column(at + 1, width) for at in big(self.swings)}
        heights = [0.0] * width
        for at, one in enumerate(self.swings):
            column = self._column(at + 1, width)
            heights[column] = max(heights[column], one)
        text = Text()
        for column, height in enumerate(heights):
            drawn = rises((height / largest,)) if height else " "
            text.append(drawn, "bold" if column in marked else "dim")
        return text

    def _track(self, width: int) -> Text:
        weights = [0] * width
        for index in range(len(self.records)):
            column = self._column(index + 1, width)
            weights[column] = max(weights[column], self._weight(index))
        here = self._column(self.at, width)
        text = Text()
        for column, weight in enumerate(weights):
            marks = PAST if column <= here else AHEAD
            text.append(marks[weight], "bold" if weight > 2 else "" if column <= here else "dim")
        return text

    def _weight(self, index: int) -> int:
        record = self.records[index]
        if record.decision.partition(" ")[0] in RULINGS:
            return PAST.index("◆")
        if not record.on_line:
            return PAST.index("x")
        before = self.records[index - 1] if index else record
        if record.turn != before.turn:
            return PAST.index("┃")
        return PAST.index("┼") if record.phase != before.phase else 0

    def _cursor(self, width: int) -> Text:
        here = self._column(self.at, width)
        label = tr("{number} of {count}", number=self.at, count=len(self.records))
        legend = tr(LEGEND)
        if here + 2 + len(label) + len(legend) < width:
            label += f"{legend:>{width - here - 2 - len(label)}}"
        if here + 2 + len(label) <= width:
            return Text.assemble(" " * here, ("▲", "bold"), f" {label}")
        return Text.assemble(" " * (here - len(label) - 1) + label + " ", ("▲", "bold"))
