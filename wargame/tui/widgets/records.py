"""The record as a list to jump in: the one looked at is marked."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from wargame.kernel.view import FACILITATOR
from wargame.table.replay import RecordLine
from wargame.tui.widgets.plain_text import FAINT


class Records(OptionList):
    """Is every decision of a recorded game; choosing one goes there.

    Lines that a seat might not read are shown by their kind alone: the list belongs to
    everybody who looks at the replay, whoever's eyes it looks through.
    """

    def __init__(self, records: tuple[RecordLine, ...], *, id: str, classes: str) -> None:
        super().__init__(id=id, classes=classes, markup=False)
        self.records = records

    def on_mount(self) -> None:
        """Lists the records."""
        self.border_title = "Record"
        self.add_options(Option(_row(record)) for record in self.records)

    def show(self, at: int) -> None:
        """Marks the record looked at."""
        if at < self.option_count:
            self.highlighted = at


def _row(record: RecordLine) -> Text:
    row = Text(f"{record.number:>4} ", FAINT, no_wrap=True, overflow="ellipsis")
    row.append(f"{record.turn}. ", "not dim")
    row.append(record.text, "not dim" if record.on_line else "strike")
    if record.seat == FACILITATOR:
        row.stylize("italic")
    return row
