"""CompareSheet: the orders that are possible now, with the odds of their results side by side."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from wargame.kernel.view import Option, View
from wargame.plain.compare import bands, comparable
from wargame.tui.widgets.bar import percent
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, plain

BAND = 9
"""Columns of one result."""


class CompareSheet(ModalScreen[None]):
    """Is the table of all possible orders: cost, the chance of each result, what the act does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,v", "close", "Close", id="compare.close"),
    ]
    DEFAULT_CSS = """
    CompareSheet { align: center middle; }
    CompareSheet #compared {
        width: 96%; max-width: 130; height: auto; max-height: 96%;
        background: $surface; padding: 0 1;
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
        # Not in DEFAULT_CSS: the background that the application gives all screens would win.
        self.styles.background = self.styles.background.with_alpha(0.6)
        compared = self.query_one(Compared)
        compared.show(self.view)
        compared.focus()

    def action_close(self) -> None:
        """Goes back to the orders."""
        self.dismiss()


class Compared(Pane):
    """Is the table."""

    TITLE = "Compare"

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns a table for each roll, and one of what needs none."""
        self.border_subtitle = "Esc closes"
        tables: list[RenderableType] = []
        for titles, group in groupby(comparable(view), key=bands):
            tables += [*([plain("")] if tables else []), *_table(titles, tuple(group))]
        return tuple(tables) or (plain("There is no order to compare now.", FAINT),)


def _table(titles: tuple[str, ...], options: tuple[Option, ...]) -> list[RenderableType]:
    grid = Table.grid(expand=True, padding=(0, 1, 0, 0))
    grid.add_column(ratio=1)
    grid.add_column(width=4, justify="right", no_wrap=True)
    for _ in titles:
        grid.add_column(width=BAND, justify="right")
    heads = titles or ()
    grid.add_row(
        plain("Order" if titles else "Without a roll", "bold"),
        plain("cost", FAINT),
        *(plain(title, FAINT) for title in heads),
    )
    least = min((option.odds[0].probability for option in options if option.odds), default=0)
    most = max((option.odds[-1].probability for option in options if option.odds), default=0)
    for option in options:
        chances = [chance.probability for chance in option.odds]
        cells = [plain(percent(chance)) for chance in chances]
        if cells and len(options) > 1:
            _mark(cells[0], at=chances[0] == least)
            _mark(cells[-1], at=chances[-1] == most)
        grid.add_row(plain(option.title, "bold"), plain(f"{option.cost}"), *cells)
        grid.add_row(plain(f"  {'; '.join(option.effects) or 'nothing by itself'}", FAINT))
    return [grid]


def _mark(cell: Text, *, at: bool) -> None:
    """Marks the best of a column."""
    if at:
        cell.stylize("bold")
        cell.plain = f"★ {cell.plain}"
