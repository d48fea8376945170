"""What a roll had added to it beside its modifiers, so that what is listed makes up the total."""

from __future__ import annotations

from wargame.kernel.view import Addend, Pending, View
from wargame.language import marked, tr
from wargame.plain.speech import signed

BOOST = marked("Points put on the roll")
WEIGHT = marked("The argument's weight")
LIMIT = marked("Cut to the roll's limit")
UNSEEN = marked("The roll's limit, or what you cannot see")


def besides(now: Pending, view: View) -> tuple[tuple[int, str], ...]:
    """Returns what was added to what is pending beside its modifiers, each with its reason."""
    if not now.id:
        return ((now.net, tr(WEIGHT)),) if now.net else ()
    boost = next(
        (
            order.boost
            for order in view.orders
            if (order.team, order.id, order.status) == (now.team, now.id, "pending")
        ),
        0,
    )
    given = ((boost, tr(BOOST)),) if boost else ()
    return (*given, *remainder(now.net - boost, now.addends))


def remainder(net: int, addends: tuple[Addend, ...]) -> tuple[tuple[int, str], ...]:
    """Returns by how much the net sum differs from what is listed, and why that may be."""
    rest = net - sum(addend.add for addend in addends)
    guessed = any(addend.low != addend.high for addend in addends)
    return ((rest, tr(UNSEEN if guessed else LIMIT)),) if rest else ()


def modifier(add: int, why: str) -> str:
    """Returns one addend of a roll as a line."""
    return tr("Modifier {add}: {why}.", add=signed(add), why=why)
