"""Where the turn stands: all phases in one line, the present one marked."""

from __future__ import annotations

from rich.text import Text
from textual.events import Resize
from textual.widgets import Static

from wargame.kernel.view import View
from wargame.language import tr


class PhaseBar(Static):
    """Is one line of phases; those far off are counted where not all fit."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(markup=False, id=id)
        self._view: View | None = None

    def show(self, view: View) -> None:
        """Shows the phases of the view."""
        self._view = view
        self.update(phase_line(view, max(20, self.content_size.width or 78)), layout=False)

    def on_resize(self, event: Resize) -> None:
        """Fits the names to the new width."""
        if self._view is not None:
            self.show(self._view)


def phase_line(view: View, width: int) -> Text:
    """Returns the phases in at most `width` cells.

    Where not all fit, those next come first, then those just past; the others are counted.
    """
    titles = [phase.title for phase in view.phases]
    ids = [phase.id for phase in view.phases]
    at = ids.index(view.phase) if view.phase in ids else -1
    first, last = max(0, at), max(0, at)
    while last + 1 < len(titles) and _line(titles, at, first, last + 1).cell_len <= width:
        last += 1
    while first > 0 and _line(titles, at, first - 1, last).cell_len <= width:
        first -= 1
    line = _line(titles, at, first, last)
    line.truncate(width, overflow="ellipsis")
    return line


def _line(titles: list[str], at: int, first: int, last: int) -> Text:
    line = Text(no_wrap=True)
    if first > 0:
        line.append(tr("{number} done", number=first), "dim").append(" › ", "dim")
    for number in range(first, min(last + 1, len(titles))):
        if number > first:
            line.append(" › ", "dim")
        if number == at:
            line.append(f"[{titles[number]}]", "bold")
        else:
            line.append(titles[number], "dim" if number < at else "")
    if last + 1 < len(titles):
        line.append(" › ", "dim").append(tr("{number} more", number=len(titles) - 1 - last), "dim")
    return line
