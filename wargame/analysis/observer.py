"""The observer: what somebody who sees no secrets can tell of agendas from the orders revealed.

It knows the rules, the public board and how often teams with each agenda gave each order in other
games. To it a team that may choose among some orders picks each in proportion to how often its
agenda does; Bayes' rule does the rest. Deals and talk, which are not public, tell it nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import exp, log

from attrs import define, field, frozen

from wargame.analysis.wants import orders_of
from wargame.bots.match import MatchResult, TeamTurn
from wargame.kernel.program import Program
from wargame.kernel.sight import glimpse, imagine
from wargame.kernel.view import PUBLIC

PASS = ""
"""Stands for the order that a team did not give though it could have given one more."""
PRIOR = 8.0
"""How many turns' worth the coarser frequency counts for where the finer is estimated."""
LEAST = 1e-3
"""No order that is open is rarer than this: what was never seen is not impossible."""


@frozen
class Showing:
    """Is what everybody sees of one team's turn: what it seemed free to give, and what it gave."""

    turn: int
    team: str
    open: tuple[str, ...]
    given: tuple[str, ...]


@frozen
class Trail:
    """Is all that everybody saw of a game, with the agendas that it was about."""

    agendas: Mapping[str, str]
    showings: tuple[Showing, ...]


def trail_of(program: Program, game: MatchResult) -> Trail:
    """Returns what everybody saw of a game."""
    return Trail(game.agendas, tuple(_showing(program, turn) for turn in game.turns))


def _showing(program: Program, turn: TeamTurn) -> Showing:
    """Returns a team's turn as everybody sees it; any card not yet played may be in its hand."""
    run, layout = program.run, program.layout
    public = imagine(glimpse(program, turn.state, PUBLIC))
    open = tuple(
        program.orders[order]
        for order, card in orders_of(program, program.teams.index(turn.team))
        if (card < 0 or public[layout["PLACE"] + card] != layout["OUT"])
        and run.needs(public, order) > 0
    )
    given = turn.orders
    if len(given) < layout["PER_TEAM"]:
        given = (*given, PASS)
    # what it gave was open to it, whatever it seemed
    return Showing(turn.turn, turn.team, (*dict.fromkeys((*open, *turn.orders, PASS)),), given)


@define
class Observer:
    """Has watched games to their ends, when agendas are shown, and reads others by them."""

    agendas: Mapping[str, tuple[str, ...]]
    _open: Counter[tuple[str, ...]] = field(factory=Counter)
    _given: Counter[tuple[str, ...]] = field(factory=Counter)

    def learn(self, trails: Iterable[Trail]) -> None:
        """Counts what teams did, by order, by agenda, and by agenda and turn."""
        for trail in trails:
            for showing in trail.showings:
                agenda, turn = trail.agendas[showing.team], str(showing.turn)
                for ids, counts in ((showing.open, self._open), (showing.given, self._given)):
                    for id in ids:
                        counts.update(((id,), (id, agenda), (id, agenda, turn)))

    def frequency(self, id: str, agenda: str, turn: int) -> float:
        """Returns how often a team with that agenda gives an open order in that turn.

        Few cases are eked out by the agenda's other turns, and those by the other agendas.
        """
        rate = 0.5
        for key in ((id,), (id, agenda), (id, agenda, str(turn))):
            rate = (self._given[key] + PRIOR * rate) / (self._open[key] + PRIOR)
        return max(LEAST, rate)

    def likelihood(self, showing: Showing, agenda: str) -> float:
        """Returns the logarithm of how likely an agenda would have made what a team gave."""
        rates = {id: self.frequency(id, agenda, showing.turn) for id in showing.open}
        left, found = sum(rates.values()), 0.0
        for id in showing.given:
            found += log(rates[id] / left)
            left -= rates[id]
        return found

    def read(self, trail: Trail) -> tuple[dict[int, float], ...]:
        """Returns for each team the probability of its true agenda: by turn, 0 being the start."""
        found = []
        for team, agendas in self.agendas.items():
            logs = dict.fromkeys(agendas, 0.0)
            truth = {0: _probability(logs, trail.agendas[team])}
            for showing in trail.showings:
                if showing.team == team:
                    for agenda in agendas:
                        logs[agenda] += self.likelihood(showing, agenda)
                    truth[showing.turn] = _probability(logs, trail.agendas[team])
            found.append(truth)
        return tuple(found)


def _probability(logs: Mapping[str, float], id: str) -> float:
    most = max(logs.values())
    weights = {agenda: exp(value - most) for agenda, value in logs.items()}
    return weights[id] / sum(weights.values())


def readings(
    teams: Mapping[str, tuple[str, ...]], trails: Sequence[Trail]
) -> list[tuple[dict[int, float], ...]]:
    """Returns what an observer reads in each game, having watched none of those that it reads.

    `teams` has each team's agendas. Games are read by one who has watched every second game, the
    others.
    """
    observers = []
    for half in (0, 1):
        observer = Observer(teams)
        observer.learn(trails[1 - half :: 2])
        observers.append(observer)
    return [observers[i % 2].read(trail) for i, trail in enumerate(trails)]


def mean_after(reading: tuple[dict[int, float], ...], turn: int | None) -> float:
    """Returns the mean over teams of the true agenda's probability after a turn; None: the last.

    A game that was over before is read at its end.
    """
    values = [truth[max(t for t in truth if turn is None or t <= turn)] for truth in reading]
    return sum(values) / len(values)
