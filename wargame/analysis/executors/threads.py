"""Plays the games on threads of this process: for work that lets go of the interpreter's lock."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from types import TracebackType
from typing import Generic

from attrs import define, field

from wargame.analysis.executors.in_turn import CHUNKS_A_SECOND
from wargame.analysis.executors.work import Result, Work, chunk_size, chunks


@define
class Threads(Generic[Result]):
    """Plays on `jobs` threads."""

    work: Work[Result]
    jobs: int
    _pool: ThreadPoolExecutor = field(init=False)

    def __enter__(self) -> Threads[Result]:
        self._pool = ThreadPoolExecutor(self.jobs, thread_name_prefix="games")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def play(self, games: range) -> Iterator[tuple[range, Result]]:
        """Yields each chunk and its result, in the order in which they end."""
        player = self.work.ready()
        size = chunk_size(games, size=self.work.a_second // CHUNKS_A_SECOND, workers=self.jobs)
        waiting = chunks(games, size)
        running: dict[Future[Result], range] = {}
        while True:
            # one chunk more than threads: none waits for the counting of the last
            while len(running) <= self.jobs and (chunk := next(waiting, None)):
                running[self._pool.submit(player, chunk)] = chunk
            if not running:
                return
            for done in wait(running, return_when=FIRST_COMPLETED).done:
                yield running.pop(done), done.result()
