"""Rolled: an outcome's modifiers as they stood when its dice fell.

A ruling may move the board between the roll and its acceptance; the total does not follow, and so
neither may the reasons that are given for it.
"""

from __future__ import annotations

from wargame.kernel.decisions import Roll
from wargame.kernel.pending import pending
from wargame.kernel.sight import glimpse, imagine
from wargame.kernel.view import Pending
from wargame.table.course import Course


def rolled(course: Course, point: int, seat: str) -> Pending | None:
    """Returns what was about to be rolled before the last roll up to a point, as a seat saw it."""
    for number in course.back(point):
        if isinstance(course.decision(number), Roll):
            seen = glimpse(course.program, course.state(course.parent(number)), seat)
            return pending(seen, imagine(seen), "dice")
    return None
