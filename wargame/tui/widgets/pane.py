"""A titled, scrolling pane: the frame of everything that is only read."""

from __future__ import annotations

from typing import ClassVar

from rich.console import Group, RenderableType
from textual.events import Resize
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual, visualize
from textual.widget import Widget

from wargame.kernel.view import View
from wargame.language import tr
from wargame.tui.clipping import text_of


class Pane(ScrollView):
    """Is a scrolling pane that redraws itself from a view.

    A subclass sets `TITLE` and implements `lines`, which returns Rich renderables. Everything
    from the game goes into `Text`, which interprets nothing. One that shows nothing else names in
    `PARTS` the fields of the view that its lines are made of; it is redrawn when those change.

    It draws its own lines: what it shows changes with every key press, and laying the whole screen
    out for that would be felt. What is out of sight is drawn when it comes into sight. A column
    on the right stays empty, so that no word touches the scrollbar.
    """

    TITLE: ClassVar[str] = ""
    PARTS: ClassVar[tuple[str, ...]] = ()
    DEFAULT_CSS = "Pane { overflow-x: hidden; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._shown: RenderableType = ""
        self._parts: tuple[object, ...] = ()
        self._drawn: dict[tuple[int, Style], list[Strip]] = {}
        self._fitted = False

    def on_mount(self) -> None:
        """Writes the title into the border."""
        self.border_title = tr(self.TITLE)

    def show(self, view: View) -> None:
        """Draws the part of the view that this pane is about, unless it is as it was."""
        parts = tuple(getattr(view, part) for part in self.PARTS)
        if not parts or parts != self._parts:
            self._parts = parts
            self.put(*self.lines(view))

    def forget(self) -> None:
        """Forgets what it shows, so that the same view is drawn again, under its title."""
        self._parts = ()
        self.border_title = tr(self.TITLE)

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns what to show of the view, from top to bottom."""
        raise NotImplementedError

    @property
    def clipping(self) -> str:
        """Is what the pane shows, as text to be copied."""
        return text_of(self._shown)

    def put(self, *lines: RenderableType) -> None:
        """Shows these renderables instead of what was there."""
        self._shown = Group(*lines)
        self._drawn.clear()
        self._fitted = False
        if self.styles.is_auto_height and not self._keeps_its_height:
            self.refresh(layout=True)
        elif self._is_in_sight:
            self._fit()
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Returns how many lines there are at that width.

        A scrollbar takes none of it: where one is needed, the pane is as high as it may be anyway.
        """
        return len(self._strips(width))

    def on_resize(self, event: Resize) -> None:
        """Wraps the lines anew."""
        self._fitted = False
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Returns the lines in sight; fits the scrollbar to them first."""
        self._fit()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Returns the line that stands at height `y` of the pane."""
        strips = self._strips(self.scrollable_content_region.width)
        at = y + self.scroll_offset.y
        return strips[at] if at < len(strips) else Strip([])

    def _fit(self) -> None:
        """Tells the scrollbar how many lines there are, and leaves room for it if it is needed."""
        width, height = self.container_size
        if self._fitted or not width:
            return
        self._fitted = True
        narrow = width - self.styles.scrollbar_size_vertical
        stays = self.styles.overflow_y == "scroll"
        count = len(self._strips(narrow if stays or self.show_vertical_scrollbar else width))
        if stays:
            # nothing is drawn of a scrollbar only where as much is to be seen as there is
            width, count = narrow, max(count, height)
        elif (count > height) != self.show_vertical_scrollbar:
            width = narrow if count > height else width
            count = len(self._strips(width))
        # not by assignment, which would lay out the whole screen: only the scrollbar is concerned
        self.set_reactive(Widget.virtual_size, Size(width, count))
        self._scroll_update(self.virtual_size)

    def _strips(self, width: int) -> list[Strip]:
        """Returns all lines, wrapped at a width of which the last column stays empty."""
        style = self.visual_style
        width = max(1, width - 1)
        if (width, style) not in self._drawn:
            self._drawn[width, style] = Visual.to_strips(
                self, visualize(self, self._shown), width, None, style, apply_selection=False
            )
        return self._drawn[width, style]

    @property
    def _keeps_its_height(self) -> bool:
        """Is whether there are as many lines as before; nobody knows of a pane out of sight."""
        count = self.virtual_size.height
        width = self.scrollable_content_region.width
        return self._is_in_sight and width > 0 and len(self._strips(width)) == count

    @property
    def _is_in_sight(self) -> bool:
        return all(node.display for node in self.ancestors_with_self)
