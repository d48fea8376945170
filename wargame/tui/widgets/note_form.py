"""NoteForm: what the facilitator writes down, for the record and the report."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input

from wargame.language import marked, tr
from wargame.table.client import SeatClient
from wargame.text import clean
from wargame.tui.widgets.sheet import Act, Sheet, label


class NoteForm(Sheet):
    """Is the form of a note: its text and tags by which the report gathers notes."""

    TITLE_TEXT: ClassVar[str] = marked("Note")
    HINT: ClassVar[str] = marked("Only you see notes; they go into the record and the report.")
    CONFIRM: ClassVar[str] = marked("Write")

    def __init__(self, client: SeatClient) -> None:
        super().__init__()
        self.client = client

    def body(self) -> ComposeResult:
        """Composes the text and the tags."""
        yield label(tr("Note"))
        yield Input(placeholder=tr("what you noticed"), id="text")
        yield label(tr("Tags, separated by blanks"))
        yield Input(placeholder=tr("surprise deal hot-wash"), id="tags", classes="last")

    def act(self) -> Act:
        """Returns the writing of the note; a text is needed."""
        text = self.typed("#text", tr("the note is empty"), remedy=tr("write it down"))
        words = self.typed("#tags").replace(",", " ").replace("#", " ").split()
        tags = tuple(dict.fromkeys(clean(word, limit=30).casefold() for word in words))
        return lambda: self.client.note(text, tags=tags)
