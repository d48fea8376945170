"""Wilson's score interval: what a count of successes says about a share."""

from __future__ import annotations

from math import sqrt

from attrs import frozen

Z = 1.959963984540054
"""The 97.5th percentile of the normal distribution: 95 percent lie within."""


@frozen
class Share:
    """Is a share of `of` cases with its 95 percent interval, all from 0 to 1."""

    count: int
    of: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The share itself; 0 of no cases."""
        return self.count / self.of if self.of else 0.0

    def __str__(self) -> str:
        if not self.of:
            return "-"
        return f"{self.value:6.1%}  [{self.low:5.1%}, {self.high:6.1%}]"

    def to_json(self) -> dict[str, float]:
        """Returns the share for a JSON document, rounded to a hundredth of a percent."""
        return {
            "count": self.count,
            "of": self.of,
            "share": round(self.value, 4),
            "low": round(self.low, 4),
            "high": round(self.high, 4),
        }


def wilson(count: int, of: int) -> Share:
    """Returns the share of `count` in `of` cases with its 95 percent interval (Wilson 1927).

    It stays within 0 and 1 and is honest for few cases and for shares near either end; no cases
    say nothing at all.
    """
    if of == 0:
        return Share(0, 0, 0.0, 1.0)
    low, high = span(count / of, of)
    return Share(count, of, low if count else 0.0, high if count < of else 1.0)


def span(share: float, of: float) -> tuple[float, float]:
    """Returns the ends of a share's interval; `of` need not be whole where cases weigh less."""
    middle = share + Z * Z / (2 * of)
    spread = Z * sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    scale = 1 + Z * Z / of
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)
