"""Games on a real cluster: several processes, some of which die."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from attrs import evolve

from tests.analysis.cluster import Machines
from tests.analysis.work import Refused
from wargame import __version__
from wargame.analysis.executors import Cluster
from wargame.analysis.executors import cluster as module
from wargame.analysis.games import Series
from wargame.analysis.playouts import Playouts
from wargame.analysis.simulate import Where, simulate
from wargame.analysis.simulation import Simulation
from wargame.errors import (
    ClusterLost,
    ClusterMismatch,
    ClusterUnreachable,
    ExtraMissing,
    UsageInvalid,
    WorkerLost,
)
from wargame.scenario.load import load_scenario

pytest.importorskip("distributed")

SCENARIO = load_scenario("river")
DOCTRINE = dict.fromkeys(SCENARIO.teams, "doctrine")
BOTS = Series(SCENARIO, 80, DOCTRINE, 3, deals=True)
LONG = Series(SCENARIO, 10**9, DOCTRINE, 3, deals=False)
PROGRAM = Series(SCENARIO, 3000, DOCTRINE, 3, deals=False)


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    with Machines(tmp_path_factory.mktemp("cluster")) as found:
        found.add("first", "second")
        yield found


@pytest.fixture(scope="module")
def here() -> Simulation:
    """Returns what is found without a cluster."""
    return simulate(BOTS)


def test_a_cluster_finds_what_is_found_here(machines: Machines, here: Simulation) -> None:
    told: list[int] = []
    where = Where(scheduler=machines.address)
    found = simulate(BOTS, where=where, progress=told.append)
    assert found.fault is None
    assert found == here
    assert told == sorted(set(told))
    assert len(told) > 2
    assert found.where == f"the cluster at {machines.address}"


def test_a_killed_workers_games_are_played_by_others_and_count_once(
    machines: Machines, here: Simulation
) -> None:
    machines.add("third")
    killed: list[str] = []

    def kill(done: int) -> None:
        if not killed:
            killed.append(machines.kill_a_busy_one())

    found = simulate(BOTS, where=Where(scheduler=machines.address), progress=kill)
    assert killed
    assert found.fault is None
    assert found == here


def test_what_goes_wrong_at_a_worker_is_raised_here(machines: Machines) -> None:
    with Cluster(Refused(), machines.address) as player:
        with pytest.raises(UsageInvalid, match="no more") as raised:
            list(player.play(range(20)))
        assert raised.value.remedy == "stop"


def test_ctrl_c_keeps_what_is_done_and_the_cluster_is_free_again(machines: Machines) -> None:
    def stop(done: int) -> None:
        raise KeyboardInterrupt

    found = simulate(LONG, where=Where(scheduler=machines.address), progress=stop)
    assert 0 < found.outcomes.games < LONG.games
    assert found.stopped == "interrupted"
    # the tasks that were given up would keep it busy for days
    again = simulate(PROGRAM, where=Where(scheduler=machines.address))
    assert again == simulate(PROGRAM)


def test_a_cluster_that_dies_leaves_what_is_done(tmp_path: Path) -> None:
    with Machines(tmp_path) as machines:
        where = Where(scheduler=machines.address, patience=0.5)
        with pytest.raises(ClusterUnreachable, match="has no workers"):
            simulate(LONG, where=where)
        machines.add("first")

        def kill_the_worker(done: int) -> None:
            machines.workers["first"].send_signal(signal.SIGKILL)

        found = simulate(LONG, where=where, progress=kill_the_worker)
        assert 0 < found.outcomes.games < LONG.games
        assert isinstance(found.fault, ClusterLost)
        assert "no worker for 0.5 seconds" in str(found.fault)
        machines.add("second")

        def kill_the_scheduler(done: int) -> None:
            machines.scheduler.send_signal(signal.SIGKILL)

        found = simulate(LONG, where=evolve(where, patience=5), progress=kill_the_scheduler)
    assert 0 < found.outcomes.games < LONG.games
    assert isinstance(found.fault, ClusterLost)
    assert "the scheduler has gone" in str(found.fault)
    assert found.to_json()["stopped"] == "cluster.lost"


def test_a_scheduler_that_falls_silent_is_not_waited_for(machines: Machines) -> None:
    def freeze(done: int) -> None:
        machines.scheduler.send_signal(signal.SIGSTOP)

    try:
        where = Where(scheduler=machines.address, patience=1)
        found = simulate(LONG, where=where, progress=freeze)
    finally:
        machines.scheduler.send_signal(signal.SIGCONT)
    assert 0 < found.outcomes.games < LONG.games
    assert isinstance(found.fault, ClusterLost)


@pytest.mark.parametrize(
    ("start", "told"),
    [
        ("import wargame; wargame.__version__ = '0.0.1'", r"has wargame 0\.0\.1, "),
        ("import sys; sys.modules['wargame'] = None", "has no wargame, "),
    ],
    ids=["another version", "none"],
)
def test_a_worker_of_another_version_is_refused(
    machines: Machines, tmp_path: Path, start: str, told: str
) -> None:
    (tmp_path / "sitecustomize.py").write_text(start)
    root = Path(module.__file__).parents[3]
    machines.add("old", environ={"PYTHONPATH": f"{tmp_path}:{root}"})
    try:
        with pytest.raises(ClusterMismatch, match=f"{told}and this is wargame {__version__}"):
            simulate(PROGRAM, where=Where(scheduler=machines.address))
    finally:
        process = machines.workers.pop("old")
        process.kill()
        process.wait()


def test_games_that_every_worker_dies_over_are_given_up() -> None:
    from distributed import KilledWorker

    class Killed:
        def result(self, *, timeout: float) -> None:
            raise KilledWorker("task", None, 3)  # type: ignore[no-untyped-call]

    with pytest.raises(WorkerLost, match="over games 3 to 8"):
        Cluster(Refused(), "")._result(Killed(), range(3, 9))


def test_a_worker_of_another_version_that_comes_later_refuses_its_games() -> None:
    with pytest.raises(ClusterMismatch, match=r"not 0\.0\.1"):
        module._play(("0.0.1", b""), 0, 1)


def test_a_silent_address_is_given_up_in_time() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(ClusterUnreachable, match=f"no scheduler answers at {address}"):
            simulate(PROGRAM, where=Where(scheduler=address, patience=0.5))


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "127.0.0.1:1", "tcp://nowhere.invalid:1"])
def test_an_address_where_nobody_is_is_told(address: str) -> None:
    with pytest.raises(ClusterUnreachable):
        simulate(PROGRAM, where=Where(scheduler=address, patience=0.5))


@pytest.mark.parametrize("address", ["smoke://signals", "tcp://", "tcp://host:port"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(UsageInvalid, match="is no address of a scheduler"):
        simulate(PROGRAM, where=Where(scheduler=address, patience=0.5))


def test_a_worker_that_does_not_answer_is_not_waited_for(machines: Machines) -> None:
    machines.add("frozen")
    frozen = machines.workers["frozen"]
    frozen.send_signal(signal.SIGSTOP)
    try:
        with pytest.raises(ClusterUnreachable, match="one that does not answer"):
            simulate(PROGRAM, where=Where(scheduler=machines.address, patience=0.5))
    finally:
        frozen.kill()
        machines.workers.pop("frozen").wait()


def test_without_the_extra_its_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(ExtraMissing, match=r"wargame\[cluster\]"),
        Cluster(Playouts.of(PROGRAM), "tcp://127.0.0.1:1"),
    ):
        pass
