"""Trials: games that are played to test one hypothesis, and what they say of it."""

from __future__ import annotations

import signal
from array import array
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from random import Random

from attrs import frozen

from wargame.analysis.games import Progress, Series, play_game
from wargame.analysis.intervals import Share, wilson
from wargame.analysis.lineup import lineup
from wargame.kernel.play import begin
from wargame.kernel.program import Program, build
from wargame.kernel.setup import Setup
from wargame.native import fast
from wargame.scenario.model import Scenario

CHUNK = 200
"""Games that the program plays by itself before anybody is told."""


@frozen
class Trial:
    """Is a series of games for one hypothesis, without the mechanisms in `off`.

    The teams follow the doctrine of the hypothesis, without deals; or `bots` play freely, by the
    name of one bot or of one for each team, with deals.
    """

    hypothesis: str
    games: int
    off: tuple[str, ...] = ()
    bots: str = ""


@frozen
class Count:
    """Is how many games were played, how many of them count, and how many bear it out."""

    games: int = 0
    counted: int = 0
    borne_out: int = 0

    @property
    def share(self) -> Share:
        """In which share of the games that count the hypothesis holds."""
        return wilson(self.borne_out, self.counted)

    def __add__(self, other: Count) -> Count:
        return Count(
            self.games + other.games,
            self.counted + other.counted,
            self.borne_out + other.borne_out,
        )


@frozen
class _Chunk:
    """Is a part of a trial: its games from `first` up to, not including, `last`."""

    trial: int
    first: int
    last: int


def play_trials(
    scenario: Scenario,
    trials: Sequence[Trial],
    *,
    seed: int = 0,
    jobs: int = 1,
    progress: Progress | None = None,
) -> list[Count]:
    """Plays trials and returns the count of each, the same for the same seed whatever `jobs`.

    Game `i` of a seed has the same chance in every trial, so that a control differs from its
    hypothesis by the switch alone. Ctrl+C keeps the games that are over, if any are.

    Raises:
        BotUnknown: there is no bot of that name.
        KeyboardInterrupt: it came before any game was over.
    """
    for trial in trials:
        if trial.bots:
            lineup(scenario, trial.bots)
    counts = [Count() for _ in trials]
    chunks = [chunk for number, trial in enumerate(trials) for chunk in _chunks(number, trial)]
    player = _Player(scenario, tuple(trials), seed)
    done = _in_turn(player, chunks) if jobs == 1 else _side_by_side(player, chunks, jobs)
    played = 0
    try:
        for number, count in done:
            counts[number] += count
            played += count.games
            if progress:
                progress(played)
    except KeyboardInterrupt:
        if not played:
            raise
    finally:
        done.close()
    return counts


def _chunks(number: int, trial: Trial) -> Iterator[_Chunk]:
    size = 1 if trial.bots else CHUNK
    for first in range(0, trial.games, size):
        yield _Chunk(number, first, min(first + size, trial.games))


Done = Generator[tuple[int, Count], None, None]
"""Is the chunks that are over: the trial's number and the count."""


def _in_turn(player: _Player, chunks: Sequence[_Chunk]) -> Done:
    program = build(player.scenario)
    for chunk in chunks:
        yield chunk.trial, player.play(program, chunk)


def _side_by_side(player: _Player, chunks: Sequence[_Chunk], jobs: int) -> Done:
    # spawned: a forked process would inherit the locks that the caller's threads hold
    with ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_prepare, initargs=(player,)
    ) as pool:
        parts = {pool.submit(_play_prepared, chunk): chunk.trial for chunk in chunks}
        try:
            for part in as_completed(parts):
                yield parts[part], part.result()
        finally:
            pool.shutdown(cancel_futures=True)


@frozen
class _Player:
    """Plays chunks of trials."""

    scenario: Scenario
    trials: tuple[Trial, ...]
    seed: int

    def play(self, program: Program, chunk: _Chunk) -> Count:
        """Returns the count of a chunk."""
        trial = self.trials[chunk.trial]
        which = list(self.scenario.hypotheses).index(trial.hypothesis)
        play = self._freely if trial.bots else self._by_doctrine
        verdicts = play(program, trial, which, range(chunk.first, chunk.last))
        return Count(len(verdicts), sum(v > 0 for v in verdicts), sum(v > 1 for v in verdicts))

    def _by_doctrine(
        self, program: Program, trial: Trial, which: int, numbers: range
    ) -> Sequence[int]:
        """Returns what each game says, played by the program itself, natively where it can be."""
        engine = fast(program)
        lists = buffer if engine else list
        preset = self.scenario.hypotheses[trial.hypothesis].preset
        start = begin(program, Setup(preset=preset, off=trial.off))
        verdicts = lists([0] * len(numbers))
        (engine or program.run).play_hypothesis(
            lists(start),
            lists(program.scratch()),
            lists(start),
            lists([half for number in numbers for half in self._seed(number)]),
            verdicts,
            len(numbers),
            which,
        )
        return verdicts

    def _seed(self, number: int) -> tuple[int, int]:
        """Returns the halves of a game's seed: the one that `play_game` draws for it."""
        seed = Random(f"{self.seed} {number}").getrandbits(64)
        return seed >> 32, seed & 0xFFFFFFFF

    def _freely(self, program: Program, trial: Trial, which: int, numbers: range) -> Sequence[int]:
        """Returns what each game says, played by bots that know nothing of the hypothesis."""
        series = Series(
            scenario=self.scenario,
            games=trial.games,
            bots=lineup(self.scenario, trial.bots),
            seed=self.seed,
            preset=self.scenario.hypotheses[trial.hypothesis].preset,
            off=trial.off,
        )
        games = (play_game(program, series, number) for number in numbers)
        return [program.run.borne_out(game.state, which) for game in games]


def buffer(numbers: Iterable[int]) -> array[int]:
    """Returns a list that native functions can be handed."""
    return array("q", numbers)


_prepared: list[tuple[Program, _Player]] = []
"""What a process of the pool plays; each process builds its program once."""


def _prepare(player: _Player) -> None:
    # Ctrl+C reaches every process of the terminal: this one has nothing to save and ends at once
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _prepared[:] = [(build(player.scenario), player)]


def _play_prepared(chunk: _Chunk) -> Count:
    program, player = _prepared[0]
    return player.play(program, chunk)
