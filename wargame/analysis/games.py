"""Plays many games between bots, on one processor or on several, with the same result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from attrs import frozen

from wargame.analysis.executors import Executor, InTurn, Processes
from wargame.analysis.seeds import game_seed
from wargame.analysis.tally import Tally
from wargame.analysis.undisturbed import undisturbed
from wargame.bots import make
from wargame.bots.match import MatchResult, play_core, play_match
from wargame.errors import UsageInvalid
from wargame.kernel.program import Program, build
from wargame.kernel.setup import Setup
from wargame.language import tr
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

    @property
    def is_core(self) -> bool:
        """Whether the program's own playout can play it: no deals, and no bot that thinks."""
        return not self.deals and set(self.bots.values()) <= {"random", "doctrine"}

    @property
    def doctrine(self) -> int:
        """A bit for each team that follows its doctrine."""
        teams = enumerate(self.scenario.teams)
        return sum(1 << i for i, team in teams if self.bots[team] == "doctrine")


def require_some(**numbers: int) -> None:
    """Checks that at least one of each thing is asked for; each goes by its option's name.

    Raises:
        UsageInvalid: there is none of one of them.
    """
    for name, number in numbers.items():
        if number < 1:
            raise UsageInvalid(
                tr("{name} is {number}", name=name, number=number), remedy=tr("use 1 or more")
            )


def play_series(series: Series, *, jobs: int = 1, progress: Progress | None = None) -> Tally:
    """Plays the games and counts what came of them.

    Ctrl+C ends the series early and keeps what has been counted, if anything has.

    Raises:
        UsageInvalid: the preset or a switch is unknown.
        KeyboardInterrupt: it came before the first game was over.
        WorkerLost: processes ended by themselves, again and again.
    """
    total = Tally()
    work = _Counted(series)
    executor: Executor[Tally] = InTurn(work) if jobs == 1 else Processes(work, jobs)
    try:
        with executor:
            for _, tally in executor.play(range(series.games)):
                with undisturbed():
                    total.merge(tally)
                if progress:
                    progress(total.games)
    except KeyboardInterrupt:
        if not total.games:
            raise
    return total


def play_game(program: Program, series: Series, number: int) -> MatchResult:
    """Plays one game of a series, with the line-up's bots."""
    seed = game_seed(series.seed, number)
    setup = Setup(preset=series.preset, seed=seed, off=series.off)
    if series.is_core:
        return play_core(program, setup, doctrine=series.doctrine)
    random = Random(seed)
    bots = {team: make(series.bots[team], seed=random.getrandbits(64)) for team in program.teams}
    return play_match(program, setup, bots, talk=series.deals)


@frozen
class _Counted:
    """Is the work of counting all that happens in each game."""

    series: Series
    a_second: int = 20

    def ready(self) -> Callable[[range], Tally]:
        program = build(self.series.scenario)

        def count(games: range) -> Tally:
            tally = Tally()
            for number in games:
                tally.add(program, play_game(program, self.series, number))
            return tally

        return count
