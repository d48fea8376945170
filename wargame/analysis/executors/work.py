"""Work: games by number, and what is made of a chunk of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

Result = TypeVar("Result")
Result_co = TypeVar("Result_co", covariant=True)

TRIES = 3
"""A chunk whose worker dies is played again; one that three workers died over is given up."""


class Work(Protocol[Result_co]):
    """Is what is sent to whoever plays: it can be pickled and needs no files."""

    @property
    def a_second(self) -> int:
        """About how many games one processor plays in a second; chunks are cut by it."""

    def ready(self) -> Callable[[range], Result_co]:
        """Returns what plays a chunk of games; threads may call it at the same time."""


class Executor(AbstractContextManager["Executor[Result_co]"], Protocol[Result_co]):
    """Plays the games of one work. Used as a context: what it started ends with it."""

    def play(self, games: range) -> Iterator[tuple[range, Result_co]]:
        """Yields each chunk and its result, in the order in which they end."""


def chunks(games: range, size: int) -> Iterator[range]:
    """Cuts games that follow one another into chunks of at least one and at most `size`."""
    for start in range(games.start, games.stop, max(1, size)):
        yield range(start, min(start + max(1, size), games.stop))


def chunk_size(games: range, *, size: int, workers: int) -> int:
    """Returns `size`, or less where that would leave a worker with nothing to do."""
    return max(1, min(size, -(-len(games) // workers)))
