"""The pool: numbered pieces of work done here one after the other, or by several processes."""

from __future__ import annotations

import signal
from collections.abc import Callable, Generator
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from typing import Any, Protocol, TypeVar

Done = TypeVar("Done")
Done_co = TypeVar("Done_co", covariant=True)


class Work(Protocol[Done_co]):
    """Is what is sent to whoever does it: it can be pickled and needs no files."""

    def ready(self) -> Callable[[range], Done_co]:
        """Returns what does some pieces, having built once what all of them need."""


def share_out(
    work: Work[Done], pieces: int, *, jobs: int
) -> Generator[tuple[int, Done], None, None]:
    """Yields the number of each piece and what came of it, as they end.

    Closing it early ends what is running.
    """
    if jobs == 1:
        do = work.ready()
        for number in range(pieces):
            yield number, do(range(number, number + 1))
        return
    # spawned: a forked process would inherit the locks that the caller's threads hold
    with ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_prepare, initargs=(work,)
    ) as pool:
        running = {pool.submit(_do_prepared, number): number for number in range(pieces)}
        try:
            for piece in as_completed(running):
                yield running[piece], piece.result()
        finally:
            pool.shutdown(cancel_futures=True)


_prepared: list[Callable[[range], Any]] = []
"""What a process of the pool does; each process builds what it needs once."""


def _prepare(work: Work[Any]) -> None:
    # Ctrl+C reaches every process of the terminal: this one has nothing to save and ends at once
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _prepared[:] = [work.ready()]


def _do_prepared(number: int) -> Any:
    return _prepared[0](range(number, number + 1))
