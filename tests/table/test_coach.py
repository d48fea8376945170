"""The coach: what the seat saw when it ordered is all there is in a note; off stays off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.table.conftest import sit
from wargame.analysis.coaching import Advice
from wargame.table.coach import Coach
from wargame.table.memory import FILE, Memory, remembered
from wargame.table.moments import moment
from wargame.table.session import Session

SEAT = "averil"


@pytest.fixture(autouse=True)
def _interpreted(monkeypatch: pytest.MonkeyPatch) -> None:
    # a few games are played sooner than native code is made
    monkeypatch.setenv("WARGAME_NATIVE", "0")


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Session]:
    """Returns a game of one person against a bot, played to the second turn."""
    with sit(tmp_path, facilitator="auto", seats={SEAT: "human", "ossany": "doctrine"}) as session:
        play_turn(session)
        yield session


def play_turn(session: Session, *orders: str) -> None:
    """Gives these orders, or the first there is, and plays to the next time the seat is asked."""
    client, autopilot = session.client(SEAT), session.autopilot()

    def go_on() -> None:
        while autopilot.step():
            continue
        view = client.view()
        if view.node == "choice":
            client.decide(next(o.decision for o in view.options if o.kind == "choose"))
            go_on()

    go_on()
    first = next(o.id for o in client.view().options if o.kind == "order" and o.legal)
    for order in orders or (first,):
        client.decide(f"order {SEAT} {order}")
    client.decide(f"seal {SEAT}")
    go_on()


def coach_of(session: Session) -> Coach:
    return Coach(session, SEAT, playouts=100)


def note(session: Session, turn: int = 1, *, playouts: int = 200) -> Advice:
    advice = Coach(session, SEAT, playouts=playouts).advice(turn)
    assert advice is not None
    return advice


def test_only_one_person_alone_has_a_coach(tmp_path: Path) -> None:
    both = {SEAT: "human", "ossany": "human"}
    bots = {SEAT: "doctrine", "ossany": "doctrine"}
    one = {SEAT: "human", "ossany": "doctrine"}
    for number, (seats, facilitator) in enumerate(
        [(both, "auto"), (bots, "auto"), (one, "human"), (bots, "human")]
    ):
        with sit(tmp_path, name=f"g{number}", seats=seats, facilitator=facilitator) as session:
            assert Coach.of(session) is None
    with sit(tmp_path, name="alone", seats=one, facilitator="auto") as session:
        coach = Coach.of(session)
        assert coach is not None
        assert coach.seat == SEAT


def test_a_note_holds_every_order_that_was_possible_and_marks_the_given(alone: Session) -> None:
    with alone.locked() as course:
        found = moment(course, SEAT, 1)
    assert found is not None
    advice = note(alone)
    from wargame.bots.standpoint import Standpoint

    here = Standpoint.of(found.before, 0)
    possible = {here.program.orders[order] for order in here.orders()}
    assert {worth.order for worth in advice.worths} == possible | {""}
    assert {worth.order for worth in advice.given} == set(found.orders)
    assert advice.worths[0].short == 0
    assert [worth.short for worth in advice.worths] == sorted(w.short for w in advice.worths)
    for worth in advice.worths:
        assert worth.short == pytest.approx(advice.worths[0].mean - worth.mean)


def test_the_games_are_shared_out_alike(alone: Session) -> None:
    advice = note(alone, playouts=300)
    assert advice.games == 300 // len(advice.worths)


def test_a_note_is_the_same_when_it_is_made_again(alone: Session) -> None:
    assert note(alone) == note(alone)


def test_a_note_hangs_on_nothing_that_the_seat_did_not_see(alone: Session) -> None:
    from wargame.analysis.coaching import Moment, advise
    from wargame.kernel.sight import glimpse, hidden

    with alone.locked() as course:
        found = moment(course, SEAT, 1)
        assert found is not None
        point = next(p for p in course.line(course.at) if course.place(p).phase == "counsel")
        state = course.state(point)
    program, layout = alone.program, alone.program.layout
    secret = layout["AGENDA"] + program.teams.index("ossany")
    assert secret in hidden(program, state, SEAT)
    other = list(state)
    other[secret] = 3 - state[secret]
    other[layout["SEED_A"]] ^= 12345
    other[layout["T_silt"]] += 1
    seen, unseen = (glimpse(program, s, SEAT) for s in (state, other))
    notes = [advise(Moment(1, g, g, g, ()), playouts=100) for g in (seen, unseen)]
    assert notes[0] == notes[1]
    assert notes[0] is not None


def test_orders_that_were_taken_back_do_not_count(alone: Session) -> None:
    client = alone.client(SEAT)
    ids = [o.id for o in client.view().options if o.kind == "order" and o.legal]
    client.decide(f"order {SEAT} {ids[0]}")
    client.decide(f"recall {SEAT}")
    play_turn(alone, ids[1])
    with alone.locked() as course:
        found = moment(course, SEAT, 2)
    assert found is not None
    assert found.orders == (ids[1],)


def test_a_turn_that_goes_on_has_no_note(alone: Session) -> None:
    coach = coach_of(alone)
    assert coach.finished == 1
    assert coach.advice(2) is None
    play_turn(alone)
    play_turn(alone)
    assert alone.is_over
    assert coach.finished == 3
    assert coach.advice(3) is not None


def test_when_the_game_is_over_the_others_aims_lie_open(alone: Session) -> None:
    assert [leaning.share < 1 for leaning in note(alone).leanings] == [True]
    play_turn(alone)
    play_turn(alone)
    (leaning,) = note(alone, 3).leanings
    assert leaning.share == 1
    assert leaning.agenda == alone.client("public").view().team("ossany").agenda


def test_a_coach_that_is_stopped_says_nothing_and_can_be_asked_again(alone: Session) -> None:
    coach = coach_of(alone)
    asked: list[tuple[int, int]] = []

    def stop(done: int, whole: int) -> bool:
        asked.append((done, whole))
        return len(asked) < 3

    assert coach.advice(1, go_on=stop) is None
    whole = asked[0][1]
    assert asked == [(0, whole), (1, whole), (2, whole)]
    assert coach.advice(1) is not None


def test_a_note_is_made_once(alone: Session) -> None:
    coach = coach_of(alone)
    first = coach.advice(1)
    assert coach.advice(1, go_on=lambda done, whole: False) is first


def test_off_is_remembered_from_game_to_game(alone: Session, tmp_path: Path) -> None:
    coach = coach_of(alone)
    assert coach.is_on
    coach.switch()
    assert not coach_of(alone).is_on
    coach.switch()
    assert coach_of(alone).is_on
    assert remembered(tmp_path) == Memory()


def test_memory_keeps_what_it_is_told_and_forgets_what_cannot_be_read(tmp_path: Path) -> None:
    memory = Memory().with_lesson("river", "first").with_lesson("river", "second")
    memory.with_lesson("river", "first").with_coach(False).keep(tmp_path)
    assert remembered(tmp_path) == Memory(False, {"river": ("first", "second")})
    for broken in ("", "[]", "{", '{"coach": 3, "lessons": [1]}', '{"lessons": {"a": "b"}}'):
        (tmp_path / FILE).write_text(broken)
        assert remembered(tmp_path) == Memory()
