"""Undisturbed: a few lines that a signal must not cut in two."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""What ends a long run early, by an exception that its handler raises."""

Handler = Callable[[int, FrameType | None], object]


@contextmanager
def undisturbed() -> Iterator[None]:
    """Lets signals wait until the block is over: what is counted is counted whole or not at all."""
    handlers: dict[int, Handler] = {}
    if current_thread() is main_thread():
        handlers = {n: handler for n in SIGNALS if callable(handler := signal.getsignal(n))}
    late: list[tuple[int, FrameType | None]] = []
    for number in handlers:
        signal.signal(number, lambda number, frame: late.append((number, frame)))
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
    for number, frame in late:
        handlers[number](number, frame)
