"""Luck: how much of the spread of scores the dice explain.

Each game is played again with everything as it was but the dice: the same agendas, cards and bots.
What its scores then still differ by is the dice's doing, with all that follows from them; what
games differ by beyond that is not. (In the terms of sensitivity analysis: the dice's total effect.)
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from wargame.analysis.estimate import Estimate
from wargame.analysis.games import Series, play_game
from wargame.bots.match import MatchResult
from wargame.kernel.program import Program

REPLAYS = 3
"""How often a game is played again."""
RESAMPLES = 1000

Scores = tuple[tuple[int, ...], ...]
"""The scores of a game and of its replays: each team's, in each."""


def replay_scores(
    program: Program, series: Series, number: int, game: MatchResult, random: Random
) -> Scores:
    """Returns the scores of a game and of its replays with other dice."""
    replays = (
        play_game(program, series, number, dice=random.getrandbits(64)) for _ in range(REPLAYS)
    )
    return tuple(tuple(played.scores.values()) for played in (game, *replays))


def luck(games: Sequence[Scores]) -> Estimate | None:
    """Returns the share of the variance of scores that the dice explain, over all teams.

    One-way analysis of variance, games being the groups, with the teams' variances added up; the
    interval is the bootstrap's over games.
    """
    if len(games) < 2:
        return None
    parts = [_parts(game) for game in games]
    size = len(games[0])
    share = _explained(parts, size)
    random = Random(len(games))
    drawn = sorted(_explained(random.choices(parts, k=len(parts)), size) for _ in range(RESAMPLES))
    cut = round(0.025 * RESAMPLES)
    return Estimate(share, drawn[cut], drawn[-cut - 1], len(games))


def _parts(game: Scores) -> tuple[tuple[float, float], ...]:
    """Returns, for each team, its mean score in a game's replays and their squared deviations."""
    found = []
    for scores in zip(*game, strict=True):
        mean = sum(scores) / len(scores)
        found.append((mean, sum((score - mean) ** 2 for score in scores)))
    return tuple(found)


def _explained(parts: Sequence[tuple[tuple[float, float], ...]], size: int) -> float:
    groups = len(parts)
    within = between = 0.0
    for team in zip(*parts, strict=True):
        inside = sum(squares for _, squares in team) / (groups * (size - 1))
        grand = sum(mean for mean, _ in team) / groups
        spread = sum((mean - grand) ** 2 for mean, _ in team) / (groups - 1)
        within += inside
        between += max(0.0, spread - inside / size)
    total = within + between
    return within / total if total else 0.0
