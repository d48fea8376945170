"""Simulate: very many games for how they end and who scores what, played wherever there is room."""

from __future__ import annotations

import os
from collections.abc import Callable
from math import ceil
from time import perf_counter

from attrs import define, field, frozen

from wargame.analysis.executors import Cluster, Executor, InTurn, Processes, Threads
from wargame.analysis.games import Progress, Series, require_some
from wargame.analysis.outcomes import Outcomes
from wargame.analysis.playouts import NATIVE, Played, Playouts
from wargame.analysis.simulation import Simulation
from wargame.analysis.undisturbed import undisturbed
from wargame.errors import UsageInvalid, WargameError
from wargame.language import tr

FIRST_LOOK = 1000
"""So many games are played before it is asked how many more a precision needs."""

Lines = Callable[[range, str], None]
"""Is given a line of CSV on each game of a chunk; chunks come in the order in which they end."""


@frozen(kw_only=True)
class Where:
    """Is where games are played: on `jobs` processors here, or on the cluster of a scheduler."""

    jobs: int = 1
    scheduler: str = ""
    patience: float = 20.0

    def executor(self, work: Playouts) -> Executor[Played]:
        """Returns what plays there: threads only where they do not wait for one another."""
        if self.scheduler:
            return Cluster(work, self.scheduler, self.patience)
        if self.jobs == 1:
            return InTurn(work)
        return Threads(work, self.jobs) if work.by == NATIVE else Processes(work, self.jobs)

    def describe(self, work: Playouts) -> str:
        """Returns how that is called in a report."""
        if self.scheduler:
            return f"the cluster at {self.scheduler}"
        kind = "thread" if work.by == NATIVE or self.jobs == 1 else "process"
        plural = "" if self.jobs == 1 else "es" if kind == "process" else "s"
        return f"{self.jobs} {kind}{plural}"


def processors() -> int:
    """Returns how many processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def simulate(
    series: Series,
    *,
    where: Where | None = None,
    until: float = 0.0,
    progress: Progress | None = None,
    lines: Lines | None = None,
) -> Simulation:
    """Plays the games of a series and returns what came of them.

    With `until` it ends as soon as half the interval of each share is that small: looked for after
    numbers of games that depend on what was found alone, so that such a run is the same everywhere
    too. Ctrl+C, a lost cluster and lost processes end it early; what is done is kept, and
    `Simulation.fault` says what happened.

    Raises:
        UsageInvalid: a number, the preset or a switch cannot be used.
        WargameError: nothing could be played at all.
        KeyboardInterrupt: it came before the first games were over.
    """
    where = where or Where()
    require_some(games=series.games, jobs=where.jobs)
    if not 0 <= until < 0.5:
        raise UsageInvalid(
            tr("{number} is no precision of a share", number=f"{until:g}"),
            remedy=tr("write, for half a percent, 0.005"),
        )
    work = Playouts.of(series, lines=lines is not None)
    run = _Run(series, until, progress, lines)
    begun = perf_counter()
    fault: WargameError | KeyboardInterrupt | None = None
    try:
        with where.executor(work) as executor:
            run.play(executor)
    except (WargameError, KeyboardInterrupt) as stopped:
        if not run.total.games:
            raise
        fault = stopped
    return Simulation(
        series=series,
        outcomes=run.total,
        text=work.text,
        until=until,
        fault=fault,
        by=work.by,
        where=where.describe(work),
        seconds=perf_counter() - begun,
    )


@define
class _Run:
    series: Series
    until: float
    progress: Progress | None
    lines: Lines | None
    total: Outcomes = field(factory=Outcomes, init=False)

    def play(self, executor: Executor[Played]) -> None:
        goal = min(FIRST_LOOK, self.series.games) if self.until else self.series.games
        while self.total.games < goal:
            for games, played in executor.play(range(self.total.games, goal)):
                with undisturbed():
                    self.total = self.total + played.outcomes
                    if self.lines:
                        self.lines(games, played.lines)
                if self.progress:
                    self.progress(self.total.games)
            goal = self._next_goal()

    def _next_goal(self) -> int:
        """Returns after how many games to look again: half an interval shrinks with their root."""
        games = self.total.games
        if not self.until:
            return games
        found = Simulation(series=self.series, outcomes=self.total)
        return min(self.series.games, ceil(games * max(1, found.widest / self.until) ** 2))
