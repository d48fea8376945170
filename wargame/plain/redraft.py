"""Redraft: takes a single order back; the rules only know how to take all of them back."""

from __future__ import annotations

import json

from wargame.errors import UsageInvalid
from wargame.kernel.view import OrderView, View
from wargame.language import tr


def without(view: View, number: int | None = None) -> tuple[str, ...]:
    """Returns the decisions that leave out a seat's order of that number, or else its last.

    Raises:
        UsageInvalid: the seat has given no such order.
    """
    given = next((team.orders for team in view.teams if team.id == view.seat), ())
    number = len(given) if number is None else number
    if view.node != "orders" or not 1 <= number <= len(given):
        raise UsageInvalid(
            tr("there is no such order to take back"),
            remedy=tr("you have given {number}", number=len(given))
            if given
            else tr("you have given none"),
        )
    kept = (order for at, order in enumerate(given, 1) if at != number)
    return (f"recall {view.seat}", *(_notation(order) for order in kept))


def _notation(order: OrderView) -> str:
    if order.id:
        boost = f" +{order.boost}" if order.boost else ""
        return f"order {order.team} {order.id}{boost}"
    reasons = " ".join(map(_quoted, order.reasons))
    return f"argue {order.team} {_quoted(order.claim)}{f' for {reasons}' if reasons else ''}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
