"""Pair: a name at the left end of a line and its value at the right."""

from __future__ import annotations

from attrs import frozen
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text


@frozen
class Pair:
    """Is both in one line; the value in the next where they do not fit side by side."""

    name: Text
    value: Text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yields one line or two."""
        between = options.max_width - self.name.cell_len - self.value.cell_len
        if between > 0:
            yield Text.assemble(self.name, " " * between, self.value)
        else:
            yield self.name
            value = self.value.copy()
            value.justify = "right"
            yield value
