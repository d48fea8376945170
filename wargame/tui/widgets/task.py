"""What the facilitator has to do now, and the one key that does it."""

from __future__ import annotations

from attrs import frozen
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
    """Is two lines: what to do now, and how; or what the phase is for while others decide."""

    def show(self, view: View) -> None:
        """Shows the task of the view."""
        now = task(view)
        self.set_class(bool(now.action), "-mine")
        text = Text.assemble(("▶ " if now.action else "· ", "bold"), (now.says, "bold"))
        says = next((phase.says for phase in view.phases if phase.id == view.phase), "")
        ways = Text()
        if now.action:
            ways.append(f"{held('facilitator')['do']} ", "bold").append(now.does)
        if now.others:
            ways.append(f"{' · ' if ways else ''}{now.others}")
        if says and says != now.says:
            ways.append(f"{'   ' if ways else ''}{says}", FAINT)
        text.append("\n  ").append_text(ways)
        self.update(text, layout=False)
