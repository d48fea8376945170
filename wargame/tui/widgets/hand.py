"""The cards in a team's hand, in full."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from wargame.kernel.view import View
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, bullets, plain, sources


class Hand(Pane):
    """Is a team's hand; cards are played from the list of orders."""

    TITLE = "Hand"
    PARTS = ("seat", "teams")

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns each card with its text, what it does and its source."""
        own = view.team(view.seat)
        lines: list[RenderableType] = []
        for card in own.hand:
            kind = "argument" if card.argument else f"costs {card.cost}"
            lines += [
                Text.assemble((card.title, "bold"), (f"  {card.deck}, {kind}", FAINT)),
                plain(card.text),
                bullets(card.effects),
                sources(card.source, card.voice),
                plain(""),
            ]
        others = ", ".join(
            f"{team.title} {team.hand_size}" for team in view.teams if team.id != view.seat
        )
        lines.append(plain(f"Cards held by others: {others}" if others else "", FAINT))
        return tuple(lines)
