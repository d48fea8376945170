"""What the facilitator has to do now, and the one key that does it."""

from __future__ import annotations

from attrs import frozen
from rich.cells import cell_len
from rich.text import Text
from textual.widgets import Static

from wargame.kernel.view import FACILITATOR, View
from wargame.language import tr
from wargame.tui.held import held
from wargame.tui.widgets.plain_text import FAINT


@frozen
class Task:
    """Is the next step: what it says, the action of the console that does it, and other ways."""

    says: str
    action: str = ""
    does: str = ""
    others: str = ""


def task(view: View) -> Task:
    """Returns the facilitator's next step in this view."""
    now = held("facilitator")
    if view.node == "ruling":
        return Task(view.prompt, "accept", tr("lets it stand"), tr("{overrule} overrules", **now))
    if view.node == "weigh":
        return Task(view.prompt, "weigh", tr("weighs the argument"))
    if view.node == "phase":
        named = tr("ends {phase}", phase=view.phase_title)
        return Task(view.prompt, "advance", named if view.phase_title else tr("ends the phase"))
    if view.node == "orders":
        return Task(view.prompt, others=tr("{next} ends the phase all the same", **now))
    if view.node == "dice" and FACILITATOR in view.waiting_for:
        return Task(view.prompt, "dice", tr("types the faces of your dice"))
    if view.node == "over":
        return Task(view.prompt, others=tr("{note} writes a note for the debrief", **now))
    return Task(view.prompt)


class TaskLine(Static):
    """Is what to do now, and below it how; and what the phase is for, where that fits."""

    _view: View | None = None

    def show(self, view: View) -> None:
        """Shows the task of the view; a prompt that is too long for a line goes on in the next."""
        is_other = self._view is None or self._view.prompt != view.prompt
        self._view = view
        self.set_class(bool(task(view).action), "-mine")
        self.refresh(layout=is_other)

    def render(self) -> Text:
        """Draws the lines."""
        if self._view is None:
            return Text()
        now = task(self._view)
        phases = self._view.phases
        says = next((phase.says for phase in phases if phase.id == self._view.phase), "")
        ways = Text("  ", no_wrap=True, overflow="ellipsis")
        if now.action:
            ways.append(f"{held('facilitator')['do']} ", "bold").append(now.does)
        if now.others:
            ways.append(f"{' · ' if now.action else ''}{now.others}")
        if not ways.plain.strip():
            ways.append(says, FAINT)
        elif says != now.says and ways.cell_len + 3 + cell_len(says) <= self.size.width:
            ways.append(f"   {says}", FAINT)
        mark = "▶ " if now.action else "· "
        return Text.assemble((mark, "bold"), (now.says, "bold"), "\n", ways)
