"""Open: everybody can win, nobody always does, and games end in many ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wargame.analysis.estimate import Estimate, difference, of_share
from wargame.analysis.intervals import wilson
from wargame.analysis.measures.measure import COUNT, Measure, Target

if TYPE_CHECKING:
    from wargame.analysis.balance import Balance

SECTION = "Open"
ACHIEVED = Target(0.25, 0.55)
ABOVE_RANDOM = Target(low=0.15)
ALL = Target(high=0.10)
NONE = Target(high=0.15)
SEVERAL = Target(0.40, 0.70)
ENDINGS = Target(low=8)
COMMONEST = Target(high=0.40)
RARE = 0.01
"""An ending counts from this share of games on."""


def openness(found: Balance) -> Iterator[Measure]:
    """Yields what says whether the game is open."""
    scenario, teams = found.series.scenario, len(found.series.scenario.teams)
    for id in scenario.agendas:
        yield Measure(
            section=SECTION,
            id=f"achieved.{id}",
            title=f"{id} achieved",
            found=of_share(found.agenda(id)),
            target=ACHIEVED,
        )
    for id, agenda in scenario.agendas.items():
        seat = found.random_seats.get(agenda.by)
        yield Measure(
            section=SECTION,
            id=f"above_random.{id}",
            title=f"{id} above a random player",
            found=difference(found.agenda(id), wilson(seat.achieved[id], seat.dealt[id]))
            if seat
            else None,
            target=ABOVE_RANDOM,
            study="seats",
        )
    for name, title, least, most, target in (
        ("all", "all teams achieve", teams, teams, ALL),
        ("none", "no team achieves", 0, 0, NONE),
        ("several", "two teams or more achieve", 2, teams, SEVERAL),
    ):
        yield Measure(
            section=SECTION,
            id=name,
            title=title,
            found=of_share(found.together(least, most)),
            target=target,
        )
    yield from _endings(found)


def _endings(found: Balance) -> Iterator[Measure]:
    shares = {id: found.ending(id) for id in found.series.scenario.endings}
    value, low, high = (
        float(sum(getattr(share, at) >= RARE for share in shares.values()))
        for at in ("value", "low", "high")
    )
    yield Measure(
        section=SECTION,
        id="endings",
        title="endings in 1 percent of games or more",
        found=Estimate(value, low, high, found.tally.games),
        target=ENDINGS,
        scale=COUNT,
    )
    commonest = max(shares, key=lambda id: shares[id].count)
    yield Measure(
        section=SECTION,
        id="commonest_ending",
        title="commonest ending",
        found=of_share(shares[commonest]),
        target=COMMONEST,
        note=commonest,
    )
