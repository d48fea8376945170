"""A real Dask cluster on this machine: a scheduler and workers, each a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType
from typing import Any

from attrs import define, field

ROOT = Path(__file__).resolve().parents[2]


@define
class Machines:
    """Starts the processes, and ends all of them when it is left."""

    folder: Path
    workers: dict[str, subprocess.Popen[bytes]] = field(factory=dict, init=False)
    scheduler: subprocess.Popen[bytes] = field(init=False)
    address: str = field(init=False, default="")

    def __enter__(self) -> Machines:
        file = self.folder / "scheduler.json"
        options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        self.scheduler = self._start("scheduler", *options, "--scheduler-file", str(file))
        until(lambda: file.exists() and file.read_text().rstrip().endswith("}"))
        self.address = json.loads(file.read_text())["address"]
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        for process in (*self.workers.values(), self.scheduler):
            process.kill()
            process.wait()

    def add(self, *names: str, environ: Mapping[str, str] | None = None) -> None:
        """Starts workers of one thread each and returns when the scheduler knows them."""
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0")
        for name in names:
            self.workers[name] = self._start(
                *("worker", self.address, "--name", name, *options),
                *("--local-directory", str(self.folder)),
                environ=environ,
            )
        with self.client() as client:
            until(lambda: set(names) <= {w["name"] for w in known(client).values()})

    def kill_a_busy_one(self) -> str:
        """Kills a worker that has games to play, as a power cut would, and returns its name."""
        with self.client() as client:
            at_work = {address for address, keys in client.processing().items() if keys}
            name: str = next(w["name"] for at, w in known(client).items() if at in at_work)
        self.workers[name].send_signal(signal.SIGKILL)
        self.workers.pop(name).wait()
        return name

    def client(self) -> Any:
        from distributed import Client

        return Client(self.address, timeout=30, set_as_default=False)  # type: ignore[no-untyped-call]

    def _start(
        self, *arguments: str, environ: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "dask", *arguments],
                cwd=self.folder,
                stdout=log,
                stderr=log,
                env={**os.environ, "PYTHONPATH": str(ROOT), **(environ or {})},
            )


def known(client: Any) -> dict[str, Any]:
    """Returns what the scheduler knows of each worker, by its address."""
    workers: dict[str, Any] = client.sync(client.scheduler.identity, n_workers=-1)["workers"]
    return workers


def until(condition: Any, *, patience: float = 60.0) -> None:
    """Returns as soon as the condition holds."""
    end = monotonic() + patience
    while not condition():
        assert monotonic() < end, "it did not come about"
        sleep(0.02)
