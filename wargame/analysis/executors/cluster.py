"""Plays the games on an existing cluster, through Dask.

What is to be played is one task of its own whose result the others use: unlike data that is
scattered, Dask makes it again when the worker that held it dies. A lost worker's chunks are played
again by the others, and each counts once.
"""

from __future__ import annotations

import logging
import pickle
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from queue import Empty, SimpleQueue
from threading import Lock
from time import monotonic
from types import TracebackType
from typing import Any, Generic

from attrs import define, field

from wargame import __version__
from wargame.analysis.executors.work import Result, Work, chunk_size, chunks
from wargame.errors import (
    ClusterLost,
    ClusterMismatch,
    ClusterUnreachable,
    ExtraMissing,
    UsageInvalid,
    WorkerLost,
)
from wargame.language import marked, tr
from wargame.text import clean

CHUNKS_A_SECOND = 2
"""Longer than here: each chunk passes the scheduler, which takes a millisecond or so."""

ASKED = 4
"""So many chunks are under way for each thread of a worker."""

LOOK = 2.0
"""After so many seconds the scheduler is asked which workers there are."""

SAME = marked("install the same version of wargame at the scheduler and at every worker")

Parcel = tuple[str, bytes]
"""The version of the sender, and its work, pickled."""


@define
class Cluster(Generic[Result]):
    """Plays on the workers of the scheduler at `address`; it gets `patience` seconds to answer."""

    work: Work[Result]
    address: str
    patience: float = 20.0
    _client: Any = field(init=False, default=None)
    _threads: int = field(init=False, default=0)
    _looked: float = field(init=False, default=0.0)
    _alone_since: float = field(init=False, default=0.0)

    def __enter__(self) -> Cluster[Result]:
        """Joins the cluster.

        Raises:
            ExtraMissing: `distributed` is not installed.
            UsageInvalid: the address cannot be one.
            ClusterUnreachable: no scheduler answers there, or it has no workers.
            ClusterMismatch: this program is missing there, or another version of it.
        """
        try:
            distributed: Any = import_module("distributed")
        except ImportError:
            raise ExtraMissing(
                tr("a cluster needs the packages dask and distributed"),
                remedy=tr("install wargame[cluster]"),
            ) from None
        # what happens to the cluster is told once, by this program
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        for name in ("client", "core", "comm", "utils"):
            logging.getLogger(f"distributed.{name}").setLevel(logging.CRITICAL)
        self._knock()
        try:
            self._client = distributed.Client(
                self.address, timeout=self.patience, set_as_default=False
            )
            self._meet()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def _knock(self) -> None:
        """Makes sure that a scheduler answers: a Client waits for its first word for ever."""
        import asyncio

        distributed: Any = import_module("distributed")

        async def knock() -> None:
            arguments = distributed.Security().get_connection_args("client")
            answer = distributed.connect(self.address, timeout=self.patience, **arguments)
            comm = await asyncio.wait_for(answer, self.patience)
            await comm.close()

        word = clean(self.address, limit=80)
        try:
            asyncio.run(knock())
        except OSError:
            raise ClusterUnreachable(
                tr(
                    "no scheduler answers at {address} within {seconds} seconds",
                    address=word,
                    seconds=f"{self.patience:g}",
                ),
                remedy=tr("start one with: dask scheduler"),
            ) from None
        except (ValueError, TypeError) as fault:
            raise UsageInvalid(
                tr(
                    "'{address}' is no address of a scheduler: {fault}",
                    address=word,
                    fault=clean(str(fault), limit=80),
                ),
                remedy=tr("write tcp://HOST:PORT"),
            ) from None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        # leaving releases every task of this client; a scheduler that has gone cannot be told
        if self._client:
            with suppress(OSError):
                self._client.close(timeout=2)

    def _meet(self) -> None:
        """Asks the scheduler and its workers who they are."""

        def version() -> str:
            # a function of a function is sent whole: where there is no wargame it can say so
            try:
                from wargame import __version__
            except ImportError:
                return ""
            return __version__

        word = clean(self.address, limit=80)
        try:
            self._client.wait_for_workers(1, timeout=self.patience)
            found = self._within(self._client.run, version)
            found[tr("the scheduler")] = self._within(self._client.run_on_scheduler, version)
        except OSError:
            raise ClusterUnreachable(
                tr(
                    "the scheduler at {address} has no workers, or one that does not answer",
                    address=word,
                ),
                remedy=tr("start some with: dask worker {address}", address=word),
            ) from None
        for place, there in found.items():
            if there != __version__:
                raise ClusterMismatch(_other_version(place, there), remedy=tr(SAME))

    def play(self, games: range) -> Iterator[tuple[range, Result]]:
        """Yields each chunk and its result, in the order in which they end.

        Raises:
            ClusterLost: the scheduler or all its workers have gone.
            ClusterMismatch: a worker that came later would play other games.
            WorkerLost: worker after worker died over the same games.
        """
        self._look()
        parcel = self._client.submit(
            _parcel, __version__, pickle.dumps(self.work), pure=False, priority=1
        )
        size = chunk_size(
            games, size=self.work.a_second // CHUNKS_A_SECOND, workers=ASKED * self._threads
        )
        waiting = chunks(games, size)
        running: dict[Any, range] = {}
        over: SimpleQueue[Any] = SimpleQueue()
        while True:
            while len(running) < ASKED * max(1, self._threads) and (chunk := next(waiting, None)):
                future = self._client.submit(_play, parcel, chunk.start, chunk.stop, pure=False)
                running[future] = chunk
                future.add_done_callback(over.put)
            if not running:
                return
            try:
                future = over.get(timeout=LOOK)
            except Empty:
                pass
            else:
                chunk = running.pop(future)
                yield chunk, self._result(future, chunk)
            if monotonic() - self._looked > LOOK:
                self._look()

    def _result(self, future: Any, chunk: range) -> Result:
        from distributed import CancelledError, KilledWorker

        try:
            result: Result = future.result(timeout=self.patience)
        except KilledWorker:
            raise WorkerLost(
                tr(
                    "worker after worker died over games {first} to {last}",
                    first=chunk.start,
                    last=chunk.stop - 1,
                ),
                remedy=tr("look into the workers' logs"),
            ) from None
        except ImportError as fault:
            message = tr("a worker lacks this program: {fault}", fault=fault)
            raise ClusterMismatch(message, remedy=tr(SAME)) from None
        except TimeoutError:
            raise self._lost(tr("a worker does not hand over its results")) from None
        except (CancelledError, OSError):
            raise self._lost(tr("the scheduler has gone")) from None
        return result

    def _look(self) -> None:
        """Asks how many threads the workers have, and waits a while for some if there are none."""
        try:
            threads = self._within(self._client.nthreads)
        except OSError:
            raise self._lost(tr("the scheduler does not answer any more")) from None
        self._threads, self._looked = sum(threads.values()), monotonic()
        if self._threads or not self._alone_since:
            self._alone_since = self._looked
        elif self._looked - self._alone_since > self.patience:
            seconds = f"{self.patience:g}"
            raise self._lost(tr("there has been no worker for {seconds} seconds", seconds=seconds))

    def _within(self, ask: Callable[..., Any], *arguments: Any) -> Any:
        """Returns what the client answers; raises TimeoutError when that takes too long."""
        return self._client.sync(ask, *arguments, callback_timeout=self.patience)

    def _lost(self, why: str) -> ClusterLost:
        return ClusterLost(
            tr(
                "the cluster at {address} is lost: {why}",
                address=clean(self.address, limit=80),
                why=why,
            ),
            remedy=tr("start it again, or play here, without --scheduler"),
        )


def _other_version(place: str, there: str) -> str:
    """Returns what is said of a place that has another version of this program, or none."""
    if not there:
        sentence = marked("{place} has no wargame, and this is wargame {here}")
        return tr(sentence, place=place, here=__version__)
    sentence = marked("{place} has wargame {there}, and this is wargame {here}")
    return tr(sentence, place=place, there=there, here=__version__)


def _parcel(version: str, work: bytes) -> Parcel:
    return version, work


def _play(parcel: Parcel, start: int, stop: int) -> Any:
    """Plays a chunk, at a worker."""
    version, work = parcel
    if version != __version__:
        raise ClusterMismatch(
            tr("a worker has wargame {there}, and not {here}", there=__version__, here=version),
            remedy=tr(SAME),
        )
    with _unpacking:
        player = _unpack(work)
    return player(range(start, stop))


_unpacking = Lock()
"""A worker's threads build the program once, and not each for itself."""


@lru_cache(maxsize=2)
def _unpack(work: bytes) -> Callable[[range], Any]:
    player: Callable[[range], Any] = pickle.loads(work).ready()
    return player
