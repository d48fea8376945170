"""The board as gauges: every track, ladder and flag with its trend and how old it is."""

from __future__ import annotations

from rich.console import RenderableType

from wargame.kernel.view import View
from wargame.language import marked, tr
from wargame.tui.widgets.gauge_rows import GaugeRows
from wargame.tui.widgets.gauge_table import tabled, tables
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import plain


class Gauges(Pane):
    """Is the board; one's own gauges come first, then everybody's, then the others'."""

    TITLE = marked("Board")
    PARTS = ("seat", "teams", "gauges", "board")

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns the gauges by owner, then the tables that the scenario makes of some."""
        apart = tabled(view.board)
        titles = {team.id: team.title for team in view.teams}
        owners = [view.seat] if view.seat in titles else []
        owners += ["", *(id for id in titles if id not in owners)]
        listed = [gauge for gauge in view.gauges if gauge.id not in apart]
        owned = ((owner, tuple(g for g in listed if g.of == owner)) for owner in owners)
        groups = tuple((titles.get(owner, tr("Everybody's")), own) for owner, own in owned if own)
        grouped = tables(view.board, view.gauges)
        return (GaugeRows(groups), *([plain("")] if groups and grouped else []), *grouped)
