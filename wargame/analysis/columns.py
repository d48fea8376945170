"""Columns: rows of cells as aligned lines of plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Row = Sequence[str]
RIGHT = "0123456789-"
"""A column whose cells begin so holds numbers, and is aligned to the right."""


def columns(rows: Iterable[Row]) -> str:
    """Returns rows as lines with their cells aligned; the first row is the heading."""
    table = [tuple(row) for row in rows]
    widths = [max(map(len, cells)) for cells in zip(*table, strict=True)]
    numeric = [
        all(cell.strip()[:1] in RIGHT for cell in cells[1:]) for cells in zip(*table, strict=True)
    ]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, numeric, strict=True)
        ).rstrip()
        for row in table
    )
