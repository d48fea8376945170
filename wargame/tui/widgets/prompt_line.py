"""What this seat is to do now, or whom the game is waiting for."""

from __future__ import annotations

from rich.text import Text
from textual.reactive import reactive
from textual.widgets import Static

from wargame.kernel.view import FACILITATOR, View
from wargame.language import tr, trn
from wargame.tui.held import held


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
            prompt = drafted(view) or view.prompt
            self.update(Text.assemble(("▶ ", "bold"), (prompt, "bold"), no_wrap=True))
            return
        names = waiting(view)
        if self.thinking:
            line = (
                tr("{names} thinking ...", names=names) if names else tr("The table thinking ...")
            )
        else:
            line = tr("Waiting for {names}", names=names) if names else view.prompt
        if any(team.sealed for team in view.teams if team.id == view.seat) and not view.orders:
            now = held("team")
            sealed = tr("Your orders are sealed; {recall} takes them back until the reveal.", **now)
            line = f"{sealed} {line}"
        self.update(Text(f"· {line}", no_wrap=True))


def drafted(view: View) -> str:
    """Returns what to do once a team has given orders; nothing before that."""
    given = next((team.orders for team in view.teams if team.id == view.seat), ())
    if view.node != "orders" or not given:
        return ""
    now = held("team")
    if any(option.kind == "order" and option.legal for option in view.options):
        return trn(
            "{number} order given: give another, or press {seal} to seal.",
            "{number} orders given: give another, or press {seal} to seal.",
            len(given),
            **now,
        )
    return trn(
        "{number} order given, and no other is possible: press {seal} to seal.",
        "{number} orders given, and no other is possible: press {seal} to seal.",
        len(given),
        **now,
    )


def waiting(view: View) -> str:
    """Returns the names of those that have to decide something now."""
    titles = {team.id: team.title for team in view.teams} | {FACILITATOR: tr("the facilitator")}
    names = [titles.get(seat, seat) for seat in view.waiting_for]
    if len(names) < 2:
        return "".join(names)
    return tr("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])
