"""Rich Text from text of the game: nothing in it is ever markup."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from textual.content import Content

from wargame.language import tr

HEADING = "bold"
FAINT = "dim"


def plain(text: str, style: str = "") -> Text:
    """Returns the text as it is."""
    return Text(text, style=style)


def heading(text: str, *, above: bool = True) -> RenderableType:
    """Returns a small heading with an empty line above it."""
    return Padding(plain(text, HEADING), (1 if above else 0, 0, 0, 0))


def indented(text: RenderableType, by: int = 2, style: str = "") -> RenderableType:
    """Returns the text with every wrapped line indented."""
    return Padding(plain(text, style) if isinstance(text, str) else text, (0, 0, 0, by))


def hung(mark: str, text: str, style: str = FAINT) -> RenderableType:
    """Returns the text after a mark; wrapped lines hang below the text."""
    grid = Table.grid()
    grid.add_column(width=cell_len(mark), no_wrap=True)
    grid.add_column(ratio=1)
    grid.add_row(plain(mark, style), plain(text, style))
    return grid


def bullets(lines: Iterable[str], style: str = "") -> Table:
    """Returns the lines as a list whose wrapped lines hang."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=1)
    table.add_column(ratio=1)
    for line in lines:
        table.add_row(plain("·", FAINT), plain(line, style))
    return table


def sources(source: tuple[str, ...], voice: str = "") -> Text:
    """Returns where a statement comes from, in one faint line."""
    others = ", ".join(tr(one) for one in source if one != voice)
    if others and voice:
        return plain(tr("Source: {sources} ({voice})", sources=others, voice=tr(voice)), FAINT)
    named = others or tr(voice) or tr("none given")
    return plain(tr("Source: {sources}", sources=named), FAINT)


def title(text: str) -> Content:
    """Returns text for a border, where a plain string would be read as markup."""
    return Content(text)
