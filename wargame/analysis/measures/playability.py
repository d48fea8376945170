"""Playable: a turn offers a choice, not a catalogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import sqrt
from typing import TYPE_CHECKING

from wargame.analysis.estimate import Estimate
from wargame.analysis.intervals import Z
from wargame.analysis.measures.measure import COUNT, Measure, Target
from wargame.analysis.spread import quantile

if TYPE_CHECKING:
    from wargame.analysis.balance import Balance

SECTION = "Playable"
CHOICES = Target(4, 8)


def playability(found: Balance) -> Iterator[Measure]:
    """Yields how much there is to choose from."""
    tally = found.tally
    yield Measure(
        section=SECTION,
        id="choices",
        title="orders to choose from in the median turn",
        found=_median(tally.choices, tally.median_choices(), tally.games),
        target=CHOICES,
        scale=COUNT,
    )


def _median(counts: Counter[int], median: float, games: int) -> Estimate | None:
    """Returns a median; its interval is between order statistics, as wide as games make it."""
    if not counts:
        return None
    reach = Z * 0.5 / sqrt(games)
    low, high = (quantile(counts, max(0.0, min(1.0, 0.5 + sign * reach))) for sign in (-1, 1))
    return Estimate(median, low, high, games)
