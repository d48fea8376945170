"""Whether the record is safe: one line that the facilitator can glance at."""

from __future__ import annotations

from pathlib import PurePath

from rich.text import Text
from textual.widgets import Static

from wargame.kernel.view import View
from wargame.language import tr
from wargame.tui.widgets.plain_text import FAINT


class HealthLine(Static):
    """Is the line about the save: when it was written last, how long it is, and its head."""

    def show(self, view: View) -> None:
        """Shows the health of the view's record."""
        health = view.health
        if health is None:
            self.update(Text(tr("no record"), FAINT))
            return
        clock = health.saved_at[11:19] or health.saved_at
        saved = tr("saved")
        text = Text.assemble(
            (f"● {saved}", "bold green"), f" {clock}  {PurePath(health.save).stem}"
        )
        text.append("  ").append(
            tr(
                "{records} records, {line} of them in play",
                records=health.records,
                line=health.line,
            )
        )
        text.append("  ").append(tr("head {head}", head=health.head), FAINT)
        self.update(text, layout=False)
