"""Why something happened: the decision looked at, its dice and modifiers, and what it changed."""

from __future__ import annotations

from rich.console import RenderableType

from wargame.kernel.view import Pending, View
from wargame.table.replay import RecordLine
from wargame.tui.widgets.changes import told
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.pending import outcome
from wargame.tui.widgets.plain_text import FAINT, heading, plain


class Why(Pane):
    """Is the explanation of one record of a game."""

    TITLE = "What happened, and why"

    def explain(self, view: View, record: RecordLine | None, settled: Pending | None) -> None:
        """Shows what this record was, and what came of it as far as this seat may see."""
        if record is None:
            self.put(plain("Nothing has been recorded.", FAINT))
            return
        titles = {team.id: team.title for team in view.teams}
        lines: list[RenderableType] = []
        if settled is not None:
            lines += [*outcome(settled, view), plain("")]
        elif view.pending is not None:
            lines += [*outcome(view.pending, view), plain("")]
        changes = [change for change in view.changes if change.record == record.number]
        for change in changes:
            lines += told(change, titles)
        if not changes:
            lines.append(plain("This changes nothing on the board that this seat sees.", FAINT))
            earlier = [change for change in view.changes if change.record < record.number]
            if earlier:
                lines += [heading("The last change before"), *told(earlier[-1], titles)]
        self.put(*lines)

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns nothing: `explain` needs the record, too."""
        return ()
