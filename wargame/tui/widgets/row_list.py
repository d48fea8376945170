"""RowList: the list of every screen; moving its mark paints two rows and not all of them."""

from __future__ import annotations

from textual.reactive import reactive
from textual.widgets import OptionList


class RowList(OptionList):
    """Is a list of rows, one of them marked."""

    highlighted: reactive[int | None] = reactive(None, repaint=False)

    def _watch_highlighted(self, before: int | None, now: int | None) -> None:
        for row in (before, now):
            if row in self._index_to_line:
                self.refresh_lines(self._index_to_line[row], self._heights[row])
