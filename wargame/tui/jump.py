"""JumpMode: a letter on every part of the screen that can have the keyboard, to go there."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Click, Key
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from wargame.language import marked

LETTERS = "asdfghjklqwertyuiopzxcvbnm"


class JumpMode(ModalScreen[Widget | None]):
    """Is a page to see through; it is dismissed with the part that was chosen."""

    PAGE = "jump"
    KEYS = ()
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f6", "dismiss(None)", marked("Stay"), show=False),
    ]
    DEFAULT_CSS = """
    JumpMode .letter {
        position: absolute; width: 3; height: 1; background: $accent; color: $background;
        text-style: bold reverse;
    }
    """

    def __init__(self, parts: tuple[Widget, ...]) -> None:
        super().__init__()
        self.parts = dict(zip(LETTERS, parts, strict=False))

    def compose(self) -> ComposeResult:
        """Puts the letters where the parts begin."""
        for letter, part in self.parts.items():
            label = Static(Text(f" {letter} "), classes="letter")
            label.styles.offset = Offset(part.region.x, part.region.y)
            yield label

    def on_mount(self) -> None:
        """Lets the screen below shine through."""
        # Not in DEFAULT_CSS: the background that the application gives all screens would win.
        self.styles.background = self.styles.background.with_alpha(0.3)

    def on_key(self, event: Key) -> None:
        """Goes to the part of a letter; any other key stays."""
        event.stop()
        self.dismiss(self.parts.get(event.character or ""))

    def on_click(self, event: Click) -> None:
        """Goes to the part under the mouse."""
        at = event.screen_offset
        found = [part for part in self.parts.values() if part.region.contains(*at)]
        self.dismiss(found[-1] if found else None)


def parts_of(front: list[Widget]) -> tuple[Widget, ...]:
    """Returns the parts of a screen that are in sight, in the order of the keyboard."""
    return tuple(part for part in front if part.region.area and part.is_on_screen)
