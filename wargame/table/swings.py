"""Swings: how far the board moved with each record, as far as a seat could see."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.kernel.gauges import gauges
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.sight import glimpse
from wargame.kernel.view import Gauge

LEAST = 0.1
"""A swing below this is none: a tenth of one gauge's length."""

SHARE = 10
"""Of the records that moved the board, one in so many is a big swing."""


def swing(program: Program, before: State, after: State, seat: str) -> float:
    """Returns how far the seat saw the board move: in lengths of a gauge, over all gauges."""
    if before == after:
        return 0.0
    was = {gauge.id: gauge for gauge in gauges(glimpse(program, before, seat))}
    now = gauges(glimpse(program, after, seat))
    return sum(_moved(was[gauge.id], gauge) for gauge in now)


def big(swings: Sequence[float]) -> tuple[int, ...]:
    """Returns the places of the big swings, in their order: the largest tenth of those there are.

    Whatever is as large as the least of these is big too.
    """
    moved = sorted((one for one in swings if one >= LEAST), reverse=True)
    if not moved:
        return ()
    least = moved[(len(moved) - 1) // SHARE]
    return tuple(at for at, one in enumerate(swings) if one >= least)


def _moved(was: Gauge, now: Gauge) -> float:
    if was.value is None or now.value is None or was.late or now.late:
        return 0.0
    return abs(now.value - was.value) / max(1, now.high - now.low)
