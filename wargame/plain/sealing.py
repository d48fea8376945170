"""What a team would lose by sealing its orders now, told before it is done."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.kernel.view import View
from wargame.language import tr

SPENDS = ("order", "argue")
"""The kinds of decisions that could still be made instead."""


def losses(view: View) -> Iterator[str]:
    """Returns what sealing now would lose; nothing if nothing else could be done."""
    possible = [option for option in view.options if option.legal and option.kind in SPENDS]
    own = view.team(view.seat)
    if possible and not own.orders:
        yield tr("You have given no order.")
    for purse in own.purses:
        is_last = view.turn == view.turns
        lost = purse.left - (0 if is_last else purse.bank)
        if lost <= 0 or not any(option.cost and option.purse == purse.title for option in possible):
            continue
        points = f"{lost} {purse.title}"
        if is_last:
            yield tr("{points} would be lost: this is the last turn.", points=points)
        else:
            yield tr(
                "{points} would be lost: at most {bank} can be kept for the next turn.",
                points=points,
                bank=purse.bank,
            )
