"""What a team would lose by sealing its orders now, told before it is done."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.kernel.view import View
from wargame.language import tr

SPENDS = ("order", "argue")
"""The kinds of decisions that could still be made instead."""


def losses(view: View) -> Iterator[str]:
    """Returns what sealing now would lose; nothing if nothing else could be done.

    Where no other order is possible, one that is given may still be drawn back and boosted.
    """
    own = view.team(view.seat)
    is_possible = any(option.legal and option.kind in SPENDS for option in view.options)
    if not (is_possible or own.orders):
        return
    if not own.orders:
        yield tr("You have given no order.")
    for purse in own.purses:
        is_last = view.turn == view.turns
        lost = purse.left - (0 if is_last else purse.bank)
        points = f"{lost} {purse.title}"
        if lost > 0 and is_last:
            yield tr("{points} would be lost: this is the last turn.", points=points)
        elif lost > 0:
            yield tr(
                "{points} would be lost: at most {bank} can be kept for the next turn.",
                points=points,
                bank=purse.bank,
            )
