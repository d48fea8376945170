"""Rolled: an outcome's modifiers as they stood when its dice fell.

A ruling may move the board between the roll and its acceptance; the total does not follow, and so
neither may the reasons that are given for it.
"""

from __future__ import annotations

from wargame.kernel.changes import added
from wargame.kernel.decisions import Roll
from wargame.kernel.pending import pending
from wargame.kernel.sight import glimpse, imagine
from wargame.kernel.view import Addend, Pending
from wargame.table.course import Course


def asked(course: Course, point: int, seat: str) -> Pending | None:
    """Returns what was about to be rolled before the last roll up to a point, as a seat saw it."""
    number = _last_roll(course, point)
    if not number:
        return None
    seen = glimpse(course.program, course.state(course.parent(number)), seat)
    return pending(seen, imagine(seen), "dice")


def reasons(course: Course, point: int, seat: str) -> tuple[Addend, ...]:
    """Returns all that was added to the last roll up to a point, for what a seat knew of it."""
    number = _last_roll(course, point)
    return added(course.program, course.state(course.parent(number)), seat) if number else ()


def _last_roll(course: Course, point: int) -> int:
    return next((n for n in course.back(point) if isinstance(course.decision(n), Roll)), 0)
