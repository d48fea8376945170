"""The line of sections: which part of the seat is in front, and the key of each."""

from __future__ import annotations

from rich.text import Text
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from wargame.language import language
from wargame.tui.held import first
from wargame.tui.keys import Key


class Sections(Static):
    """Is a line of names to choose from by key or mouse."""

    class Chosen(Message):
        """Says that a section is to come to the front."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, page: str, keys: tuple[Key, ...], *, id: str | None = None) -> None:
        """Takes the keys of a page that bring its sections to the front."""
        super().__init__(markup=False, id=id)
        self._page = page
        self._keys = keys
        self._ends: list[tuple[int, str]] = []
        self._shown: object = None
        self._state: tuple[str, frozenset[str], frozenset[str]] = ("", frozenset(), frozenset())

    def show(self, front: str, *, fresh: frozenset[str], hidden: frozenset[str]) -> None:
        """Marks the section in front and those with something new; leaves the hidden ones out."""
        self._state = (front, fresh, hidden)
        self._draw()

    def on_resize(self) -> None:
        """Sets the names closer where they do not fit, or apart again."""
        self._draw()

    def _draw(self) -> None:
        width = self.content_size.width
        if (self._state, language(), width) == self._shown:
            return
        self._shown = (self._state, language(), width)
        line = self._line(" ")
        if line.cell_len > width > 0:
            line = self._line("")
        self.update(line, layout=False)

    def _line(self, after: str) -> Text:
        """Returns the names, each with something after it, and remembers where each ends."""
        front, fresh, hidden = self._state
        line = Text(no_wrap=True)
        self._ends = []
        for key in self._keys:
            if key.name in hidden:
                continue
            style = "reverse bold" if key.name == front else ""
            label = _keyed(key.label, first(self._page, key), style)
            label.append("*" if key.name in fresh else "")
            line.append_text(label.append(after))
            self._ends.append((line.cell_len, key.name))
        return line

    def on_click(self, event: Click) -> None:
        """Chooses the section under the mouse."""
        for end, name in self._ends:
            if event.get_content_offset_capture(self).x < end:
                self.post_message(self.Chosen(name))
                return


def _keyed(title: str, key: str, style: str) -> Text:
    """Returns a name after a blank, its key underlined, which is put before it if need be."""
    letters = [letter.lower() for letter in title]
    at = letters.index(key) if key in letters else 0
    label = Text(f" {title}" if key in letters else f" {key} {title}", style)
    label.stylize("underline", at + 1, at + 1 + len(key))
    return label
