"""RowList: the list of every screen; it has no more painted and laid out than has changed."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive, reactive
from textual.widgets import OptionList


class RowList(OptionList):
    """Is a list of rows, one of them marked.

    A mark that moves paints two rows. Other rows have the screen laid out only where the list is
    as high as they are, or where its scrollbar comes or goes.
    """

    highlighted: reactive[int | None] = reactive(None, repaint=False)
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def _watch_highlighted(self, before: int | None, now: int | None) -> None:
        for row in (before, now):
            if row in self._index_to_line:
                self.refresh_lines(self._index_to_line[row], self._heights[row])

    def _watch_virtual_size(self, now: Size) -> None:
        scrolls = now.height > self.container_size.height
        stays = self.styles.overflow_y == "scroll" or scrolls == self.show_vertical_scrollbar
        if self.styles.auto_dimensions or not stays:
            self.refresh(layout=True)
