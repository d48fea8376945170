"""BoardScreen: the public board for a projector: large, steady, and without a secret."""

from __future__ import annotations

from collections import Counter
from math import ceil
from typing import ClassVar

from attrs import evolve
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Grid, Horizontal, Vertical, VerticalScroll

from wargame.kernel.view import Gauge, View
from wargame.tui.base import SeatScreen
from wargame.tui.keys import COMMON, Key, bindings
from wargame.tui.widgets.audience import Audience
from wargame.tui.widgets.bigtext import BigText
from wargame.tui.widgets.briefing import Briefing
from wargame.tui.widgets.dial import TALL, Dial
from wargame.tui.widgets.ending import Ending
from wargame.tui.widgets.key_line import KeyLine
from wargame.tui.widgets.phase_bar import PhaseBar
from wargame.tui.widgets.prompt_line import PromptLine

KEYS = (
    Key("next", "space,right", "step(1)", "Next", "Goes on to the next thing of the briefing."),
    Key("back", "backspace,left", "step(-1)", "Back", "Goes back to the thing before."),
    Key("zoom", "z", "zoom", "Zoom", "Draws the gauges large, or small so that more fit."),
    Key("down", "down,pagedown", "scroll(1)", "More gauges", "Scrolls the board down."),
    Key("up", "up,pageup", "scroll(-1)", "Fewer", "Scrolls the board up.", footer=False),
)

WIDTHS = [(0, "-narrow"), (120, "-wide")]
HEIGHTS = [(0, "-short"), (40, "-tall")]
"""From how many columns and rows on the board is drawn how large."""
KINDS = ("ladder", "track", "flag")
"""The order in which the board shows what stands on it."""
HELP = """
The board for the room: only what everybody may know. Space tells the next thing that happened, so
that you can read it out; backspace goes back. The gauges scroll with the arrow keys, and z draws
them large or small.
"""


class BoardScreen(SeatScreen):
    """Is the board that everybody in the room may see, readable from the back row."""

    PAGE: ClassVar[str] = "public"
    KEYS: ClassVar[tuple[Key, ...]] = KEYS
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("public", KEYS),
        *bindings("common", COMMON),
    ]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    HELP: ClassVar[str] = HELP
    CSS_PATH = "board.tcss"

    large: bool | None = None  # as chosen; until then, large if all gauges fit

    def compose(self) -> ComposeResult:
        """Lays out the banner, the board with its gauges, and what is told to the room."""
        with Horizontal(id="banner"):
            with Vertical(id="names"):
                yield BigText(spaced=True, id="title")
                yield BigText(spaced=True, from_height=40, id="date")
            yield BigText(id="turn")
        yield PhaseBar(id="phases")
        yield PromptLine(id="now")
        with Horizontal(id="board"):
            with VerticalScroll(id="gauges", can_focus=False):
                yield Grid(id="dials")
            with Vertical(id="side"):
                yield Audience(id="audience")
                yield Briefing(id="briefing")
                yield Ending(id="ending")
        yield KeyLine()

    def show(self, view: View) -> None:
        """Shows the view."""
        self.query_one("#title", BigText).show(view.scenario_title)
        self.query_one("#turn", BigText).show(f"{view.turn}/{view.turns}")
        self.query_one("#date", BigText).show(f"Turn {view.turn}: {view.date}")
        self.query_one(PhaseBar).show(view)
        self.query_one(PromptLine).show(view)
        self._show_gauges(view)
        self.query_one(Audience).show(view)
        self.query_one(Briefing).show(view.changes, view.teams, view.turn)
        self.query_one(Ending).show(view)
        self.set_class(view.ending is not None, "-over")

    def on_resize(self) -> None:
        """Chooses the size of the gauges anew."""
        self._scale()

    def action_zoom(self) -> None:
        """Draws the gauges large or small."""
        self.large = not self.has_class("-large")
        self._scale()

    def action_step(self, by: int) -> None:
        """Steps through the briefing."""
        self.query_one(Briefing).step(by)

    def action_scroll(self, by: int) -> None:
        """Scrolls the gauges by a page, and the ending with them."""
        for part in (self.query_one("#gauges"), self.query_one(Ending)):
            part.scroll_relative(y=by * max(1, part.size.height - 1), animate=False)

    def _show_gauges(self, view: View) -> None:
        known = [gauge for gauge in named(view) if gauge.value is not None]
        shown = sorted(known, key=lambda gauge: KINDS.index(gauge.kind))
        dials = list(self.query(Dial))
        if [dial.gauge.id for dial in dials] == [gauge.id for gauge in shown]:
            for dial, gauge in zip(dials, shown, strict=True):
                dial.show(gauge)
            return
        self.query(Dial).remove()
        self.query_one("#dials", Grid).mount_all(Dial(gauge) for gauge in shown)
        self.call_after_refresh(self._scale)

    def _scale(self) -> None:
        columns = 2 if self.has_class("-wide") else 1
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
