"""PatchList: the board as a list in which the facilitator changes values with the arrow keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.binding import BindingType
from textual.events import Click, Key, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.widgets.option_list import Option

from wargame.language import marked, tr, trn
from wargame.text import folded
from wargame.tui.keys import PATCH, bindings
from wargame.tui.widgets.patch_draft import Entry, PatchDraft
from wargame.tui.widgets.row_list import RowList

LESS, MORE, SWITCH, CLEAR = (
    Style(meta={"patch": action}) for action in ("nudge(-1)", "nudge(1)", "switch", "clear")
)
"""What a click on a part of a row does with its value."""
BOLD = Style(bold=True)
VALUE = 3
"""Columns of a value and its change; a longer one pushes its title to the right."""


class PatchList(RowList):
    """Is a list of everything on the board: left and right change the highlighted value.

    `=` sets instead of adding, backspace leaves it alone again, a letter jumps to the next title
    that begins with it. By mouse, the signs before a value change it, and so does the wheel over
    the marked row; a click on the value sets instead of adding, one on its dot leaves it alone.
    """

    KEYS_TEXT: ClassVar[str] = marked(
        "↑↓ pick · {lower}{raise} change · {set} set/add · {clear} undo · letter jumps"
    )

    KEYS = PATCH
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("patch", PATCH),
    ]

    DEFAULT_CSS = """
    PatchList { height: 9; border: round $border-blurred; padding: 0; }
    PatchList { text-wrap: nowrap; text-overflow: ellipsis; }
    PatchList:focus { border: round $primary; }
    """

    class Changed(Message):
        """Says that the draft is another."""

    def __init__(self, entries: Iterable[Entry], *, id: str | None = None, title: str = "") -> None:
        super().__init__(id=id)
        self.draft = PatchDraft.of(entries)
        self.border_title = Text(title)
        self.border_subtitle = Text(tr("no change"))

    def on_mount(self) -> None:
        """Fills the list."""
        self.add_options(Option(self._line(name), id=name) for name in self.draft.entries)
        self.highlighted = 0 if self.option_count else None

    def action_nudge(self, by: int) -> None:
        """Raises or lowers the highlighted value."""
        if (name := self._marked) is not None:
            self._take(self.draft.nudge(name, by), name)

    def action_switch(self) -> None:
        """Changes between adding to the highlighted value and setting it."""
        if (name := self._marked) is not None:
            self._take(self.draft.switch(name), name)

    def action_clear(self) -> None:
        """Leaves the highlighted value alone."""
        if (name := self._marked) is not None:
            self._take(self.draft.without(name), name)

    async def on_click(self, event: Click) -> None:
        """Does to a row what the part of it under the mouse is for."""
        if action := event.style.meta.get("patch"):
            event.prevent_default()
            self.highlighted = event.style.meta["option"]
            await self.run_action(action)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Raises the marked value, if the mouse is over it."""
        self._turn(event, 1)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Lowers the marked value, if the mouse is over it."""
        self._turn(event, -1)

    def _turn(self, event: MouseScrollUp | MouseScrollDown, by: int) -> None:
        if self.has_focus and event.style.meta.get("option") == self.highlighted is not None:
            event.stop()
            event.prevent_default()
            self.action_nudge(by)

    def on_key(self, event: Key) -> None:
        """Jumps to the next title that begins with the typed letter."""
        if not (event.character and event.character.isalpha() and self.option_count):
            return
        names = list(self.draft.entries)
        start = (self.highlighted or 0) + 1
        for step in range(len(names)):
            at = (start + step) % len(names)
            if folded(self.draft.entries[names[at]].title).startswith(folded(event.character)):
                self.highlighted = at
                event.stop()
                return

    @property
    def _marked(self) -> str | None:
        if self.highlighted is None:
            return None
        return self.get_option_at_index(self.highlighted).id

    def _take(self, draft: PatchDraft, name: str) -> None:
        self.draft = draft
        self.replace_option_prompt(name, self._line(name))
        changes = trn("{number} change", "{number} changes", len(draft.edits))
        self.border_subtitle = Text(changes if draft.edits else tr("no change"))
        self.post_message(self.Changed())

    def _line(self, name: str) -> Text:
        """Returns dot, signs, value and change in columns of their own, then the title."""
        entry = self.draft.entries[name]
        change = self.draft.words(name)
        line = Text(no_wrap=True, overflow="ellipsis")
        line.append("●" if change else " ", CLEAR + BOLD).append(" ")
        line.append("−", LESS).append(" ").append("+", MORE).append(" ")
        value = f"{change or entry.words(entry.value):<{VALUE}}"
        line.append(value, SWITCH + BOLD if change else SWITCH).append("  ")
        title = f"{entry.title}, {entry.of}" if entry.of else entry.title
        return line.append(title, "bold" if change else "")
