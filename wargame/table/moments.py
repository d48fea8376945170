"""Moments: what a seat saw when it gave a turn's orders, found again in the course of a game."""

from __future__ import annotations

from wargame.analysis.coaching import Moment
from wargame.kernel.decisions import Argue, Order, Recall, Seal
from wargame.kernel.node import node
from wargame.kernel.sight import glimpse
from wargame.table.course import Course


def moment(course: Course, seat: str, turn: int) -> Moment | None:
    """Returns a turn of a team on the line of play.

    None if the turn is not over yet, or the team neither ordered nor sealed anything in it.
    """
    line = course.line(course.at)
    end = _end(course, line, turn)
    given = _given(course, line, seat, turn)
    if end is None or not given:
        return None
    program = course.program
    decisions = [course.decision(point) for point in given]
    return Moment(
        turn=turn,
        before=glimpse(program, course.state(course.parent(given[0])), seat),
        sealed=glimpse(program, course.state(given[-1]), seat),
        after=glimpse(program, course.state(end), seat),
        orders=tuple(made.order for made in decisions if isinstance(made, Order)),
    )


def finished(course: Course) -> int:
    """Returns the number of the last turn that is over, 0 for none."""
    turn = course.place(course.at).turn
    return turn if _is_over(course) else turn - 1


def _end(course: Course, line: tuple[int, ...], turn: int) -> int | None:
    """Returns the point at which the next turn has begun, or the game was over."""
    for point in line:
        if course.place(point).turn > turn:
            return point
    return line[-1] if line and _is_over(course) and course.place(line[-1]).turn == turn else None


def _is_over(course: Course) -> bool:
    return node(course.program, course.state(course.at)).kind == "over"


def _given(course: Course, line: tuple[int, ...], seat: str, turn: int) -> list[int]:
    """Returns the points at which a team gave the orders that it did not take back, and sealed."""
    given: list[int] = []
    for point in line:
        made = course.decision(point)
        if course.place(course.parent(point)).turn != turn:
            continue
        if isinstance(made, Recall) and made.team == seat:
            given = []
        elif isinstance(made, Order | Argue | Seal) and made.team == seat:
            given.append(point)
    return given
