"""Deals: they are struck, mostly kept, and worth having."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt
from typing import TYPE_CHECKING

from wargame.analysis.estimate import Estimate, difference, of_share
from wargame.analysis.intervals import Share, Z, wilson
from wargame.analysis.measures.measure import COUNT, Measure, Target
from wargame.analysis.tally import Tally

if TYPE_CHECKING:
    from wargame.analysis.balance import Balance

SECTION = "Deals"
ACCEPTED = Target(0.30, 0.70)
BROKEN = Target(0.10, 0.30)
JOINT = Target(low=0.15)
TOGETHER = 2
"""So many teams that achieve are a joint success."""


def bargaining(found: Balance) -> Iterator[Measure]:
    """Yields what says whether deals matter."""
    yield Measure(
        section=SECTION,
        id="accepted",
        title="offers accepted",
        found=of_share(found.accepted()),
        target=ACCEPTED,
    )
    yield Measure(
        section=SECTION,
        id="broken",
        title="promises broken",
        found=of_share(found.broken()),
        target=BROKEN,
    )
    without = found.no_deals
    yield Measure(
        section=SECTION,
        id="joint_success",
        title="joint success lost without deals",
        found=difference(_joint(found.tally), _joint(without))
        if without and without.games
        else None,
        target=JOINT,
        study="no_deals",
    )
    yield Measure(
        section=SECTION,
        id="successes",
        title="teams achieving, fewer without deals",
        found=_fewer(found.tally, without) if without and without.games else None,
        scale=COUNT,
        study="no_deals",
    )


def _joint(tally: Tally) -> Share:
    return wilson(
        sum(games for teams, games in tally.together.items() if teams >= TOGETHER), tally.games
    )


def _fewer(tally: Tally, without: Tally) -> Estimate:
    """Returns how many teams fewer achieve in a game without deals."""
    (first, one), (second, two) = _achievers(tally), _achievers(without)
    error = sqrt(one + two)
    gap = first - second
    return Estimate(gap, gap - Z * error, gap + Z * error, min(tally.games, without.games))


def _achievers(tally: Tally) -> tuple[float, float]:
    """Returns how many teams achieve in the mean game, and the variance of that mean."""
    mean = sum(teams * games for teams, games in tally.together.items()) / tally.games
    squares = sum(games * (teams - mean) ** 2 for teams, games in tally.together.items())
    return mean, squares / max(1, tally.games - 1) / tally.games
