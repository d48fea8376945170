"""The record as a list to jump in: the record looked at is marked."""

from __future__ import annotations

from rich.text import Text
from textual.widgets.option_list import Option

from wargame.language import tr
from wargame.table.replay import RecordLine
from wargame.tui.widgets.plain_text import FAINT
from wargame.tui.widgets.row_list import RowList


class Records(RowList):
    """Is every record of a game that may be read; choosing one goes to just after it."""

    def __init__(self, records: tuple[RecordLine, ...], *, id: str, classes: str) -> None:
        super().__init__(id=id, classes=classes)
        self.records = records

    def on_mount(self) -> None:
        """Lists the records."""
        self.border_title = tr("Record")
        self.add_options(_row(record) for record in self.records)

    def show(self, at: int) -> None:
        """Marks the last of `at` records."""
        self.highlighted = at - 1 if 0 < at <= self.option_count else None


def _row(record: RecordLine) -> Option:
    row = Text(f"{record.number:>4} ", FAINT)
    row.append(f"{record.turn}. ", "not dim")
    row.append(record.text, "not dim" if record.on_line else "not dim strike")
    if record.kind != "decision":
        row.append(f"  {tr(record.kind)}", FAINT)
    return Option(row)
