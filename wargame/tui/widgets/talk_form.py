"""TalkForm: what a team says to another seat or to the whole room."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import Input, Select

from wargame.kernel.view import FACILITATOR, View
from wargame.language import marked, tr
from wargame.table.client import SeatClient
from wargame.tui.widgets.sheet import Act, Sheet, label


class TalkForm(Sheet):
    """Is the form of a team's message."""

    TITLE_TEXT: ClassVar[str] = marked("Message")
    CONFIRM: ClassVar[str] = marked("Send")

    def __init__(self, client: SeatClient, view: View) -> None:
        super().__init__()
        self.client = client
        self.view = view

    def body(self) -> ComposeResult:
        """Composes whom it is for, and the text."""
        others = [team for team in self.view.teams if team.id != self.view.seat]
        seats = [(Text(tr("Everybody in the room")), "")]
        seats += [(Text(team.title), team.id) for team in others]
        seats.append((Text(tr("The facilitator")), FACILITATOR))
        yield label(tr("To"))
        yield Select(seats, value=others[0].id if others else "", allow_blank=False, id="to")
        yield label(tr("Message"))
        yield Input(placeholder=tr("what you tell them"), id="text", classes="last")

    def act(self) -> Act:
        """Returns the sending of the message; a text is needed."""
        text = self.typed("#text", tr("the message is empty"), remedy=tr("write it"))
        to = str(self.query_one("#to", Select).value)
        return lambda: self.client.say(text, to=to)
