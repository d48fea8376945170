"""The chain of steps from older save formats to this one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wargame.table.record import FORMAT, Fields

Step = Callable[[Fields], Fields]
"""Turns the fields of one line of a format, header or record, into those of the next format."""

STEPS: Mapping[int, Step] = {}
"""Format -> the step from it to the next one. Format 1 is the first, so there is none yet."""


def migrate(fields: Fields, format: int) -> Fields:
    """Returns the fields of a line of an older format as this format has them."""
    for version in range(format, FORMAT):
        fields = STEPS[version](fields)
    return fields
