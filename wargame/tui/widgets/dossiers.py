"""What a team has learnt about the others: their word, their aims, what they did turn by turn."""

from __future__ import annotations

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from wargame.kernel.view import View
from wargame.language import marked, tr
from wargame.plain.dossier import Dossier, dossiers
from wargame.tui.widgets.offers import told
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, heading, indented, plain


class Dossiers(Pane):
    """Is the file that a team keeps on each of the others."""

    TITLE = marked("What you know of the others")
    PARTS = ("seat", "teams", "offers", "deeds")

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns each of the others in turn."""
        titles = {team.id: team.title for team in view.teams}
        lines: list[RenderableType] = []
        for dossier in dossiers(view):
            lines += [heading(dossier.team.title, above=bool(lines)), *_file(dossier, titles, view)]
        return tuple(lines)


def _file(dossier: Dossier, titles: dict[str, str], view: View) -> list[RenderableType]:
    team = dossier.team
    word = Text.assemble(
        (tr("Promises"), FAINT),
        " ",
        (tr("{number} kept", number=team.kept), "bold" if team.kept else FAINT),
        (", ", FAINT),
        (tr("{number} broken", number=team.broken), "bold" if team.broken else FAINT),
        ("  ·  ", FAINT),
        (tr("{number} cards", number=team.hand_size), FAINT),
    )
    goals = plain("  ").join(
        Text.assemble((f"{goal.standing}/{goal.points} ", "bold"), goal.title)
        for goal in dossier.goals
    )
    deals = [indented(told(offer, titles, view.seat)) for offer in dossier.deals]
    if not dossier.turns:
        return [word, goals, plain(tr("None of its orders is known yet."), FAINT), *deals]
    grid = Table.grid(expand=True, padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    for turn, acts in dossier.turns:
        grid.add_row(plain(tr("Turn {turn}", turn=turn), FAINT), plain("; ".join(acts)))
    return [word, goals, grid, *deals]
