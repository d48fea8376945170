"""Certainty: how early in a game it is all but clear how it will come out for some team.

At the end of a turn a team is *sure* of something if it comes about in more than 85 in 100 games
that are played on from there with fresh chance, by bots like the game's own: who is sure with
others is not with them. Where a glance at 40 games finds more than 75 in 100, 200 further games
decide: a lucky glance makes nobody sure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from random import Random

from attrs import frozen

from wargame.analysis.ahead import Final, futures, seeds
from wargame.bots.match import MatchResult
from wargame.kernel.node import turn_of
from wargame.kernel.program import Program

SURE = 0.85
BEFORE = 6
"""Turns up to this one, itself not counted, are looked at."""
GLANCE = 40
WORTH_A_LOOK = 0.75
LOOK = 200

COMES: Mapping[str, Callable[[Final, int], float]] = {
    # as on the ladder, who shares the highest score with others has an equal part of the win
    "win": lambda final, team: final.highest[team] / sum(final.highest),
    "lead": lambda final, team: final.highest[team],
    "achieve": lambda final, team: final.achieved[team],
}
"""What a team can be sure of, and how far it comes about for it in a game: from 0 to 1."""

Hope = tuple[str, int]
"""Something that a team, by its number, can be sure of."""


@frozen
class Certainty:
    """Is the first turn at whose end some team was sure of something; 0: none.

    To win is to have the highest score, shared where it is shared; to lead, to have it alone or
    with others; to achieve, to achieve its aims.
    """

    win: int
    lead: int
    achieve: int


def certainty(
    program: Program,
    game: MatchResult,
    random: Random,
    *,
    bots: Mapping[str, str],
    deals: bool,
) -> Certainty:
    """Returns how early a game was decided if those bots go on, before the turn `BEFORE`."""
    found = dict.fromkeys(COMES, 0)
    teams = range(len(program.teams))
    for state in game.ends:
        turn = turn_of(program, state)
        if turn >= BEFORE:
            break
        hopes = {(aim, team) for aim, since in found.items() if not since for team in teams}
        for count, share in ((GLANCE, WORTH_A_LOOK), (LOOK, SURE)):
            if hopes:
                finals = futures(program, state, seeds(random, count), bots=bots, deals=deals)
                hopes = _likely(finals, hopes, count, share)
        found.update((aim, turn) for aim, _ in hopes)
    return Certainty(**found)


def _likely(finals: Iterable[Final], hopes: set[Hope], count: int, share: float) -> set[Hope]:
    """Returns the hopes that came true in more than that share of so many games.

    No more games are played once none can.
    """
    lost = dict.fromkeys(hopes, 0.0)
    too_many = count * (1 - share) - 1e-9  # as floats have it, thirds of a win included
    for final in finals:
        for aim, team in list(lost):
            lost[aim, team] += 1 - COMES[aim](final, team)
            if lost[aim, team] >= too_many:
                del lost[aim, team]
        if not lost:
            break
    return set(lost)
