"""Plays many games between bots, on one processor or on several, with the same result."""

from __future__ import annotations

import signal
from collections.abc import Callable, Generator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from random import Random

from attrs import frozen

from wargame.analysis.tally import Tally
from wargame.bots import make
from wargame.bots.match import MatchResult, play_core, play_match
from wargame.kernel.program import Program, build
from wargame.kernel.setup import Setup
from wargame.scenario.model import Scenario

Progress = Callable[[int], None]
"""Is told how many games have been played so far."""


@frozen
class Series:
    """Is a plan of games: everything that its results depend on.

    `bots` names a bot for each team. Game `i` of a seed has the same chance whoever plays, so that
    two line-ups are compared over the same games.
    """

    scenario: Scenario
    games: int
    bots: Mapping[str, str]
    seed: int = 0
    deals: bool = True
    preset: str = ""
    off: tuple[str, ...] = ()


def play_series(series: Series, *, jobs: int = 1, progress: Progress | None = None) -> Tally:
    """Plays the games and counts what came of them.

    Ctrl+C ends the series early and keeps what has been counted, if anything has.

    Raises:
        UsageInvalid: the preset or a switch is unknown.
        KeyboardInterrupt: it came before the first game was over.
    """
    total = Tally()
    tallies = _in_turn(series) if jobs == 1 else _side_by_side(series, jobs)
    try:
        for tally in tallies:
            total.merge(tally)
            if progress:
                progress(total.games)
    except KeyboardInterrupt:
        if not total.games:
            raise
    finally:
        tallies.close()
    return total


def play_game(
    program: Program, series: Series, number: int, *, dice: int | None = None
) -> MatchResult:
    """Plays one game of a series, with the line-up's bots.

    With `dice`, a seed of their own, the dice fall differently and all else stays as it is.
    """
    random = Random(f"{series.seed} {number}")
    setup = Setup(preset=series.preset, seed=random.getrandbits(64), off=series.off)
    if not series.deals and set(series.bots.values()) <= {"random", "doctrine"}:
        followers = [series.bots[team] == "doctrine" for team in program.teams]
        doctrine = sum(1 << i for i, follows in enumerate(followers) if follows)
        return play_core(program, setup, doctrine=doctrine, dice=dice)
    bots = {team: make(series.bots[team], seed=random.getrandbits(64)) for team in program.teams}
    return play_match(program, setup, bots, talk=series.deals, dice=dice)


def _in_turn(series: Series) -> Generator[Tally, None, None]:
    program = build(series.scenario)
    for number in range(series.games):
        yield _count(program, series, number)


def _side_by_side(series: Series, jobs: int) -> Generator[Tally, None, None]:
    # spawned: a forked process would inherit the locks that the caller's threads hold
    with ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_prepare, initargs=(series,)
    ) as pool:
        games = [pool.submit(_count_prepared, number) for number in range(series.games)]
        try:
            for game in as_completed(games):
                yield game.result()
        finally:
            pool.shutdown(cancel_futures=True)


def _count(program: Program, series: Series, number: int) -> Tally:
    tally = Tally()
    tally.add(program, play_game(program, series, number))
    return tally


_prepared: list[tuple[Program, Series]] = []
"""What a process of the pool plays; each process builds its program once."""


def _prepare(series: Series) -> None:
    # Ctrl+C reaches every process of the terminal: this one has nothing to save and ends at once
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _prepared[:] = [(build(series.scenario), series)]


def _count_prepared(number: int) -> Tally:
    return _count(*_prepared[0], number)
