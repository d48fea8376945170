"""Where the turn stands: all phases in one line, the present one marked."""

from __future__ import annotations

from rich.text import Text
from textual.events import Resize
from textual.widgets import Static

from wargame.kernel.view import View


class PhaseBar(Static):
    """Is one line of phases; names are shortened where they do not fit."""

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
    """Returns the phases in at most `width` cells."""
    ids = [phase.id for phase in view.phases]
    at = ids.index(view.phase) if view.phase in ids else -1
    titles = [phase.title for phase in view.phases]
    room = width - sum(3 for _ in titles[1:]) - 2
    longest = max(map(len, titles), default=0)
    while longest > 2 and sum(_cut(titles, at, longest)) > room:
        longest -= 1
    line = Text(no_wrap=True)
    for number, name in enumerate(titles):
        if number:
            line.append(" › ", "dim")
        if number == at:
            line.append(f"[{name}]", "bold")
        else:
            short = name if len(name) <= longest else name[: longest - 1] + "…"
            line.append(short, "dim" if number < at else "")
    return line


def _cut(titles: list[str], at: int, longest: int) -> list[int]:
    return [
        len(name) if number == at else min(len(name), longest) for number, name in enumerate(titles)
    ]
