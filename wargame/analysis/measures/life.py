"""Alive: every move and card matters, nothing is settled early, and dice do not decide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wargame.analysis.estimate import Estimate, of_share
from wargame.analysis.intervals import Share, wilson
from wargame.analysis.luck import dice_share, dice_slope
from wargame.analysis.measures.measure import COUNT, Measure, Target

if TYPE_CHECKING:
    from wargame.analysis.balance import Balance

SECTION = "Alive"
LEAST = Target(low=0.01)
MOST = Target(high=0.70)
EVER = Target(low=0.0, above=True)
UNSURE = Target(low=0.60)
DICE = Target(high=0.35)


def life(found: Balance) -> Iterator[Measure]:
    """Yields what says whether the game is alive."""
    yield from _moves(found)
    cards = found.series.scenario.cards
    if cards:
        yield _least("drawn", "least drawn", {id: found.drawn(id) for id in cards}, EVER)
        yield _least("fired", "least happening when drawn", _played(found), EVER)
    yield from _certainty(found)
    yield from _dice(found)


def _moves(found: Balance) -> Iterator[Measure]:
    shares = {id: found.order(id) for id in found.series.scenario.moves}
    legal = {id: share for id, share in shares.items() if share.of}
    yield _least("least_given", "least given", legal, LEAST)
    most = max(legal, key=lambda id: legal[id].value, default="")
    yield Measure(
        section=SECTION,
        id="most_given",
        title="most given",
        found=of_share(legal[most]) if most else None,
        target=MOST,
        note=most,
    )
    never = [id for id in shares if id not in legal]
    count = float(len(never))
    yield Measure(
        section=SECTION,
        id="never_legal",
        title="never legal",
        found=Estimate(count, count, count, found.tally.games),
        scale=COUNT,
        note=", ".join(never),
    )


def _played(found: Balance) -> dict[str, Share]:
    shares = {id: found.played(id) for id in found.series.scenario.cards}
    return {id: share for id, share in shares.items() if share.of}


def _least(id: str, title: str, shares: dict[str, Share], target: Target) -> Measure:
    least = min(shares, key=lambda id: shares[id].value, default="")
    return Measure(
        section=SECTION,
        id=id,
        title=title,
        found=of_share(shares[least]) if least else None,
        target=target,
        note=least,
    )


def _certainty(found: Balance) -> Iterator[Measure]:
    games = found.studies.of("certainty")
    for name, title, target in (
        ("win", "no sure winner before turn 6", UNSURE),
        ("lead", "nobody sure of the highest score, alone or not", None),
        ("achieve", "nobody sure to achieve before turn 6", None),
    ):
        unsure = sum(getattr(game, name) == 0 for game in games)
        yield Measure(
            section=SECTION,
            id=f"unsure.{name}",
            title=title,
            found=of_share(wilson(unsure, len(games))),
            target=target,
            study="certainty",
        )


def _dice(found: Balance) -> Iterator[Measure]:
    games = found.studies.of("dice")
    yield Measure(
        section=SECTION,
        id="dice",
        title="variance of scores dice explain, as they fall",
        found=dice_share(games),
        target=DICE,
        study="dice",
    )
    yield Measure(
        section=SECTION,
        id="dice_slope",
        title="points scored for each that dice gave",
        found=dice_slope(games),
        scale=COUNT,
        study="dice",
    )
