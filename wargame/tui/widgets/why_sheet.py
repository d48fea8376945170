"""WhySheet: at any outcome, why: each thing that happened, with the reasons of the marked one."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets.option_list import Option

from wargame.kernel.view import Change, View
from wargame.language import tr
from wargame.table.client import SeatClient
from wargame.tui.held import held
from wargame.tui.keys import WHY, bindings
from wargame.tui.widgets.plain_text import FAINT, plain
from wargame.tui.widgets.reasons import Reasons
from wargame.tui.widgets.row_list import RowList


class WhySheet(ModalScreen[None]):
    """Is the list of this turn's and last turn's changes, newest first, and why each happened."""

    PAGE = "why"
    KEYS = WHY
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("why", WHY),
    ]
    DEFAULT_CSS = """
    WhySheet { align: center middle; }
    WhySheet #why {
        width: 96%; max-width: 150; height: 96%; max-height: 44;
        border: round $primary; border-title-style: bold; border-title-color: $text;
        background: $surface; padding: 0 1;
    }
    WhySheet #happened { width: 2fr; height: 1fr; }
    WhySheet #reasons { width: 3fr; height: 1fr; }
    """

    def __init__(self, client: SeatClient, view: View) -> None:
        super().__init__()
        self.client = client
        self.titles = {team.id: team.title for team in view.teams}
        self.changes = view.changes[::-1]

    def compose(self) -> ComposeResult:
        """Puts the list beside the reasons."""
        with Horizontal(id="why") as sheet:
            sheet.border_title = Text(tr("Why?"))
            sheet.border_subtitle = Text(
                tr("Tab scrolls the reasons, {close} closes", **held("why"))
            )
            yield RowList(*map(self._row, self.changes), id="happened")
            yield Reasons(id="reasons")

    def on_mount(self) -> None:
        """Begins with the newest change."""
        happened = self.query_one(RowList)
        happened.border_title = Text(tr("What happened"))
        happened.focus()
        if self.changes:
            happened.highlighted = 0
        else:
            self.query_one(Reasons).put(plain(tr("Nothing has happened yet."), FAINT))

    def action_close(self) -> None:
        """Goes back to the seat."""
        self.dismiss()

    @on(RowList.OptionHighlighted)
    def _marked(self, event: RowList.OptionHighlighted) -> None:
        change = self.changes[event.option_index]
        self.query_one(Reasons).explain(change, self.titles, self.client.statement)

    def _row(self, change: Change) -> Option:
        row = Text(f"{change.turn}. ", FAINT, no_wrap=True, overflow="ellipsis")
        row.append(f"{change.title}", "not dim")
        row.append(f"  {tr(change.kind)}", FAINT)
        if change.team:
            row.append(f", {self.titles.get(change.team, change.team)}", FAINT)
        return Option(row)
