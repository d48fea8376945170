"""The order slip: what has been ordered this turn, and what is left to spend."""

from __future__ import annotations

from rich.console import RenderableType
from rich.table import Table

from wargame.kernel.view import OrderView, View
from wargame.language import marked, tr
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, plain, title


class Slip(Pane):
    """Is a team's orders of this turn; after the reveal everybody's."""

    TITLE = marked("Your orders")
    PARTS = ("seat", "teams", "orders")

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns one row an order."""
        own = view.team(view.seat)
        left = ", ".join(f"{purse.left} {purse.title}" for purse in own.purses)
        self.border_subtitle = title(
            tr("sealed") if own.sealed else tr("{points} left", points=left)
        )
        if view.orders:
            self.border_title = tr("Orders, revealed")
            return (orders(view, view.orders, teams=True),)
        self.border_title = tr(self.TITLE)
        if not own.orders:
            return (plain(tr("None yet."), FAINT),)
        return (orders(view, own.orders, teams=False),)


def orders(view: View, given: tuple[OrderView, ...], *, teams: bool) -> Table:
    """Returns orders as aligned rows, with the team's name if wanted."""
    titles = {team.id: team.title for team in view.teams}
    grid = Table.grid(expand=True, padding=(0, 1, 0, 0))
    if teams:
        grid.add_column(no_wrap=True, max_width=12, overflow="ellipsis")
    grid.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True)
    for order in given:
        name = f"“{order.claim}”" if order.claim else order.title
        row = [
            plain(name),
            plain(f"+{order.boost}" if order.boost else ""),
            plain(tr(order.status), FAINT),
        ]
        if teams:
            row.insert(0, plain(titles.get(order.team, order.team), "bold"))
        grid.add_row(*row)
    return grid
