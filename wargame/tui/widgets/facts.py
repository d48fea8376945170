"""Facts: short facts in a row, such as `score 3 · 2 cards`."""

from __future__ import annotations

from attrs import frozen
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult

from wargame.tui.widgets.plain_text import plain


@frozen
class Facts:
    """Is facts of a few words each; a line breaks between two of them and never inside one."""

    facts: tuple[str, ...]
    style: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yields as many lines as it takes."""
        line, *rest = self.facts or ("",)
        for fact in rest:
            longer = f"{line} · {fact}"
            if cell_len(longer) > options.max_width:
                yield plain(line, self.style)
                line = fact
            else:
                line = longer
        yield plain(line, self.style)
