"""The measures of a good scenario, in order: each a function of what many games have shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wargame.analysis.measures.bargaining import bargaining
from wargame.analysis.measures.dilemmas import dilemmas
from wargame.analysis.measures.life import life
from wargame.analysis.measures.measure import Measure, Target
from wargame.analysis.measures.openness import openness
from wargame.analysis.measures.playability import playability
from wargame.analysis.measures.readability import readability

if TYPE_CHECKING:
    from wargame.analysis.balance import Balance

SECTIONS = (openness, life, dilemmas, bargaining, readability, playability)

__all__ = ["SECTIONS", "Measure", "Target", "measures"]


def measures(found: Balance) -> tuple[Measure, ...]:
    """Returns every measure of what a balance has found."""
    return tuple(measure for section in SECTIONS for measure in section(found))
