"""What a scenario says about how its board is shown: relations, tables, the press.

Nothing of it is played. A scenario without it is shown all the same, as plain gauges.
"""

from __future__ import annotations

from attrs import frozen

from wargame.scenario.texts import Text


@frozen
class Relation:
    """Is a gauge that says how two teams stand to each other; drawn between them."""

    between: tuple[str, ...]
    gauge: str
    title: Text = ""  # a short name for the drawing; else the gauge's own


@frozen
class Row:
    """Is a row of a table: gauges that belong together, one for each column."""

    title: Text
    cells: tuple[str, ...]  # ids of gauges; "-" where the column has none


@frozen
class GaugeTable:
    """Is a table of gauges that would otherwise stand below each other."""

    title: Text
    columns: tuple[Text, ...]
    rows: tuple[Row, ...]


@frozen
class Words:
    """Is what the press makes of the crisis up to a number."""

    says: Text
    upto: int | None = None


@frozen
class Reading:
    """Is the track from which the press reads how bad things are, and the words for it."""

    track: str
    words: tuple[Words, ...]


@frozen
class Press:
    """Is the made-up paper whose front page ends each turn."""

    title: Text
    says: Text = ""  # the line below its name


@frozen
class Board:
    """Is how the board of a scenario is shown."""

    relations: tuple[Relation, ...] = ()
    tables: tuple[GaugeTable, ...] = ()
    reading: Reading | None = None
    press: Press | None = None


PLAIN = Board()
"""The board of a scenario that says nothing of it."""
