"""RowList: the list of all screens: a mark before the row of the cursor, and what a click does."""

from __future__ import annotations

from rich.segment import Segment
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.geometry import Size
from textual.reactive import Reactive, reactive
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

HELD, LEFT = "▸", "▹"
"""What stands before the marked row while the list has the keyboard, and while it has not."""


class RowList(OptionList):
    """Is a list that says in a character, not by colour alone, which of its rows is marked.

    Where choosing a row decides something, a list that `decides` only marks the row at a first
    click; a second one on it chooses. What the program itself has marked counts as no click. The
    wheel moves the mark of such a list where there is nothing to be scrolled.

    A mark that moves paints two rows. Other rows have the screen laid out only where the list is
    as high as they are, or where its scrollbar comes or goes.
    """

    highlighted: reactive[int | None] = reactive(None, repaint=False)
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def __init__(
        self,
        *rows: Option,
        decides: bool = False,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(*rows, id=id, classes=classes, markup=False)
        self._decides = decides
        self._clicked: Option | None = None

    async def on_click(self, event: Click) -> None:
        """Keeps a first click from choosing, where that would decide."""
        at = event.style.meta.get("option")
        if at is None or not self._decides:
            return
        row = self.get_option_at_index(at)
        was_clicked = row is self._clicked and at == self.highlighted
        self._clicked = None if was_clicked else row
        if not was_clicked:
            event.prevent_default()
            if not row.disabled:
                self.highlighted = at

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Marks the row above."""
        self._wheel(event, -1)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Marks the row below."""
        self._wheel(event, 1)

    def _wheel(self, event: MouseScrollUp | MouseScrollDown, by: int) -> None:
        if self._decides and not self.max_scroll_y and self.highlighted is not None:
            event.stop()
            event.prevent_default()
            self.highlighted = max(0, self.highlighted + by)

    def render_line(self, y: int) -> Strip:
        """Returns a line of the list; the first one of the marked row begins with the mark."""
        strip = super().render_line(y)
        line = self.scroll_offset.y + y
        at = self.highlighted
        # the cache itself: OptionList's property looks for new rows each time it is asked
        if at is None or self._line_cache.index_to_line.get(at) != line:
            return strip
        first = next(iter(strip.crop(0, 1)), None)
        mark = Segment(HELD if self.has_focus else LEFT, first.style if first else None)
        return Strip.join((Strip([mark], 1), strip.crop(1)))

    def _watch_highlighted(self, before: int | None, now: int | None) -> None:
        for row in (before, now):
            if row in self._index_to_line:
                self.refresh_lines(self._index_to_line[row], self._heights[row])

    def _watch_virtual_size(self, now: Size) -> None:
        scrolls = now.height > self.container_size.height
        stays = self.styles.overflow_y == "scroll" or scrolls == self.show_vertical_scrollbar
        if self.styles.auto_dimensions or not stays:
            self.refresh(layout=True)
