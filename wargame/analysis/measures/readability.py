"""Readable: who watches learns what a team is after, slowly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wargame.analysis.estimate import mean_of
from wargame.analysis.measures.measure import Measure, Target
from wargame.analysis.observer import mean_after, readings

if TYPE_CHECKING:
    from wargame.analysis.balance import Balance

SECTION = "Readable"
MIDDLE = 4
"""The turn after which the observer should be half sure."""
STAGES = (
    ("start", "observer on true agenda, at the start", 0, Target(0.30, 0.36)),
    ("middle", f"observer on true agenda, after turn {MIDDLE}", MIDDLE, Target(0.40, 0.60)),
    ("end", "observer on true agenda, at the end", None, Target(0.65, 0.85)),
)
"""About 33, 50 and 75 percent."""


def readability(found: Balance) -> Iterator[Measure]:
    """Yields what an observer can tell of agendas."""
    read = readings(found.agendas_by_team, found.studies.of("observer"))
    for id, title, turn, target in STAGES:
        yield Measure(
            section=SECTION,
            id=f"observer.{id}",
            title=title,
            found=mean_of([mean_after(reading, turn) for reading in read]),
            target=target,
            study="observer",
        )
