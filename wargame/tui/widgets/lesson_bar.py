"""The step of the lesson, below the seat: what to do, and how to go on."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import Static

from wargame.language import tr
from wargame.plain.lesson import said_with
from wargame.table.tutor import Tutor
from wargame.tui.held import held
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
        now = held("team")
        self.border_title = title(tutor.lesson.title)
        if step is None:
            self.update(
                Text(tr("The lesson is over. {leave} leaves; Learn begins the next.", **now))
            )
            return
        count = tr("{number} of {count}", number=tutor.at + 1, count=len(tutor.lesson.steps))
        text = Text.assemble((f"{count}  ", "bold"), said_with(step.say, key))
        if tutor.is_to_be_read:
            text.append("  ").append(tr("{lesson} goes on", **now), FAINT)
        elif hinted:
            hint = tr("Hint: {hint}", hint=step.hint) if step.hint else tr("There is no hint.")
            text.append(f"\n{hint}  ", FAINT).append(
                tr("{lesson} goes on without it", **now), FAINT
            )
        else:
            text.append("  ").append(tr("{lesson} gives a hint", **now), FAINT)
        self.update(text)
