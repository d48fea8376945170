"""Appraisals: what each order and card is worth to each team, over the games looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from wargame.analysis.estimate import Estimate, ratio_of
from wargame.analysis.worth import Worth


@frozen
class Appraisal:
    """Is what a thing is worth, in points of score and in shares of achieving.

    The first of each is to the team that gives it, the others by team; None where too few games had
    it.
    """

    pairs: int
    scores: tuple[Estimate | None, ...]
    achieved: tuple[Estimate | None, ...]

    def to_json(self, teams: Sequence[str]) -> dict[str, Any]:
        """Returns the appraisal for a JSON document."""
        return {
            "pairs": self.pairs,
            **{
                name: {
                    who: estimate.to_json() if estimate else None
                    for who, estimate in zip(("giver", *teams), estimates, strict=True)
                }
                for name, estimates in (("score", self.scores), ("achieved", self.achieved))
            },
        }


def appraisals(games: Sequence[tuple[Worth, ...]]) -> dict[str, Appraisal]:
    """Returns what each order and card that was looked at is worth."""
    found: dict[str, list[Worth]] = {}
    for game in games:
        for worth in game:
            found.setdefault(worth.id, []).append(worth)
    return {id: _appraise(worths) for id, worths in found.items()}


def _appraise(worths: Sequence[Worth]) -> Appraisal:
    everybody = range(len(worths[0].scores))
    return Appraisal(
        sum(worth.pairs for worth in worths),
        tuple(ratio_of((worth.scores[who], worth.pairs) for worth in worths) for who in everybody),
        tuple(
            ratio_of((worth.achieved[who], worth.pairs) for worth in worths) for who in everybody
        ),
    )
