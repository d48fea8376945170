"""A titled, scrolling pane: the frame of everything that is only read."""

from __future__ import annotations

from rich.console import Group, RenderableType
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from wargame.kernel.view import View


class Pane(VerticalScroll):
    """Is a scrolling pane that redraws itself from a view.

    A subclass sets `TITLE` and implements `lines`, which returns Rich renderables. Everything
    from the game goes into `Text`, which interprets nothing.
    """

    TITLE = ""

    def compose(self) -> ComposeResult:
        """Holds one Static, so that only it is laid out anew."""
        yield Static(markup=False)

    def on_mount(self) -> None:
        """Writes the title into the border."""
        self.border_title = self.TITLE

    def show(self, view: View) -> None:
        """Draws the part of the view that this pane is about."""
        self.put(*self.lines(view))

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns what to show of the view, from top to bottom."""
        raise NotImplementedError

    def put(self, *lines: RenderableType) -> None:
        """Shows these renderables instead of what was there."""
        self.query_one(Static).update(Group(*lines))
