"""BoardScreen: the public board for a projector: large, steady, and without a secret."""

from __future__ import annotations

from collections import Counter
from math import ceil
from typing import ClassVar

from attrs import evolve
from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Grid, Horizontal, Vertical, VerticalScroll

from wargame.kernel.view import Gauge, View
from wargame.language import marked, tr
from wargame.plain.press import front_page
from wargame.table.client import SeatClient
from wargame.tui.base import SeatScreen
from wargame.tui.board_keys import BOARD
from wargame.tui.clock import PhaseClock
from wargame.tui.keys import COMMON, Key, bindings
from wargame.tui.widgets.audience import Audience
from wargame.tui.widgets.big_clock import BigClock
from wargame.tui.widgets.bigtext import BigText
from wargame.tui.widgets.briefing import Briefing
from wargame.tui.widgets.dial import TALL, Dial
from wargame.tui.widgets.ending import Ending
from wargame.tui.widgets.front_page import FrontPage
from wargame.tui.widgets.gauge_table import GaugeTables, tabled
from wargame.tui.widgets.headline import Headline
from wargame.tui.widgets.key_line import KeyLine
from wargame.tui.widgets.phase_bar import PhaseBar
from wargame.tui.widgets.prompt_line import PromptLine
from wargame.tui.widgets.relations import Relations

PAGES = ("map", "gauges", "tables", "news", "paper")
"""What the board can show: one at a time on a small terminal; a large one has map and news always
in sight, and gauges or tables below the map."""

WIDTHS = [(0, "-narrow"), (100, "-two"), (120, "-wide")]
HEIGHTS = [(0, "-short"), (40, "-tall")]
"""From how many columns and rows on the board is drawn how large."""
KINDS = ("ladder", "track", "flag")
"""The order in which the board shows what stands on it."""
HELP = marked("""
The board for the room: only what everybody may know. {next} is all you need: it tells the next
thing that happened, so that you can read it out, then shows the front page of the turn that has
ended, then the map again; {back} goes back.

The map draws the teams, and between them the gauges that say how they stand to each other: a thin
broken line is a low third, a thick one a high third. Below it stands what the press calls the
crisis. The paper is made up from what the game has recorded; nothing in it is news to the rules.
""")


class BoardScreen(SeatScreen):
    """Is the board that everybody in the room may see, readable from the back row."""

    PAGE: ClassVar[str] = "public"
    KEYS: ClassVar[tuple[Key, ...]] = BOARD
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("public", BOARD),
        *bindings("common", COMMON),
    ]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    HELP: ClassVar[str] = HELP
    CSS_PATH = "board.tcss"

    _past: tuple[int, bool] | None = None  # the turn and whether the game was over, as last shown
    _has_paper = False

    large: bool | None = None  # as chosen; until then, large if all gauges fit
    shown = "map"
    lower = "gauges"

    def __init__(self, client: SeatClient, *, clock: PhaseClock | None = None) -> None:
        """Takes the clock of the phase, where a facilitator keeps one."""
        super().__init__(client)
        self.clock = clock

    def compose(self) -> ComposeResult:
        """Lays out the banner, the pages, and what is told to the room."""
        with Horizontal(id="banner"):
            with Vertical(id="names"):
                yield BigText(spaced=True, id="title")
                yield BigText(spaced=True, from_height=40, id="date")
            yield BigClock(self.clock, id="clock")
            yield BigText(id="turn")
        yield PhaseBar(id="phases")
        yield PromptLine(id="now")
        with Horizontal(id="board"):
            with Vertical(id="left"):
                with Vertical(id="map", classes="page"):
                    yield Relations(id="relations")
                    yield Headline(id="verdict", markup=False)
                with VerticalScroll(id="gauges", classes="page lower", can_focus=False):
                    yield Grid(id="dials")
                yield GaugeTables(id="tables", classes="page lower")
            with Vertical(id="news", classes="page"):
                yield Audience(id="audience")
                yield Briefing(id="briefing")
                yield Ending(id="ending")
        yield FrontPage(id="paper", classes="page")
        yield KeyLine()

    def on_mount(self) -> None:
        """Shows the map; the base class then begins to listen."""
        self._bring("map")

    def show(self, view: View) -> None:
        """Shows the view; a turn that has ended brings its front page, the ending itself."""
        before = self._past
        self._past = (view.turn, view.ending is not None)
        self.query_one("#title", BigText).show(view.scenario_title)
        self.query_one("#turn", BigText).show(f"{view.turn}/{view.turns}")
        self.query_one("#date", BigText).show(
            tr("Turn {turn}: {date}", turn=view.turn, date=view.date)
        )
        self.query_one(PhaseBar).show(view)
        self.query_one(PromptLine).show(view)
        self.query_one(Relations).show(view)
        self.query_one(Headline).show(view)
        self._show_gauges(view)
        self.query_one(GaugeTables).show(view)
        self.query_one(Audience).show(view)
        self.query_one(Briefing).show(view.changes, view.teams, view.turn)
        self.query_one(Ending).show(view)
        self.query_one(FrontPage).show(view)
        self.set_class(view.ending is not None, "-over")
        self.set_class(bool(view.orders), "-revealed")
        self.query_one(BigClock).tick()
        self._has_paper = front_page(view) is not None
        if view.ending is not None and not (before and before[1]):
            self._bring("news")
        elif before and before[0] < view.turn and self._has_paper:
            self._bring("paper")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Returns whether there is something to show for a key."""
        if action == "page" and parameters == ("paper",):
            return self._has_paper
        if action == "page" and parameters == ("tables",):
            return self.seen is not None and bool(self.seen.board.tables)
        return True

    def on_resize(self) -> None:
        """Chooses the size of the gauges anew."""
        self._scale()

    def action_zoom(self) -> None:
        """Draws the gauges large or small."""
        self.large = not self.has_class("-large")
        self._scale()

    def action_page(self, name: str) -> None:
        """Shows a page."""
        self._bring(name)

    def action_step(self, by: int) -> None:
        """Goes on to the next thing for the room, or back to the one before."""
        briefing = self.query_one(Briefing)
        if self.shown == "paper":
            self._bring("map" if by > 0 else "news")
        elif self.shown != "news" and not self.has_class("-wide"):
            self._bring("news")
        elif by > 0 and briefing.is_told and (self._has_paper or not self.has_class("-wide")):
            self._bring("paper" if self._has_paper else "map")
        else:
            briefing.step(by)

    def action_scroll(self, by: int) -> None:
        """Scrolls by a page what is in sight, the ending too."""
        for part in self.query("#gauges, #tables, #paper, #ending, #briefing"):
            part.scroll_relative(y=by * max(1, part.size.height - 1), animate=False)

    def _bring(self, name: str) -> None:
        self.shown = name
        if name in ("gauges", "tables"):
            self.lower = name
        for page in self.query(".page"):
            page.set_class(page.id == name, "-shown")
            page.set_class(page.id == self.lower, "-lower")
        self.set_class(name == "paper", "-paper")
        self.set_class(name == "news", "-news")
        self.call_after_refresh(self._scale)

    def _show_gauges(self, view: View) -> None:
        apart = tabled(view.board)
        known = [
            gauge for gauge in named(view) if gauge.value is not None and gauge.id not in apart
        ]
        shown = sorted(known, key=lambda gauge: KINDS.index(gauge.kind))
        dials = list(self.query(Dial))
        if [dial.gauge.id for dial in dials] == [gauge.id for gauge in shown]:
            for dial, gauge in zip(dials, shown, strict=True):
                dial.show(gauge)
            return
        self.query(Dial).remove()
        name = max((cell_len(gauge.title) for gauge in shown), default=0)
        self.query_one("#dials", Grid).mount_all(Dial(gauge, name=name) for gauge in shown)
        self.call_after_refresh(self._scale)

    def _scale(self) -> None:
        columns = 2 if self.has_class("-two") or self.has_class("-wide") else 1
        rows = (TALL + 1) * ceil(len(self.query(Dial)) / columns)
        fits = rows <= self.query_one("#gauges").size.height
        self.set_class(fits if self.large is None else self.large, "-large")


def named(view: View) -> tuple[Gauge, ...]:
    """Returns the gauges, those that share a title with the name of their team."""
    titles = Counter(gauge.title for gauge in view.gauges)
    teams = {team.id: team.title for team in view.teams}
    return tuple(
        evolve(gauge, title=f"{gauge.title}, {teams[gauge.of]}")
        if titles[gauge.title] > 1 and gauge.of in teams
        else gauge
        for gauge in view.gauges
    )
