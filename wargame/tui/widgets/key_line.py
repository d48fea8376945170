"""The keys that make sense now, in one line at the foot of a screen."""

from __future__ import annotations

from itertools import accumulate
from typing import ClassVar

from attrs import frozen
from rich.text import Text
from textual.events import MouseDown
from textual.screen import Screen
from textual.widget import Widget

from wargame.language import tr


@frozen
class Hint:
    """Is a key as it is shown, and what it does."""

    key: str
    shown: str
    title: str

    @property
    def width(self) -> int:
        """Is how many cells it takes, with a space around the key and one at the end."""
        return Text(f" {self.shown} {self.title} ").cell_len


class KeyLine(Widget):
    """Is the footer of a seat's screen; a click on a key presses it.

    Textual's own makes a widget of every key and all of them anew whenever one comes or goes,
    which while the cursor moves along a list is felt.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-line--key", "key-line--palette"}
    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; background: $panel; color: $footer-description-foreground; }
    KeyLine > .key-line--key { color: $footer-key-foreground; text-style: bold; }
    KeyLine > .key-line--palette { color: $foreground 40%; }
    """
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._hints: tuple[Hint, ...] = ()
        self._palette: Hint | None = None

    def on_mount(self) -> None:
        """Follows the screen's keys."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def render(self) -> Text:
        """Returns the keys from left to right, and the palette's at the right end."""
        key = self.get_component_rich_style("key-line--key", partial=True)
        line = Text(no_wrap=True)
        for hint in self._in_sight:
            line.append(f" {hint.shown}", key).append(f" {hint.title} ")
        if self._palette is not None:
            line.append(" " * (self._room - line.cell_len))
            line.append("▏", self.get_component_rich_style("key-line--palette", partial=True))
            line.append(self._palette.shown, key).append(f" {self._palette.title} ")
        return line

    def on_mouse_down(self, event: MouseDown) -> None:
        """Presses the key under the mouse."""
        hint = self._at(event.x)
        if hint is not None:
            self.app.simulate_key(hint.key)

    @property
    def _room(self) -> int:
        """Is how many cells the palette leaves to the others."""
        return self.size.width - (self._palette.width if self._palette is not None else 0)

    @property
    def _in_sight(self) -> tuple[Hint, ...]:
        ends = accumulate(hint.width for hint in self._hints)
        count = sum(end <= self._room for end in ends)
        return self._hints[:count]

    def _at(self, x: int) -> Hint | None:
        if x >= self._room:
            return self._palette
        ends = accumulate(hint.width for hint in self._in_sight)
        found = (hint for hint, end in zip(self._in_sight, ends, strict=True) if x < end)
        return next(found, None)

    def _follow(self, screen: Screen[object]) -> None:
        """Draws the line again if other keys make sense now."""
        hints: dict[str, Hint] = {}
        palette = None
        for _, binding, enabled, _ in screen.active_bindings.values():
            shown = self.app.get_key_display(binding)
            hint = Hint(binding.key, shown, tr(binding.description))
            if binding.key == self.app.COMMAND_PALETTE_BINDING:
                palette = hint
            elif binding.show and enabled:
                hints.setdefault(binding.action, hint)
        if (tuple(hints.values()), palette) != (self._hints, self._palette):
            self._hints, self._palette = tuple(hints.values()), palette
            self.refresh()
