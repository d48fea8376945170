"""What a team is playing for: its secret agenda, its core goals and how each stands."""

from __future__ import annotations

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text
from textual.widgets import Static

from wargame.kernel.view import GoalView, TeamView, View
from wargame.language import marked, tr
from wargame.tui.widgets.bar import bar
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, bullets, heading, plain


class Aims(Pane):
    """Is the full text of a team's aims."""

    TITLE = marked("Aims")
    PARTS = ("seat", "teams")

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns the agenda, then the core goals, each with its standing."""
        team = view.team(view.seat)
        lines: list[RenderableType] = []
        if team.agenda:
            lines += [
                Text.assemble((tr("Secret agenda:"), FAINT), " ", (team.agenda, "bold")),
                plain(team.agenda_text),
                _goals(team.agenda_goals),
            ]
        lines += [heading(tr("Core goals, known to all"), above=bool(lines)), _goals(team.goals)]
        if team.score is not None:
            lines.append(plain(f"\n{_standing(team)}"))
        promises = tr("Promises: {kept} kept, {broken} broken", kept=team.kept, broken=team.broken)
        lines.append(plain(promises, FAINT))
        return tuple(lines)


class AimsLine(Static):
    """Is the same in two lines, always in sight on a small terminal."""

    def show(self, view: View) -> None:
        """Shows the agenda's goals in one line and the core goals in the next."""
        team = view.team(view.seat)
        grid = Table.grid(expand=True, padding=(0, 1, 0, 0))
        grid.add_column(no_wrap=True, max_width=22)
        grid.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
        if team.agenda:
            grid.add_row(plain(team.agenda, "bold"), _short(team.agenda_goals))
        grid.add_row(plain(tr("Core goals"), "bold"), _short(team.goals))
        self.update(grid)


def _short(goals: tuple[GoalView, ...]) -> Text:
    return plain("  ").join(
        Text.assemble((f"{goal.standing}/{goal.points} ", "bold"), goal.title) for goal in goals
    )


def _standing(team: TeamView) -> str:
    if team.achieved:
        return tr("Standing now: {score}, achieved", score=team.score)
    return tr("Standing now: {score}", score=team.score)


def _goals(goals: tuple[GoalView, ...]) -> Table:
    grid = Table.grid(expand=True, padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    for goal in goals:
        standing = plain(f"{goal.standing}/{goal.points} ", "bold")
        standing.append_text(bar(goal.standing / max(1, goal.points), goal.points))
        grid.add_row(standing, plain(goal.title))
        grid.add_row("", plain(goal.says, FAINT))
    return grid


class Brief(Pane):
    """Is a team's own page."""

    TITLE = marked("Brief")
    PARTS = ("seat", "teams")

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns the brief, and one line on each of the other teams."""
        own = view.team(view.seat)
        others = [team for team in view.teams if team.id != view.seat]
        return (
            plain(own.says, "italic"),
            plain("\n" + own.brief.strip()),
            heading(tr("The others")),
            bullets(f"{team.title}: {team.says}" for team in others),
        )
