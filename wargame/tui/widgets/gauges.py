"""The board as gauges: every track, ladder and flag with its trend and how old it is."""

from __future__ import annotations

from rich.console import RenderableType
from rich.table import Table

from wargame.kernel.view import Gauge, View
from wargame.language import marked, tr
from wargame.tui.widgets.gauge_table import tabled, tables
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import HEADING, plain
from wargame.tui.widgets.readout import moved, reading

READING = 16
TREND = 4


class Gauges(Pane):
    """Is the board; one's own gauges come first, then everybody's, then the others'."""

    TITLE = marked("Board")
    PARTS = ("seat", "teams", "gauges", "board")

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns one table for each owner, then those that the scenario makes of some gauges."""
        apart = tabled(view.board)
        titles = {team.id: team.title for team in view.teams}
        owners = [view.seat] if view.seat in titles else []
        owners += ["", *(id for id in titles if id not in owners)]
        lines: list[RenderableType] = []
        for owner in owners:
            gauges = [gauge for gauge in view.gauges if gauge.of == owner and gauge.id not in apart]
            if gauges:
                name = titles.get(owner, tr("Everybody's"))
                lines.append(table(gauges, name, above=bool(lines)))
        grouped = tables(view.board, view.gauges)
        return (*lines, *([plain("")] if lines and grouped else []), *grouped)


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
