"""JumpForm: to which record of a replay to go."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input

from wargame.errors import UsageInvalid
from wargame.language import marked, tr
from wargame.table.replay import RecordLine
from wargame.text import folded
from wargame.tui.widgets.sheet import Act, Sheet, label


class JumpForm(Sheet):
    """Is the form for a record's number, a turn, or a word; `found` is where that is."""

    TITLE_TEXT: ClassVar[str] = marked("Go to")
    PRECIOUS: ClassVar[bool] = False
    HINT: ClassVar[str] = marked(
        "A record's number, t3 for the start of turn 3, or a word to search for."
    )
    CONFIRM: ClassVar[str] = marked("Go")

    def __init__(self, records: tuple[RecordLine, ...], at: int) -> None:
        super().__init__()
        self.records = records
        self.at = at
        self.found = at

    def body(self) -> ComposeResult:
        """Composes the field."""
        yield label(tr("Record, turn or word"))
        yield Input(id="where", classes="last")

    def act(self) -> Act:
        """Returns nothing to do, once the place is found."""
        where = self.typed("#where", tr("nothing to go to"), remedy=tr("type a number or a word"))
        found = self._find(folded(where))
        if found is None:
            raise UsageInvalid(
                tr("there is no record '{asked}'", asked=where[:40]), remedy=tr("try another word")
            )
        self.found = found
        return lambda: None

    def _find(self, where: str) -> int | None:
        """Returns how many records have happened just after the one that is meant."""
        if where.isdecimal():
            return self._first(lambda record: record.number == int(where))
        if where[:1] == "t" and where[1:].isdecimal():
            return self._first(lambda record: record.turn == int(where[1:]))

        def fits(record: RecordLine) -> bool:
            return where in folded(record.text)

        after = self._first(fits, start=self.at)
        return self._first(fits) if after is None else after

    def _first(self, fits: Callable[[RecordLine], bool], *, start: int = 0) -> int | None:
        found = (at + 1 for at in range(start, len(self.records)) if fits(self.records[at]))
        return next(found, None)
