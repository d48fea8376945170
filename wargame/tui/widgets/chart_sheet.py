"""ChartSheet: gauges over the turns, scores, and the odds of each order, drawn one at a time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from attrs import frozen
from rich.console import RenderableType
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets.option_list import Option as Row

from wargame.kernel.view import View
from wargame.language import marked, tr
from wargame.plain import charts
from wargame.plain.compare import comparable
from wargame.table.client import SeatClient
from wargame.table.trends import Trends
from wargame.tui.beside import beside
from wargame.tui.held import held
from wargame.tui.keys import CHARTS, bindings
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, plain
from wargame.tui.widgets.row_list import RowList

SPREAD = marked("spread")
"""The kind of the chart that has to be played for."""

ODDS = marked("odds")
"""The kind of the chart of what a roll may come to."""


NAMED = (SPREAD, ODDS)
"""The kinds that are words; that of a gauge is its course in small."""


@frozen
class Drawing:
    """Is a chart: its line in the list, what kind it is, and how it is drawn."""

    title: str
    kind: str
    lines: tuple[str, ...]


class ChartSheet(ModalScreen[None]):
    """Is the list of charts beside the one that is marked."""

    PAGE = "charts"
    KEYS = CHARTS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("charts", CHARTS)]
    DEFAULT_CSS = """
    ChartSheet { align: center middle; }
    ChartSheet #charts {
        width: 96%; max-width: 130; height: 96%; max-height: 30;
        border: round $primary; border-title-style: bold; border-title-color: $text;
        background: $surface; padding: 0 1;
    }
    ChartSheet #drawings {
        width: 2fr; height: 1fr; text-wrap: nowrap; text-overflow: ellipsis;
    }
    ChartSheet #drawing { width: 3fr; height: 1fr; }
    """

    class Played(Message):
        """Says how many games of the spread have been played."""

        def __init__(self, done: int, whole: int) -> None:
            super().__init__()
            self.done = done
            self.whole = whole

    def __init__(self, client: SeatClient, trends: Trends, view: View) -> None:
        super().__init__()
        self.client = client
        self.drawings = tuple(drawings(trends, view))
        self._spread: tuple[str, ...] = ()

    _is_spread = False

    def compose(self) -> ComposeResult:
        """Puts the list beside the chart."""
        with Horizontal(id="charts") as sheet:
            sheet.border_title = Text(tr("Charts"))
            sheet.border_subtitle = Text(tr("Up and down choose, {close} closes", **held("charts")))
            sparks = (drawing.kind for drawing in self.drawings if drawing.kind not in NAMED)
            width = max(map(len, sparks))
            rows = (_row(drawing, width) for drawing in self.drawings)
            yield RowList(*rows, id="drawings")
            yield Drawn(id="drawing")

    def on_mount(self) -> None:
        """Begins with the first."""
        self.query_one(RowList).focus()
        self.query_one(RowList).highlighted = 0

    def action_close(self) -> None:
        """Goes back to the seat."""
        self.dismiss()

    @on(RowList.OptionHighlighted)
    def _marked(self, event: RowList.OptionHighlighted) -> None:
        drawing = self.drawings[event.option_index]
        self._is_spread = drawing.kind == SPREAD
        if not self._is_spread or self._spread:
            self.query_one(Drawn).draw(drawing.lines or self._spread)
        else:
            self.query_one(Drawn).draw((tr("Final scores, played on ..."),))
            self.run_worker(self._play_on(), group="spread", exclusive=True)

    async def _play_on(self) -> None:
        found = await beside(lambda go_on: self.client.finals(go_on=go_on), self._post)
        if found:
            self._spread = tuple(charts.spread(found))
            self._show_spread(*self._spread)

    def _post(self, done: int, whole: int) -> None:
        self.post_message(self.Played(done, whole))

    @on(Played)
    def _played(self, event: Played) -> None:
        if not self._spread:
            self._show_spread(
                tr("Final scores, played on"),
                tr("{done} of {whole} games", done=event.done, whole=event.whole),
            )

    def _show_spread(self, *lines: str) -> None:
        if self._is_spread:
            self.query_one(Drawn).draw(lines)


class Drawn(Pane):
    """Is the chart."""

    TITLE = marked("Chart")

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns nothing: charts are put in by the sheet."""
        return ()

    def draw(self, lines: Iterable[str]) -> None:
        """Shows a chart; what is too wide is cut, since a wrapped drawing is none."""
        first, *rest = lines
        body = Text("\n".join(rest), no_wrap=True, overflow="ellipsis")
        self.put(plain(first, "bold"), plain(""), body)


def drawings(trends: Trends, view: View) -> Iterable[Drawing]:
    """Returns every chart there is: scores, then gauges, then the odds of what can be ordered."""
    yield Drawing(tr("Scores"), "", tuple(charts.scores(trends)))
    if view.ending is None:
        yield Drawing(tr("Final scores"), SPREAD, ())
    for trend in trends.gauges:
        lines = tuple(charts.over_turns(trend, trends.marks))
        yield Drawing(trend.gauge.title, charts.spark(trend), lines)
    for option in comparable(view):
        if option.odds:
            yield Drawing(option.title, ODDS, tuple(charts.odds(option)))


def _row(drawing: Drawing, width: int) -> Row:
    """Returns a line of the list: a gauge's course, `width` cells of it, the title and the kind."""
    named = drawing.kind in NAMED
    row = Text(f"{'' if named else drawing.kind:<{width}} {drawing.title}")
    return Row(row.append(f"  {tr(drawing.kind)}", FAINT) if named else row)
