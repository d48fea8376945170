"""Dilemmas: the best order is hardly better than the next, and points buy a third of the wants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wargame.analysis.estimate import clustered_of, of_share, ratio
from wargame.analysis.measures.measure import Measure, Target

if TYPE_CHECKING:
    from wargame.analysis.balance import Balance

SECTION = "Dilemmas"
CLOSE = Target(low=0.70)
THIRD = Target(0.25, 0.42)
"""What counts as about a third."""


def dilemmas(found: Balance) -> Iterator[Measure]:
    """Yields what says whether players face dilemmas."""
    yield Measure(
        section=SECTION,
        id="close",
        title="second-best order within 5 percent",
        found=of_share(clustered_of(found.studies.of("dilemmas"))),
        target=CLOSE,
        study="dilemmas",
    )
    tally = found.tally
    for id, title, costs, target in (
        ("wanted", "points at hand, of the cost of wants", tally.wanted, THIRD),
        ("open", "points at hand, of the cost of options", tally.open, None),
    ):
        yield Measure(
            section=SECTION,
            id=f"budget.{id}",
            title=title,
            found=ratio(
                sum(tally.budget.values()),
                sum(costs.values()),
                tally.squares_of("budget", id),
                tally.games,
            ),
            target=target,
        )
