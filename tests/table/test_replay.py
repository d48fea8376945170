from __future__ import annotations

from pathlib import Path

import pytest

from tests.table.conftest import finish, reach, run, sit
from tests.table.test_journal import rewritten
from wargame.errors import SaveMissing, SeatRefused, UsageInvalid
from wargame.table.export import export
from wargame.table.reading import read
from wargame.table.replay import Replay
from wargame.table.swings import big
from wargame.table.verify import verify

SECRET = "order averil close_gates"


@pytest.fixture
def running(tmp_path: Path) -> Path:
    """A game in which an order is sealed, one was taken back, and a message is private."""
    with sit(tmp_path) as session:
        reach(session, "counsel")
        session.client("averil").decide("order averil run_turbines")
        session.client("facilitator").undo()
        session.client("averil").decide(SECRET)
        session.client("averil").say("hold the line", to="facilitator")
        session.client("averil").decide("seal averil")
    return session.path


@pytest.fixture
def finished(tmp_path: Path) -> Path:
    with sit(tmp_path, name="finished") as session:
        reach(session, "counsel")
        session.client("averil").decide(SECRET)
        finish(session)
    return session.path


def test_swings_are_where_the_board_moves(finished: Path) -> None:
    replay = Replay.open(finished)
    swings = replay.swings("public")
    assert len(swings) == len(replay)
    for number, one in enumerate(swings, start=1):
        replay.seek(number - 1)
        before = {gauge.id: gauge.value for gauge in replay.view("public").gauges}
        replay.seek(number)
        after = {gauge.id: gauge.value for gauge in replay.view("public").gauges}
        assert (one > 0) == (before != after)
    replay.seek(0)
    first = replay.next_swing("public")
    assert swings[first - 1] >= max(swings) / 10
    replay.seek(len(replay))
    assert replay.next_swing("public") == len(replay)
    assert replay.previous_swing("public") >= first


def test_big_swings_are_the_largest_tenth() -> None:
    assert big(()) == big((0.0, 0.01)) == ()
    assert big((0.0, 0.5, 0.2)) == (1,)
    assert big([1.0] * 3) == (0, 1, 2)
    assert len(big([float(n) for n in range(1, 101)])) == 10


def test_swings_keep_secrets_too(running: Path) -> None:
    replay = Replay.open(running)
    with pytest.raises(SeatRefused):
        replay.swings("averil")
    assert len(replay.swings("public")) == len(replay)


def test_a_finished_game_is_open(finished: Path) -> None:
    replay = Replay.open(finished)
    assert replay.is_over
    assert [line.number for line in replay.records] == list(range(1, len(replay) + 1))
    assert SECRET in [line.decision for line in replay.records]
    for seat in ("averil", "ossany", "public", "facilitator"):
        replay.seek(len(replay))
        assert replay.view(seat).ending is not None
    assert set(replay.scores()) == {"averil", "ossany"}


def test_every_position_shows_what_the_seat_saw_then(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        seen = [{seat: session.client(seat).view() for seat in ("averil", "ossany", "public")}]

        def look() -> None:
            views = {seat: session.client(seat).view() for seat in seen[0]}
            seen.append(views)

        session.client("public").listen(look)
        reach(session, "counsel")
        session.client("averil").decide(SECRET)
        session.client("averil").note("x")
        session.client("facilitator").undo()
        session.client("ossany").say("hello")
        session.client("ossany").decide("order ossany dig_wells")
        count = len(session.course.records)
    assert len(seen) == count + 1
    replay = Replay.open("game", save_dir=tmp_path, reveal=True)
    for index, views in enumerate(seen):
        replay.seek(index)
        assert {seat: replay.view(seat) for seat in views} == views
    replay.seek(0)
    assert {seat: replay.view(seat) for seat in seen[0]} == seen[0]


def test_a_running_game_shows_a_seat_what_that_seat_may_see(running: Path) -> None:
    public = Replay.open(running)
    assert not public.is_open
    text = repr(public.records)
    assert "close_gates" not in text
    assert "run_turbines" not in text
    assert "hold the line" not in text
    assert [line.number for line in public.records] == list(range(1, len(public) + 1))
    for seat in ("averil", "ossany", "facilitator"):
        with pytest.raises(SeatRefused):
            public.view(seat)
    with pytest.raises(SeatRefused):
        public.scores()
    public.seek(len(public))
    assert public.view("public").phase == "counsel"

    own = Replay.open(running, seat="averil")
    own.seek(len(own))
    assert [order.id for order in own.view("averil").team("averil").orders] == ["close_gates"]
    assert SECRET in [line.decision for line in own.records]
    with pytest.raises(SeatRefused):
        own.view("ossany")
    with pytest.raises(SeatRefused):
        Replay.open(running, seat="facilitator")
    with pytest.raises(UsageInvalid, match="one of: averil"):
        Replay.open(running, seat="north")


def test_the_facilitator_may_reveal_a_running_game(running: Path) -> None:
    replay = Replay.open(running, reveal=True)
    assert len(replay) == len(read(running).records)
    off = [line.decision for line in replay.records if not line.on_line]
    assert off == ["order averil run_turbines"]
    replay.seek(len(replay))
    assert "close_gates" in repr(replay.view("facilitator").teams)
    assert replay.scores()


def test_a_replay_takes_no_lock(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        run(session)
        assert len(Replay.open("game", save_dir=tmp_path)) > 0


def test_positions_are_cut_to_the_game(finished: Path) -> None:
    replay = Replay.open(finished)
    replay.seek(10**9)
    assert replay.position == len(replay)
    replay.seek(-5)
    assert replay.position == 0


def test_steps_of_a_phase_and_of_a_turn(finished: Path) -> None:
    replay = Replay.open(finished)

    def at(index: int) -> tuple[int, str]:
        replay.seek(index)
        view = replay.view("public")
        return view.turn, view.phase

    forward = []
    while replay.position < len(replay):
        forward.append(at(replay.next_phase()))
    phases = list(replay.program.phases)
    expected = [(turn, phase) for turn in (1, 2, 3) for phase in phases]
    assert forward[: len(expected)] == expected
    back = []
    while replay.position > 0:
        back.append(at(replay.previous_phase()))
    assert back == [*expected[::-1], (1, "")]
    turns = []
    while replay.position < len(replay):
        turns.append(at(replay.next_turn())[0])
    assert turns == [2, 3, 3]
    assert at(replay.previous_turn()) == (3, phases[0])
    assert at(replay.previous_turn()) == (2, phases[0])
    assert at(replay.previous_turn()) == (1, "")


def test_a_damaged_save_is_shown_up_to_the_damage(finished: Path) -> None:
    lines = finished.read_bytes().splitlines(keepends=True)
    lines[9] = lines[9].replace(b"decision", b"decisioN")
    finished.write_bytes(b"".join(lines))
    replay = Replay.open(finished)
    assert len(replay._course.records) == 8
    assert "record 9" in replay.notices[0]
    found = verify(finished)
    assert not found.ok
    assert found.records == 8


def test_a_save_that_diverges_is_shown_up_to_there(finished: Path) -> None:
    rewritten(finished, {"body": {"do": "recall ossany"}}, line=4)
    replay = Replay.open(finished, reveal=True)
    assert len(replay) == 3
    assert any("record 4" in notice for notice in replay.notices)
    assert "recall ossany" in verify(finished).problem


def test_a_missing_save(tmp_path: Path) -> None:
    with pytest.raises(SaveMissing):
        Replay.open("none", save_dir=tmp_path)


def test_verify_counts_what_it_has_checked(finished: Path) -> None:
    found = verify(finished)
    assert found.ok
    assert found.head_matches
    assert found.line < found.records == len(read(finished).records)
    assert found.digests_checked == sum(bool(record.digest) for record in read(finished).records)
    assert found.digests_checked == found.line // 16 + 1
    assert found.head == read(finished).records[-1].hash


def test_verify_finds_a_truncation(finished: Path) -> None:
    lines = finished.read_bytes().splitlines(keepends=True)
    finished.write_bytes(b"".join(lines[:-1]))
    found = verify(finished)
    assert not found.head_matches
    assert "missing" in found.problem


def test_verify_of_a_game_that_has_only_begun(tmp_path: Path) -> None:
    sit(tmp_path).close()
    assert verify(tmp_path / "game.jsonl").ok


def test_an_export_of_a_running_game_keeps_its_secrets(running: Path) -> None:
    document = export(running)
    assert "close_gates" not in repr(document)
    assert document["scores"] is None
    assert "texts" not in document
    setup = document["setup"]
    assert isinstance(setup, dict)
    assert "seed" not in setup
    salts = [record.salt for record in read(running).records]
    whole = export(running, reveal=True, texts=True)
    assert "close_gates" in repr(whole)
    assert whole["texts"] == read(running).header.texts
    assert not any(salt in repr(whole["records"]) for salt in salts)


def test_an_export_of_a_finished_game_has_its_scores(finished: Path) -> None:
    document = export(finished)
    assert document["over"]
    assert document["scores"] == Replay.open(finished).scores()
    assert document["records"]
