"""CompareSheet: the orders that are possible now, with the odds of their results side by side."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from wargame.kernel.view import Option, View
from wargame.language import marked, tr
from wargame.plain.compare import bands, comparable
from wargame.tui.held import held
from wargame.tui.keys import COMPARE, bindings
from wargame.tui.widgets.bar import percent
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, indented, plain

BAND = 9
"""Columns of one result."""

BEST = "★ "
"""What marks the least chance of the worst result and the greatest of the best."""


class CompareSheet(ModalScreen[None]):
    """Is the table of all possible orders: cost, the chance of each result, what the act does."""

    PAGE = "compare"
    KEYS = COMPARE
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("compare", COMPARE),
    ]
    DEFAULT_CSS = """
    CompareSheet { align: center middle; }
    CompareSheet #compared {
        width: 96%; max-width: 130; height: auto; max-height: 96%;
        background: $surface;
    }
    """

    def __init__(self, view: View) -> None:
        super().__init__()
        self.view = view

    def compose(self) -> ComposeResult:
        """Shows the table."""
        yield Compared(id="compared")

    def on_mount(self) -> None:
        """Fills the table in and gives it the keyboard, to scroll."""
        compared = self.query_one(Compared)
        compared.show(self.view)
        compared.focus()

    def action_close(self) -> None:
        """Goes back to the orders."""
        self.dismiss()


class Compared(Pane):
    """Is the table."""

    TITLE = marked("Compare")

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns a table for each roll, and one of what needs none."""
        self.border_subtitle = tr("{close} closes", **held("compare"))
        tables: list[RenderableType] = []
        for titles, group in groupby(comparable(view), key=bands):
            tables += [*([plain("")] if tables else []), _table(titles, tuple(group))]
        return tuple(tables) or (plain(tr("There is no order to compare now."), FAINT),)


def _table(titles: tuple[str, ...], options: tuple[Option, ...]) -> Table:
    """Returns a row for each order, and below it over the whole width what the act does."""
    outer = Table.grid(expand=True)
    outer.add_column(ratio=1)
    name = tr("Order") if titles else tr("Without a roll")
    heads = [plain(title, FAINT) for title in titles]
    outer.add_row(_row(plain(name, "bold"), tr("cost"), heads))
    chances = [tuple(chance.probability for chance in option.odds) for option in options]
    least = min((odds[0] for odds in chances if odds), default=0.0)
    most = max((odds[-1] for odds in chances if odds), default=0.0)
    for option, odds in zip(options, chances, strict=True):
        marks = [""] * len(odds)
        if odds and len(options) > 1:
            marks[0] = BEST if odds[0] == least else ""
            marks[-1] = BEST if odds[-1] == most > 0 else marks[-1]
        cells = [
            plain(f"{mark}{percent(chance)}", "bold" if mark else "")
            for mark, chance in zip(marks, odds, strict=True)
        ]
        outer.add_row(_row(plain(option.title, "bold"), f"{option.cost}", cells))
        outer.add_row(indented("; ".join(option.effects) or tr("nothing by itself"), style=FAINT))
    return outer


def _row(name: Text, cost: str, cells: list[Text]) -> Table:
    grid = Table.grid(expand=True, padding=(0, 1, 0, 0))
    grid.add_column(ratio=1)
    grid.add_column(width=max(4, cell_len(tr("cost"))), justify="right", no_wrap=True)
    for _ in cells:
        grid.add_column(width=BAND, justify="right")
    grid.add_row(name, plain(cost, FAINT), *cells)
    return grid
