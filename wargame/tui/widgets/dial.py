"""Dial: one gauge of the public board, drawn as large as its place allows."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen
from rich.style import Style
from rich.text import Text
from textual.widgets import Static

from wargame.kernel.view import Gauge
from wargame.text import capitals
from wargame.tui.widgets.bar import are_wanted
from wargame.tui.widgets.bigtext import ROWS, big_rows
from wargame.tui.widgets.readout import moved

TALL = 4
"""Rows from which the value is drawn in big letters."""


@frozen
class Paint:
    """Is the colours of a bar: its filled part, the same below zero, and the rest."""

    bar: Style
    below: Style
    rest: Style


class Dial(Static):
    """Shows a gauge: a bar with its trend, or a ladder's steps with the current one marked."""

    DEFAULT_CSS = """
    Dial { height: 1; width: 1fr; }
    Dial > .dial--bar { color: $primary; }
    Dial > .dial--below { color: $error; }
    Dial > .dial--rest { color: $border-blurred; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"dial--bar", "dial--below", "dial--rest"}

    def __init__(self, gauge: Gauge, *, name: int) -> None:
        """Shows a gauge; in one row, the bar begins after so many cells for the name."""
        super().__init__(markup=False)
        self.gauge = gauge
        self._name_cells = name

    def show(self, gauge: Gauge) -> None:
        """Shows another state of the gauge."""
        if gauge != self.gauge:
            self.gauge = gauge
            self.refresh()

    def render(self) -> Text:
        """Draws the gauge in the rows and columns it has."""
        width, height = self.size.width, self.size.height
        if width < 10:
            return Text()
        paint = Paint(
            bar=self.get_component_rich_style("dial--bar", partial=True),
            below=self.get_component_rich_style("dial--below", partial=True),
            rest=self.get_component_rich_style("dial--rest", partial=True),
        )
        if height >= TALL:
            return _large(self.gauge, width, paint)
        return _line(self.gauge, width, paint, max(6, min(self._name_cells, width - 18)))


def _line(gauge: Gauge, width: int, paint: Paint, name: int) -> Text:
    """Returns one row: title in so many cells, bar or steps, value, trend."""
    text = _cut(Text(gauge.title), name)
    text.append(" ")
    change = moved(gauge)
    if gauge.kind == "track" and gauge.value is not None:
        bar = max(4, min(30, width - name - 9))
        text.append_text(_bar(gauge, bar, paint))
        text.append(f" {gauge.text:>3}", "bold")
    else:
        room = max(4, width - name - 1 - change.cell_len - 1)
        words = _stairs(gauge) if gauge.steps else Text()
        if words.cell_len + len(gauge.text) > room:
            words = Text()
        words.append(gauge.text, "dim" if gauge.value is None else "bold")
        text.append_text(_cut(words, room, pad=False))
    text.append(" ")
    text.append_text(change)
    text.truncate(width)
    return text


def _large(gauge: Gauge, width: int, paint: Paint) -> Text:
    """Returns four rows: the title, and bar and value in big letters."""
    title = Text(gauge.title, "bold")
    title.truncate(width, overflow="ellipsis")
    if gauge.kind != "track" or gauge.value is None:
        return _large_steps(gauge, title, width)
    figure = big_rows(gauge.text, 14) or ("", gauge.text, "")
    left = width - 14
    bar = _bar(gauge, left - 2, paint)
    scale = Text(f"{gauge.low}", "dim")
    scale.append(f"{gauge.high:>{max(1, left - 2 - len(scale))}}")
    change = moved(gauge)
    text = title
    for row, part in enumerate((bar, bar, scale)):
        text.append("\n")
        text.append_text(_cut(part.copy(), left))
        text.append(figure[row].ljust(9), "bold")
        if row == ROWS // 2:
            text.append_text(change)
    return text


def _large_steps(gauge: Gauge, title: Text, width: int) -> Text:
    change = moved(gauge)
    title.append("  ")
    title.append_text(change)
    if not gauge.steps or gauge.value is None:
        rows = big_rows(gauge.text, width)[:ROWS] or ("", capitals(gauge.text))
        return title.append("\n" + "\n".join(rows), "dim" if gauge.value is None else "bold")
    steps = Text()
    for number, step in enumerate(gauge.steps, gauge.low):
        if number > gauge.low:
            steps.append(" ─ ", "dim")
        if number == gauge.value:
            steps.append(f" {capitals(step)} ", "bold reverse")
        else:
            steps.append(step, "dim")
    if steps.cell_len > width:
        steps = _stairs(gauge)
        steps.append(f" {capitals(gauge.text)} ", "bold reverse")
    steps.truncate(width)
    title.append("\n\n")
    return title.append_text(steps)


def _bar(gauge: Gauge, width: int, paint: Paint) -> Text:
    """Returns a bar; a track that can be negative grows from its zero."""
    assert gauge.value is not None
    if not are_wanted():
        return Text(" " * width)
    span = max(1, gauge.high - gauge.low)
    zero = max(gauge.low, min(gauge.high, 0))
    start, end = sorted((zero, gauge.value))
    first = round((start - gauge.low) * width / span)
    last = round((end - gauge.low) * width / span)
    if gauge.value != zero and first == last:
        first, last = max(0, last - 1), max(1, last)
    bar = Text("━" * first, paint.rest)
    bar.append("█" * (last - first), paint.bar if gauge.value >= zero else paint.below)
    if zero > gauge.low and first == last:
        bar.append("┃", "bold")
        last += 1
    return bar.append("━" * max(0, width - last), paint.rest)


def _stairs(gauge: Gauge) -> Text:
    """Returns a dot for each step, filled up to the current one."""
    text = Text()
    for number in range(gauge.low, gauge.low + len(gauge.steps)):
        here = number == gauge.value
        text.append("◉" if here else "•", "bold" if here else "dim")
    return text.append(" ")


def _cut(text: Text, width: int, *, pad: bool = True) -> Text:
    text.truncate(width, overflow="ellipsis", pad=pad)
    return text
