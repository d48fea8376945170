"""A measure: something that a good scenario must show, what was found, and whether it is met."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from wargame.analysis.estimate import Estimate

PERCENT = 100.0
"""The scale of shares, which are printed as percentages, and of their differences, in points."""
COUNT = 1.0


@frozen
class Target:
    """Is where a value should lie: from `low`, up to `high`, or both; `above` shuts `low` out."""

    low: float | None = None
    high: float | None = None
    above: bool = False

    def holds(self, value: float) -> bool:
        """Returns whether a value is where it should be."""
        if self.low is not None and (value <= self.low if self.above else value < self.low):
            return False
        return self.high is None or value <= self.high

    def misses(self, low: float, high: float) -> bool:
        """Returns whether nothing between two values is where it should be."""
        below = self.low is not None and (high <= self.low if self.above else high < self.low)
        return below or (self.high is not None and low > self.high)

    def text(self, scale: float) -> str:
        """Returns the target in words."""
        low = "" if self.low is None else f"{self.low * scale:g}"
        high = "" if self.high is None else f"{self.high * scale:g}"
        if low and high:
            return f"{low} to {high}"
        if low:
            return f"above {low}" if self.above else f"at least {low}"
        return f"at most {high}"


@frozen(kw_only=True)
class Measure:
    """Is one measure.

    `found` is None where nothing was measured; `study` then names what would measure it. Without a
    `target` it is told and not judged. `note` names what the value is of.
    """

    section: str
    id: str
    title: str
    found: Estimate | None
    target: Target | None = None
    scale: float = PERCENT
    note: str = ""
    study: str = ""

    @property
    def is_met(self) -> bool | None:
        """Whether the value is where it should be; None where that cannot be said."""
        if self.found is None or self.target is None:
            return None
        return self.target.holds(self.found.value)

    @property
    def is_sure(self) -> bool:
        """Whether every value of the interval is judged alike."""
        if self.found is None or self.target is None:
            return False
        low, high = self.found.low, self.found.high
        if self.is_met:
            return self.target.holds(low) and self.target.holds(high)
        return self.target.misses(low, high)

    @property
    def verdict(self) -> str:
        """The judgement in a word or two."""
        if self.found is None:
            return f"--study {self.study}" if self.study else "no cases"
        if self.is_met is None:
            return ""
        word = "met" if self.is_met else "missed"
        return word if self.is_sure else f"{word}, unsure"

    def value_text(self) -> str:
        """Returns the value with its interval."""
        if self.found is None:
            return "-"
        found, digits = self.found, 1 if self.scale == PERCENT else 2
        shown = [
            f"{number * self.scale:.{digits}f}" for number in (found.value, found.low, found.high)
        ]
        return f"{shown[0]:>5} [{shown[1]}, {shown[2]}]"

    def to_json(self) -> dict[str, Any]:
        """Returns the measure for a JSON document."""
        return {
            "section": self.section,
            "id": self.id,
            "title": self.title,
            "target": self.target.text(self.scale) if self.target else "",
            "found": self.found.to_json() if self.found else None,
            "met": self.is_met,
            "sure": self.is_sure,
            "note": self.note,
            "study": self.study,
        }
