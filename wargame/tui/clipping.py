"""What is copied: the text of the part of a screen that has the keyboard."""

from __future__ import annotations

import io
from typing import Protocol, runtime_checkable

from rich.console import Console, ConsoleRenderable, RenderableType
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input, OptionList

WIDTH = 100
"""Columns that copied text is wrapped at."""


@runtime_checkable
class Clipped(Protocol):
    """Is a part, or a screen that decides for all its parts, which knows what is worth copying."""

    @property
    def clipping(self) -> str:
        """Is its text."""


def clipping(screen: Screen[object]) -> str:
    """Returns the text of the part with the keyboard, or of what holds it; "" if there is none.

    A part that has gone out of sight keeps the keyboard, but nobody means to copy it.
    """
    if isinstance(screen, Clipped) and (text := screen.clipping):
        return text
    node: DOMNode | None = screen.focused
    if node is not None and not all(part.display for part in node.ancestors_with_self):
        return ""
    while node is not None:
        if isinstance(node, Clipped) and (text := node.clipping):
            return text
        if isinstance(node, OptionList) and (text := _marked(node)):
            return text
        if isinstance(node, Input) and node.value:
            return node.value
        node = node.parent
    return ""


def text_of(shown: RenderableType) -> str:
    """Returns a renderable as plain text: no colours, no blanks at the ends of lines."""
    page = io.StringIO()
    console = Console(file=page, width=WIDTH, color_system=None, legacy_windows=False)
    console.print(shown, markup=False, highlight=False)
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines()).strip("\n")


def _marked(list: OptionList) -> str:
    if list.highlighted is None:
        return ""
    prompt = list.get_option_at_index(list.highlighted).prompt
    return text_of(prompt) if isinstance(prompt, ConsoleRenderable) else str(prompt)
