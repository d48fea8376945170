"""RulingForm: the facilitator changes the board, with a reason."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from wargame.errors import UsageInvalid
from wargame.kernel.view import View
from wargame.table.client import SeatClient
from wargame.tui.widgets.patch_draft import entries
from wargame.tui.widgets.patch_list import PatchList
from wargame.tui.widgets.sheet import Act, Sheet, label, reason_input


class RulingForm(Sheet):
    """Is the form of a ruling: any number of changes and why."""

    TITLE_TEXT: ClassVar[str] = "Ruling: change the board"
    HINT: ClassVar[str] = PatchList.KEYS_TEXT
    CONFIRM: ClassVar[str] = "Rule"

    DEFAULT_CSS = "RulingForm PatchList { height: 45vh; min-height: 9; }"

    def __init__(self, client: SeatClient, view: View) -> None:
        super().__init__()
        self.client = client
        self.view = view

    def body(self) -> ComposeResult:
        """Composes the board as a list of values, and the reason."""
        yield PatchList(entries(self.view), id="patch", title="Board")
        yield label("Reason")
        yield reason_input()

    def act(self) -> Act:
        """Returns the ruling; at least one change and a reason are needed."""
        draft = self.query_one(PatchList).draft
        if not draft.edits:
            raise UsageInvalid("the ruling changes nothing", remedy="press ← or → on a value")
        decision = f"rule {draft.notation} because {self.reason()}"
        return lambda: self.client.decide(decision)
