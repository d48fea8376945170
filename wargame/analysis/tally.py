"""Tally: what is counted over many games. Tallies add up in any order."""

from __future__ import annotations

from collections import Counter
from statistics import median

from attrs import define, field

from wargame.analysis.estimate import Squares, clustered
from wargame.analysis.intervals import Share
from wargame.analysis.wants import wants_of
from wargame.bots.match import MatchResult
from wargame.kernel.program import Program

AT_END = 0
"""Stands for the turn after which a game was over, whichever it was."""


@define
class Tally:
    """Is the count over some games.

    Keys are ids; `points` sums scores by team, `together` counts games by how many teams achieved,
    `choices` counts team turns by how many orders were legal, `used` games in which an order was
    given. `board` counts where each number on the board stood at the end of each turn, and of the
    game (AT_END). `budget`, `wanted` and `open` sum points by team: what it had, and the cost of
    what it wanted and of what it did not refuse. `squares` is what intervals of ratios are made of.
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
    used: Counter[str] = field(factory=Counter)
    drawn: Counter[str] = field(factory=Counter)
    played: Counter[str] = field(factory=Counter)
    choices: Counter[int] = field(factory=Counter)
    deals: Counter[str] = field(factory=Counter)
    board: Counter[tuple[str, int, int]] = field(factory=Counter)
    budget: Counter[str] = field(factory=Counter)
    wanted: Counter[str] = field(factory=Counter)
    open: Counter[str] = field(factory=Counter)
    squares: Counter[tuple[str, str, str]] = field(factory=Counter)

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
        self._add_orders(game)
        self._add_wants(program, game)
        self._add_board(program, game)
        self.drawn.update(game.drawn)
        self.played.update(game.played)
        self.deals.update(
            offered=game.offered, accepted=game.accepted, kept=game.kept, broken=game.broken
        )
        self._square(("deals", "accepted"), game.accepted, game.offered)
        self._square(("deals", "broken"), game.broken, game.kept + game.broken)

    def _add_orders(self, game: MatchResult) -> None:
        legal: Counter[str] = Counter()
        ordered: Counter[str] = Counter()
        for turn in game.turns:
            self.choices[len(turn.legal)] += 1
            legal.update(turn.legal)
            ordered.update(turn.orders)
        self.legal.update(legal)
        self.ordered.update(ordered)
        self.used.update(ordered.keys())
        for id, turns in legal.items():
            self._square(("order", id), ordered[id], turns)

    def _add_wants(self, program: Program, game: MatchResult) -> None:
        budget = cost = most = 0
        for turn in game.turns:
            wants = wants_of(program, turn)
            self.budget[turn.team] += wants.budget
            self.wanted[turn.team] += wants.cost
            self.open[turn.team] += wants.most
            budget += wants.budget
            cost += wants.cost
            most += wants.most
        self._square(("budget", "wanted"), budget, cost)
        self._square(("budget", "open"), budget, most)

    def _add_board(self, program: Program, game: MatchResult) -> None:
        at = program.layout["TURN"]
        # what has texts is a ladder or a flag
        numbers = [(slot, name) for slot, (name, texts) in program.board.items() if not texts]
        self.board.update((name, AT_END, game.state[slot]) for slot, name in numbers)
        for state in game.ends:
            turn = state[at]
            self.board.update((name, turn, state[slot]) for slot, name in numbers)

    def _square(self, ratio: tuple[str, str], part: int, whole: int) -> None:
        self.squares[*ratio, "part"] += part * part
        self.squares[*ratio, "both"] += part * whole
        self.squares[*ratio, "whole"] += whole * whole

    def squares_of(self, *ratio: str) -> Squares:
        """Returns the sums over games of a ratio's squares and products."""
        kind, name = ratio
        return Squares(*(self.squares[kind, name, of] for of in ("part", "both", "whole")))

    def order(self, id: str) -> Share:
        """Returns in which share of the turns in which it was legal an order was given."""
        return clustered(self.ordered[id], self.legal[id], self.squares_of("order", id))

    def accepted(self) -> Share:
        """Returns which share of the deals offered was struck."""
        deals = self.deals
        return clustered(deals["accepted"], deals["offered"], self.squares_of("deals", "accepted"))

    def broken(self) -> Share:
        """Returns which share of the promises that were judged had been broken."""
        judged = self.deals["kept"] + self.deals["broken"]
        return clustered(self.deals["broken"], judged, self.squares_of("deals", "broken"))

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
