"""Plays the games on processes of this machine. A process that dies is replaced.

Not the standard library's pool: that one is broken for good by one lost process, and cannot end
while a long game is being played.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Generic

from attrs import define, field, frozen

from wargame.analysis.executors.in_turn import CHUNKS_A_SECOND
from wargame.analysis.executors.work import TRIES, Result, Work, chunk_size, chunks
from wargame.errors import WorkerLost
from wargame.language import tr


@frozen
class _Failed:
    """Is what a process answers when a chunk could not be played."""

    error: Exception


@define
class Processes(Generic[Result]):
    """Plays on `jobs` processes."""

    work: Work[Result]
    jobs: int
    _idle: list[_Worker] = field(factory=list, init=False)
    _busy: dict[Connection, _Worker] = field(factory=dict, init=False)

    def __enter__(self) -> Processes[Result]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        for worker in (*self._idle, *self._busy.values()):
            worker.end()

    def play(self, games: range) -> Iterator[tuple[range, Result]]:
        """Yields each chunk and its result, in the order in which they end.

        Raises:
            WorkerLost: process after process died over the same games.
        """
        size = chunk_size(games, size=self.work.a_second // CHUNKS_A_SECOND, workers=self.jobs)
        fresh, again = chunks(games, size), deque[range]()
        tries: dict[range, int] = {}
        while True:
            while len(self._busy) < self.jobs and (
                chunk := again.popleft() if again else next(fresh, None)
            ):
                self._give(chunk)
            if not self._busy:
                return
            for connection in wait(list(self._busy)):
                assert isinstance(connection, Connection)
                worker = self._busy.pop(connection)
                try:
                    answer = connection.recv()
                except (EOFError, OSError):
                    worker.end()
                    tries[worker.chunk] = tries.get(worker.chunk, 0) + 1
                    if tries[worker.chunk] == TRIES:
                        raise _lost(worker) from None
                    again.append(worker.chunk)
                    continue
                self._idle.append(worker)
                if isinstance(answer, _Failed):
                    raise answer.error
                yield worker.chunk, answer

    def _give(self, chunk: range) -> None:
        worker = self._idle.pop() if self._idle else _Worker.start(self.work)
        worker.chunk = chunk
        self._busy[worker.connection] = worker
        # one that has died since is noticed when its answer is read
        with suppress(OSError):
            worker.connection.send(chunk)


@define
class _Worker:
    process: BaseProcess
    connection: Connection
    chunk: range = range(0)

    @classmethod
    def start(cls, work: Work[Any]) -> _Worker:
        # spawned: a forked process would inherit the locks that the caller's threads hold
        context = get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=_serve, args=(there, work), daemon=True)
        process.start()
        there.close()
        return cls(process, here)

    def end(self) -> None:
        self.connection.close()
        self.process.kill()
        self.process.join()


def _lost(worker: _Worker) -> WorkerLost:
    first, last = worker.chunk.start, worker.chunk.stop - 1
    return WorkerLost(
        tr(
            "{tries} processes ended by themselves over games {first} to {last} (exit code {code})",
            tries=TRIES,
            first=first,
            last=last,
            code=worker.process.exitcode,
        ),
        remedy=tr("use fewer --jobs if memory is short"),
    )


def _serve(connection: Connection, work: Work[Any]) -> None:
    """Plays chunks until the other side hangs up."""
    # Ctrl+C reaches every process of the terminal: the first one decides
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        player = None
        while True:
            chunk = connection.recv()
            try:
                player = player or work.ready()
                answer = player(chunk)
            # whatever it is, it is told where the games were asked for
            except Exception as error:  # noqa: BLE001
                answer = _Failed(error)
            connection.send(answer)
