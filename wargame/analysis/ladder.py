"""The ladder: whether each stronger player beats three of the next weaker.

One stronger player sits among weaker ones; every seat is played in turn with the same seeds, so
that neither luck nor a good seat is taken for strength. The number of games is fixed beforehand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from math import sqrt
from random import Random
from typing import Any

from attrs import frozen

from wargame.analysis.intervals import Z
from wargame.bots import make
from wargame.bots.match import play_match
from wargame.bots.roster import LEVELS
from wargame.errors import UsageInvalid
from wargame.kernel.program import Program, build
from wargame.kernel.setup import Setup
from wargame.language import tr
from wargame.scenario.model import Scenario
from wargame.text import clean

Progress = Callable[[int], None]
"""Is told how many games have been played so far."""


@frozen
class Rung:
    """Is a pairing: one `stronger` bot against `weaker` ones in all other seats.

    `wanted` is the share of wins that the lower bound (or, if `flat`, the share itself) must reach;
    0 stands for an even share. It is played `times` as many games as others: a small difference
    takes more of them to show.
    """

    stronger: str
    weaker: str
    wanted: float = 0.0
    flat: bool = False
    times: int = 1


LADDER = (
    Rung("best", "random", 0.85, flat=True),
    Rung("best", "doctrine", 0.60, flat=True),
    Rung("easy", "random"),
    *(Rung(high, low) for low, high in zip(tuple(LEVELS), tuple(LEVELS)[1:], strict=False)),
    *(
        Rung(f"search:{16 << k + 1}", f"search:{16 << k}", times=times)
        for k, times in enumerate((4, 4, 4, 8, 8))
    ),
)
"""The pairings that show what levels and budgets are worth: levels, then five doublings.

The last of these are worth least and cost most.
"""


def pairing(text: str) -> Rung:
    """Reads `STRONGER,WEAKER`; where the ladder has that pairing, its target comes with it.

    Raises:
        UsageInvalid: there are not two names.
        BotUnknown: there is no bot of that name.
    """
    names = tuple(part.strip() for part in text.split(","))
    if len(names) != 2:
        raise UsageInvalid(
            tr("'{text}' is no pairing", text=clean(text, limit=40)),
            remedy=tr("write STRONGER,WEAKER: hard,fair"),
        )
    for name in names:
        make(name, seed=0)
    stronger, weaker = names
    known = (rung for rung in LADDER if (rung.stronger, rung.weaker) == names)
    return next(known, Rung(stronger, weaker))


@frozen
class Standing:
    """Is how a pairing came out: the stronger player's share of wins with its 95 percent interval.

    Who shares the highest score with others has an equal part of the win. The interval is over
    seeds, each of them played once from every seat.
    """

    rung: Rung
    games: int
    share: float
    low: float
    high: float
    even: float

    @property
    def is_met(self) -> bool:
        """Whether the pairing shows what it should."""
        if self.rung.flat:
            return self.share >= self.rung.wanted
        return self.low > self.even

    def to_json(self) -> dict[str, Any]:
        """Returns the standing for a JSON document."""
        return {
            "stronger": self.rung.stronger,
            "weaker": self.rung.weaker,
            "games": self.games,
            "share": round(self.share, 4),
            "low": round(self.low, 4),
            "high": round(self.high, 4),
            "wanted": self.rung.wanted or round(self.even, 4),
            "met": self.is_met,
        }


def climb(
    scenario: Scenario,
    rung: Rung,
    *,
    games: int,
    seed: int = 0,
    jobs: int = 1,
    deals: bool = True,
    progress: Progress | None = None,
) -> Standing:
    """Plays a pairing: `games` games, rounded up to whole rounds of all seats.

    Raises:
        UsageInvalid: fewer than two rounds are asked for, or a budget cannot be used.
        BotUnknown: there is no bot of that name.
    """
    program = build(scenario)
    seats = len(program.teams)
    rounds = -(-games // seats)
    if rounds < 2:
        raise UsageInvalid(
            tr("{number} games are too few", number=games),
            remedy=tr("play {number} or more: two rounds of all seats", number=2 * seats),
        )
    for name in (rung.stronger, rung.weaker):
        make(name, seed=0)
    wins: list[float] = []

    def play(number: int) -> float:
        return sum(_win(program, rung, seed, number, seat, deals) for seat in range(seats)) / seats

    # native playouts leave the lock of Python to the other threads
    pool = ThreadPoolExecutor(jobs)
    try:
        for won in pool.map(play, range(rounds)):
            wins.append(won)
            if progress:
                progress(len(wins) * seats)
    finally:
        pool.shutdown(cancel_futures=True)
    return _standing(rung, wins, seats)


def _win(program: Program, rung: Rung, seed: int, number: int, seat: int, deals: bool) -> float:
    """Returns the part of the win that the stronger player has in one game."""
    random = Random(f"ladder {seed} {number}")
    setup = Setup(seed=random.getrandbits(64))
    bots = {
        team: make(rung.stronger if place == seat else rung.weaker, seed=random.getrandbits(32))
        for place, team in enumerate(program.teams)
    }
    scores = tuple(play_match(program, setup, bots, talk=deals).scores.values())
    highest = max(scores)
    return (scores[seat] == highest) / scores.count(highest)


def _standing(rung: Rung, wins: Sequence[float], seats: int) -> Standing:
    count = len(wins)
    share = sum(wins) / count
    spread = Z * sqrt(sum((won - share) ** 2 for won in wins) / (count - 1) / count)
    return Standing(
        rung=rung,
        games=count * seats,
        share=share,
        low=max(0.0, share - spread),
        high=min(1.0, share + spread),
        even=1 / seats,
    )
