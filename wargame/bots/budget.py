"""What a search may spend on one decision."""

from __future__ import annotations

from attrs import frozen

from wargame.errors import UsageInvalid
from wargame.language import tr
from wargame.text import clean

MOST_PLAYOUTS = 1_000_000
MOST_SECONDS = 600


@frozen
class Budget:
    """Is a number of playouts; with `seconds` above 0 no more than those allow."""

    playouts: int
    seconds: int = 0


def budget(text: str) -> Budget:
    """Reads a budget: `500` is so many playouts, `3s` so many seconds.

    Raises:
        UsageInvalid: it is neither, or none, or too much.
    """
    digits = text.removesuffix("s")
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else 0
    if text.endswith("s") and 1 <= number <= MOST_SECONDS:
        return Budget(MOST_PLAYOUTS, number)
    if not text.endswith("s") and 1 <= number <= MOST_PLAYOUTS:
        return Budget(number)
    raise UsageInvalid(
        tr("'{text}' is no budget", text=clean(text, limit=40)),
        remedy=tr(
            "write search:N with 1 to {playouts} playouts a decision, or search:Ns with 1 to"
            " {seconds} seconds",
            playouts=MOST_PLAYOUTS,
            seconds=MOST_SECONDS,
        ),
    )
