"""Certainty: how early in a game it is all but clear how it will come out for some team.

At the end of a turn a team is *sure* of something if it comes about in more than 85 in 100 games
that are played on from there by doctrine, with fresh chance. Where a glance at 40 games finds more
than 75 in 100, 200 further games decide: a lucky glance makes nobody sure.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from attrs import frozen

from wargame.analysis.ahead import Final, play_on, seeds
from wargame.bots.match import MatchResult
from wargame.kernel.node import turn_of
from wargame.kernel.program import Program

SURE = 0.85
BEFORE = 6
"""Turns up to this one, itself not counted, are looked at."""
GLANCE = 40
WORTH_A_LOOK = 0.75
LOOK = 200


@frozen
class Certainty:
    """Is the first turn at whose end some team was sure to win, and to achieve its aims; 0: none.

    To win is to have the highest score, alone or with others.
    """

    win: int
    achieve: int


def certainty(program: Program, game: MatchResult, random: Random) -> Certainty:
    """Returns how early a game was decided, as far as turns before `BEFORE` go."""
    win = achieve = 0
    for state in game.ends:
        turn = turn_of(program, state)
        if turn >= BEFORE or (win and achieve):
            break
        glance = play_on(program, state, seeds(random, GLANCE))
        look: list[Final] = []
        for what, known in ((_highest, win), (_achieved, achieve)):
            likely = _above(glance, what, WORTH_A_LOOK)
            if known or not likely:
                continue
            look = look or play_on(program, state, seeds(random, LOOK))
            if likely & _above(look, what, SURE):
                if what is _highest:
                    win = turn
                else:
                    achieve = turn
    return Certainty(win, achieve)


def _highest(final: Final) -> tuple[bool, ...]:
    return final.highest


def _achieved(final: Final) -> tuple[bool, ...]:
    return final.achieved


def _above(
    finals: Sequence[Final], what: Callable[[Final], tuple[bool, ...]], share: float
) -> set[int]:
    """Returns the teams for which something came about in more than that share of games."""
    counts = map(sum, zip(*map(what, finals), strict=True))
    return {team for team, count in enumerate(counts) if count > share * len(finals)}
