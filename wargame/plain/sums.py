"""What a roll had added to it beside its modifiers, so that what is listed makes up the total."""

from __future__ import annotations

from wargame.kernel.view import Addend, Pending, View

BOOST = "Points put on the roll"
LIMIT = "Cut to the roll's limit"
WEIGHT = "The argument's weight"
REST = "Points put on the roll, within its limit"
UNSEEN = "Points put on the roll, its limit, or what you cannot see"


def besides(now: Pending, view: View) -> tuple[tuple[int, str], ...]:
    """Returns what was added to what is pending beside its modifiers, each with its reason."""
    rest = now.net - sum(addend.add for addend in now.addends)
    if not now.id:
        return ((rest, WEIGHT),) if rest else ()
    if _is_guessed(now.addends):
        return ((rest, UNSEEN),) if rest else ()
    boost = next(
        (
            order.boost
            for order in view.orders
            if (order.team, order.id, order.status) == (now.team, now.id, "pending")
        ),
        0,
    )
    parts = ((boost, BOOST), (rest - boost, LIMIT))
    return tuple((number, why) for number, why in parts if number)


def remainder(net: int, addends: tuple[Addend, ...]) -> tuple[tuple[int, str], ...]:
    """Returns what was added beside these modifiers, where no more is known than the sum."""
    rest = net - sum(addend.add for addend in addends)
    why = UNSEEN if _is_guessed(addends) else REST
    return ((rest, why),) if rest else ()


def _is_guessed(addends: tuple[Addend, ...]) -> bool:
    """Returns whether a seat does not know one of the modifiers for certain."""
    return any(addend.low != addend.high for addend in addends)
