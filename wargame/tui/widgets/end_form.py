"""EndForm: asks before a phase is ended while teams have not sealed their orders."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import Static

from wargame.kernel.view import View
from wargame.language import marked, tr
from wargame.table.client import SeatClient
from wargame.tui.widgets.prompt_line import waiting
from wargame.tui.widgets.sheet import Act, Sheet


class EndForm(Sheet):
    """Is the question whether to go on without orders that are missing."""

    TITLE_TEXT: ClassVar[str] = marked("End the phase?")
    PRECIOUS: ClassVar[bool] = False
    CONFIRM: ClassVar[str] = marked("End it")

    def __init__(self, client: SeatClient, view: View) -> None:
        super().__init__()
        self.client = client
        self.view = view

    def body(self) -> ComposeResult:
        """Composes the question."""
        names = waiting(self.view)
        told = tr("Not sealed yet: {names}. What has been ordered so far will count.", names=names)
        yield Static(Text(told))

    def act(self) -> Act:
        """Returns the end of the phase."""
        return lambda: self.client.decide("advance")
