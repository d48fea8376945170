from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.analysis.work import Deadly, Endless, Numbers, Refused
from wargame.analysis.executors import Executor, InTurn, Processes, Threads
from wargame.analysis.executors.work import TRIES, chunk_size, chunks
from wargame.errors import UsageInvalid, WorkerLost

HERE: dict[str, Callable[[Any], Executor[tuple[int, ...]]]] = {
    "in turn": InTurn,
    "threads": lambda work: Threads(work, 3),
    "processes": lambda work: Processes(work, 2),
}
everywhere = pytest.mark.parametrize("executor", HERE.values(), ids=HERE.keys())


@everywhere
def test_every_game_is_played_once(
    executor: Callable[[Any], Executor[tuple[int, ...]]],
) -> None:
    with executor(Numbers()) as player:
        for games in (range(103), range(103, 110), range(110, 110)):
            found = list(player.play(games))
            assert all(tuple(chunk) == result for chunk, result in found)
            assert sorted(n for _, result in found for n in result) == list(games)


@everywhere
def test_what_goes_wrong_is_raised_where_it_was_asked_for(
    executor: Callable[[Any], Executor[tuple[int, ...]]],
) -> None:
    done = []
    with executor(Refused()) as player, pytest.raises(UsageInvalid, match="no more") as raised:
        done += [chunk for chunk, _ in player.play(range(20))]
    assert raised.value.remedy == "stop"
    assert all(chunk.stop <= 5 for chunk in done)


def test_a_chunk_whose_process_is_killed_is_played_again(tmp_path: Path) -> None:
    with Processes(Deadly(tmp_path, TRIES - 1), 2) as player:
        found = list(player.play(range(40)))
    assert len(list(tmp_path.iterdir())) == TRIES - 1
    assert sorted(n for _, result in found for n in result) == list(range(40))


def test_a_chunk_that_kills_every_process_is_given_up(tmp_path: Path) -> None:
    with (
        Processes(Deadly(tmp_path, 99), 1) as player,
        pytest.raises(WorkerLost, match=r"games 5 to 9 \(exit code -9\)"),
    ):
        list(player.play(range(40)))
    assert len(list(tmp_path.iterdir())) == TRIES


def test_leaving_does_not_wait_for_a_game() -> None:
    with Processes(Endless(), 2) as player:
        games = player.play(range(4))
        assert next(games) == (range(1), (0,))
        started = [worker.process for worker in player._busy.values()]
    assert started
    assert not any(process.is_alive() for process in started)


def test_chunks_are_at_least_one_game_and_leave_nobody_idle() -> None:
    assert list(chunks(range(3, 8), 2)) == [range(3, 5), range(5, 7), range(7, 8)]
    assert list(chunks(range(2), 0)) == [range(1), range(1, 2)]
    assert chunk_size(range(100), size=80, workers=4) == 25
    assert chunk_size(range(1000), size=80, workers=4) == 80
    assert chunk_size(range(2), size=80, workers=4) == 1
