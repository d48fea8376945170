"""What the room may know of the teams: who has sealed, and every order once it is revealed."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from wargame.kernel.view import OrderView, View
from wargame.language import marked, tr
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, plain
from wargame.tui.widgets.seats import state

MARKS = {"pending": "▶", "carried out": "✓", "voided": "✗", "lapsed": "✗"}
"""How the state of an order is marked; what came to nothing is also said in a word."""


class Audience(Pane, can_focus=False):
    """Is the teams with their seals, or with their revealed orders."""

    TITLE = marked("Teams")
    PARTS = ("teams", "orders", "waiting_for")

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns one line a team, or the orders once they are on the table."""
        if view.orders:
            self.border_title = tr("Orders, revealed")
            titles = {team.id: team.title for team in view.teams}
            return tuple(_order(order, titles) for order in view.orders)
        self.border_title = tr(self.TITLE)
        return tuple(
            Text.assemble((team.title, "bold"), "  ", state(team, view), no_wrap=True)
            for team in view.teams
        ) or (plain(""),)


def _order(order: OrderView, titles: dict[str, str]) -> Text:
    mark = MARKS.get(order.status, "·")
    text = Text(f"{mark} ", "bold", no_wrap=True, overflow="ellipsis")
    if mark == "✗":
        text.append(f"{tr(order.status)} ", FAINT)
    name = f"“{order.claim}”" if order.claim else order.title
    return text.append(titles.get(order.team, order.team)).append(f"  {name}", "not bold")
