"""The cards in a team's hand, in full."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from wargame.kernel.view import CardView, Option, View
from wargame.language import marked, tr
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, bullets, plain, sources


class Hand(Pane):
    """Is a team's hand; cards are played from the list of orders."""

    TITLE = marked("Hand")
    PARTS = ("seat", "teams", "options")

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns each card with its text, what it does and its source."""
        own = view.team(view.seat)
        options = {option.id: option for option in view.options if option.card}
        lines: list[RenderableType] = [_card(card, options.get(card.id)) for card in own.hand]
        others = ", ".join(
            f"{team.title} {team.hand_size}" for team in view.teams if team.id != view.seat
        )
        held = tr("Cards held by others: {teams}", teams=others)
        lines.append(plain(held if others else "", FAINT))
        return tuple(lines)


def _card(card: CardView, option: Option | None) -> Panel:
    """Returns a card as it would lie on the table, with whether it can be played now."""
    argument, other = tr("argument, {cost}", cost=card.cost), tr("card, {cost}", cost=card.cost)
    kind = f"“ {argument}" if card.argument else f"▪ {other}"
    if option is None:
        now = plain("")
    elif option.legal:
        now = plain(tr("can be played now"), "bold")
    else:
        now = plain("; ".join(option.reasons), FAINT)
    inside = Group(plain(card.text), bullets(card.effects), sources(card.source, card.voice), now)
    return Panel(
        inside,
        title=Text(card.title, "bold"),
        title_align="left",
        subtitle=plain(kind),
        subtitle_align="right",
    )
