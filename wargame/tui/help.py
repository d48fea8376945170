"""HelpScreen: what a screen is for, its keys, and the scenario's terms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.console import Group, RenderableType
from rich.table import Table
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from wargame.language import marked, tr
from wargame.scenario.model import Entry
from wargame.tui.clipping import text_of
from wargame.tui.held import held, in_force, shown
from wargame.tui.keys import CLOSE, Key, bindings
from wargame.tui.spoken import Footer
from wargame.tui.widgets.plain_text import heading, plain

ALWAYS = (
    ("Ctrl+P", marked("The command palette: every action of the screen by name.")),
    ("Tab", marked("Goes to the next part of the screen; shift+tab goes back.")),
    ("Ctrl+Q", marked("Ends the program; every decision is already saved.")),
)


class HelpScreen(ModalScreen[None]):
    """Is the help page of the screen it was opened from."""

    PAGE = "help"
    KEYS = CLOSE
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("help", CLOSE),
    ]
    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen #page {
        width: 94%; max-width: 100; height: 1fr; margin: 1 0; padding: 0 2;
        border: round $primary; background: $surface;
        border-title-color: $text; border-title-style: bold;
    }
    HelpScreen #page Static { height: auto; padding-right: 1; }
    """

    def __init__(
        self,
        about: str,
        page: str,
        keys: tuple[Key, ...],
        *,
        glossary: Mapping[str, Entry],
    ) -> None:
        """Takes what the screen is for, its keys and the terms."""
        super().__init__()
        self._page = page
        self._about = about
        self._keys = keys
        self._glossary = glossary

    def compose(self) -> ComposeResult:
        """Holds one scrolling page."""
        with VerticalScroll(id="page") as page:
            page.border_title = tr("Help")
            page.border_subtitle = tr("{close} closes", **held("help"))
            yield Static(Group(*self._lines()), markup=False)
        yield Footer(show_command_palette=False)

    @property
    def clipping(self) -> str:
        """Is the page, to be copied."""
        return text_of(Group(*self._lines()))

    def action_close(self) -> None:
        """Closes the page."""
        self.dismiss()

    def _lines(self) -> list[RenderableType]:
        lines: list[RenderableType] = []
        about = tr(self._about, **held("coach") | held(self._page)) if self._about else ""
        for paragraph in about.strip().split("\n\n"):
            lines += [plain(" ".join(paragraph.split())), plain("")]
        lines += [heading(tr("Keys of this screen"), above=False), self._table()]
        lines += [
            heading(tr("Everywhere")),
            _rows(tuple((keys, tr(does)) for keys, does in ALWAYS)),
        ]
        if self._glossary:
            terms = tuple((entry.title, entry.text) for entry in self._glossary.values())
            lines += [heading(tr("Terms")), _rows(terms)]
        return lines

    def _table(self) -> Table:
        rows, seen = [], set()
        for key in self._keys:
            if key.action not in seen:
                seen.add(key.action)
                rows.append((shown(in_force(self._page, key)), key.explanation))
        return _rows(tuple(rows))


def _rows(rows: tuple[tuple[str, str], ...]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(max_width=24)
    grid.add_column(ratio=1)
    for name, text in rows:
        grid.add_row(plain(name, "bold"), plain(text))
    return grid
