"""What the facilitator has to do now, and the one key that does it."""

from __future__ import annotations

from attrs import frozen
from rich.text import Text
from textual.widgets import Static

from wargame.kernel.view import FACILITATOR, Option, View
from wargame.tui.widgets.plain_text import FAINT
from wargame.tui.widgets.prompt_line import waiting


@frozen
class Task:
    """Is the next step: what it says, the action of the console that does it, and other ways."""

    says: str
    action: str = ""
    does: str = ""
    others: str = ""


def task(view: View) -> Task:
    """Returns the facilitator's next step in this view."""
    if view.node == "over":
        return Task(view.prompt or "The game is over.", others="e writes a note for the hot wash")
    if FACILITATOR not in view.waiting_for and view.node not in ("ruling", "weigh", "phase"):
        if view.node == "dice" and find(view, "roll"):
            return _dice(view)
        names = waiting(view)
        return Task(f"Wait for {names}." if names and names != "chance" else view.prompt)
    if view.node == "dice":
        return _dice(view)
    if view.node == "ruling":
        return Task(view.prompt, "accept", "lets it stand", "o overrules")
    if view.node == "weigh":
        return Task(view.prompt, "weigh", "weighs the argument")
    if view.node == "phase":
        return Task(view.prompt, "advance", f"ends {view.phase_title or 'the phase'}")
    return Task(view.prompt)


def find(view: View, kind: str) -> Option | None:
    """Returns the option of that kind, if there is one."""
    return next((option for option in view.options if option.kind == kind), None)


def _dice(view: View) -> Task:
    if find(view, "roll"):
        return Task(view.prompt, "roll", "rolls", "d types the faces")
    return Task(view.prompt, "dice", "types the faces of your dice")


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
            ways.append("enter ", "bold").append(now.does)
        if now.others:
            ways.append(f"{' · ' if ways else ''}{now.others}")
        if says:
            ways.append(f"{'   ' if ways else ''}{says}", FAINT)
        text.append("\n  ").append_text(ways)
        text.no_wrap, text.overflow = True, "ellipsis"
        self.update(text)
