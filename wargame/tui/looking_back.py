"""Looking back: the coach's work beside the screen, told of as it goes, dropped when unwanted."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from threading import Event
from time import monotonic

from wargame.analysis.coaching import Advice
from wargame.table.coach import Coach

PATIENCE = 0.5
"""Seconds after which it is told how far the coach has come."""

Progress = Callable[[int, int], object]


async def look_back(coach: Coach, turn: int, progress: Progress) -> Advice | None:
    """Returns the note on a turn; cancelling this ends the coach's games too.

    `progress` is called in the thread that plays, with how many games of how many are played.
    """
    stop, told = Event(), monotonic()

    def go_on(done: int, whole: int) -> bool:
        nonlocal told
        if not stop.is_set() and monotonic() - told >= PATIENCE:
            told = monotonic()
            progress(done, whole)
        return not stop.is_set()

    try:
        return await asyncio.to_thread(coach.advice, turn, go_on=go_on)
    finally:
        stop.set()


def finished(turn: int, *, is_over: bool) -> int:
    """Returns the last turn that is over, where play stands in `turn`."""
    return turn if is_over else max(0, turn - 1)
