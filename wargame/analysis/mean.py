"""Mean: what scores say about their mean, with its interval."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from attrs import frozen

from wargame.analysis.intervals import Z


@frozen
class Mean:
    """Is the mean of `of` numbers, its 95 percent interval and their standard deviation."""

    of: int
    value: float
    deviation: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:5.2f}  [{self.low:5.2f}, {self.high:5.2f}]" if self.of else "-"

    def to_json(self) -> dict[str, float]:
        """Returns the mean for a JSON document."""
        return {
            "of": self.of,
            "mean": round(self.value, 4),
            "low": round(self.low, 4),
            "high": round(self.high, 4),
            "standard_deviation": round(self.deviation, 4),
        }


def mean(counts: Mapping[int, int], *, lowest: int = 0, highest: int = 10) -> Mean:
    """Returns the mean of numbers of which each was met so many times.

    The interval is Student's, within the bounds of the numbers: one number alone, or none, says
    nothing about the mean of others.
    """
    of = sum(counts.values())
    if not of:
        return Mean(0, 0.0, 0.0, lowest, highest)
    value = sum(number * count for number, count in counts.items()) / of
    if of == 1:
        return Mean(1, value, 0.0, lowest, highest)
    squares = sum(count * (number - value) ** 2 for number, count in counts.items())
    deviation = sqrt(squares / (of - 1))
    half = student(of - 1) * deviation / sqrt(of)
    return Mean(of, value, deviation, max(lowest, value - half), min(highest, value + half))


def student(freedom: int) -> float:
    """Returns the 97.5th percentile of Student's distribution, from Cornish and Fisher's series.

    It is exact to three digits from four degrees of freedom on, and too small below.
    """
    found = Z
    for order, (divisor, terms) in enumerate(_SERIES, 1):
        found += sum(factor * Z**power for power, factor in terms) / (divisor * freedom**order)
    return found


_SERIES: tuple[tuple[int, tuple[tuple[int, int], ...]], ...] = (
    (4, ((3, 1), (1, 1))),
    (96, ((5, 5), (3, 16), (1, 3))),
    (384, ((7, 3), (5, 19), (3, 17), (1, -15))),
    (92160, ((9, 79), (7, 776), (5, 1482), (3, -1920), (1, -945))),
)
"""Divisor, then power and factor of each term (Abramowitz and Stegun 26.7.5)."""
