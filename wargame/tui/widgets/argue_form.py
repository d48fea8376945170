"""ArgueForm: a matrix argument in a team's own words."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input

from wargame.kernel.view import View
from wargame.language import marked, tr
from wargame.table.client import SeatClient
from wargame.tui import notation
from wargame.tui.widgets.sheet import Act, Sheet, label


class ArgueForm(Sheet):
    """Is the form of a free argument: what should come about, and up to three reasons why."""

    TITLE_TEXT: ClassVar[str] = marked("Argue")
    HINT: ClassVar[str] = marked("The facilitator weighs your reasons, then the dice decide.")
    CONFIRM: ClassVar[str] = marked("Argue")

    def __init__(self, client: SeatClient, view: View) -> None:
        super().__init__()
        self.client = client
        self.view = view

    def body(self) -> ComposeResult:
        """Composes the claim and three reasons."""
        yield label(tr("This comes about"))
        yield Input(placeholder=tr("what should be true after this turn"), id="claim")
        yield label(tr("because"))
        yield Input(placeholder=tr("a reason"), id="reason-1")
        yield Input(placeholder=tr("another (optional)"), id="reason-2")
        yield Input(placeholder=tr("another (optional)"), id="reason-3", classes="last")

    def act(self) -> Act:
        """Returns the making of the argument; a claim and a reason are needed."""
        claim = self.typed(
            "#claim", tr("the claim is empty"), remedy=tr("say what should come about")
        )
        first = self.typed("#reason-1", tr("there is no reason"), remedy=tr("give at least one"))
        reasons = (first, self.typed("#reason-2"), self.typed("#reason-3"))
        decision = notation.argue(self.view.seat, claim, reasons)
        return lambda: self.client.decide(decision)
