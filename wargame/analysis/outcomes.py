"""Outcomes: how games ended and what each team scored. Outcomes add up in any order."""

from __future__ import annotations

from array import array
from collections import Counter
from operator import eq

from attrs import field, frozen

from wargame.kernel.program import Program

WORD = 2**64


@frozen
class Outcomes:
    """Is the count over some games.

    `scores` counts (team, score), `agendas` (agenda, score), `highest` the games in which nobody
    scored more than a team, `together` games by how many teams achieved. `digest` is the sum of
    the hashes of the games' last states: two runs with one digest played the same games.
    """

    games: int = 0
    endings: Counter[str] = field(factory=Counter)
    scores: Counter[tuple[str, int]] = field(factory=Counter)
    agendas: Counter[tuple[str, int]] = field(factory=Counter)
    highest: Counter[str] = field(factory=Counter)
    together: Counter[int] = field(factory=Counter)
    digest: int = 0

    def __add__(self, other: Outcomes) -> Outcomes:
        return Outcomes(
            self.games + other.games,
            self.endings + other.endings,
            self.scores + other.scores,
            self.agendas + other.agendas,
            self.highest + other.highest,
            self.together + other.together,
            (self.digest + other.digest) % WORD,
        )


def columns(rows: array[int], teams: int) -> Columns:
    """Returns the numbers that `portable/series.py` writes of each game, by kind."""
    width = 2 + 2 * teams
    return Columns(
        endings=rows[0::width],
        hashes=rows[1::width],
        scores=tuple(rows[2 + 2 * team :: width] for team in range(teams)),
        agendas=tuple(rows[3 + 2 * team :: width] for team in range(teams)),
    )


@frozen
class Columns:
    """Is what came of games: endings and agendas count from 1; scores and agendas are by team."""

    endings: array[int]
    hashes: array[int]
    scores: tuple[array[int], ...]
    agendas: tuple[array[int], ...]


def count(program: Program, games: Columns) -> Outcomes:
    """Counts games. By column: counting must take less time than native play."""
    endings = tuple(program.scenario.endings)
    enough = program.scenario.about.achieved
    top = list(map(max, zip(*games.scores, strict=True)))
    achieved = [[score >= enough for score in column] for column in games.scores]
    scores: Counter[tuple[str, int]] = Counter()
    agendas: Counter[tuple[str, int]] = Counter()
    teams = zip(program.teams, program.agendas, games.agendas, games.scores, strict=True)
    for team, ids, held, column in teams:
        for (agenda, score), times in Counter(zip(held, column, strict=True)).items():
            scores[team, score] += times
            if agenda:
                agendas[ids[agenda - 1], score] += times
    return Outcomes(
        games=len(games.endings),
        endings=Counter({endings[n - 1]: times for n, times in Counter(games.endings).items()}),
        scores=scores,
        agendas=agendas,
        highest=Counter(
            {
                team: sum(map(eq, column, top))
                for team, column in zip(program.teams, games.scores, strict=True)
            }
        ),
        together=Counter(map(sum, zip(*achieved, strict=True))),
        digest=sum(games.hashes) % WORD,
    )
