"""Finals: how the scores may spread at the end of a game under way, for what a seat sees."""

from __future__ import annotations

from collections import Counter
from random import Random

from attrs import frozen

from wargame.analysis.ahead import play_on, seeds
from wargame.analysis.coaching import GoOn
from wargame.analysis.spread import quantile
from wargame.bots.beliefs import beliefs
from wargame.bots.standpoint import Standpoint
from wargame.kernel.resample import resample
from wargame.kernel.sight import Glimpse
from wargame.kernel.view import FACILITATOR

GAMES = 256
"""Games that a spread is made of."""


@frozen
class Final:
    """Is how often a team ended with each score: `counts` from 0 up."""

    title: str
    counts: tuple[int, ...]

    @property
    def mean(self) -> float:
        """The mean of the scores."""
        games = sum(self.counts)
        return sum(score * count for score, count in enumerate(self.counts)) / games

    @property
    def half(self) -> tuple[int, int]:
        """The scores between which the middle half of the games lies."""
        found = Counter(dict(enumerate(self.counts)))
        return quantile(found, 0.25), quantile(found, 0.75)


def finals(
    seen: Glimpse, *, games: int = GAMES, most: int = 10, go_on: GoOn | None = None
) -> tuple[Final, ...]:
    """Returns each team's final scores over so many games, the same for the same glimpse.

    Each is played on from a world of its own that agrees with what the seat sees, everybody by
    their doctrine. None at all if `go_on` has said no.
    """
    program, random = seen.program, Random(0)
    known = None
    if seen.seat in program.teams:
        here = Standpoint.of(seen, 0)
        random, known = here.random, beliefs(here)
    counts = [Counter[int]() for _ in program.teams]
    for number in range(games):
        if go_on is not None and not go_on(number, games):
            return ()
        is_known = seen.seat == FACILITATOR
        state = list(seen.slots) if is_known else resample(seen, random, known)
        for scores, score in zip(
            counts, play_on(program, state, seeds(random, 1))[0].scores, strict=True
        ):
            scores[score] += 1
    return tuple(
        Final(team.title, tuple(scores[score] for score in range(most + 1)))
        for team, scores in zip(program.scenario.teams.values(), counts, strict=True)
    )
