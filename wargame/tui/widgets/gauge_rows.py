"""Gauges as aligned rows, in whatever width there is: names in full, bars in what that leaves."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from wargame.kernel.view import Gauge
from wargame.tui.widgets.plain_text import HEADING, plain
from wargame.tui.widgets.readout import age, moved, reading

BAR = (4, 10)
"""Cells of a track's bar, at least and at most."""

TREND = 4
"""Cells that are kept for a blank and where a gauge has moved."""


@frozen
class GaugeRows:
    """Is groups of gauges, each under its title; all their bars begin in one column."""

    groups: tuple[tuple[str, tuple[Gauge, ...]], ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yields the rows."""
        width = options.max_width
        tracks = [g for _, gauges in self.groups for g in gauges if g.kind == "track"]
        longest = max((cell_len(gauge.title) for gauge in tracks), default=0)
        figure = max((len(gauge.text) for gauge in tracks if gauge.value is not None), default=0)
        few, many = BAR
        cells = max(few, min(many, width - TREND - figure - longest - 2))
        for number, (title, gauges) in enumerate(self.groups):
            if number:
                yield plain("")
            yield plain(title, HEADING)
            for gauge in gauges:
                yield from _row(gauge, reading(gauge, cells, figure), cells + 1 + figure, width)


def _row(gauge: Gauge, shown: Text, least: int, width: int) -> Iterator[Text]:
    """Yields a gauge in one line; in two where its name and its reading do not fit side by side."""
    name = plain(gauge.title)
    room = width - TREND
    at = max(0, room - max(shown.cell_len, least))
    if name.cell_len >= at:
        yield name
        name = plain("")
    name.pad_right(at - name.cell_len)
    name.append_text(shown)
    name.pad_right(room + 1 - name.cell_len)
    name.append_text(moved(gauge)).truncate(width)
    yield name
    if old := age(gauge):
        yield plain(" " * at).append_text(old)
