"""Why something happened: the decision looked at, its dice and modifiers, and what it changed."""

from __future__ import annotations

from rich.console import RenderableType

from wargame.kernel.view import Change, Pending, View
from wargame.language import marked, tr
from wargame.tui.reader import Reader
from wargame.tui.widgets.changes import told
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.pending import outcome
from wargame.tui.widgets.plain_text import FAINT, heading, plain
from wargame.tui.widgets.statements import cited, statements

DECISION = "decision"
"""The kind of the records that move the game; what was written has others."""


class Why(Pane):
    """Is the explanation of one record of a game."""

    TITLE = marked("What happened, and why")

    def explain(self, view: View, reader: Reader) -> None:
        """Shows what this record settled and changed, as far as the seat may see."""
        titles = {team.id: team.title for team in view.teams}
        pending = reader.settled or view.pending
        written = reader.record if reader.record and reader.record.kind != DECISION else None
        lines: list[RenderableType] = []
        if written is not None:
            lines += [plain(written.text), plain(tr(written.kind), FAINT)]
        if pending is not None:
            lines += outcome(pending, view)
        if reader.fresh:
            if lines:
                lines.append(heading(tr("What that changed")))
            for change in reader.fresh:
                lines += told(change, titles)
        elif view.ending is not None:
            lines += [plain(view.ending.title, "bold"), *map(plain, view.ending.closing)]
        elif view.changes:
            if reader.record is not None and written is None:
                lines.append(plain(tr("The board stays as it is."), FAINT))
            lines += [heading(tr("The last change before")), *told(view.changes[-1], titles)]
        lines += statements(_backing(pending, reader.fresh), reader.statement)
        self.put(*lines or (plain(tr("Nothing has happened yet."), FAINT),))
        self.scroll_home(animate=False)

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns nothing: `explain` needs the reader, too."""
        return ()


def _backing(pending: Pending | None, fresh: tuple[Change, ...]) -> tuple[str, ...]:
    """Returns what is cited by what was settled and by what it changed."""
    settled = cited(pending.source, addends=pending.addends) if pending is not None else ()
    return cited(settled, *(change.source for change in fresh))
