"""SealForm: asks before orders are sealed by which something would be lost."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import Static

from wargame.errors import DecisionStale
from wargame.language import marked, tr
from wargame.table.client import SeatClient
from wargame.tui.widgets.sheet import Act, Sheet


class SealForm(Sheet):
    """Is the question whether to seal all the same; its screen seals once it is closed.

    A decision made under an open form would find the keyboard busy, and not be handed over.
    """

    TITLE_TEXT: ClassVar[str] = marked("Seal your orders?")
    PRECIOUS: ClassVar[bool] = False
    CONFIRM: ClassVar[str] = marked("Seal")

    def __init__(self, client: SeatClient, turn: int, losses: Iterable[str]) -> None:
        super().__init__()
        self.client = client
        self.turn = turn
        self.losses = tuple(losses)

    def body(self) -> ComposeResult:
        """Composes what would be lost."""
        yield Static(Text("\n".join(self.losses)))

    def act(self) -> Act:
        """Returns a look whether the turn that was asked about still goes on."""
        return self._check

    def _check(self) -> None:
        if self.client.view().turn != self.turn:
            raise DecisionStale(
                tr("turn {turn} has ended meanwhile", turn=self.turn),
                remedy=tr("close this and give orders for the turn that has begun"),
            )
