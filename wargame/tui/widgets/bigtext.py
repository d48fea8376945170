"""BigText: letters three rows high for a projector, drawn with half blocks."""

from __future__ import annotations

import unicodedata

from rich.text import Text
from textual.widgets import Static

from wargame.text import capitals

ROWS = 3
"""Rows that a line of big letters takes."""

# Five pixel rows a letter, `#` is on; two pixel rows make one row of the terminal. The sixth, which
# keeps lines apart, is for what hangs below a letter.
_FONT = {
    "0": "### #.# #.# #.# ###",
    "1": ".#. ##. .#. .#. ###",
    "2": "##. ..# .#. #.. ###",
    "3": "##. ..# .#. ..# ##.",
    "4": "#.# #.# ### ..# ..#",
    "5": "### #.. ##. ..# ##.",
    "6": ".## #.. ### #.# ###",
    "7": "### ..# .#. .#. .#.",
    "8": "### #.# ### #.# ###",
    "9": "### #.# ### ..# ##.",
    "A": ".#. #.# ### #.# #.#",
    "B": "##. #.# ##. #.# ##.",
    "C": ".## #.. #.. #.. .##",
    "D": "##. #.# #.# #.# ##.",
    "E": "### #.. ##. #.. ###",
    "F": "### #.. ##. #.. #..",
    "G": ".## #.. #.# #.# .##",
    "H": "#.# #.# ### #.# #.#",
    "I": "### .#. .#. .#. ###",
    "J": "..# ..# ..# #.# .#.",
    "K": "#.# #.# ##. #.# #.#",
    "L": "#.. #.. #.. #.. ###",
    "M": "#...# ##.## #.#.# #...# #...#",
    "N": "#..# ##.# #.## #..# #..#",
    "O": ".#. #.# #.# #.# .#.",
    "P": "##. #.# ##. #.. #..",
    "Q": ".##. #..# #..# #.#. .#.#",
    "R": "##. #.# ##. #.# #.#",
    "S": ".## #.. .#. ..# ##.",
    "T": "### .#. .#. .#. .#.",
    "U": "#.# #.# #.# #.# ###",
    "V": "#.# #.# #.# #.# .#.",
    "W": "#...# #...# #.#.# ##.## #...#",
    "X": "#.# #.# .#. #.# #.#",
    "Y": "#.# #.# .#. .#. .#.",
    "Z": "### ..# .#. #.. ###",
    "Ç": ".## #.. #.. #.. .## .#.",
    "Ğ": "#.# .#. .## #.. #.# .##",
    "İ": ".#. ... ### .#. .#. ###",
    "Ö": "#.# ... .#. #.# #.# .#.",
    "Ş": ".## #.. .#. ..# ##. .#.",
    "Ü": "#.# ... #.# #.# #.# ###",
    "-": "... ... ### ... ...",
    "+": "... .#. ### .#. ...",
    "/": "..# ..# .#. #.. #..",
    ":": ". # . # .",
    ".": ". . . . #",
    ",": ".. .. .. .# #.",
    "'": "# # . . .",
    "!": "# # # . #",
    "‖": "#.# #.# #.# #.# #.#",
    "?": "##. ..# .#. ... .#.",
    "&": ".#.. #.#. .#.. #.#. .#.#",
    " ": ".. .. .. .. ..",
}

_BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def big_rows(text: str, width: int) -> tuple[str, ...]:
    """Returns the text in big letters, each line ROWS rows high, wrapped at blanks.

    Returns nothing when a letter has no big form or a word is wider than `width` columns.
    """
    lines: list[str] = []
    for word in _upper(text).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and (columns := _columns(longer)) is not None and columns <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    if any((columns := _columns(line)) is None or columns > width for line in lines):
        return ()
    return tuple(row for line in lines for row in _draw(line))


class BigText(Static):
    """Shows a text as large as fits: big letters, or spaced capitals, or as it is."""

    DEFAULT_CSS = "BigText { height: auto; }"

    def __init__(
        self,
        *,
        lines: int = 1,
        from_height: int = 0,
        spaced: bool = False,
        id: str | None = None,
    ) -> None:
        """Takes how many big lines there may be, from which height of the terminal on.

        Where big letters do not fit, `spaced` sets capitals apart.
        """
        super().__init__(id=id, markup=False)
        self.text = ""
        self.lines = lines
        self.from_height = from_height
        self.spaced = spaced

    def show(self, text: str) -> None:
        """Shows another text."""
        if text != self.text:
            self.text = text
            self._fit()

    def on_resize(self) -> None:
        """Chooses the size of the letters anew."""
        self._fit()

    def _fit(self) -> None:
        width = self.content_size.width
        rows = big_rows(self.text, width) if self.app.size.height >= self.from_height else ()
        if rows and len(rows) <= ROWS * self.lines:
            self.update(Text("\n".join(rows), "bold", no_wrap=True))
            return
        spaced = " ".join(capitals(self.text))
        fits = self.spaced and len(spaced) <= width
        self.update(Text(spaced if fits else self.text, "bold"))


def _upper(text: str) -> str:
    whole = capitals(unicodedata.normalize("NFC", text))
    kept = "".join(letter if letter in _FONT else _bare(letter) for letter in whole)
    for fancy, simple in (("–", "-"), ("—", "-"), ("’", "'"), ("‘", "'")):
        kept = kept.replace(fancy, simple)
    return kept


def _bare(letter: str) -> str:
    """Returns a letter without the marks on it."""
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _columns(line: str) -> int | None:
    if any(letter not in _FONT for letter in line):
        return None
    return sum(_FONT[letter].index(" ") + 1 for letter in line) - 1 if line.strip() else 0


def _draw(line: str) -> list[str]:
    glyphs = [_FONT[letter].split() for letter in line]
    pixels = [
        " ".join(glyph[row] if row < len(glyph) else "." * len(glyph[0]) for glyph in glyphs)
        for row in range(2 * ROWS)
    ]
    width = max(map(len, pixels))
    on = [[dot == "#" for dot in row.ljust(width)] for row in pixels]
    return [
        "".join(_BLOCKS[above, below] for above, below in zip(on[at], on[at + 1], strict=True))
        for at in range(0, 2 * ROWS, 2)
    ]
