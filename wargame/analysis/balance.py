"""Balance: how a scenario comes out when bots play it many times."""

from __future__ import annotations

from collections.abc import Mapping
from time import perf_counter
from typing import Any

from attrs import field, frozen

from wargame.analysis.balance_json import balance_json
from wargame.analysis.games import Progress, Series, play_series, require_some
from wargame.analysis.intervals import Share, wilson
from wargame.analysis.lineup import lineup
from wargame.analysis.measures import Measure, measures
from wargame.analysis.sensitivity import Sensitivity
from wargame.analysis.spread import Spread, spreads
from wargame.analysis.study import Studies
from wargame.analysis.tally import Tally
from wargame.scenario.model import Scenario


def balance(
    scenario: Scenario,
    *,
    games: int,
    bots: str = "doctrine",
    seed: int = 0,
    jobs: int = 1,
    deals: bool = True,
    preset: str = "",
    off: tuple[str, ...] = (),
    progress: Progress | None = None,
) -> Balance:
    """Plays `games` games between bots and returns what came of them.

    `bots` is one name for all teams or `TEAM=NAME,...`. Without `deals` nobody talks, and bots that
    are random or follow their doctrine are played by the program itself, some ten times as fast
    (cards' questions are then answered by chance). The same seed gives the same games, whatever
    `jobs`. Ctrl+C keeps the games that are over.

    Raises:
        UsageInvalid: a number, a team, the preset or a switch cannot be used.
        BotUnknown: there is no bot of that name.
    """
    require_some(games=games, jobs=jobs)
    series = Series(
        scenario=scenario,
        games=games,
        bots=lineup(scenario, bots),
        seed=seed,
        deals=deals,
        preset=preset,
        off=off,
    )
    start = perf_counter()
    tally = play_series(series, jobs=jobs, progress=progress)
    return Balance(series, tally, perf_counter() - start, is_cut=tally.games < games)


@frozen
class Balance:
    """Is what came of a series of games; `seconds` is how long they took.

    What was looked at beyond that, if it was: `random_seats` are series with a random player in
    that team's seat, `no_deals` one in which nobody talks, `studies` games looked at hard. It
    `is_cut` where Ctrl+C ended something early.
    """

    series: Series
    tally: Tally
    seconds: float = field(eq=False)
    random_seats: Mapping[str, Tally] = field(factory=dict)
    no_deals: Tally | None = None
    studies: Studies = field(factory=Studies)
    sensitivity: Sensitivity | None = None
    is_cut: bool = False

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures of a good scenario, met and missed."""
        return measures(self)

    @property
    def agendas_by_team(self) -> dict[str, tuple[str, ...]]:
        """The agendas of each team that has any."""
        scenario = self.series.scenario
        held = {
            team: tuple(id for id, agenda in scenario.agendas.items() if agenda.by == team)
            for team in scenario.teams
        }
        return {team: agendas for team, agendas in held.items() if agendas}

    @property
    def spreads(self) -> tuple[Spread, ...]:
        """How the tracks spread, in the author's order."""
        return spreads(self.series.scenario, self.tally)

    def used(self, id: str) -> Share:
        """Returns in which share of games an order was given at least once."""
        return wilson(self.tally.used[id], self.tally.games)

    def ending(self, id: str) -> Share:
        """Returns in which share of games that ending was reached."""
        return wilson(self.tally.endings[id], self.tally.games)

    def agenda(self, id: str) -> Share:
        """Returns in which share of the games in which it was dealt an agenda was achieved."""
        return wilson(self.tally.achieved[id], self.tally.dealt[id])

    def order(self, id: str) -> Share:
        """Returns in which share of the turns in which it was legal an order was given."""
        return self.tally.order(id)

    def drawn(self, id: str) -> Share:
        """Returns in which share of games a card left its pile."""
        return wilson(self.tally.drawn[id], self.tally.games)

    def played(self, id: str) -> Share:
        """Returns in which share of the games in which it was drawn a card happened."""
        return wilson(self.tally.played[id], self.tally.drawn[id])

    def highest(self, team: str) -> Share:
        """Returns in which share of games no team scored more than this one."""
        return wilson(self.tally.highest[team], self.tally.games)

    def mean_score(self, team: str) -> float:
        """Returns a team's mean score."""
        return self.tally.points[team] / self.tally.games

    def together(self, least: int, most: int) -> Share:
        """Returns in which share of games `least` to `most` teams achieved their aims."""
        count = sum(self.tally.together[number] for number in range(least, most + 1))
        return wilson(count, self.tally.games)

    def accepted(self) -> Share:
        """Returns which share of the deals offered was struck."""
        return self.tally.accepted()

    def broken(self) -> Share:
        """Returns which share of the promises that were judged had been broken."""
        return self.tally.broken()

    def to_json(self) -> dict[str, Any]:
        """Returns all of it as numbers, shares and lists, the same for the same seed."""
        return balance_json(self)

    @property
    def orders(self) -> tuple[str, ...]:
        """The ids of all moves, then of all hand cards."""
        scenario = self.series.scenario
        hands = (id for id, card in scenario.cards.items() if scenario.decks[card.deck].to)
        return (*scenario.moves, *hands)
