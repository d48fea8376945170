"""Luck: how much of the spread of scores the dice explain, at the moments at which they fall.

While dice fall, a team's expected score moves. In games whose expectations are true those moves,
and those at every other moment, are a martingale's differences: their squares add up to the
variance of the final scores (Doob's decomposition; DIVAT and AIVAT judge hands of poker by it), and
what the dice's own come to is their part of it. Expectations are reckoned by playing on, which is
no true one of other bots' games. But dice are fair: whatever the yardstick, what they do to it is 0
on average and goes with nothing before. So it is held against what came of it: the dice's part is
the covariance of their moves with the final scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from attrs import frozen

from wargame.analysis.ahead import DOCTRINE, futures, seeds
from wargame.analysis.estimate import Estimate, Squares, ratio
from wargame.bots.match import Fall, MatchResult
from wargame.kernel.program import Program
from wargame.kernel.setup import State

PLAYED_ON = 16
"""How often a state is played on for each of two estimates."""


@frozen
class Luck:
    """Is what dice did in a game, over all falls and teams, and what the teams scored.

    `moved` sums the squares of how far a fall moved an expected score; `followed` the products of
    that with how far the score came out from what had been expected before the fall.
    """

    moved: float
    followed: float
    scores: tuple[int, ...]


def luck(program: Program, game: MatchResult, random: Random, *, deals: bool) -> Luck:
    """Returns what dice did in a game that was played with deals, or without."""
    moved = followed = 0.0
    scores = tuple(game.scores.values())
    for fall in game.falls:
        # two estimates, of which one is multiplied with the other: their errors share nothing
        first = _reckoned(program, fall, seeds(random, PLAYED_ON), deals=deals)
        second = _reckoned(program, fall, seeds(random, PLAYED_ON), deals=deals)
        for (from_1, to_1), (from_2, to_2), score in zip(first, second, scores, strict=True):
            moved += (to_1 - from_1) * (to_2 - from_2)
            followed += (to_1 - from_1) * (score - from_2) / 2
            followed += (to_2 - from_2) * (score - from_1) / 2
    return Luck(moved, followed, scores)


def _reckoned(
    program: Program, fall: Fall, chance: Sequence[int], *, deals: bool
) -> list[tuple[float, float]]:
    """Returns each team's expected score before and after a fall.

    With the same chance for both, so that they differ by little but what the dice have changed.
    """
    before = _expected(program, fall.before, chance, deals=deals)
    after = _expected(program, fall.after, chance, deals=deals)
    return list(zip(before, after, strict=True))


def _expected(
    program: Program, state: State, chance: Sequence[int], *, deals: bool
) -> tuple[float, ...]:
    bots = dict.fromkeys(program.teams, DOCTRINE)
    finals = futures(program, state, chance, bots=bots, deals=deals)
    by_team = zip(*(final.scores for final in finals), strict=True)
    return tuple(sum(scores) / len(chance) for scores in by_team)


def dice_share(games: Sequence[Luck]) -> Estimate | None:
    """Returns the share of the variance of scores that dice explain as they fall, over all teams.

    Scores that are all alike have no variance to explain.
    """
    return _ratio([game.followed for game in games], _spreads(games))


def dice_slope(games: Sequence[Luck]) -> Estimate | None:
    """Returns how many points of score came of each point by which dice moved expectations.

    It is 1 where games go on as playing on expects.
    """
    return _ratio([game.followed for game in games], [game.moved for game in games])


def _spreads(games: Sequence[Luck]) -> list[float]:
    """Returns each game's part of the variance of scores, each team about its own mean."""
    count = len(games)
    means = [sum(team) / count for team in zip(*(game.scores for game in games), strict=True)]
    squares = (
        sum((score - mean) ** 2 for score, mean in zip(game.scores, means, strict=True))
        for game in games
    )
    # the means are the games' own, which takes one game's worth of spread away
    return [square * count / max(1, count - 1) for square in squares]


def _ratio(parts: list[float], wholes: list[float]) -> Estimate | None:
    whole = sum(wholes)
    # errors can bring a small variance below 0, and nothing is to be divided by that
    if whole <= 0:
        return None
    return ratio(sum(parts), whole, Squares.of(list(zip(parts, wholes, strict=True))), len(parts))
