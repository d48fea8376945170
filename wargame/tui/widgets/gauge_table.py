"""Tables of gauges that belong together, as the scenario groups them: rows by columns."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from wargame.kernel.view import Gauge, View
from wargame.language import marked, tr
from wargame.scenario.board import Board, GaugeTable
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, plain
from wargame.tui.widgets.readout import moved

PIPS = 5
"""Up to which top a track is drawn as pips, one a point."""


class GaugeTables(Pane, can_focus=False):
    """Is every table of the board."""

    TITLE = marked("Tables")
    PARTS = ("gauges", "board")

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns each table under its title."""
        return tuple(tables(view.board, view.gauges, pips=True)) or (
            plain(tr("This board has no tables."), FAINT),
        )


def tabled(board: Board) -> frozenset[str]:
    """Returns the gauges that stand in a table, and so need not be listed."""
    return frozenset(cell for table in board.tables for row in table.rows for cell in row.cells)


def tables(board: Board, gauges: Iterable[Gauge], *, pips: bool = False) -> list[RenderableType]:
    """Returns the tables with what is seen of their gauges; those of which nothing is are left out.

    `pips` draws small numbers as dots too, where there is room.
    """
    known = {gauge.id: gauge for gauge in gauges}
    lines: list[RenderableType] = []
    for table in board.tables:
        if any(cell in known for row in table.rows for cell in row.cells):
            if lines:
                lines.append(plain(""))
            lines += [plain(table.title, "bold"), _grid(table, known, pips=pips)]
    return lines


def _grid(table: GaugeTable, known: dict[str, Gauge], *, pips: bool) -> Table:
    grid = Table.grid(expand=True, padding=(0, 1, 0, 0))
    grid.add_column(ratio=3)
    for _ in table.columns:
        grid.add_column(ratio=2, no_wrap=True)
    grid.add_row("", *(plain(column, FAINT) for column in table.columns))
    for row in table.rows:
        cells = (known.get(cell) for cell in row.cells)
        grid.add_row(plain(row.title), *(_cell(cell, pips=pips) for cell in cells))
    return grid


def _cell(gauge: Gauge | None, *, pips: bool) -> Text:
    if gauge is None:
        return plain("–", FAINT)
    if gauge.value is None:
        return plain(gauge.text, FAINT)
    text = Text(no_wrap=True)
    if pips and gauge.kind == "track" and 0 == gauge.low < gauge.high <= PIPS:
        text.append("●" * gauge.value, "bold").append("○" * (gauge.high - gauge.value), "dim")
        text.append(" ")
    text.append(gauge.text, "bold").append(" ").append_text(moved(gauge))
    if gauge.late:
        text.append(" ").append(tr("{number} old", number=gauge.late), "dim")
    return text
