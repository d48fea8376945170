"""Headline: what the press calls the crisis, and the track from which it reads that."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import Static

from wargame.kernel.view import View
from wargame.language import tr
from wargame.plain.press import PAPER, reading
from wargame.tui.widgets.readout import moved
from wargame.tui.widgets.readout import reading as read_out

CELLS = 10
"""Cells of the bar."""


class Headline(Static):
    """Is two lines for the room; nothing where the scenario has no words for the crisis."""

    DEFAULT_CSS = "Headline { height: auto; padding: 0 1; text-align: center; }"

    def show(self, view: View) -> None:
        """Shows the reading of the view."""
        words = reading(view)
        self.display = bool(words)
        if not words or view.board.reading is None:
            return
        gauge = next(gauge for gauge in view.gauges if gauge.id == view.board.reading.track)
        paper = view.board.press.title if view.board.press is not None else tr(PAPER)
        text = Text.assemble((f"{paper}  ", "dim"), (f" “{words}” ", "bold reverse"), "\n")
        text.append(f"{gauge.title}  ").append_text(read_out(gauge, CELLS))
        of = tr("of {most}", most=gauge.high)
        text.append(f" {of} ").append_text(moved(gauge))
        self.update(text)
