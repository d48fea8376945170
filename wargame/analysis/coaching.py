"""Coaching: what a team could have ordered in a turn, and what each of it came to, played on.

Everything comes from what the seat saw: when it gave its orders, when it had given them, and now.
Each order is played on from the same worlds with the same chance, as in a quandary: all orders have
as many games, and what they differ by is far less a matter of luck than what they come to. A
search's own values would not do: it tries what it thinks little of two or three times.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import sqrt

from attrs import frozen

from wargame.analysis.ahead import play_on, seeds
from wargame.analysis.mean import student
from wargame.analysis.quandary import SEAL, ordered
from wargame.bots.beliefs import beliefs
from wargame.bots.standpoint import Standpoint
from wargame.kernel.program import Program
from wargame.kernel.resample import resample
from wargame.kernel.setup import State
from wargame.kernel.sight import Glimpse
from wargame.kernel.slots import HIDDEN
from wargame.kernel.views import see

PLAYOUTS = 1024
"""Games that a note is made of, shared out among the orders that were possible."""

LEAST = 16
"""Games of each order at least: below that the differences say nothing."""

LEANING = 1.25
"""An agenda is named if it is so many times as likely as if nothing were known."""

GoOn = Callable[[int, int], bool]
"""Is told how many games of how many are played, and says whether to go on."""


@frozen
class Moment:
    """Is one turn of a seat: what it saw before its first order, at the seal, and after the turn.

    `orders` are the ids of the moves and cards that it gave.
    """

    turn: int
    before: Glimpse
    sealed: Glimpse
    after: Glimpse
    orders: tuple[str, ...]


@frozen
class Worth:
    """Is what came of an order that was possible: the mean of the seat's own final score.

    `short` is by how much it falls short of the best, and `doubt` how far chance may have moved
    that (95 percent). An empty `order` is having given none.
    """

    order: str
    title: str
    given: bool
    mean: float
    short: float
    doubt: float

    @property
    def is_clearly_less(self) -> bool:
        """Whether it falls short of the best by more than chance makes of so many games."""
        return self.short > self.doubt


@frozen
class Leaning:
    """Is what a team seems to be after, from the orders that all could see: its likeliest agenda.

    `share` is how likely it is, 1 where it lies open; an empty `agenda` says that nothing is known.
    """

    team: str
    agenda: str
    share: float


@frozen
class Advice:
    """Is the coach's note on one turn; `worths` from the best, each a mean over `games` games.

    `lost` is what was left in each purse, by its title, beyond what its bank keeps.
    """

    turn: int
    games: int
    worths: tuple[Worth, ...]
    leanings: tuple[Leaning, ...]
    lost: tuple[tuple[str, int], ...]

    @property
    def given(self) -> tuple[Worth, ...]:
        """What was ordered, from the best."""
        return tuple(worth for worth in self.worths if worth.given)


def advise(moment: Moment, *, playouts: int = PLAYOUTS, go_on: GoOn | None = None) -> Advice | None:
    """Returns the note on a turn, the same for the same moment and playouts.

    None if `go_on` has said no; it is asked before each game.
    """
    here = Standpoint.of(moment.before, 0)
    program, scores = here.program, _Scores(here, moment.orders)
    orders = len(scores.running)
    worlds = max(LEAST, playouts // orders)
    for game in range(worlds * orders):
        if go_on is not None and not go_on(game, worlds * orders):
            return None
        scores.play(game)
    return Advice(
        moment.turn,
        worlds,
        tuple(sorted(scores.worths(), key=lambda worth: (worth.short, worth.order))),
        tuple(_leanings(moment.after)),
        tuple(_lost(program, moment.sealed)),
    )


class _Scores:
    """Plays each order that was possible on from one world after the other."""

    def __init__(self, here: Standpoint, given: tuple[str, ...]) -> None:
        """Begins with no game played."""
        program = here.program
        self.running = [*here.orders(), SEAL]
        self._here = here
        self._beliefs = beliefs(here)
        self._given = {program.order_number[id] for id in given} or {SEAL}
        self._scores: dict[int, list[int]] = {order: [] for order in self.running}
        self._world: State = []
        self._seed: list[int] = []

    def play(self, game: int) -> None:
        """Plays the game of that number: each world is played on once for each order."""
        here, number = self._here, game % len(self.running)
        if number == 0:
            self._world = resample(here.seen, here.random, self._beliefs)
            self._seed = seeds(here.random, 1)
        order = self.running[number]
        after = ordered(here.program, self._world, here.team, order)
        final = play_on(here.program, after, self._seed)[0]
        self._scores[order].append(final.scores[here.team])

    def worths(self) -> Iterator[Worth]:
        """Returns what each order has come to so far."""
        program = self._here.program
        best = max(self.running, key=lambda order: (sum(self._scores[order]), -order))
        for order in self.running:
            id = program.orders[order] if order != SEAL else ""
            played = self._scores[order]
            pairs = [b - s for b, s in zip(self._scores[best], played, strict=True)]
            yield Worth(
                order=id,
                title=program.order(id).title if id else "",
                given=order in self._given,
                mean=sum(played) / len(played),
                short=sum(pairs) / len(pairs),
                doubt=_doubt(pairs),
            )


def _doubt(pairs: list[int]) -> float:
    """Returns half the 95 percent interval of the mean of some differences."""
    count = len(pairs)
    mean = sum(pairs) / count
    squares = sum((pair - mean) ** 2 for pair in pairs)
    return student(count - 1) * sqrt(squares / (count - 1) / count)


def _leanings(seen: Glimpse) -> Iterator[Leaning]:
    """Returns what each of the others seems to be after."""
    program = seen.program
    weights, room = beliefs(Standpoint.of(seen, 0)), program.layout["ROOTS"]
    for number, team in enumerate(program.teams):
        ids = program.agendas[number]
        if team == seen.seat or not ids:
            continue
        title = program.scenario.teams[team].title
        open_one = seen.slots[program.layout["AGENDA"] + number]
        if open_one not in (HIDDEN, 0):
            yield Leaning(title, program.scenario.agendas[ids[open_one - 1]].title, 1.0)
            continue
        own = weights[number * room : number * room + len(ids)]
        share = max(own) / sum(own)
        known = len(ids) > 1 and share * len(ids) >= LEANING
        likeliest = program.scenario.agendas[ids[own.index(max(own))]].title
        yield Leaning(title, likeliest if known else "", share)


def _lost(program: Program, sealed: Glimpse) -> Iterator[tuple[str, int]]:
    """Returns what the seat left unspent beyond what its banks keep; a last turn keeps nothing."""
    view = see(sealed)
    for purse in view.team(sealed.seat).purses if view.turn < view.turns else ():
        if purse.left > purse.bank:
            yield purse.title, purse.left - purse.bank
