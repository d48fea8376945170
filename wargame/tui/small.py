"""TooSmall: what is shown while the terminal is too small for the screens."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from wargame.language import tr

WIDTH, HEIGHT = 80, 24


class TooSmall(Screen[None]):
    """Is a page that asks for a larger terminal and goes away when it has one."""

    PAGE = "small"
    KEYS = ()
    HELP = ""
    DEFAULT_CSS = """
    TooSmall { align: center middle; }
    TooSmall Static { text-align: center; width: 100%; height: auto; }
    """

    def __init__(self, size: Size) -> None:
        super().__init__()
        self._first = size

    def compose(self) -> ComposeResult:
        """Holds one text."""
        yield Static(markup=False)

    def on_mount(self) -> None:
        """Says what is needed."""
        self.tell(self._first)

    def tell(self, size: Size) -> None:
        """Says how large the terminal is and how large it must be."""
        self.query_one(Static).update(
            Text(
                tr(
                    "This terminal is {width} x {height}.\n"
                    "{least_width} x {least_height} are needed: please enlarge it.\n"
                    "Ctrl+Q quits.",
                    width=size.width,
                    height=size.height,
                    least_width=WIDTH,
                    least_height=HEIGHT,
                ),
                justify="center",
            )
        )


def fits(size: Size) -> bool:
    """Returns whether the screens can be used in a terminal of that size."""
    return size.width >= WIDTH and size.height >= HEIGHT
