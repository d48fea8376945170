"""Simulation: what came of very many games."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from wargame.analysis.games import Series
from wargame.analysis.intervals import Share, wilson
from wargame.analysis.mean import Mean, mean
from wargame.analysis.outcomes import Outcomes
from wargame.errors import WargameError

SCORES = range(11)
"""What a team can score in a checked scenario."""


@frozen(kw_only=True)
class Simulation:
    """Is what came of a series, and how it was played.

    `text` is the digest of the program's text; `fault` is what ended it early, if anything did;
    `by` and `where` say who played it. Two of one series are equal wherever they were played.
    """

    series: Series
    outcomes: Outcomes
    text: str = ""
    until: float = 0.0
    fault: WargameError | KeyboardInterrupt | None = field(default=None, eq=False)
    by: str = field(default="", eq=False)
    where: str = field(default="", eq=False)
    seconds: float = field(default=0.0, eq=False)

    def ending(self, id: str) -> Share:
        """Returns in which share of games that ending was reached."""
        return wilson(self.outcomes.endings[id], self.outcomes.games)

    def score(self, team: str) -> Mean:
        """Returns a team's mean score."""
        return mean(self._team(team))

    def scored(self, team: str, score: int) -> Share:
        """Returns in which share of games a team scored so much."""
        return wilson(self.outcomes.scores[team, score], self.outcomes.games)

    def achieved(self, team: str) -> Share:
        """Returns in which share of games a team achieved its aims."""
        return self._enough(self._team(team))

    def highest(self, team: str) -> Share:
        """Returns in which share of games no team scored more than this one."""
        return wilson(self.outcomes.highest[team], self.outcomes.games)

    def agenda_score(self, id: str) -> Mean:
        """Returns the mean score of the games in which an agenda was dealt."""
        return mean(self._agenda(id))

    def agenda_achieved(self, id: str) -> Share:
        """Returns in which share of the games in which it was dealt an agenda was achieved."""
        return self._enough(self._agenda(id))

    def together(self, teams: int) -> Share:
        """Returns in which share of games that many teams achieved their aims."""
        return wilson(self.outcomes.together[teams], self.outcomes.games)

    @property
    def widest(self) -> float:
        """Half the widest interval of the shares that say something."""
        return max((share.high - share.low) / 2 for share in self._shares() if share.of)

    @property
    def stopped(self) -> str:
        """Why fewer games than asked for were played; "" if all were."""
        if isinstance(self.fault, WargameError):
            return self.fault.code
        if self.fault is not None:
            return "interrupted"
        return "precise" if self.outcomes.games < self.series.games else ""

    @property
    def a_second(self) -> float:
        """How many games were played in a second."""
        return self.outcomes.games / max(self.seconds, 1e-9)

    def to_json(self) -> dict[str, Any]:
        """Returns all of it; but for `run`, the same for the same games."""
        scenario, series, outcomes = self.series.scenario, self.series, self.outcomes
        return {
            "scenario": scenario.id,
            "program_digest": self.text,
            "bots": dict(series.bots),
            "seed": series.seed,
            "deals_allowed": series.deals,
            "preset": series.preset,
            "off": list(series.off),
            "games_asked": series.games,
            "until": self.until or None,
            "games": outcomes.games,
            "stopped": self.stopped or None,
            "digest": f"{outcomes.digest:016x}",
            "endings": {id: self.ending(id).to_json() for id in scenario.endings},
            "teams": {
                id: {
                    "score": self.score(id).to_json(),
                    "scores": [outcomes.scores[id, score] for score in SCORES],
                    "achieved": self.achieved(id).to_json(),
                    "highest": self.highest(id).to_json(),
                }
                for id in scenario.teams
            },
            "agendas": {
                id: {
                    "team": agenda.by,
                    "score": self.agenda_score(id).to_json(),
                    "scores": [outcomes.agendas[id, score] for score in SCORES],
                    "achieved": self.agenda_achieved(id).to_json(),
                }
                for id, agenda in scenario.agendas.items()
            },
            "achieved_together": [
                self.together(teams).to_json() for teams in range(len(scenario.teams) + 1)
            ],
            "run": {
                "played_by": self.by,
                "where": self.where,
                "seconds": round(self.seconds, 3),
                "games_a_second": round(self.a_second, 1),
            },
        }

    def _team(self, team: str) -> Counter[int]:
        return Counter({score: self.outcomes.scores[team, score] for score in SCORES})

    def _agenda(self, id: str) -> Counter[int]:
        return Counter({score: self.outcomes.agendas[id, score] for score in SCORES})

    def _enough(self, counts: Counter[int]) -> Share:
        enough = self.series.scenario.about.achieved
        return wilson(sum(n for score, n in counts.items() if score >= enough), counts.total())

    def _shares(self) -> Iterator[Share]:
        scenario = self.series.scenario
        yield from map(self.ending, scenario.endings)
        yield from map(self.achieved, scenario.teams)
        yield from map(self.highest, scenario.teams)
        yield from map(self.agenda_achieved, scenario.agendas)
