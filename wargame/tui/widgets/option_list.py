"""What a team can do now: legal orders first, numbered; the others below with the reason."""

from __future__ import annotations

from typing import ClassVar

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets.option_list import Option as Row

from wargame.kernel.view import Option, View
from wargame.language import marked, tr
from wargame.tui.widgets.bar import rises
from wargame.tui.widgets.plain_text import FAINT, plain
from wargame.tui.widgets.row_list import RowList

LISTED = ("order", "choose")
DIGITS = "1234567890"


class Numbers:
    """Is the numbers of the options while the orders of a turn are given.

    An order that is given leaves the list; the numbers of the others stay, so that whoever types
    `1`, then `2`, gives the two orders that were read.
    """

    def __init__(self) -> None:
        self._place: object = None
        self._known: dict[str, int] = {}

    def given(self, view: View, ids: tuple[str, ...]) -> dict[str, int]:
        """Returns the number of each option, counting from 0, as far as there are digits."""
        place = (view.turn, view.phase, view.node, view.pending and view.pending.id)
        if place != self._place:
            self._place, self._known = place, {}
        for id in ids:
            if id not in self._known and len(self._known) < len(DIGITS):
                self._known[id] = len(self._known)
        return dict(self._known)

    def of(self, id: str) -> int | None:
        """Returns the number of an option."""
        return self._known.get(id)


class Options(RowList):
    """Is the list of orders or answers; Enter plays the marked one."""

    class Marked(Message):
        """Says that another option is marked."""

        def __init__(self, option: Option) -> None:
            super().__init__()
            self.option = option

    class Played(Message):
        """Says that the marked option is to be played."""

        def __init__(self, option: Option) -> None:
            super().__init__()
            self.option = option

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", marked("Choose"), id="options.play"),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, decides=True)
        self.listed: tuple[Option, ...] = ()
        self._numbers = Numbers()
        self._drawn: object = None

    @property
    def marked(self) -> Option | None:
        """Is the option under the cursor."""
        at = self.highlighted
        return self.listed[at] if at is not None and at < len(self.listed) else None

    def show(self, view: View) -> None:
        """Lists the options of the view; the cursor stays on the same one if it is still there."""
        listed = sorted(
            (option for option in view.options if option.kind in LISTED),
            key=lambda option: not option.legal,
        )
        given = _given(view)
        possible = tuple(option.id for option in listed if option.legal)
        numbers = self._numbers.given(view, possible)
        if self._drawn == (tuple(listed), given, numbers):
            return
        self._drawn = (tuple(listed), given, numbers)
        before = self.marked.id if self.marked else ""
        self.listed = tuple(listed)
        ids = [option.id for option in listed]
        rows = [Row(_row(option, numbers.get(option.id), option.id in given)) for option in listed]
        with self.prevent(RowList.OptionHighlighted):
            self.clear_options()
            none = plain(tr("Nothing to decide now."), FAINT)
            self.add_options(rows or [Row(none, disabled=True)])
            if ids:
                self.highlighted = ids.index(before) if before in ids else 0
        answers, orders = tr("Answers"), tr("Orders you can give")
        self.border_title = answers if view.node == "choice" else orders
        counted = tr(
            "{possible} of {count} possible, cost, odds", possible=len(possible), count=len(listed)
        )
        self.border_subtitle = counted if ids else ""

    def mark(self, number: int) -> None:
        """Moves the cursor to the option with that number, counting from 0, if it is listed."""
        for at, option in enumerate(self.listed):
            if option.legal and self._numbers.of(option.id) == number:
                self.highlighted = at
                self.focus()

    def on_option_list_option_highlighted(self, event: RowList.OptionHighlighted) -> None:
        """Passes on which option is marked."""
        event.stop()
        if event.option_index < len(self.listed):
            self.post_message(self.Marked(self.listed[event.option_index]))

    def on_option_list_option_selected(self, event: RowList.OptionSelected) -> None:
        """Passes on which option is played."""
        event.stop()
        if event.option_index < len(self.listed):
            self.post_message(self.Played(self.listed[event.option_index]))


def _given(view: View) -> tuple[str, ...]:
    for team in view.teams:
        if team.id == view.seat:
            return tuple(order.id for order in team.orders)
    return ()


def _row(option: Option, number: int | None, given: bool) -> RenderableType:
    grid = Table.grid(expand=True, padding=(0, 1, 0, 0))
    grid.add_column(width=1)
    grid.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    grid.add_column(no_wrap=True, justify="right")
    grid.add_column(no_wrap=True, width=5)
    digit = DIGITS[number] if option.legal and number is not None else " "
    odds = rises(tuple(chance.probability for chance in option.odds))
    style = "" if option.legal else FAINT
    cost = f"{option.cost}" if option.kind == "order" else ""
    grid.add_row(
        plain("✓" if given else digit, "bold"),
        Text.assemble((mark(option), FAINT), option.title, style=style, no_wrap=True),
        plain(cost, style),
        plain(odds, style),
    )
    if option.legal or not option.reasons:
        return grid
    # across all columns, since there is often much of it
    reasons = Text("    " + "; ".join(option.reasons), FAINT, no_wrap=True, overflow="ellipsis")
    return Group(grid, reasons)


def mark(option: Option) -> str:
    """Returns the mark of a card or of an argument; moves have none."""
    if option.argument:
        return "“ "
    return "▪ " if option.card else ""
