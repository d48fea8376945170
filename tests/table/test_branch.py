"""What if: a game of its own from the middle of a recorded one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.table.conftest import finish, reach, sit
from wargame.errors import SeatRefused, UsageInvalid
from wargame.kernel.view import FACILITATOR, PUBLIC
from wargame.table.branch import branch, seated
from wargame.table.reading import read
from wargame.table.replay import Replay
from wargame.table.session import Session
from wargame.table.setup import TableSetup
from wargame.table.verify import verify

SECRET = "order averil close_gates"


@pytest.fixture
def finished(tmp_path: Path) -> Path:
    """A game in which an order was taken back, and something said, before another was given."""
    with sit(tmp_path, name="finished") as session:
        reach(session, "counsel")
        session.client("averil").decide("order averil run_turbines")
        session.client("averil").say("hold the line", to=FACILITATOR)
        session.client(FACILITATOR).undo()
        session.client("averil").decide(SECRET)
        finish(session)
    return session.path


def ordered(replay: Replay) -> int:
    return next(record.number for record in replay.records if record.decision == SECRET)


def test_it_begins_as_the_record_did_and_goes_on_otherwise(finished: Path, tmp_path: Path) -> None:
    replay, before = Replay.open(finished), finished.read_bytes()
    replay.seek(ordered(replay))
    path = branch(replay, PUBLIC, save_dir=tmp_path / "other")
    assert path == tmp_path / "other" / "finished-if-1.jsonl"
    assert verify(path).ok
    assert finished.read_bytes() == before
    with Session.resume(path) as session:
        for seat in ("averil", FACILITATOR):
            was, now = replay.view(seat), session.view(seat)
            assert (now.turn, now.phase, now.gauges) == (was.turn, was.phase, was.gauges)
            assert now.options == was.options
        assert session.view("averil").messages == ()
        finish(session)
        assert session.is_over


def test_the_record_says_where_it_comes_from(finished: Path, tmp_path: Path) -> None:
    replay = Replay.open(finished)
    replay.seek(ordered(replay))
    *_, last = read(branch(replay, PUBLIC, save_dir=tmp_path)).records
    number = next(record.n for record in read(finished).records if record.body.get("do") == SECRET)
    assert last.text("text") == f"This game begins as finished did, up to record {number}."


def test_from_the_start_it_is_a_new_game_of_the_same_chance(finished: Path, tmp_path: Path) -> None:
    path = branch(Replay.open(finished), PUBLIC, save_dir=tmp_path)
    assert [record.kind for record in read(path).records] == ["note"]
    assert read(path).header.setup == read(finished).header.setup


def test_whoever_looks_takes_the_seat() -> None:
    setup = TableSetup(scenario="river", seed=1, seats={"averil": "random", "ossany": "random"})
    assert seated(setup, PUBLIC) == setup
    assert seated(setup, "averil").seats == {"averil": "human", "ossany": "random"}
    assert seated(setup, FACILITATOR).facilitator == "human"


def test_nothing_goes_on_after_the_end(finished: Path, tmp_path: Path) -> None:
    replay = Replay.open(finished)
    replay.seek(len(replay))
    with pytest.raises(UsageInvalid, match="the game is over there"):
        branch(replay, PUBLIC, save_dir=tmp_path)


def test_a_running_game_keeps_its_secrets(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        reach(session, "counsel")
        session.client("averil").decide(SECRET)
    with pytest.raises(SeatRefused):
        branch(Replay.open(session.path), PUBLIC, save_dir=tmp_path)
    revealed = Replay.open(session.path, reveal=True)
    assert branch(revealed, PUBLIC, save_dir=tmp_path).exists()
