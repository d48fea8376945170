"""Canvas: a field of cells to draw boxes, lines and words on, in characters."""

from __future__ import annotations

from attrs import field, frozen
from rich.cells import cell_len
from rich.text import Text

Cell = tuple[int, int]
Words = tuple[tuple[str, str], ...]
"""Pieces of text, each with its style."""


@frozen
class Canvas:
    """Is a field of so many columns and rows; what is drawn outside is cut off."""

    width: int
    height: int
    cells: dict[Cell, tuple[str, str]] = field(factory=dict)

    def put(self, x: int, y: int, letter: str, style: str = "") -> None:
        """Draws one letter; a wide one takes the next cell too."""
        width = cell_len(letter)
        if 0 <= x <= self.width - max(1, width) and 0 <= y < self.height:
            self.cells[x, y] = (letter, style)
            if width > 1:
                self.cells[x + 1, y] = ("", style)

    def write(self, x: int, y: int, words: Words) -> None:
        """Writes pieces of text from a cell on to the right."""
        for text, style in words:
            for letter in text:
                if width := cell_len(letter):
                    self.put(x, y, letter, style)
                    x += width

    def line(self, start: Cell, end: Cell, strokes: tuple[str, str, str], style: str = "") -> None:
        """Draws a straight line with a stroke for across, one for down and one for aslant."""
        (x0, y0), (x1, y1) = start, end
        across, down, aslant = strokes
        stroke = across if y0 == y1 else down if x0 == x1 else aslant
        steps = max(abs(x1 - x0), abs(y1 - y0), 1)
        # aslant a dot in every second column is enough, and reads as a line
        for step in range(0, steps + 1, 2 if stroke == aslant else 1):
            x = x0 + round((x1 - x0) * step / steps)
            y = y0 + round((y1 - y0) * step / steps)
            self.put(x, y, stroke, style)

    def box(self, x: int, y: int, width: int, height: int, style: str = "") -> None:
        """Draws an empty box over what is there."""
        for row in range(height):
            for column in range(width):
                self.put(x + column, y + row, " ")
        for column in range(1, width - 1):
            self.put(x + column, y, "─", style)
            self.put(x + column, y + height - 1, "─", style)
        for row in range(1, height - 1):
            self.put(x, y + row, "│", style)
            self.put(x + width - 1, y + row, "│", style)
        corners = ((0, 0, "╭"), (width - 1, 0, "╮"), (0, height - 1, "╰"))
        for column, row, letter in (*corners, (width - 1, height - 1, "╯")):
            self.put(x + column, y + row, letter, style)

    def text(self) -> Text:
        """Returns all rows."""
        rows = Text(no_wrap=True)
        for y in range(self.height):
            rows.append("\n" if y else "")
            for x in range(self.width):
                rows.append(*self.cells.get((x, y), (" ", "")))
        return rows


def fitted(text: str, width: int) -> str:
    """Returns the text, cut to so many cells."""
    cut = Text(text)
    cut.truncate(width, overflow="ellipsis")
    return cut.plain
