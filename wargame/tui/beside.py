"""Playouts beside the screen: told of as they go, dropped when nobody wants them any more."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import TypeVar

from wargame.analysis.coaching import GoOn

Result = TypeVar("Result")

PATIENCE = 0.5
"""Seconds after which it is told how many games have been played."""

STRETCH, BREATH = 0.004, 0.001
"""Seconds of playing, and of leaving Python to the screen after that: its thread would otherwise
wait for a turn at each step of painting."""

Progress = Callable[[int, int], object]


async def beside(work: Callable[[GoOn], Result], progress: Progress) -> Result:
    """Returns what work comes to that plays games in a thread; cancelling this ends them too.

    `progress` is called in that thread, with how many games of how many are played.
    """
    stop, told = Event(), monotonic()
    rested = told

    def go_on(done: int, whole: int) -> bool:
        nonlocal told, rested
        if not stop.is_set() and monotonic() - told >= PATIENCE:
            told = monotonic()
            progress(done, whole)
        if monotonic() - rested >= STRETCH:
            stop.wait(BREATH)
            rested = monotonic()
        return not stop.is_set()

    try:
        return await asyncio.to_thread(work, go_on)
    finally:
        stop.set()


def finished(turn: int, *, is_over: bool) -> int:
    """Returns the last turn that is over, where play stands in `turn`."""
    return turn if is_over else max(0, turn - 1)
