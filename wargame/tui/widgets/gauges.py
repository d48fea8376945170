"""The board as gauges: every track, ladder and flag with its trend and how old it is."""

from __future__ import annotations

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from wargame.kernel.view import Gauge, View
from wargame.tui.widgets.bar import balance, bar, trend
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, HEADING, plain

CELLS = 10
READING = 17
TREND = 3


class Gauges(Pane):
    """Is the board; one's own gauges come first, then everybody's, then the others'."""

    TITLE = "Board"
    PARTS = ("seat", "teams", "gauges")

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns one table for each owner."""
        titles = {team.id: team.title for team in view.teams}
        owners = [view.seat] if view.seat in titles else []
        owners += ["", *(id for id in titles if id not in owners)]
        tables: list[RenderableType] = []
        for owner in owners:
            gauges = [gauge for gauge in view.gauges if gauge.of == owner]
            if gauges:
                name = titles.get(owner, "Everybody's")
                tables.append(table(gauges, name, above=bool(tables)))
        return tuple(tables)


def table(gauges: list[Gauge], name: str, *, above: bool = False) -> Table:
    """Returns gauges as aligned rows under a heading."""
    grid = Table.grid(expand=True, padding=(0, 1, 0, 0))
    grid.add_column(ratio=1)
    grid.add_column(width=READING)
    grid.add_column(width=TREND, no_wrap=True)
    if above:
        grid.add_row()
    grid.add_row(plain(name, HEADING))
    for gauge in gauges:
        grid.add_row(plain(gauge.title), reading(gauge), moved(gauge))
    return grid


def reading(gauge: Gauge) -> Text:
    """Returns a track's bar and number, a ladder's step or a flag's word; and how old it is."""
    if gauge.value is None:
        return plain(gauge.text or "hidden", FAINT)
    if gauge.kind == "track":
        text = dial(gauge.value, gauge.low, gauge.high)
        text.append(f" {gauge.text:>3}", "bold")
    else:
        text = plain(gauge.text, "bold")
        if gauge.kind == "ladder" and gauge.steps:
            text.append(f" {gauge.value - gauge.low + 1}/{len(gauge.steps)}", FAINT)
    if gauge.late:
        text.append(f"\n{gauge.late} turn{'s' if gauge.late > 1 else ''} old", FAINT)
    return text


def dial(value: int, low: int, high: int) -> Text:
    """Returns a track's bar; one that can be negative grows from its zero."""
    if low < 0 < high:
        return balance(value, low, high, CELLS)
    return bar((value - low) / max(1, high - low), CELLS)


def moved(gauge: Gauge) -> Text:
    """Returns the trend, green where it is good for the gauge's owner, red where it is not."""
    mark = trend(gauge.before, gauge.value)
    if not mark or not gauge.good:
        return plain(mark)
    rose = mark[0] == "▲"
    return plain(mark, "green" if rose == (gauge.good == "high") else "red")
