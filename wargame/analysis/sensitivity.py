"""Sensitivity: how far each number in the rules moves the endings, if it were one less or more.

The program's own playout plays, everybody by doctrine and without deals, on the same seeds whatever
the number. How far endings move is the total variation distance between the two distributions: the
share of games that would have to end otherwise to make them equal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from attrs import field, frozen

from wargame.analysis.ahead import seeds
from wargame.analysis.estimate import Estimate
from wargame.analysis.games import Progress, Series
from wargame.analysis.intervals import Share, wilson
from wargame.analysis.numbers import Number, numbers_of
from wargame.analysis.pool import share_out
from wargame.analysis.variants import Variants, loosened
from wargame.errors import ExtraMissing, FormulaError
from wargame.kernel.setup import Setup
from wargame.language import tr

STEPS = (-1, 1)
LEVEL = 0.05
POWER = 0.8
RESAMPLES = 400


@frozen
class Step:
    """Is what became of the endings with a number at `value`.

    `moved` is how many games ended otherwise, `distance` how far the distribution of endings moved.
    `chance` is the probability that independent samples of one distribution differ as much
    (chi-square; on common seeds it is on the high side), and `discovery` that probability made
    stricter for all that was tried (Benjamini and Hochberg 1995). `refused` says why the rules
    cannot have that value.
    """

    value: int
    moved: Share = field(default=wilson(0, 0))
    distance: Estimate | None = None
    chance: float = 1.0
    discovery: float = 1.0
    refused: str = ""


@frozen
class Effect:
    """Is what moving one number does."""

    number: Number
    steps: tuple[Step, ...]

    @property
    def reach(self) -> float:
        """How far the endings move at least, by the interval of the step that moves them further.

        By the interval: or what was measured on few games would come before what is known well.
        """
        return max((step.distance.low for step in self.steps if step.distance), default=0.0)


@frozen
class Sensitivity:
    """Is what moving the numbers does, the most sensitive first; `asked` is how many there are.

    `detectable` is the effect (Cohen's w) that so many games find with 80 percent power.
    """

    effects: tuple[Effect, ...]
    asked: int
    games: int
    detectable: float


def sensitivity(series: Series, *, jobs: int = 1, progress: Progress | None = None) -> Sensitivity:
    """Returns how far each number of the rules moves the endings, over `series.games` games.

    The bots of the series and its deals do not matter here. Ctrl+C keeps the numbers that are done.

    Raises:
        ExtraMissing: SciPy is not installed.
        UsageInvalid: the preset or a switch is unknown.
    """
    _stats()
    loose = loosened(series.scenario)
    # what is quick comes first, so that Ctrl+C keeps much
    numbers = tuple(sorted(numbers_of(series.scenario), key=lambda n: not loose.start_of(n)))
    found: dict[int, Effect] = {}
    effects = share_out(_Moving(series, numbers), len(numbers), jobs=jobs)
    try:
        for i, (effect,) in effects:
            found[i] = effect
            if progress:
                progress(len(found))
    except KeyboardInterrupt:
        pass
    finally:
        effects.close()
    ordered = sorted(
        _corrected([found[i] for i in sorted(found)]), key=lambda effect: -effect.reach
    )
    power = detectable(series.games, len(series.scenario.endings))
    return Sensitivity(tuple(ordered), len(numbers), series.games, power)


def effect_of(variants: Variants, before: Sequence[int], number: Number) -> Effect:
    """Returns what one number does, given how the games end with the rules as they are."""
    return Effect(number, tuple(_step(variants, before, number, by) for by in STEPS))


def _step(variants: Variants, before: Sequence[int], number: Number, by: int) -> Step:
    value = number.value + by
    try:
        after = variants.with_number(number, value)
    except FormulaError as refused:
        return Step(value, refused=refused.message)
    before = before[: len(after)]
    moved = sum(a != b for a, b in zip(before, after, strict=True))
    return Step(value, wilson(moved, len(before)), distance(before, after), chance(before, after))


def distance(before: Sequence[int], after: Sequence[int]) -> Estimate:
    """Returns how far apart two distributions of endings are, over the same seeds.

    The interval is the bootstrap's, over seeds: half of all numbers that change nothing would else
    seem to change something.
    """
    pairs = list(Counter(zip(before, after, strict=True)).items())
    games = len(before)
    value = _variation(pairs, games)
    moves = [pair for pair, _ in pairs]
    weights = [count for _, count in pairs]
    if all(a == b for a, b in moves):
        return Estimate(0.0, 0.0, 0.0, games)
    import numpy

    # the seed makes the interval the same wherever it is computed
    draws = numpy.random.default_rng(games).multinomial(
        games, [weight / games for weight in weights], size=RESAMPLES
    )
    drawn = sorted(
        _variation(list(zip(moves, map(int, draw), strict=True)), games) for draw in draws
    )
    cut = round(0.025 * RESAMPLES)
    return Estimate(value, min(value, drawn[cut]), max(value, drawn[-cut - 1]), games)


def _variation(pairs: list[tuple[tuple[int, int], int]], games: int) -> float:
    change: Counter[int] = Counter()
    for (a, b), count in pairs:
        change[a] -= count
        change[b] += count
    return sum(map(abs, change.values())) / (2 * games)


def chance(before: Sequence[int], after: Sequence[int]) -> float:
    """Returns how likely samples of one distribution are to differ as much as these two."""
    first, second = Counter(before), Counter(after)
    endings = sorted(first.keys() | second.keys())
    if first == second or len(endings) < 2:
        return 1.0
    table = [[counts[ending] for ending in endings] for counts in (first, second)]
    return float(_stats().chi2_contingency(table).pvalue)


def detectable(games: int, endings: int) -> float:
    """Returns the effect (Cohen's w) that two samples of so many games find 4 times in 5."""
    from scipy.optimize import brentq

    stats, freedom = _stats(), max(1, endings - 1)
    critical = stats.chi2.isf(LEVEL, freedom)
    needed = brentq(lambda x: stats.ncx2.sf(critical, freedom, x) - POWER, 1e-6, 1000.0)
    return float((needed / (2 * games)) ** 0.5)


def _corrected(effects: list[Effect]) -> list[Effect]:
    """Returns the effects with probabilities that allow for how many were tried."""
    tried = [step.chance for effect in effects for step in effect.steps if not step.refused]
    if not tried:
        return effects
    strict = iter(_stats().false_discovery_control(tried).tolist())
    return [
        Effect(
            effect.number,
            tuple(
                step
                if step.refused
                else Step(step.value, step.moved, step.distance, step.chance, next(strict))
                for step in effect.steps
            ),
        )
        for effect in effects
    ]


def _stats() -> Any:
    try:
        from scipy import stats
    except ImportError:
        raise ExtraMissing(
            tr("SciPy is not installed"), remedy=tr("pip install 'wargame[analysis]'")
        ) from None
    return stats


@frozen
class _Moving:
    """Is the work of moving each number."""

    series: Series
    numbers: tuple[Number, ...]

    def ready(self) -> Callable[[range], tuple[Effect, ...]]:
        series, random = self.series, Random(f"{self.series.seed} sensitivity")
        setup = Setup(preset=series.preset, off=series.off)
        variants = Variants(series.scenario, setup, seeds(random, series.games))
        before = variants.as_written()
        return lambda pieces: tuple(
            effect_of(variants, before, self.numbers[piece]) for piece in pieces
        )
