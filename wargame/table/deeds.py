"""Deeds: every order that has come into the open, for whoever keeps a file on the others."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.kernel.decisions import Argue, Order, Recall
from wargame.kernel.view import Deed
from wargame.table.course import Course


def deeds(course: Course, point: int, *, revealed: bool) -> tuple[Deed, ...]:
    """Returns the orders of the turns before, and of this turn if they are `revealed`."""
    now = course.place(point).turn
    return tuple(deed for deed in _given(course, point) if deed.turn < now or revealed)


def _given(course: Course, point: int) -> Iterator[Deed]:
    """Returns the orders on the line to a point, those that were taken back left out."""
    standing: list[Deed] = []
    for number in course.line(point):
        decision = course.decision(number)
        turn = course.place(course.parent(number)).turn
        if isinstance(decision, Order):
            title = course.program.order(decision.order).title
            standing.append(
                Deed(turn=turn, team=decision.team, title=title, boost=decision.boost, claim="")
            )
        elif isinstance(decision, Argue):
            standing.append(
                Deed(turn=turn, team=decision.team, title="", boost=0, claim=decision.claim)
            )
        elif isinstance(decision, Recall):
            standing = [
                deed for deed in standing if (deed.turn, deed.team) != (turn, decision.team)
            ]
    yield from standing
