"""What a gauge reads: bar, number or word, how old it is, and where it has moved."""

from __future__ import annotations

from rich.text import Text

from wargame.kernel.view import Gauge
from wargame.language import tr, trn
from wargame.tui.widgets.bar import balance, bar, trend
from wargame.tui.widgets.plain_text import FAINT, plain


def reading(gauge: Gauge, cells: int, figure: int = 0) -> Text:
    """Returns a track's bar and its number, a ladder's step or a flag's word.

    The bar has so many cells, and after a blank the number has `figure` or what it takes.
    """
    if gauge.value is None:
        return plain(gauge.text or tr("hidden"), FAINT)
    if gauge.kind == "track":
        text = dial(gauge.value, gauge.low, gauge.high, cells)
        return text.append(f" {gauge.text:>{figure}}", "bold")
    text = plain(gauge.text, "bold")
    if gauge.kind == "ladder" and gauge.steps:
        text.append(f" {gauge.value - gauge.low + 1}/{len(gauge.steps)}", FAINT)
    return text


def dial(value: int, low: int, high: int, cells: int) -> Text:
    """Returns a track's bar; one that can be negative grows from its zero."""
    if low < 0 < high:
        return balance(value, low, high, cells)
    return bar((value - low) / max(1, high - low), cells)


def age(gauge: Gauge) -> Text:
    """Returns how old the reading is that a seat is shown; nothing if it is today's."""
    if not gauge.late:
        return plain("")
    return plain(trn("{number} turn old", "{number} turns old", gauge.late), FAINT)


def moved(gauge: Gauge) -> Text:
    """Returns the trend: green where it is good for the gauge's owner, else red and with a `!`."""
    mark = trend(gauge.before, gauge.value)
    if not mark or not gauge.good:
        return plain(mark)
    rose = mark[0] == "▲"
    return plain(mark, "green") if rose == (gauge.good == "high") else plain(f"{mark}!", "red")
