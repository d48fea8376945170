"""The step of the lesson, below the seat: what to do, and how to go on."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import Static

from wargame.plain.lesson import said_with
from wargame.table.tutor import Tutor
from wargame.tui.widgets.plain_text import FAINT, title


class LessonBar(Static):
    """Is a box at the foot of the screen while a lesson is under way."""

    DEFAULT_CSS = """
    LessonBar {
        dock: bottom; height: auto; max-height: 8; margin-bottom: 1; padding: 0 1;
        border: round $accent; border-title-style: bold; background: $surface;
    }
    """

    def __init__(self, tutor: Tutor) -> None:
        super().__init__(markup=False)
        self.tutor = tutor

    def show(self, key: str, *, hinted: bool = False) -> None:
        """Shows the step; `key` is that of what it has looked at, `hinted` asks for its hint."""
        tutor, step = self.tutor, self.tutor.step
        self.border_title = title(tutor.lesson.title)
        if step is None:
            self.update(Text("The lesson is over. F10 leaves; Learn begins the next."))
            return
        count = f"{tutor.at + 1} of {len(tutor.lesson.steps)}"
        text = Text.assemble((f"{count}  ", "bold"), said_with(step.say, key))
        if tutor.is_to_be_read:
            text.append("  F9 goes on", FAINT)
        elif hinted:
            text.append(f"\nHint: {step.hint}" if step.hint else "\nThere is no hint.", FAINT)
            text.append("  F9 goes on without it", FAINT)
        else:
            text.append("  F9 gives a hint", FAINT)
        self.update(text)
