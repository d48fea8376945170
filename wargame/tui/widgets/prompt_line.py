"""What this seat is to do now, or whom the game is waiting for."""

from __future__ import annotations

from rich.text import Text
from textual.reactive import reactive
from textual.widgets import Static

from wargame.kernel.view import FACILITATOR, View


class PromptLine(Static):
    """Is the line that always answers "what now?"."""

    thinking = reactive(False)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(markup=False, id=id)
        self._view: View | None = None

    def show(self, view: View) -> None:
        """Shows the prompt of the view."""
        self._view = view
        self._draw()

    def watch_thinking(self) -> None:
        """Says, or no longer says, that somebody is thinking."""
        self._draw()

    def _draw(self) -> None:
        view = self._view
        if view is None:
            return
        mine = view.seat in view.waiting_for
        self.set_class(mine, "-mine")
        if mine or view.node == "over":
            self.update(Text.assemble(("▶ ", "bold"), (view.prompt, "bold"), no_wrap=True))
            return
        names = waiting(view)
        if self.thinking:
            line = f"{names or 'The table'} thinking ..."
        else:
            line = f"Waiting for {names}" if names else view.prompt
        self.update(Text(f"· {line}", no_wrap=True))


def waiting(view: View) -> str:
    """Returns the names of those that have to decide something now."""
    titles = {team.id: team.title for team in view.teams} | {FACILITATOR: "the facilitator"}
    names = [titles.get(seat, seat) for seat in view.waiting_for]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
