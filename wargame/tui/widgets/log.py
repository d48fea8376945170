"""The record, line by line, newest last; a search narrows it down."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input
from textual.widgets.option_list import Option

from wargame.kernel.view import FACILITATOR, LogLine, View
from wargame.language import tr
from wargame.text import clean, folded
from wargame.tui.widgets.plain_text import FAINT
from wargame.tui.widgets.row_list import RowList


class Log(Vertical):
    """Is the log with a field to search it; only lines that hold every typed word are shown."""

    DEFAULT_CSS = """
    Log RowList { height: 1fr; border: none; padding: 0; background: transparent; }
    Log Input { height: 1; border: none; padding: 0; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._log: tuple[LogLine, ...] = ()
        self._titles: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """Puts the search above the lines."""
        yield Input(placeholder=tr("search: a word, a team, a kind ..."), id="search")
        yield RowList(id="lines")

    def show(self, view: View) -> None:
        """Shows the log of the view, at its end."""
        self.border_title = tr("Log")
        if view.log != self._log:
            self._log = view.log
            self._titles = {team.id: team.title for team in view.teams}
            self._titles |= {FACILITATOR: tr("Facilitator"), "chance": tr("Chance")}
            self._fill()

    def on_input_changed(self) -> None:
        """Narrows the lines down to what is searched."""
        self._fill()

    def _fill(self) -> None:
        words = folded(clean(self.query_one(Input).value)).split()
        lines = self.query_one(RowList)
        lines.clear_options()
        shown = [line for line in self._log if all(word in self._hay(line) for word in words)]
        lines.add_options(Option(self._row(line)) for line in shown)
        found = tr("{number} of {count}", number=len(shown), count=len(self._log))
        self.border_subtitle = found if words else None
        if shown:
            lines.highlighted = len(shown) - 1

    def _hay(self, line: LogLine) -> str:
        seat = self._titles.get(line.seat, line.seat)
        turn = tr("turn {turn}", turn=line.turn)
        return folded(f"{line.record} {seat} {tr(line.kind)} {turn} {line.text}")

    def _row(self, line: LogLine) -> Text:
        row = Text(f"{line.record:>4} ", FAINT)
        turn = tr("turn {turn}", turn=line.turn)
        row.append(f"{line.time[11:16]} {turn}  ")
        if line.kind != "decision":
            row.append(f"{tr(line.kind)}: ", "not dim bold")
        return row.append(line.text, "not dim")
