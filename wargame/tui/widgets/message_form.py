"""MessageForm: what the facilitator says to one team or to the whole room."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.widgets import Input
from textual.widgets.option_list import Option

from wargame.kernel.view import View
from wargame.language import marked, tr
from wargame.table.client import SeatClient
from wargame.tui.widgets.row_list import RowList
from wargame.tui.widgets.sheet import Act, Sheet, label

ROOM = "whole-room"
"""Id of the line that stands for everybody; no team can have it."""


class MessageForm(Sheet):
    """Is the form of a facilitator's message: everybody comes first."""

    TITLE_TEXT: ClassVar[str] = marked("Message")
    CONFIRM: ClassVar[str] = marked("Send")

    DEFAULT_CSS = """
    MessageForm #to { height: auto; max-height: 7; border: round $border-blurred; }
    MessageForm #to:focus { border: round $primary; }
    """

    def __init__(self, client: SeatClient, view: View) -> None:
        super().__init__()
        self.client = client
        self.view = view

    def body(self) -> ComposeResult:
        """Composes whom it is for, and the text."""
        yield label(tr("To"))
        yield RowList(
            Option(Text(tr("Everybody in the room")), id=ROOM),
            *(Option(Text(team.title or team.id), id=team.id) for team in self.view.teams),
            id="to",
        )
        yield label(tr("Message"))
        yield Input(placeholder=tr("what you tell them"), id="text", classes="last")

    def act(self) -> Act:
        """Returns the sending of the message; a text is needed."""
        text = self.typed("#text", tr("the message is empty"), remedy=tr("write it"))
        to = self.query_one("#to", RowList)
        chosen = to.get_option_at_index(to.highlighted or 0).id or ROOM
        return lambda: self.client.say(text, to="" if chosen == ROOM else chosen)

    @on(RowList.OptionSelected, "#to")
    def _go_on(self) -> None:
        self.query_one("#text").focus()
