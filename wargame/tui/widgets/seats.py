"""Every team at a glance for the facilitator: orders, purses, agenda and standing."""

from __future__ import annotations

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from wargame.kernel.view import TeamView, View
from wargame.language import marked, tr
from wargame.tui.widgets.facts import Facts
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, hung, indented, plain
from wargame.tui.widgets.slip import orders


class Seats(Pane):
    """Is what each team has ordered, whether it has sealed, and how it stands."""

    TITLE = marked("Teams and orders")
    PARTS = ("teams", "orders", "waiting_for")

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns each team in turn."""
        lines: list[RenderableType] = []
        for team in view.teams:
            lines += [*_head(team, view), *_orders(team, view), plain("")]
        return tuple(lines)


def state(team: TeamView, view: View) -> Text:
    """Returns whether a team has sealed its orders, or is still deciding."""
    if team.sealed:
        sealed = tr("sealed")
        return plain(f"● {sealed}", "green")
    if team.id in view.waiting_for:
        deciding = tr("deciding")
        return plain(f"○ {deciding}", "yellow")
    return plain("")


def _head(team: TeamView, view: View) -> list[RenderableType]:
    text = Text.assemble((team.title, "bold"), "  ", state(team, view))
    text.append("".join(f"  {purse.left} {purse.title}" for purse in team.purses))
    aside = [team.agenda] if team.agenda else []
    if team.score is not None:
        score = tr("score {score}", score=team.score)
        aside.append(f"{score} ★" if team.achieved else score)
    aside += [
        tr("{number} cards", number=team.hand_size),
        tr("kept {number}", number=team.kept),
        tr("broke {number}", number=team.broken),
    ]
    return [text, indented(Facts(tuple(aside), FAINT))]


def _orders(team: TeamView, view: View) -> list[RenderableType]:
    revealed = tuple(order for order in view.orders if order.team == team.id)
    given = revealed or team.orders
    if not given:
        none = tr("no orders")
        return [plain(f"  {none}", FAINT)]
    lines: list[RenderableType] = [Padding(orders(view, given, teams=False), (0, 0, 0, 2))]
    for order in given:
        lines += [hung("    + ", reason) for reason in order.reasons]
    return lines
