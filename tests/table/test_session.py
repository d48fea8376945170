from __future__ import annotations

import errno
import threading
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table.conftest import (
    finish,
    numbered,
    pass_once,
    reach,
    river,
    run,
    seated,
    sit,
    ticking,
)
from tests.table.test_journal import rewritten
from wargame.errors import (
    BotUnknown,
    DecisionIllegal,
    DecisionMalformed,
    DecisionStale,
    PhaseRefused,
    SaveDiverged,
    SaveExists,
    SaveLocked,
    SaveUnwritable,
    SeatRefused,
    UsageInvalid,
)
from wargame.kernel.decisions import Advance
from wargame.kernel.legal import decisions
from wargame.kernel.notation import parse
from wargame.kernel.play import begin, step
from wargame.kernel.setup import Setup
from wargame.kernel.view import Change, Statement
from wargame.scenario.model import Claim
from wargame.table import saves
from wargame.table.course import STRIDE
from wargame.table.disk import Disk
from wargame.table.reading import read
from wargame.table.session import Session


def test_a_game_begins_with_a_save_that_carries_its_scenario(tmp_path: Path) -> None:
    with sit(tmp_path, name="one", off=()) as session:
        assert session.name == "one"
        assert session.path == tmp_path / "one.jsonl"
        header = read(session.path).header
    assert header.texts == river().texts
    assert header.setup == session.setup
    assert header.title == river().about.title


def test_a_seat_that_is_not_mentioned_is_a_persons(tmp_path: Path) -> None:
    with sit(tmp_path, seats={"ossany": "human"}) as session:
        assert session.setup.seats == {"averil": "human", "ossany": "human"}


@pytest.mark.parametrize(
    ("change", "fault", "says"),
    [
        ({"seats": {"averl": "human"}}, UsageInvalid, "did you mean 'averil'"),
        ({"seats": {"averil": "nobody"}}, BotUnknown, "nobody"),
        ({"preset": "none"}, UsageInvalid, "none"),
        ({"off": ("none",)}, UsageInvalid, "none"),
        ({"seed": -1}, UsageInvalid, "-1"),
    ],
)
def test_a_set_up_that_does_not_fit_begins_nothing(
    tmp_path: Path, change: dict[str, Any], fault: type[Exception], says: str
) -> None:
    with pytest.raises(fault, match=says):
        sit(tmp_path, **change)
    assert list(tmp_path.iterdir()) == []


def test_a_name_is_used_once(tmp_path: Path) -> None:
    sit(tmp_path).close()
    with pytest.raises(SaveExists):
        sit(tmp_path)


def test_a_scenario_is_found_by_its_id(tmp_path: Path) -> None:
    with Session.start(seated(), name="a", save_dir=tmp_path) as session:
        assert session.program.scenario.id == "river"


@pytest.mark.parametrize(
    ("seat", "decision"),
    [
        ("averil", "seal ossany"),
        ("averil", "advance"),
        ("averil", "roll 1 1"),
        ("facilitator", "seal averil"),
        ("facilitator", "roll 1 1"),
        ("public", "advance"),
        ("public", "seal averil"),
    ],
)
def test_a_seat_decides_for_itself_alone(tmp_path: Path, seat: str, decision: str) -> None:
    with sit(tmp_path) as session:
        reach(session, "counsel")
        before = session.path.read_bytes()
        with pytest.raises(SeatRefused):
            session.client(seat).decide(decision)
        assert session.path.read_bytes() == before


def test_what_is_malformed_or_illegal_changes_nothing(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        reach(session, "counsel")
        before, state = session.path.read_bytes(), list(session.state)
        for decision, fault in (
            ("fly away", DecisionMalformed),
            ("order averil flytrap", DecisionMalformed),
            ("order averil dig_wells", DecisionIllegal),
        ):
            with pytest.raises(fault):
                session.client("averil").decide(decision)
        assert session.path.read_bytes() == before
        assert session.state == state


def test_there_are_no_other_seats(tmp_path: Path) -> None:
    with sit(tmp_path) as session, pytest.raises(UsageInvalid, match="did you mean 'ossany'"):
        session.client("osany")


def test_typed_dice_are_the_facilitators(tmp_path: Path) -> None:
    with sit(tmp_path, dice="typed") as session:
        reach(session, "counsel")
        session.client("ossany").decide("order ossany dig_wells")
        session.client("facilitator").decide("advance")
        session.client("facilitator").decide("advance")
        assert run(session) == 0
        assert session.autopilot().waiting_for() == ("facilitator",)
        pending = session.client("public").view().pending
        assert pending is not None
        faces = (1,) * pending.dice
        with pytest.raises(SeatRefused):
            session.client("ossany").decide("roll " + " ".join(map(str, faces)))
        session.client("facilitator").decide("roll " + " ".join(map(str, faces)))
        pending = session.client("public").view().pending
        assert pending is not None
        assert pending.faces == faces
        assert session.course.records[-1].seat == "facilitator"


def test_the_facilitator_may_let_the_engine_roll(tmp_path: Path) -> None:
    with sit(tmp_path, dice="typed") as session:
        facilitator = session.client("facilitator")
        reach(session, "counsel")
        with pytest.raises(PhaseRefused, match="no dice are to be rolled"):
            facilitator.roll()
        session.client("ossany").decide("order ossany dig_wells")
        facilitator.decide("advance")
        facilitator.decide("advance")
        facilitator.roll()
        assert facilitator.view().node == "ruling"
        assert session.course.records[-1].seat == "chance"


def test_a_note_is_read_with_its_tags(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        facilitator = session.client("facilitator")
        facilitator.note("They whisper", tags=("deal", "turn-one"))
        assert facilitator.view().log[-1].text == "They whisper #deal #turn-one"


def test_a_ruling_after_the_roll_leaves_its_reasons_as_they_were(tmp_path: Path) -> None:
    with sit(tmp_path, dice="typed") as session:
        facilitator = session.client("facilitator")
        reach(session, "counsel")
        session.client("ossany").decide("order ossany plant_second_crop")
        facilitator.decide("advance")
        facilitator.decide("advance")
        faces = (1,) * (facilitator.view().pending or pytest.fail("nothing to roll")).dice
        facilitator.decide("roll " + " ".join(map(str, faces)))
        facilitator.decide('rule [lake = 8, gates = joint] because "it rained"')
        pending = facilitator.view().pending
        assert pending is not None
        assert [addend.add for addend in pending.addends] == [0, 0]
        assert (pending.net, pending.total) == (0, sum(faces))
        facilitator.decide("accept")
        settled = facilitator.view().changes[-1]
        assert settled.kind == "outcome"
        assert [addend.add for addend in settled.addends] == [0, 0]


def test_a_full_disk_refuses_the_decision_and_the_game_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sit(tmp_path) as session:
        reach(session, "counsel")
        client = session.client("averil")
        before, view = session.path.read_bytes(), client.view()

        def fail(disk: Disk, file: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        with monkeypatch.context() as full:
            full.setattr(Disk, "sync", fail)
            for attempt in (
                lambda: client.decide("order averil close_gates"),
                lambda: client.note("a thought"),
                lambda: session.client("facilitator").undo(),
            ):
                with pytest.raises(SaveUnwritable):
                    attempt()
        assert session.path.read_bytes() == before
        assert client.view() == view
        client.decide("order averil close_gates")
    with Session.resume("game", save_dir=tmp_path) as again:
        assert again.client("averil").view().team("averil").orders[0].id == "close_gates"


def test_a_disk_that_fills_up_at_the_reveal_costs_only_the_notice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sit(tmp_path) as session:
        reach(session, "counsel")
        calls: list[int] = []

        def fail_later(disk: Disk, file: int) -> None:
            calls.append(file)
            if len(calls) == 2:
                raise OSError(errno.ENOSPC, "No space left on device")

        with monkeypatch.context() as full:
            full.setattr(Disk, "sync", fail_later)
            session.client("facilitator").decide("advance")
        assert session.client("public").view().phase == "unsealing"
        assert session.client("public").view().messages == ()
        assert session.course.records[-1].text("do") == "advance"


def test_a_decision_for_a_state_that_has_moved_on_is_stale(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        run(session)
        at = session.course.at
        session.client("facilitator").decide("advance")
        with pytest.raises(DecisionStale):
            session.play("facilitator", Advance(), at=at)


def test_messages_reach_whom_they_are_to(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        session.client("averil").say("to all \x1b[1m[/]")
        session.client("averil").say("to ossany", to="ossany")
        session.client("ossany").say("to the white cell", to="facilitator")
        session.client("facilitator").say("to the room", to="public")

        def read_by(seat: str) -> list[str]:
            return [message.text for message in session.client(seat).view().messages]

        assert read_by("public") == ["to all [1m[/]", "to the room"]
        assert read_by("averil") == ["to all [1m[/]", "to ossany", "to the room"]
        assert read_by("ossany")[1:3] == ["to ossany", "to the white cell"]
        assert len(read_by("facilitator")) == 4
        with pytest.raises(UsageInvalid, match="did you mean 'ossany'"):
            session.client("averil").say("hello", to="osany")
        with pytest.raises(UsageInvalid, match="empty"):
            session.client("averil").say(" \x07 ")
        with pytest.raises(SeatRefused):
            session.client("public").say("hello")


def test_notes_are_read_by_who_wrote_them(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        session.client("averil").note("they bluff", tags=("plan", " "))
        session.client("facilitator").note("going well")
        session.client("facilitator").bookmark("the turning point")
        finish(session)
        notes = {
            seat: [line.text for line in session.client(seat).view().log if line.kind == "note"]
            for seat in ("averil", "ossany", "facilitator", "public")
        }
        assert notes == {
            "averil": ["they bluff #plan"],
            "ossany": [],
            "facilitator": ["going well"],
            "public": [],
        }
        assert session.course.records[0].words("tags") == ("plan",)
        with pytest.raises(SeatRefused):
            session.client("public").note("hello")


def test_an_unseen_order_cannot_be_told_from_none_at_all(tmp_path: Path) -> None:
    def noon() -> datetime:
        return datetime(2024, 1, 1, 12, tzinfo=UTC)

    views = []
    for number, orders in enumerate(((), ("order averil close_gates",))):
        with sit(tmp_path, name=f"game-{number}", clock=noon) as session:
            reach(session, "counsel")
            for order in orders:
                session.client("averil").decide(order)
                session.client("averil").note("private")
                session.client("averil").say("to the white cell", to="facilitator")
            session.client("averil").decide("seal averil")
            session.client("ossany").say("hello")
            views.append([session.client(seat).view() for seat in ("ossany", "public")])
    assert repr(views[0]) == repr(views[1])


def test_arguments_are_shown_in_their_own_words_once_they_may_be(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        reach(session, "counsel")
        client, other = session.client("averil"), session.client("ossany")
        client.decide('argue averil "dropped" for "no"')
        client.decide("recall averil")
        client.decide('argue averil "The press comes" for "It was invited" "It is bored"')
        own = client.view().team("averil").orders
        assert [(order.claim, order.reasons) for order in own] == [
            ("The press comes", ("It was invited", "It is bored"))
        ]
        assert "The press comes" not in repr(other.view())
        facilitator = session.client("facilitator")
        facilitator.decide("advance")
        assert other.view().orders[0].claim == "The press comes"
        facilitator.decide("advance")
        pending = other.view().pending
        assert pending is not None
        assert (pending.kind, pending.claim) == ("weigh", "The press comes")
        facilitator.decide('weigh 1 success [harvest += 1] failure [] because "fair"')
        run(session)
        pending = other.view().pending
        assert pending is not None
        assert (pending.kind, pending.claim) == ("ruling", "The press comes")
        assert len(pending.faces) == pending.dice


def test_a_view_is_made_once_for_each_record(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        client = session.client("averil")
        first = client.view()
        assert client.view() is first
        session.client("ossany").say("hello")
        assert client.view() is not first


def test_changes_are_this_turns_and_last_turns(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        finish(session)
        turns = {change.turn for change in session.client("public").view().changes}
        assert turns == {2, 3}


def test_an_outcome_keeps_the_dice_of_the_journal_and_what_was_added(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        reach(session, "counsel")
        session.client("averil").decide("order averil close_gates +1")
        facilitator = session.client("facilitator")
        while not (told := _outcomes(session, "facilitator")):
            pass_once(session)
        ((settled, _),) = [each for each in facilitator.history() if each[1] == "accept"]
        assert told[0].record == settled
        assert told[0].faces == session.course.faces(settled) != ()
        assert "Points put on the roll" in {addend.why for addend in told[0].addends}
        added = sum(addend.add for addend in told[0].addends)
        assert told[0].total == sum(told[0].faces) + added
        assert [change.faces for change in _outcomes(session, "public")] == [told[0].faces]


def _outcomes(session: Session, seat: str) -> list[Change]:
    return [each for each in session.client(seat).view().changes if each.kind == "outcome"]


def test_every_seat_may_read_the_statements_of_the_source(tmp_path: Path) -> None:
    claims = {"V1.1": Claim(kind="claim", voice="article", text="The gate is the valley.")}
    scenario = evolve(river(), claims=claims)
    with Session.start(seated(), name="cited", save_dir=tmp_path, scenario=scenario) as session:
        for seat in (*scenario.teams, "facilitator", "public"):
            assert session.client(seat).statement("V1.1") == Statement(
                id="V1.1", kind="claim", voice="article", text="The gate is the valley."
            )
            for id in ("design", "fact", "", "V9.9"):
                assert session.client(seat).statement(id) is None


def test_the_facilitator_is_shown_the_health_of_the_record(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        facilitator = session.client("facilitator")
        empty = facilitator.view().health
        assert empty is not None
        assert (empty.records, empty.line) == (0, 0)
        assert empty.saved_at == read(session.path).header.created
        run(session)
        facilitator.note("x")
        facilitator.decide("advance")
        facilitator.undo()
        health = facilitator.view().health
        assert health is not None
        assert health.records == len(session.course.records)
        assert health.line == health.records - 3
        assert health.head == read(session.path).records[-1].hash[:12]
        assert health.save == str(session.path)
        assert session.client("averil").view().health is None


def test_listeners_hear_every_record_until_they_stop(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        heard: list[int] = []
        stop = session.client("averil").listen(lambda: heard.append(len(session.course.records)))
        session.client("ossany").say("hello")
        reach(session, "counsel")
        assert heard == list(range(1, len(session.course.records) + 1))
        heard.clear()
        session.client("facilitator").decide("advance")
        assert heard == [len(session.course.records)]  # the decision and the notice of the head
        with pytest.raises(SeatRefused):
            session.client("ossany").decide("advance")
        stop()
        stop()
        session.client("ossany").say("hello")
        assert len(heard) == 1


def test_undo_goes_back_before_the_last_decision_of_a_person(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        facilitator = session.client("facilitator")
        with pytest.raises(UsageInvalid, match="nothing to undo"):
            facilitator.undo()
        with pytest.raises(UsageInvalid, match="nothing to redo"):
            facilitator.redo()
        reach(session, "counsel")
        state, history = list(session.state), facilitator.history()
        session.client("ossany").decide("order ossany dig_wells")
        session.client("ossany").say("still here")
        facilitator.decide("advance")
        facilitator.decide("advance")
        played = run(session)
        assert played == 1
        assert facilitator.preview_undo()[0].startswith("roll")
        assert facilitator.preview_undo()[1] == "advance"
        facilitator.undo(reason="too fast")
        assert facilitator.preview_undo() == ("advance",)
        facilitator.undo()
        assert facilitator.preview_undo() == ("order ossany dig_wells",)
        facilitator.undo()
        assert session.state == state
        assert facilitator.history() == history
        view = session.client("public").view()
        assert [m.text for m in view.messages if m.sender == "ossany"] == ["still here"]
        assert next(line.text for line in view.log if line.kind == "goto") == (
            "The facilitator took play back: too fast"
        )
        for expected in ("order ossany dig_wells", "advance", "advance"):
            facilitator.redo()
            assert facilitator.history()[-1][1] == expected
        facilitator.redo()
        with pytest.raises(UsageInvalid, match="nothing to redo"):
            facilitator.redo()


def test_undo_of_what_chance_did_takes_one_decision(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        session.autopilot().step()
        session.autopilot().step()
        assert len(session.client("facilitator").preview_undo()) == 1


def test_a_new_decision_leaves_nothing_to_redo(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        facilitator = session.client("facilitator")
        reach(session, "counsel")
        session.client("ossany").decide("order ossany dig_wells")
        facilitator.undo()
        session.client("ossany").decide("seal ossany")
        with pytest.raises(UsageInvalid, match="nothing to redo"):
            facilitator.redo()


def test_undo_to_a_record_on_the_line(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        facilitator = session.client("facilitator")
        reach(session, "counsel")
        numbers = [number for number, _ in facilitator.history()]
        facilitator.undo(to=numbers[2])
        assert [number for number, _ in facilitator.history()] == numbers[:3]
        for to in (numbers[2], numbers[3], 999, -1):
            with pytest.raises(UsageInvalid, match=str(to)):
                facilitator.undo(to=to)
        facilitator.undo(to=0)
        assert facilitator.history() == ()
        facilitator.redo()
        assert facilitator.history() == ((numbers[0], session.course.records[0].text("do")),)


def test_a_team_takes_its_own_sealed_order_back_without_an_undo(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        reach(session, "counsel")
        session.client("averil").decide("order averil close_gates")
        session.client("averil").decide("seal averil")
        session.client("ossany").decide("order ossany dig_wells")
        session.client("averil").decide("recall averil")
        assert session.client("averil").view().team("averil").orders == ()
        assert len(session.client("ossany").view().team("ossany").orders) == 1
        assert [record.kind for record in session.course.records[-4:]] == ["decision"] * 4


def test_a_game_goes_on_where_it_was_left(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        reach(session, "counsel")
        session.client("averil").decide("order averil close_gates")
        session.client("facilitator").undo()
        session.client("averil").note("hm")
        session.client("facilitator").redo()
        views = [session.client(seat).view() for seat in ("averil", "ossany", "public")]
        with pytest.raises(SaveLocked):
            Session.resume("game", save_dir=tmp_path)
    with Session.resume("game", save_dir=tmp_path, clock=ticking(), salt=numbered()) as again:
        assert again.notices == ()
        assert [again.client(seat).view() for seat in ("averil", "ossany", "public")] == views
        again.client("facilitator").undo()
        finish(again)
    with Session.resume(tmp_path / "game.jsonl") as over:
        assert over.is_over
        assert run(over) == 0


def test_a_torn_record_is_noted_in_the_record(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        run(session)
    with session.path.open("ab") as file:
        file.write(b'{"at":"2024')
    with Session.resume("game", save_dir=tmp_path) as again:
        assert "torn" in again.notices[0]
        assert again.course.records[-1].text("text") == again.notices[0]
        assert any("torn" in line.text for line in again.client("facilitator").view().log)
        assert not any("torn" in line.text for line in again.client("averil").view().log)


@pytest.mark.parametrize(
    "change",
    [
        {"body": {"do": "advance", "turn": 1, "phase": "dawn", "over": False}},
        {"body": {"do": "fly", "turn": 1, "phase": "dawn", "over": False}},
        {"body": {}},
        {"digest": "0" * 16},
        {"kind": "goto", "body": {"to": 99}},
    ],
)
def test_a_record_that_does_not_play_again_is_named(
    tmp_path: Path, change: dict[str, object]
) -> None:
    with sit(tmp_path) as session:
        run(session)
    rewritten(session.path, change, line=2)
    session.path.with_suffix(".head").unlink()
    for _ in range(2):  # the save was let go
        with pytest.raises(SaveDiverged) as caught:
            Session.resume("game", save_dir=tmp_path)
        assert caught.value.record == 2


def test_a_record_may_not_follow_what_is_no_decision(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        session.client("averil").note("x")
        session.client("averil").note("y")
    rewritten(session.path, {"parent": 1}, line=2)
    with pytest.raises(SaveDiverged, match="follows record 1, which is no decision"):
        Session.resume("game", save_dir=tmp_path)


def test_a_save_that_ships_is_played_on_in_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = tmp_path / "shipped"
    monkeypatch.setattr(saves, "shipped_dir", lambda: shipped)
    with sit(shipped, name="example") as session:
        run(session)
    before = session.path.read_bytes()
    with Session.resume("example", save_dir=tmp_path / "own") as again:
        assert again.path == tmp_path / "own" / "example-1.jsonl"
        again.client("facilitator").decide("advance")
    assert session.path.read_bytes() == before


def test_many_threads_write_one_chain(tmp_path: Path) -> None:
    with sit(tmp_path) as session:

        def chat(seat: str) -> None:
            for number in range(20):
                session.client(seat).say(f"{seat} {number}")
                session.client(seat).view()

        threads = [threading.Thread(target=chat, args=(s,)) for s in ("averil", "ossany")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(session.client("public").view().messages) == 40
    assert read(session.path).notices == ()


def folded(session: Session) -> list[int]:
    """Returns the state by the plainest fold: from the start, along the parents in the file."""
    records = {record.n: record for record in read(session.path).records}
    at = 0
    for record in records.values():
        at = {"decision": record.n, "goto": record.number("to")}.get(record.kind, at)
    line = []
    while at:
        line.insert(0, records[at])
        at = records[at].parent
    setup = session.setup
    state = begin(session.program, Setup(setup.preset, setup.seed, setup.off))
    for record in line:
        state = step(session.program, state, parse(record.text("do")))
    return state


ACTIONS = st.sampled_from(["play"] * 6 + ["undo", "undo to", "redo", "note", "resume"])


@given(st.lists(st.tuples(ACTIONS, st.integers(0, 10**6)), max_size=60))
@settings(max_examples=25)
def test_any_undo_and_redo_is_the_fold_of_its_line(actions: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as name:
        session = sit(Path(name))
        for action, number in actions:
            facilitator = session.client("facilitator")
            try:
                if action == "play":
                    play_any(session, number)
                elif action == "undo":
                    facilitator.undo()
                elif action == "undo to":
                    points = [0, *(n for n, _ in facilitator.history())]
                    facilitator.undo(to=points[number % len(points)])
                elif action == "redo":
                    facilitator.redo()
                elif action == "note":
                    facilitator.note("x")
                else:
                    session.close()
                    session = Session.resume("game", save_dir=Path(name))
            except UsageInvalid:
                continue
            assert session.state == folded(session)
        session.close()


def play_any(session: Session, number: int) -> None:
    if session.is_over:
        return
    seats = ("averil", "ossany", "facilitator", "chance")
    possible = [(s, d) for s in seats for d in decisions(session.program, session.state, s)]
    seat, decision = possible[number % len(possible)]
    session.play(seat, decision)


def test_every_point_of_a_long_game_is_a_few_steps_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sit(tmp_path) as session:
        reach(session, "counsel")
        for _ in range(150):
            session.client("averil").decide("seal averil")
            session.client("averil").decide("recall averil")
        course = session.course
        steps: list[object] = []

        def counted(*arguments: Any) -> list[int]:
            steps.append(arguments)
            return step(*arguments)

        monkeypatch.setattr("wargame.table.course.step", counted)
        for point in course.line(course.at):
            steps.clear()
            course.state(point)
            assert len(steps) < STRIDE


def test_set_ups_are_told_apart() -> None:
    with pytest.raises(UsageInvalid, match="did you mean 'human'"):
        seated(facilitator="humn")
    assert evolve(seated(), dice="typed").is_human("chance")


def test_play_may_go_to_a_line_that_was_left(tmp_path: Path) -> None:
    with sit(tmp_path) as session:
        reach(session, "counsel")
        session.client("ossany").decide("order ossany dig_wells")
        left = session.course.at
        session.client("facilitator").undo()
        session.client("ossany").decide("seal ossany")
        session.move(left, way="redo")
        assert session.client("facilitator").history()[-1] == (left, "order ossany dig_wells")
        assert session.state == folded(session)
        with pytest.raises(UsageInvalid, match="nothing to redo"):
            session.client("facilitator").redo()


def test_what_was_traced_is_forgotten_when_there_is_much_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wargame.table.outlook.RECENT", 2)
    with sit(tmp_path, name="few") as session:
        finish(session)
        few = session.client("public").view().changes
    monkeypatch.undo()
    with Session.resume(tmp_path / "few.jsonl") as again:
        assert again.client("public").view().changes == few
