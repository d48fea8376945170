"""Spread: where the tracks stand, turn by turn and in the end, over many games."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from wargame.analysis.intervals import Share, wilson
from wargame.analysis.tally import AT_END, Tally
from wargame.scenario.model import Scenario

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)


@frozen
class Spread:
    """Is how one track spread: `turns` has its quantiles at the end of each turn, `end` in the end.

    `at_low` and `at_high` are the shares of games that ended with it at a bound.
    """

    name: str
    low: int
    high: int
    end: tuple[int, ...]
    turns: Mapping[int, tuple[int, ...]]
    at_low: Share
    at_high: Share

    def to_json(self) -> dict[str, Any]:
        """Returns the spread for a JSON document."""
        return {
            "low": self.low,
            "high": self.high,
            "quantiles": list(QUANTILES),
            "end": list(self.end),
            "turns": {str(turn): list(values) for turn, values in self.turns.items()},
            "at_low": self.at_low.to_json(),
            "at_high": self.at_high.to_json(),
        }


def spreads(scenario: Scenario, tally: Tally) -> tuple[Spread, ...]:
    """Returns how each track spread, in the author's order, tracks of each team one by one."""
    board: dict[str, dict[int, Counter[int]]] = {}
    for (name, turn, value), count in tally.board.items():
        board.setdefault(name, {}).setdefault(turn, Counter())[value] += count
    found = []
    for id, track in scenario.tracks.items():
        for name in [f"{team}.{id}" for team in scenario.teams] if track.each else [id]:
            counts = board[name]
            end = counts.pop(AT_END)
            found.append(
                Spread(
                    name,
                    track.low,
                    track.high,
                    quantiles(end),
                    {turn: quantiles(counts[turn]) for turn in sorted(counts)},
                    wilson(end[track.low], end.total()),
                    wilson(end[track.high], end.total()),
                )
            )
    return tuple(found)


def quantiles(counts: Counter[int]) -> tuple[int, ...]:
    """Returns the values below or at which those shares of the cases lie."""
    return tuple(quantile(counts, share) for share in QUANTILES)


def quantile(counts: Counter[int], share: float) -> int:
    """Returns the least value at or below which that share of the cases lies."""
    left = share * counts.total()
    for value in sorted(counts):
        left -= counts[value]
        if left <= 0:
            return value
    return max(counts)
