"""RulingForm: the facilitator changes the board, with a reason."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from wargame.errors import UsageInvalid
from wargame.kernel.view import View
from wargame.language import marked, tr, trc
from wargame.table.client import SeatClient
from wargame.tui.held import held
from wargame.tui.widgets.patch_draft import entries
from wargame.tui.widgets.patch_list import PatchList
from wargame.tui.widgets.sheet import Act, Sheet, label, reason_input


class RulingForm(Sheet):
    """Is the form of a ruling: any number of changes and why."""

    TITLE_TEXT: ClassVar[str] = marked("Ruling: change the board")
    HINT: ClassVar[str] = PatchList.KEYS_TEXT
    HINT_PAGE: ClassVar[str] = "patch"

    DEFAULT_CSS = "RulingForm PatchList { height: 45vh; min-height: 9; }"

    def __init__(self, client: SeatClient, view: View) -> None:
        super().__init__()
        self.client = client
        self.view = view

    @property
    def confirm(self) -> str:
        """Is the verb, which is no rule of the game."""
        return trc("verb", "Rule")

    def body(self) -> ComposeResult:
        """Composes the board as a list of values, and the reason."""
        yield PatchList(entries(self.view), id="patch", title=tr("Board"))
        yield label(tr("Reason"))
        yield reason_input()

    def act(self) -> Act:
        """Returns the ruling; at least one change and a reason are needed."""
        draft = self.query_one(PatchList).draft
        if not draft.edits:
            raise UsageInvalid(
                tr("the ruling changes nothing"),
                remedy=tr("press {lower} or {raise} on a value", **held("patch")),
            )
        decision = f"rule {draft.notation} because {self.reason()}"
        return lambda: self.client.decide(decision)
