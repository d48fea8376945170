"""Tally: what is counted over many games. Tallies add up in any order."""

from __future__ import annotations

from collections import Counter
from statistics import median

from attrs import define, field

from wargame.bots.match import MatchResult
from wargame.kernel.program import Program


@define
class Tally:
    """Is the count over some games.

    Keys are ids; `points` sums scores by team, `together` counts games by how many teams achieved,
    `choices` counts team turns by how many orders were legal.
    """

    games: int = 0
    endings: Counter[str] = field(factory=Counter)
    dealt: Counter[str] = field(factory=Counter)
    achieved: Counter[str] = field(factory=Counter)
    points: Counter[str] = field(factory=Counter)
    agenda_points: Counter[str] = field(factory=Counter)
    highest: Counter[str] = field(factory=Counter)
    together: Counter[int] = field(factory=Counter)
    legal: Counter[str] = field(factory=Counter)
    ordered: Counter[str] = field(factory=Counter)
    drawn: Counter[str] = field(factory=Counter)
    played: Counter[str] = field(factory=Counter)
    choices: Counter[int] = field(factory=Counter)
    deals: Counter[str] = field(factory=Counter)

    def add(self, program: Program, game: MatchResult) -> None:
        """Counts one game."""
        enough = program.scenario.about.achieved
        winners = [team for team, score in game.scores.items() if score >= enough]
        top = max(game.scores.values())
        self.games += 1
        self.endings[game.ending] += 1
        self.together[len(winners)] += 1
        for team, score in game.scores.items():
            agenda = game.agendas[team]
            self.points[team] += score
            self.dealt[agenda] += 1
            self.agenda_points[agenda] += score
            self.achieved[agenda] += team in winners
            self.highest[team] += score == top
        for turn in game.turns:
            self.choices[len(turn.legal)] += 1
            self.legal.update(turn.legal)
            self.ordered.update(turn.orders)
        self.drawn.update(game.drawn)
        self.played.update(game.played)
        self.deals.update(
            offered=game.offered, accepted=game.accepted, kept=game.kept, broken=game.broken
        )

    def merge(self, other: Tally) -> None:
        """Adds another tally to this one."""
        self.games += other.games
        for name in COUNTERS:
            getattr(self, name).update(getattr(other, name))

    def median_choices(self) -> float:
        """Returns how many orders a team could choose from in the median turn."""
        return float(median(self.choices.elements())) if self.choices else 0.0


COUNTERS = tuple(name for name in Tally.__slots__ if name not in ("games", "__weakref__"))
"""The names of what a tally counts by id."""
