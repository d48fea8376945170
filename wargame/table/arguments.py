"""Puts what only the journal has into a view: words of matrix arguments, faces of dice."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from wargame.kernel.decisions import Argue, Recall, Roll
from wargame.kernel.view import OrderView, Pending, View
from wargame.table.course import Course


def add_arguments(view: View, course: Course, point: int) -> View:
    """Returns the view with its matrix arguments in the words they were made in.

    An argument that the seat may not see has no order in the view that could be given words.
    """
    made = _made(course, point)
    teams = tuple(
        evolve(team, orders=tuple(_worded(team.orders, made))) if team.orders else team
        for team in view.teams
    )
    orders = tuple(_worded(view.orders, made))
    pending = view.pending and _pending(view.pending, orders, course, point)
    return evolve(view, teams=teams, orders=orders, pending=pending)


def _made(course: Course, point: int) -> dict[str, list[Argue]]:
    """Returns each team's arguments of this turn, those taken back left out."""
    turn = course.place(point).turn
    made: dict[str, list[Argue]] = {}
    recalled: set[str] = set()
    for number in course.back(point):
        if course.place(course.parent(number)).turn != turn:
            break
        decision = course.decision(number)
        if isinstance(decision, Recall):
            recalled.add(decision.team)
        elif isinstance(decision, Argue) and decision.team not in recalled:
            made.setdefault(decision.team, []).insert(0, decision)
    return made


def _worded(orders: tuple[OrderView, ...], made: dict[str, list[Argue]]) -> Iterator[OrderView]:
    left = {team: iter(arguments) for team, arguments in made.items()}
    for order in orders:
        argument = next(left.get(order.team, iter(())), None) if not order.id else None
        if argument is None:
            yield order
        else:
            yield evolve(order, claim=argument.claim, reasons=argument.reasons)


def _pending(
    pending: Pending, orders: tuple[OrderView, ...], course: Course, point: int
) -> Pending:
    if pending.kind == "ruling":
        rolls = (course.decision(number) for number in course.back(point))
        faces = next((roll.faces for roll in rolls if isinstance(roll, Roll)), ())
        pending = evolve(pending, faces=faces)
    for order in orders:
        if order.status == "pending" and order.claim and not pending.id:
            return evolve(pending, claim=order.claim, reasons=order.reasons)
    return pending
