"""The top line of a seat: the game, the turn, whose seat this is and what it can spend."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text
from textual.widgets import Static

from wargame.kernel.view import FACILITATOR, PUBLIC, TeamView, View
from wargame.language import tr
from wargame.tui.widgets.plain_text import plain


class SeatBar(Static):
    """Is the top line of every seat's screen."""

    def show(self, view: View) -> None:
        """Shows turn and title on the left, seat and purses on the right."""
        grid = Table.grid(expand=True, padding=(0, 1))
        grid.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
        grid.add_column(justify="right", no_wrap=True, overflow="ellipsis")
        turn = tr("Turn {turn} of {turns}", turn=view.turn, turns=view.turns)
        stage = turn if view.phase else tr("Setting up")
        left = Text.assemble((stage, "bold"), f"  {view.date}  ", (view.scenario_title, "dim"))
        grid.add_row(left, seat_text(view))
        self.update(grid, layout=False)


def seat_text(view: View) -> Text:
    """Returns whose seat it is, with what a team has left and how it stands."""
    if view.seat == FACILITATOR:
        return plain(tr("Facilitator"), "bold")
    if view.seat == PUBLIC:
        return plain(tr("Public board"), "bold")
    team = view.team(view.seat)
    text = plain(team.title, "bold")
    for purse in team.purses:
        text.append(f"  {purse.left} {purse.title}")
    if team.score is not None:
        text.append(f"  {_score(team)}")
    return text


def _score(team: TeamView) -> str:
    possible = sum(goal.points for goal in (*team.goals, *team.agenda_goals))
    if possible:
        return tr("score {score}/{possible}", score=team.score, possible=possible)
    return tr("score {score}", score=team.score)
