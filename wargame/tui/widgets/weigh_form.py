"""WeighForm: the facilitator weighs a team's free argument before it is rolled for."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.reactive import reactive
from textual.widgets import Static

from wargame.kernel.view import Pending, View
from wargame.language import marked, tr
from wargame.table.client import SeatClient
from wargame.tui.held import held
from wargame.tui.keys import DIAL, bindings
from wargame.tui.widgets.patch_draft import entries
from wargame.tui.widgets.patch_list import PatchList
from wargame.tui.widgets.sheet import Act, Sheet, label, reason_input

NET = 3
"""The largest net modifier that an argument can be given, either way."""

STRENGTHS = (
    marked("very weak"),
    marked("clearly weak"),
    marked("slightly weak"),
    marked("even"),
    marked("slightly strong"),
    marked("clearly strong"),
    marked("very strong"),
)
"""What each net modifier says of an argument, from the least."""


class NetDial(Static, can_focus=True):
    """Is the net modifier on a scale from -3 to +3: left and right move it, a click, the wheel."""

    KEYS = DIAL
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("dial", DIAL),
    ]

    DEFAULT_CSS = """
    NetDial { height: 1; }
    NetDial:focus { background: $primary 25%; }
    """

    net: reactive[int] = reactive(0)

    def render(self) -> Text:
        """Draws the scale with the chosen number marked."""
        line = Text(tr("Net modifier")).append("  ")
        for number in range(-NET, NET + 1):
            style = Style.parse("bold reverse" if number == self.net else "dim")
            told = f" {number:+d} " if number else "  0 "
            line.append(told, style + Style(meta={"net": number}))
        return line.append(f"  {tr(STRENGTHS[self.net + NET])}")

    def on_click(self, event: Click) -> None:
        """Chooses the number under the mouse."""
        self.net = event.style.meta.get("net", self.net)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Moves the modifier up, and nothing else."""
        event.stop()
        self.action_turn(1)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Moves the modifier down, and nothing else."""
        event.stop()
        self.action_turn(-1)

    def action_turn(self, by: int) -> None:
        """Moves the modifier, within the scale."""
        self.net = max(-NET, min(NET, self.net + by))


class WeighForm(Sheet):
    """Is the form of a weighing: the net modifier, what follows either way, and why."""

    TITLE_TEXT: ClassVar[str] = marked("Weigh an argument")
    CONFIRM: ClassVar[str] = marked("Weigh")

    DEFAULT_CSS = """
    WeighForm #argument { height: auto; max-height: 6; margin-bottom: 1; }
    WeighForm #patches { height: auto; }
    WeighForm PatchList { width: 1fr; height: 34vh; min-height: 8; }
    """

    def __init__(self, client: SeatClient, view: View, pending: Pending) -> None:
        super().__init__()
        self.client = client
        self.view = view
        self.pending = pending

    def body(self) -> ComposeResult:
        """Composes the argument, the dial, the two patches and the reason."""
        yield Static(self._argument(), id="argument")
        yield NetDial()
        with Horizontal(id="patches"):
            yield PatchList(entries(self.view), id="success", title=tr("If it succeeds"))
            yield PatchList(entries(self.view), id="failure", title=tr("If it fails"))
        onward = tr("tab next")
        yield label(f"{tr(PatchList.KEYS_TEXT, **held('patch'))} · {onward}")
        yield reason_input()

    def act(self) -> Act:
        """Returns the weighing; a reason is needed, consequences are not."""
        net = self.query_one(NetDial).net
        success = self.query_one("#success", PatchList).draft.notation
        failure = self.query_one("#failure", PatchList).draft.notation
        decision = f"weigh {net:+d} success {success} failure {failure} because {self.reason()}"
        return lambda: self.client.decide(decision)

    def _argument(self) -> Text:
        titles = {team.id: team.title for team in self.view.teams}
        text = Text(f"{titles.get(self.pending.team, self.pending.team)}: ", "bold")
        text.append(self.pending.claim, "not bold")
        for reason in self.pending.reasons:
            text.append(f"\n + {reason}", "not bold")
        return text
