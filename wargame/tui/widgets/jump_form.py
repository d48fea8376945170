"""JumpForm: to which record of a replay to go."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input

from wargame.errors import UsageInvalid
from wargame.table.replay import RecordLine
from wargame.tui.widgets.sheet import Act, Sheet, label


class JumpForm(Sheet):
    """Is the form for a record's number, or a word that the next one should hold."""

    TITLE_TEXT: ClassVar[str] = "Go to"
    HINT: ClassVar[str] = "A record's number, `t3` for the start of turn 3, or a word to search for."
    CONFIRM: ClassVar[str] = "Go"

    def __init__(
        self, records: tuple[RecordLine, ...], at: int, go: Callable[[int], object]
    ) -> None:
        super().__init__()
        self.records = records
        self.at = at
        self.go = go

    def body(self) -> ComposeResult:
        """Composes the field."""
        yield label("Record, turn or word")
        yield Input(placeholder="26", id="where", classes="last")

    def act(self) -> Act:
        """Returns the jump; there has to be such a record."""
        where = self.typed("#where", "nothing to go to", remedy="type a number or a word")
        index = self._find(where.casefold())
        if index is None:
            raise UsageInvalid(f"there is no record '{where[:40]}'", remedy="try another word")
        return lambda: self.app.call_from_thread(self.go, index)

    def _find(self, where: str) -> int | None:
        if where.isdecimal():
            return self._first(lambda record: record.number == int(where))
        if where[0] == "t" and where[1:].isdecimal():
            return self._first(lambda record: record.turn == int(where[1:]))
        after = self._first(lambda record: where in record.text.casefold(), self.at + 1)
        return after if after is not None else self._first(lambda r: where in r.text.casefold())

    def _first(self, fits: Callable[[RecordLine], bool], start: int = 0) -> int | None:
        found = (index for index in range(start, len(self.records)) if fits(self.records[index]))
        return next(found, None)
