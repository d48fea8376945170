"""How the game ended: the closing text, the scores and what everybody was after."""

from __future__ import annotations

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from wargame.kernel.view import TeamView, View
from wargame.language import marked, tr
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, plain, sources


class Ending(Pane):
    """Is the last page of a game."""

    TITLE = marked("The end")
    PARTS = ("teams", "ending")

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns the closing text, then each team's score with its goals."""
        if view.ending is None:
            return (plain(tr("The game goes on."), FAINT),)
        lines: list[RenderableType] = [plain(view.ending.title, "bold"), plain("")]
        lines += [plain(line) for line in view.ending.closing]
        lines += [plain(""), *(result(team) for team in view.teams)]
        return (*lines, sources(view.ending.source))


def result(team: TeamView) -> Table:
    """Returns a team's score, its agenda and how each goal came out."""
    grid = Table.grid(expand=True, padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True, width=5, justify="right")
    grid.add_column(ratio=1)
    score = "" if team.score is None else str(team.score)
    name = Text.assemble((team.title, "bold"), (f"  {team.agenda}" if team.agenda else "", FAINT))
    if team.achieved:
        name.append("  ").append(tr("achieved"), "bold green")
    promises = tr("promises: {kept} kept, {broken} broken", kept=team.kept, broken=team.broken)
    name.append(f"  {promises}", FAINT)
    grid.add_row(plain(score, "bold"), name)
    for goal in (*team.goals, *team.agenda_goals):
        grid.add_row(plain(f"{goal.standing}/{goal.points}"), plain(goal.title))
    grid.add_row("", "")
    return grid
