"""FrontPage: the made-up paper's page about the turn that has ended."""

from __future__ import annotations

from rich.align import Align
from rich.console import RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text
from textual.events import Resize

from wargame.kernel.view import View
from wargame.language import marked, tr
from wargame.plain.press import FrontPage as Page
from wargame.plain.press import Story, front_page
from wargame.text import capitals
from wargame.tui.widgets.bigtext import ROWS, big_rows
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, plain

BIG_FROM = 40
"""Rows of the terminal from which the lead has big letters."""
BIG_LINES = 2 * ROWS
"""Rows that the lead's headline may take."""
TWO_COLUMNS = 90
"""Columns from which the other stories stand side by side."""


class FrontPage(Pane, can_focus=False):
    """Is the page: the paper's name, the lead, the other stories."""

    TITLE = marked("Front page")
    PARTS = ("teams", "changes", "turn", "ending", "board", "gauges")

    _page: Page | None = None

    def on_resize(self, event: Resize) -> None:
        """Sets the page anew, in other letters and columns."""
        super().on_resize(event)
        self.put(*self._set())

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns the page from top to bottom."""
        self._page = front_page(view)
        return self._set()

    def _set(self) -> tuple[RenderableType, ...]:
        page = self._page
        if page is None:
            return (plain(tr("No turn has ended yet, so there is no paper."), FAINT),)
        lead, *others = page.stories
        ears = Table.grid(expand=True)
        ears.add_column(ratio=1)
        ears.add_column(justify="right")
        after = tr("After turn {turn}", turn=page.turn)
        ears.add_row(plain(page.motto, f"italic {FAINT}"), plain(after, FAINT))
        lines: list[RenderableType] = [
            Align.center(self._large(page.paper, lines=ROWS)),
            ears,
            Rule(style="default"),
            *self._lead(lead),
        ]
        if page.reading:
            lines.append(Align.center(plain(f"“{page.reading}”", "bold italic")))
        return (*lines, Rule(style="default"), *self._columns(others))

    def _lead(self, story: Story) -> tuple[RenderableType, ...]:
        kicker = [plain(capitals(story.team), FAINT)] if story.team else []
        return (
            *kicker,
            self._large(story.title, lines=BIG_LINES),
            plain(story.says),
            _moves(story),
        )

    def _columns(self, stories: list[Story]) -> tuple[RenderableType, ...]:
        if self.size.width < TWO_COLUMNS:
            return tuple(part for story in stories for part in (*_short(story), plain("")))
        grid = Table.grid(expand=True, padding=(0, 3, 1, 0))
        grid.add_column(ratio=1)
        grid.add_column(ratio=1)
        cells = []
        for story in stories:
            cell = Table.grid(expand=True)
            for part in _short(story):
                cell.add_row(part)
            cells.append(cell)
        for at in range(0, len(cells), 2):
            grid.add_row(*cells[at : at + 2])
        return (grid,)

    def _large(self, text: str, *, lines: int) -> Text:
        """Returns a text in big letters where there is room for them."""
        rows = big_rows(text, self.size.width - 4) if self.app.size.height >= BIG_FROM else ()
        if rows and len(rows) <= lines:
            return Text("\n".join(rows), "bold", no_wrap=True)
        return plain(capitals(text), "bold")


def _short(story: Story) -> tuple[RenderableType, ...]:
    team = f"{story.team}: " if story.team else ""
    return (Text.assemble((team, FAINT), (story.title, "bold")), plain(story.says), _moves(story))


def _moves(story: Story) -> Text:
    moves = "; ".join(f"{delta.title} {delta.before} → {delta.after}" for delta in story.deltas)
    return plain(moves, FAINT)
