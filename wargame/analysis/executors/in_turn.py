"""Plays the games one after the other, here."""

from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType
from typing import Generic

from attrs import frozen

from wargame.analysis.executors.work import Result, Work, chunks

CHUNKS_A_SECOND = 20
"""So that progress moves and Ctrl+C is heard."""


@frozen
class InTurn(Generic[Result]):
    """Plays in the thread that asks."""

    work: Work[Result]

    def __enter__(self) -> InTurn[Result]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        pass

    def play(self, games: range) -> Iterator[tuple[range, Result]]:
        """Yields each chunk and its result, in order."""
        player = self.work.ready()
        for chunk in chunks(games, self.work.a_second // CHUNKS_A_SECOND):
            yield chunk, player(chunk)
