"""Every offer and deal between the teams, as the facilitator reads them."""

from __future__ import annotations

from rich.console import RenderableType

from wargame.kernel.view import View
from wargame.language import marked, tr
from wargame.tui.widgets.offers import told
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, plain


class Bargains(Pane):
    """Is the list of offers and deals."""

    TITLE = marked("Offers and deals")
    PARTS = ("seat", "teams", "offers")

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns each offer in words; standing ones come first."""
        titles = {team.id: team.title for team in view.teams}
        order = {"struck": 0, "offered": 1}
        listed = sorted(view.offers, key=lambda offer: order.get(offer.status, 2))
        return tuple(told(offer, titles, view.seat) for offer in listed) or (
            plain(tr("No offers."), FAINT),
        )
