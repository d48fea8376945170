"""Playouts: the work of playing a series for nothing but its outcomes, as fast as it can be."""

from __future__ import annotations

import csv
from array import array
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import sha256
from io import StringIO
from typing import Any

from attrs import frozen

from wargame.analysis.games import Series, play_game
from wargame.analysis.outcomes import Columns, Outcomes, columns, count
from wargame.analysis.seeds import game_seed, seed_halves
from wargame.errors import ClusterMismatch
from wargame.kernel.play import begin
from wargame.kernel.program import Program, build
from wargame.kernel.setup import Setup
from wargame.language import tr
from wargame.native import fast, is_available

NATIVE, CORE, BOTS = "native code", "Python", "bots"
"""Who plays: the program translated to native code, the program as it is, or bots one by one."""

WORTH_IT = 2_000
"""From so many games on, making native code takes less time than it saves."""

A_SECOND = {NATIVE: 25_000, CORE: 400, BOTS: 20}


@frozen
class Played:
    """Is what came of a chunk of games, and if asked for a line of CSV on each."""

    outcomes: Outcomes
    lines: str = ""


@frozen
class Playouts:
    """Is the work of playing a series; `by` is one of NATIVE, CORE and BOTS.

    `text` is the digest of the program's text as the one who asks has it.
    """

    series: Series
    by: str
    text: str
    lines: bool = False

    @classmethod
    def of(cls, series: Series, *, lines: bool = False) -> Playouts:
        """Returns the work, to be played natively where this computer can and it pays.

        Raises:
            UsageInvalid: the preset or a switch is unknown.
        """
        program = build(series.scenario)
        begin(program, Setup(preset=series.preset, off=series.off))
        by = BOTS
        if series.is_core:
            by = NATIVE if series.games >= WORTH_IT and is_available() else CORE
        return cls(series, by, text_of(program), lines)

    @property
    def a_second(self) -> int:
        """About how many games one processor plays in a second."""
        return A_SECOND[self.by]

    def ready(self) -> Callable[[range], Played]:
        """Returns what plays a chunk of games.

        Raises:
            ClusterMismatch: the same scenario gives another program here.
        """
        series, program = self.series, build(self.series.scenario)
        if text_of(program) != self.text:
            raise ClusterMismatch(
                tr("a worker makes another program of the same scenario"),
                remedy=tr("install the same version at the scheduler and at every worker"),
            )
        if self.by == BOTS:
            play = _bots(program, series)
        else:
            play = _core(program, series, native=self.by == NATIVE)

        def played(games: range) -> Played:
            found = columns(play(games), len(program.teams))
            lines = _lines(program, series, games, found) if self.lines else ""
            return Played(count(program, found), lines)

        return played


def text_of(program: Program) -> str:
    """Returns the digest of a program's text: programs of one text play the same games."""
    return sha256(program.source.encode()).hexdigest()[:16]


def heading(series: Series) -> str:
    """Returns the line above the lines of all games."""
    teams = series.scenario.teams
    return _csv([["game", "seed", "ending", *(f"{t}_{x}" for t in teams for x in _OF_A_TEAM)]])


_OF_A_TEAM = ("agenda", "score")


def _core(program: Program, series: Series, *, native: bool) -> Callable[[range], array[int]]:
    # a worker of a cluster may lack the extra: the games are the same there, only slower
    engine = fast(program) if native else None
    kind: Callable[[Iterable[int]], Any] = list if engine is None else partial(array, "q")
    run = engine or program.run
    start = kind(begin(program, Setup(preset=series.preset, off=series.off)))

    def play(games: range) -> array[int]:
        rows = array("q", bytes(8 * program.layout["RESULT_SIZE"] * len(games)))
        seeds = seed_halves(series.seed, games)
        state, out = kind(start), kind(program.scratch())
        run.play_series(state, out, start, seeds, rows, len(games), series.doctrine)
        return rows

    return play


def _bots(program: Program, series: Series) -> Callable[[range], array[int]]:
    layout = program.layout

    def row(number: int) -> Iterator[int]:
        game = play_game(program, series, number)
        yield game.state[layout["OVER"]]
        yield program.run.state_hash(game.state)
        for team, id in enumerate(program.teams):
            yield game.scores[id]
            yield game.state[layout["AGENDA"] + team]

    def play(games: range) -> array[int]:
        return array("q", (value for number in games for value in row(number)))

    return play


def _lines(program: Program, series: Series, games: range, found: Columns) -> str:
    endings = tuple(program.scenario.endings)
    agendas = [
        [ids[n - 1] if n else "" for n in column]
        for ids, column in zip(program.agendas, found.agendas, strict=True)
    ]
    of_teams = [column for pair in zip(agendas, found.scores, strict=True) for column in pair]
    seeds = (game_seed(series.seed, number) for number in games)
    ended = (endings[number - 1] for number in found.endings)
    return _csv(zip(games, seeds, ended, *of_teams, strict=True))


def _csv(rows: object) -> str:
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)  # type: ignore[arg-type]
    return text.getvalue()
