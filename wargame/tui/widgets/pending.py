"""What is being adjudicated: the argument, the dice, the modifiers and the band that stands."""

from __future__ import annotations

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from wargame.kernel.view import Pending, View
from wargame.language import marked, tr
from wargame.plain.sums import besides
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, heading, hung, plain
from wargame.tui.widgets.statements import Find, cited, statements

PIPS = "⚀⚁⚂⚃⚄⚅"
NAMES = {
    "dice": marked("Roll"),
    "ruling": marked("Pending outcome"),
    "weigh": marked("Matrix argument"),
    "choice": marked("A question"),
    "card": marked("A card"),
    "agenda": marked("An agenda"),
}
"""How the kinds of what is pending are called."""


class PendingPane(Pane):
    """Is the pending outcome; when nothing is pending, the cards on the table; else it hides."""

    TITLE = marked("Pending")
    DEFAULT_CSS = "PendingPane.-idle { display: none; }"

    def __init__(self, find: Find, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.find = find

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns the outcome from the act to what its band says, or the cards to read aloud."""
        self.set_class(view.pending is None and not view.table, "-idle")
        if view.pending is not None:
            self.border_title = tr(NAMES[view.pending.kind])
            backing = cited(view.pending.source, addends=view.pending.addends)
            return (*outcome(view.pending, view), *statements(backing, self.find))
        self.border_title = tr("On the table")
        lines: list[RenderableType] = []
        for card in view.table:
            lines += [plain(card.title, "bold"), plain(card.text)]
        return tuple(lines)


def outcome(pending: Pending, view: View) -> tuple[RenderableType, ...]:
    """Returns what is pending as renderables, from top to bottom."""
    titles = {team.id: team.title for team in view.teams}
    name = f"{titles.get(pending.team, pending.team)}: " if pending.team else ""
    lines: list[RenderableType] = [Text.assemble((name, "bold"), (pending.title, "bold"))]
    if pending.claim:
        lines.append(plain(f"“{pending.claim}”", "italic"))
    lines += [hung(" + ", reason, "") for reason in pending.reasons]
    if pending.text:
        lines.append(plain(pending.text, FAINT))
    if pending.dice:
        lines += [plain(""), dice(pending)]
    if pending.band:
        lines.append(plain(f" ▶ {pending.band_title} ", "bold reverse"))
        lines += [plain(pending.says)] if pending.says else []
    if pending.dice and (added := _added(pending, view)) is not None:
        lines.append(added)
    if pending.bands and not pending.band:
        results = ", ".join(title for _, title in pending.bands)
        lines += [heading(tr("Results, from the worst")), plain(results, FAINT)]
    return tuple(lines)


def dice(pending: Pending) -> Text:
    """Returns the sum in one line: the faces, the net modifier and the total."""
    if not pending.faces:
        return Text.assemble(
            (f"{pending.dice}d{pending.sides}", "bold"),
            f" {pending.net:+d}, ",
            tr("not thrown yet"),
        )
    return thrown(pending.faces, pending.net, pending.total, sides=pending.sides)


def thrown(faces: tuple[int, ...], net: int, total: int, *, sides: int = 0) -> Text:
    """Returns the faces, what was added to them, and the total; pips on dice of six sides."""
    text = Text()
    for face in faces:
        pip = f"{PIPS[face - 1]} " if sides == len(PIPS) else ""
        text.append(f" {pip}{face} ", "bold reverse").append(" ")
    return text.append(f"{net:+d} = ").append(str(total), "bold")


def _added(pending: Pending, view: View) -> Table | None:
    """Returns everything that is added to the dice, or nothing if nothing is."""
    rows = [(addend.add, addend.why, addend.source) for addend in pending.addends]
    rows += [(number, why, ()) for number, why in besides(pending, view)]
    grid = Table.grid(expand=True, padding=(0, 1, 0, 1))
    grid.add_column(no_wrap=True, justify="right")
    grid.add_column(ratio=1)
    for number, why, source in rows:
        style = "green" if number > 0 else "red" if number < 0 else FAINT
        grid.add_row(
            plain(f"{number:+d}", style),
            Text.assemble(why, (f"  {' '.join(map(tr, source))}", FAINT)),
        )
    return grid if rows else None
