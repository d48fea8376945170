"""Why one thing happened: what it was, its dice and modifiers, what it changed, what backs it."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from wargame.kernel.view import Change
from wargame.language import marked, tr
from wargame.plain.sums import remainder
from wargame.tui.widgets.changes import told
from wargame.tui.widgets.detail import addends
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.pending import thrown
from wargame.tui.widgets.plain_text import FAINT, heading, indented, plain
from wargame.tui.widgets.statements import Find, cited, statements


class Reasons(Pane):
    """Is the explanation of one change."""

    TITLE = marked("Why")

    def explain(self, change: Change, titles: dict[str, str], find: Find) -> None:
        """Shows everything about a change; `titles` are those of the teams."""
        self.put(*reasons(change, titles, find))
        self.scroll_home(animate=False)


def reasons(change: Change, titles: dict[str, str], find: Find) -> tuple[RenderableType, ...]:
    """Returns what a change was and did, the roll that it came from, and its statements."""
    lines = told(change, titles)
    if not change.deltas:
        nothing = tr("Nothing that you see on the board changed by it.")
        lines.append(indented(nothing, style=FAINT))
    if change.faces:
        dice = thrown(change.faces, change.total - sum(change.faces), change.total)
        lines += [heading(tr("The dice")), dice]
    if change.overruled:
        lines.append(plain(tr("The facilitator overruled them: {reason}", reason=change.overruled)))
    rest = remainder(change.total - sum(change.faces), change.addends) if change.faces else ()
    if change.addends or rest:
        lines.append(heading(tr("What helped and hurt")))
    if change.addends:
        lines.append(addends(change.addends))
    lines += [Text.assemble((f"{number:+d} ", "bold"), why) for number, why in rest]
    return (*lines, *statements(cited(change.source, addends=change.addends), find))
