"""Cover: the page between two people at one keyboard; nothing of the game is on it."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Static

from wargame.language import marked, tr
from wargame.tui.held import held
from wargame.tui.keys import COVER, bindings
from wargame.tui.spoken import Footer


class Cover(Screen[None]):
    """Is an opaque page that says who is next."""

    PAGE = "cover"
    KEYS = COVER
    HELP = marked(
        "Somebody else is to look at the screen next. Nothing secret is on it until then."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("cover", COVER)]
    DEFAULT_CSS = """
    Cover { align: center middle; }
    Cover Static { text-align: center; width: 100%; height: auto; }
    """

    def __init__(self, seat: str, title: str) -> None:
        super().__init__()
        self.seat = seat
        self._title = title

    def compose(self) -> ComposeResult:
        """Says whom the keyboard is for."""
        yield Static(
            Text.assemble(
                tr("Pass the keyboard to"),
                ("\n\n" + self._title + "\n\n", "bold"),
                tr("Press {ready} when only they are looking.", **held("cover")),
                justify="center",
            ),
            markup=False,
        )
        yield Footer(show_command_palette=False)

    async def action_ready(self) -> None:
        """Uncovers the seat."""
        await self.run_action(f"app.uncover({self.seat!r})")
