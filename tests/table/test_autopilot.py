from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.table.conftest import finish, reach, run, sit
from wargame.errors import DecisionIllegal
from wargame.kernel.decisions import Answer, Choose, Decision, Offer, Seal
from wargame.kernel.sight import Glimpse
from wargame.table import autopilot
from wargame.table.session import Session
from wargame.table.setup import TableSetup

BOTS = {"averil": "random", "ossany": "random"}
ONE = Offer("ossany", "averil", "power_contract", 2, "", 0)
TWO = Offer("ossany", "averil", "", 0, "second_key", 3)


class Scripted:
    """Says what it is told to say, once a turn, and seals; notes what it was asked."""

    asked: list[tuple[str, str]]
    says: Callable[[Glimpse], tuple[Decision, ...]]

    def __init__(self, name: str, *, seed: int) -> None:
        self.name = name
        self.seed = seed

    def decide(self, seen: Glimpse) -> Decision:
        self.asked.append((seen.seat, "decide"))
        return Seal(seen.seat)

    def talk(self, seen: Glimpse) -> tuple[Decision, ...]:
        self.asked.append((seen.seat, "talk"))
        return type(self).says(seen)


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> type[Scripted]:
    class Bot(Scripted):
        asked: list[tuple[str, str]] = []  # noqa: RUF012
        says = staticmethod(lambda seen: ())

    monkeypatch.setattr(autopilot, "make", Bot)
    return Bot


def kinds(session: Session) -> list[str]:
    return [record.text("do").split(" ")[0] for record in session.course.records]


def test_bots_play_a_game_to_its_end(tmp_path: Path) -> None:
    with sit(tmp_path, seats=BOTS, facilitator="auto") as session:
        assert run(session) > 20
        assert session.is_over
        assert session.autopilot().waiting_for() == ()
        assert {record.seat for record in session.course.records} == {
            *("averil", "ossany", "chance", "facilitator", "public")
        }


def test_the_same_set_up_gives_the_same_game(tmp_path: Path) -> None:
    games = []
    for name in ("one", "two"):
        with sit(tmp_path, name=name, seats=BOTS, facilitator="auto") as session:
            run(session)
            games.append([record.text("do") for record in session.course.records])
    assert games[0] == games[1]


def test_people_are_waited_for(tmp_path: Path) -> None:
    with sit(tmp_path, seats={"averil": "human", "ossany": "random"}) as session:
        run(session)
        assert session.autopilot().waiting_for() == ("facilitator",)
        reach(session, "counsel")
        assert session.autopilot().waiting_for() == ("averil",)
        session.client("averil").decide("seal averil")
        assert session.autopilot().waiting_for() == ()
        assert run(session) > 0
        assert session.autopilot().waiting_for() == ("facilitator",)


def test_nobody_waits_for_a_facilitator_who_is_not_there(tmp_path: Path) -> None:
    with sit(tmp_path, facilitator="auto") as session:
        run(session)
        view = session.client("averil").view()
        assert view.phase == "counsel" or view.node == "choice"
        assert "facilitator" not in session.autopilot().waiting_for()


def test_an_argument_that_nobody_can_weigh_weighs_nothing(tmp_path: Path) -> None:
    with sit(tmp_path, facilitator="auto") as session:
        run(session)
        while session.client("averil").view().node == "choice":
            seat = session.autopilot().waiting_for()[0]
            options = session.client(seat).view().options
            session.client(seat).decide(options[0].decision)
            run(session)
        session.client("averil").decide('argue averil "Rain comes"')
        session.client("averil").decide("seal averil")
        session.client("ossany").decide("seal ossany")
        run(session)
        assert 'weigh +0 success [] failure [] because "nobody facilitates' in " ".join(
            record.text("do") for record in session.course.records
        )
        assert "accept" in kinds(session)


def test_bots_seal_after_the_people_so_that_they_can_still_answer(
    tmp_path: Path, scripted: type[Scripted]
) -> None:
    def yes(seen: Glimpse) -> tuple[Decision, ...]:
        return (Answer("ossany", 1, True),)

    scripted.says = staticmethod(yes)
    with sit(tmp_path, seats={"ossany": "bot"}) as session:
        reach(session, "counsel")
        assert "answer" not in kinds(session)
        session.client("averil").decide("offer averil ossany give lake_low by 2")
        assert run(session) == 1
        assert kinds(session)[-1] == "answer"
        assert not session.client("public").view().team("ossany").sealed
        session.client("averil").decide("seal averil")
        run(session)
        assert session.client("public").view().team("ossany").sealed


def test_a_bot_is_asked_again_only_when_somebody_else_has_talked(
    tmp_path: Path, scripted: type[Scripted]
) -> None:
    with sit(tmp_path, seats={"ossany": "bot"}) as session:
        pilot = session.autopilot()
        reach(session, "parley")
        scripted.asked.clear()

        def play() -> int:
            while pilot.step():
                pass
            return scripted.asked.count(("ossany", "talk"))

        assert [play(), play()] == [1, 1]
        session.client("averil").note("a note is no talk")
        assert play() == 1
        session.client("averil").decide("offer averil ossany give lake_low by 2")
        assert [play(), play()] == [2, 2]
        session.client("facilitator").undo()
        assert play() == 2
        session.client("averil").decide("offer averil ossany give lake_low by 2")
        assert play() == 3
        session.client("facilitator").undo(to=session.course.line(session.course.at)[0])
        reach(session, "parley")
        assert play() > 3


def test_what_a_bot_says_is_played_one_by_one_and_what_is_refused_is_dropped(
    tmp_path: Path, scripted: type[Scripted]
) -> None:
    def offers(seen: Glimpse) -> tuple[Decision, ...]:
        if any(asked == (seen.seat, "talk") for asked in scripted.asked[:-1]):
            return ()
        return (Answer("ossany", 8, True), ONE, TWO)

    scripted.says = staticmethod(offers)
    with sit(tmp_path, seats={"ossany": "bot"}) as session:
        facilitator = session.client("facilitator")
        pilot = session.autopilot()
        while session.client("public").view().phase != "parley":
            while pilot.step():
                pass
            view = facilitator.view()
            if view.node == "choice":
                seat = view.waiting_for[0]
                session.client(seat).decide(session.client(seat).view().options[0].decision)
            elif view.phase != "parley":
                facilitator.decide("advance")
        # The answer is to no offer; the first offer is made, the second is still to be said.
        assert pilot.step()
        assert kinds(session)[-1] == "offer"
        assert len(session.client("averil").view().offers) == 1
        facilitator.undo(to=session.course.parent(session.course.at))
        # What was still to be said belonged to a line that goes on.
        assert pilot.step()
        assert session.client("averil").view().offers[0].want == "second_key"
        assert not pilot.step()


def test_what_was_to_be_said_on_a_line_that_was_left_is_not_said(
    tmp_path: Path, scripted: type[Scripted]
) -> None:
    def offers(seen: Glimpse) -> tuple[Decision, ...]:
        asked = [seat for seat, what in scripted.asked if what == "talk"]
        return (ONE, TWO) if len(asked) == 1 else ()

    scripted.says = staticmethod(offers)
    with sit(tmp_path, seats={"ossany": "bot"}) as session:
        facilitator = session.client("facilitator")
        pilot = session.autopilot()
        while not session.client("averil").view().offers:
            if not pilot.step():
                facilitator.decide("advance")
        facilitator.undo(to=session.course.line(session.course.at)[0])
        while session.client("public").view().phase != "counsel":
            if not pilot.step():
                facilitator.decide("advance")
        assert session.client("averil").view().offers == ()


def test_a_bot_is_asked_again_when_it_is_talked_to_and_not_when_others_talk(
    tmp_path: Path, scripted: type[Scripted]
) -> None:
    people = dict.fromkeys(("ankara", "washington", "brussels"), "human")
    setup = TableSetup(
        scenario="s400", seed=5, seats={**people, "moscow": "bot"}, facilitator="human"
    )
    with Session.start(setup, name="game", save_dir=tmp_path) as session:
        while not scripted.asked:
            if not session.autopilot().step():
                session.client("facilitator").decide("advance")
        pilot = session.autopilot()
        run(session, pilot)
        asked = len(scripted.asked)
        session.client("washington").decide("offer washington ankara give waiver by 2")
        session.client("ankara").decide("answer ankara 1 yes")
        run(session, pilot)
        assert len(scripted.asked) == asked
        session.client("ankara").decide("offer ankara moscow give take_it_in by 2")
        run(session, pilot)
        assert len(scripted.asked) == asked + 1


def test_a_bot_that_breaks_the_rules_is_a_fault_that_shows(
    tmp_path: Path, scripted: type[Scripted], monkeypatch: pytest.MonkeyPatch
) -> None:
    with sit(tmp_path, seats={"averil": "bot", "ossany": "bot"}) as session:
        reach(session, "dusk")
        monkeypatch.setattr(scripted, "decide", lambda bot, seen: Choose(seen.seat, "nothing"))
        with pytest.raises(DecisionIllegal):
            finish(session)


def test_what_a_bot_decides_for_a_state_that_has_moved_on_is_dropped(
    tmp_path: Path, scripted: type[Scripted], monkeypatch: pytest.MonkeyPatch
) -> None:
    with sit(tmp_path, seats={"ossany": "bot"}) as session:
        reach(session, "counsel")
        session.client("averil").decide("seal averil")
        asked: list[str] = []

        def slow(bot: Scripted, seen: Glimpse) -> Decision:
            asked.append(seen.seat)
            if len(asked) == 1:
                session.client("averil").decide("recall averil")
            return Seal(seen.seat)

        monkeypatch.setattr(scripted, "decide", slow)
        assert not session.autopilot().step()
        assert asked == ["ossany"]
        assert not session.client("public").view().team("ossany").sealed


def test_two_threads_that_play_on_play_one_game(tmp_path: Path) -> None:
    with sit(tmp_path, seats=BOTS, facilitator="auto") as session:
        pilot = session.autopilot()

        def play() -> None:
            while pilot.step():
                pass

        threads = [threading.Thread(target=play) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert session.is_over
        alone = sit(tmp_path, name="alone", seats=BOTS, facilitator="auto")
        run(alone)
        assert kinds(alone) == kinds(session)
        alone.close()
