"""SaveList: the recorded games to choose from, and what is wrong with the broken ones."""

from __future__ import annotations

from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Static
from textual.widgets.option_list import Option as Row

from wargame.language import marked, tr
from wargame.table.saves import SaveInfo
from wargame.tui.keys import BACK, bindings
from wargame.tui.widgets.key_line import KeyLine
from wargame.tui.widgets.plain_text import FAINT, plain
from wargame.tui.widgets.row_list import RowList


class SaveList(Screen[SaveInfo | None]):
    """Is a list of saves; it is dismissed with the one that was chosen."""

    PAGE = "saves"
    KEYS = BACK
    HELP = marked(
        "Choose a game with the arrow keys and Enter. A broken save says what is wrong with it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("saves", BACK)]
    CSS_PATH = "start.tcss"

    def __init__(self, saves: tuple[SaveInfo, ...], title: str) -> None:
        super().__init__()
        self.saves = saves
        self._title = title

    def compose(self) -> ComposeResult:
        """Lays out the list and a place for what is wrong with the marked save."""
        saves = RowList(*(Row(_row(save)) for save in self.saves), id="saves")
        saves.border_title = self._title
        yield saves
        yield Static(id="problem", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Says so if there is nothing to choose from."""
        self.query_one("#saves").focus()
        if not self.saves:
            self.query_one("#problem", Static).update(plain(tr("There is no such game yet.")))

    def action_back(self) -> None:
        """Goes back without a choice."""
        self.dismiss(None)

    @on(RowList.OptionHighlighted)
    def _tell(self, event: RowList.OptionHighlighted) -> None:
        save = self.saves[event.option_index]
        text = plain(save.problem, "bold") if save.problem else plain(str(save.path), FAINT)
        self.query_one("#problem", Static).update(text)

    @on(RowList.OptionSelected)
    def _choose(self, event: RowList.OptionSelected) -> None:
        self.dismiss(self.saves[event.option_index])


def _row(save: SaveInfo) -> Table:
    grid = Table.grid(expand=True, padding=(0, 2, 0, 0))
    grid.add_column(ratio=2, no_wrap=True, overflow="ellipsis")
    grid.add_column(ratio=3, no_wrap=True, overflow="ellipsis")
    grid.add_column(width=22, no_wrap=True, overflow="ellipsis")
    grid.add_column(width=16, no_wrap=True)
    broken = save.problem and not save.records
    stands = tr("cannot be read") if broken else _stands(save)
    style = FAINT if broken else ""
    grid.add_row(
        Text(save.name, "bold", no_wrap=True),
        plain(save.title, style),
        plain(stands, style),
        plain(save.modified[:16].replace("T", " "), FAINT),
    )
    return grid


def _stands(save: SaveInfo) -> str:
    stands = tr("turn {turn}", turn=save.turn)
    if save.over:
        stands = tr("the end")
    return tr("{stands}, shipped", stands=stands) if save.shipped else stands
