"""What the room may know of the teams: who has sealed, and every order once it is revealed."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from wargame.kernel.view import View
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import plain
from wargame.tui.widgets.seats import state
from wargame.tui.widgets.slip import orders


class Audience(Pane, can_focus=False):
    """Is the teams with their seals, or with their revealed orders."""

    TITLE = "Teams"

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns one line a team, or the orders once they are on the table."""
        if view.orders:
            self.border_title = "Orders, revealed"
            return (orders(view, view.orders, teams=True),)
        self.border_title = self.TITLE
        return tuple(
            Text.assemble((team.title, "bold"), "  ", state(team, view), no_wrap=True)
            for team in view.teams
        ) or (plain(""),)
