"""Odds: how likely each band of a roll is, for what one seat knows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product

from wargame.formula import value
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.view import Addend, Chance
from wargame.kernel.words import effects


@lru_cache(maxsize=64)
def totals(dice: int, sides: int) -> tuple[tuple[int, float], ...]:
    """Returns each total of so many fair dice with its probability."""
    ways: dict[int, int] = {0: 1}
    for _ in range(dice):
        longer: dict[int, int] = {}
        for total, count in ways.items():
            for face in range(1, sides + 1):
                longer[total + face] = longer.get(total + face, 0) + count
        ways = longer
    return tuple((total, count / sides**dice) for total, count in sorted(ways.items()))


def band_odds(program: Program, roll: int, net: int) -> tuple[float, ...]:
    """Returns the probability of each band of a roll (counted from 1) with a net modifier."""
    run = program.run
    cap = run.NET[roll]
    held = max(-cap, min(cap, net))
    odds = [0.0] * run.BANDS[roll]
    for total, probability in totals(run.DICE[roll], run.SIDES[roll]):
        odds[run.band(total + held, roll)] += probability
    return tuple(odds)


Bounds = dict[int, tuple[int, int]]
"""For each slot that a seat does not see: the least and the most it must reckon with."""


def addends(program: Program, state: State, order: int, bounds: Bounds) -> tuple[Addend, ...]:
    """Returns each modifier of an order: what it adds for the best guess, and its range.

    `state` is what the seat imagines; `bounds` the slots that it only guesses.
    """
    record = program.order(program.orders[order])
    found = []
    for k, modifier in enumerate(record.modifiers):
        best = program.run.addend(state, order, k)
        unknown = _unknown(program, modifier.add.text, bounds)
        values = [best, *(_with(program, state, order, k, corner) for corner in _corners(unknown))]
        found.append(
            Addend(
                add=best,
                low=min(values),
                high=max(values),
                why=modifier.why,
                source=modifier.source or record.source,
            )
        )
    return tuple(found)


def _unknown(program: Program, text: str, bounds: Bounds) -> Bounds:
    """Returns the guessed slots that a formula reads."""
    read = _slots_of(program, text)
    return {slot: span for slot, span in bounds.items() if slot in read}


@lru_cache(maxsize=4096)
def _slots_of(program: Program, text: str) -> frozenset[int]:
    names = value(text, program.names).names
    # `ladder.step` is written to by the name of its ladder
    whole = {head for name in names if (head := name.partition(".")[0]) in program.scenario.ladders}
    return frozenset(
        program.slot(written) for name in names | whole for written in program.names[name].writes
    )


def _corners(unknown: Bounds) -> Iterable[tuple[tuple[int, int], ...]]:
    # modifiers are small formulas; their extremes are taken at the corners, of four slots at most
    spans = [[(slot, low), (slot, high)] for slot, (low, high) in list(unknown.items())[:4]]
    return product(*spans) if spans else ()


def _with(
    program: Program, state: State, order: int, k: int, corner: Sequence[tuple[int, int]]
) -> int:
    imagined = state.copy()
    for slot, number in corner:
        imagined[slot] = number
    result: int = program.run.addend(imagined, order, k)
    return result


def chances(
    program: Program, state: State, order: int, added: Sequence[Addend]
) -> tuple[Chance, ...]:
    """Returns the odds of each band of an order's roll; none for an order without one."""
    record = program.order(program.orders[order])
    roll = program.run.ROLL[order]
    if roll == 0:
        return ()
    best = band_odds(program, roll, sum(addend.add for addend in added))
    low = sum(addend.low for addend in added)
    high = sum(addend.high for addend in added)
    spread = [band_odds(program, roll, net) for net in range(low, high + 1)]
    bands = program.scenario.rolls[record.roll].bands
    return tuple(
        Chance(
            band=id,
            title=band.title,
            says=record.outcomes[id].says,
            probability=best[k],
            low=min(odds[k] for odds in spread),
            high=max(odds[k] for odds in spread),
            effects=effects(program, record.outcomes[id].effects, state),
        )
        for k, (id, band) in enumerate(bands.items())
    )


def boost_gains(
    program: Program, order: int, added: Sequence[Addend], most: int
) -> tuple[float, ...]:
    """Returns, for +1 up to +most, the probability that the points make a better band."""
    run = program.run
    roll = run.ROLL[order]
    if roll == 0:
        return ()
    cap = run.NET[roll]
    net = sum(addend.add for addend in added)
    plain = max(-cap, min(cap, net))
    gains = []
    for points in range(1, most + 1):
        raised = max(-cap, min(cap, net + points))
        gains.append(
            sum(
                probability
                for total, probability in totals(run.DICE[roll], run.SIDES[roll])
                if run.band(total + raised, roll) > run.band(total + plain, roll)
            )
        )
    return tuple(gains)
