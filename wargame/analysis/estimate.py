"""Estimates: a number that was measured, with its 95 percent interval.

Cases of one game depend on each other (its turns, its offers), so wherever a game gives several
cases, games are what is counted as independent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt

from attrs import frozen

from wargame.analysis.intervals import Share, Z, span, wilson


@frozen
class Estimate:
    """Is a value with its 95 percent interval; `cases` is how many cases it was measured on."""

    value: float
    low: float
    high: float
    cases: int

    def to_json(self) -> dict[str, float]:
        """Returns the estimate for a JSON document, rounded to four places."""
        return {
            "value": round(self.value, 4),
            "low": round(self.low, 4),
            "high": round(self.high, 4),
            "cases": self.cases,
        }


@frozen
class Squares:
    """Is what a ratio's interval needs to know of its games: sums of squares and of products.

    Of each game's `part` of its `whole`: sums over all games, which add up in any order.
    """

    part: float
    both: float
    whole: float

    @classmethod
    def of(cls, pairs: Sequence[tuple[float, float]]) -> Squares:
        """Returns the sums over games, of each its part and its whole."""
        return cls(
            part=sum(part * part for part, _ in pairs),
            both=sum(part * whole for part, whole in pairs),
            whole=sum(whole * whole for _, whole in pairs),
        )


def of_share(share: Share) -> Estimate | None:
    """Returns a share as an estimate; of no cases there is none."""
    return Estimate(share.value, share.low, share.high, share.of) if share.of else None


def clustered(part: int, whole: int, squares: Squares) -> Share:
    """Returns a share whose cases come in games: Wilson's interval for as many cases as they weigh.

    The variance is that of a ratio of sums over games (Cochran 1977, 6.4); where it is larger than
    that of independent cases, the cases count for less. It is never taken to be smaller.
    """
    plain = wilson(part, whole)
    if not 0 < part < whole:
        return plain
    share = part / whole
    spread = squares.part - 2 * share * squares.both + share * share * squares.whole
    effect = max(1.0, spread / (whole * share * (1 - share)))
    low, high = span(share, whole / effect)
    return Share(part, whole, low, high)


def mean_of(values: Sequence[float]) -> Estimate | None:
    """Returns the mean of independent values; fewer than two say nothing of their spread."""
    count = len(values)
    if count < 2:
        return None
    mean = sum(values) / count
    error = sqrt(sum((value - mean) ** 2 for value in values) / (count - 1) / count)
    return Estimate(mean, mean - Z * error, mean + Z * error, count)


def ratio(part: float, whole: float, squares: Squares, games: int) -> Estimate | None:
    """Returns the sum of parts over the sum of wholes, from what is known of the games' squares."""
    if games < 2 or not whole:
        return None
    value = part / whole
    spread = squares.part - 2 * value * squares.both + value * value * squares.whole
    error = sqrt(max(0.0, spread) * games / (games - 1)) / whole
    return Estimate(value, value - Z * error, value + Z * error, games)


def ratio_of(games: Iterable[tuple[float, float]]) -> Estimate | None:
    """Returns the sum of parts over the sum of wholes, each pair being one independent game."""
    pairs = [(part, whole) for part, whole in games if whole]
    parts, wholes = sum(part for part, _ in pairs), sum(whole for _, whole in pairs)
    return ratio(parts, wholes, Squares.of(pairs), len(pairs))


def clustered_of(games: Iterable[tuple[int, int]]) -> Share:
    """Returns a share over cases that come in games, each pair being one game's part and whole."""
    pairs = list(games)
    parts, wholes = sum(part for part, _ in pairs), sum(whole for _, whole in pairs)
    return clustered(parts, wholes, Squares.of(pairs))


def difference(first: Share, second: Share) -> Estimate | None:
    """Returns how much larger the first share is (Newcombe 1998, method 10).

    It treats the two as independent: over common seeds, which go up and down together, the interval
    is if anything too wide.
    """
    if not first.of or not second.of:
        return None
    gap = first.value - second.value
    below = sqrt((first.value - first.low) ** 2 + (second.high - second.value) ** 2)
    above = sqrt((first.high - first.value) ** 2 + (second.value - second.low) ** 2)
    return Estimate(gap, gap - below, gap + above, min(first.of, second.of))
