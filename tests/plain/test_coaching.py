"""The coach's words: exact, short, and honest about chance; and its commands in plain mode."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.plain.conftest import Script
from wargame.analysis.coaching import Advice, Leaning, Worth
from wargame.plain.coaching import hint, note
from wargame.plain.game import Game
from wargame.table.coach import Coach
from wargame.table.session import Session

Start = Callable[..., Session]

DIG = Worth("dig", "Dig", True, 5.1, 0.5, 0.2)
CLIMB = Worth("climb", "Climb", False, 5.6, 0.0, 0.0)
WAIT = Worth("", "", False, 5.4, 0.2, 0.3)


def advice(*worths: Worth, **given: object) -> Advice:
    fields = {"turn": 2, "games": 180, "worths": worths, "leanings": (), "lost": ()}
    return Advice(**{**fields, **given})  # type: ignore[arg-type]


def test_the_note_says_what_each_order_came_to_and_what_the_number_is() -> None:
    leanings = (Leaning("South", "Thirst", 0.62), Leaning("East", "", 0.4))
    assert list(note(advice(CLIMB, WAIT, DIG, leanings=leanings))) == [
        "Turn 2, looked back on.",
        "Worth is your mean final score over 180 games for each order, given first, played on from"
        " what you saw then, everybody by their doctrine.",
        "Climb came to 5.6, the most.",
        "No order at all came to 5.4, as good as the most, for all that chance allows.",
        "You gave: Dig came to 5.1, 0.5 less than the most.",
        "South seems to be after Thirst: 62 percent, by its orders.",
        "East has given little away.",
        "Hint: Climb came to 0.5 more than Dig; look at what it does.",
    ]


def test_what_lies_open_at_the_end_is_told_as_it_was() -> None:
    told = list(note(advice(CLIMB, DIG, leanings=(Leaning("South", "Thirst", 1.0),))))
    assert "South was after Thirst." in told


GIVEN_BEST = Worth("climb", "Climb", True, 5.6, 0.0, 0.0)
GIVEN_NOTHING = Worth("", "", True, 5.0, 0.6, 0.3)
UNSURE = Worth("dig", "Dig", True, 5.5, 0.1, 0.3)
SOUTH, EAST = Leaning("South", "Thirst", 0.62), Leaning("East", "Bread", 0.71)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (advice(CLIMB, GIVEN_NOTHING), "you gave no order; Climb came to 0.6 more."),
        (
            advice(Worth("", "", False, 5.6, 0.0, 0.0), DIG),
            "no order at all came to 0.5 more than Dig: it may cost more than it brings.",
        ),
        (advice(CLIMB, DIG, lost=(("Will", 1),)), "Climb came to 0.5 more than Dig"),
        (
            advice(CLIMB, UNSURE, lost=(("Will", 2),)),
            "2 points of Will went unspent beyond the bank: lost.",
        ),
        (
            advice(GIVEN_BEST, leanings=(SOUTH, EAST)),
            "nothing came to clearly more than what you did. If East is after Bread, ask what it"
            " would give for your help.",
        ),
        (
            advice(CLIMB, UNSURE),
            "nothing came to clearly more than what you did; watch what the others order next.",
        ),
    ],
)
def test_there_is_one_hint_and_the_weightiest_comes_first(given: Advice, expected: str) -> None:
    assert hint(given).startswith(expected)


@pytest.fixture(autouse=True)
def _interpreted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARGAME_NATIVE", "0")


def play(start: Start, *lines: str, **given: object) -> Script:
    session = start(seats={"averil": "human", "ossany": "doctrine"}, **given)
    script = Script(*lines)
    Game(session, script.console, coach=Coach(session, "averil", playouts=50)).run()
    return script


def test_the_hint_comes_once_when_a_turn_has_ended(start: Start) -> None:
    script = play(start, "order 1", "seal", "board", "hand")
    told = [line for line in script.written if line.startswith("Coach, turn 1: ")]
    assert len(told) == 1
    assert "'coach' tells the whole note." in script.text


def test_the_note_is_told_when_it_is_asked_for(start: Start) -> None:
    script = play(start, "coach", "order 1", "seal", "coach", "coach 1", "coach 7")
    assert "Not done (usage.invalid): no turn is over yet." in script.written
    assert script.written.count("Turn 1, looked back on.") == 2
    assert "Not done (usage.invalid): '7' is no turn that is over." in script.written


def test_off_ends_the_hints_in_this_game_and_the_next(start: Start) -> None:
    script = play(start, "coach off", "order 1", "seal", "order 1", "seal")
    assert "The coach is off, in later games too." in script.written
    assert "Coach, turn" not in script.text
    assert "Coach, turn" not in play(start, "order 1", "seal").text
    assert "Coach, turn 1" in play(start, "coach on", "order 1", "seal").text


def test_several_people_have_no_coach(start: Start) -> None:
    script = Script("", "coach")
    Game(start(), script.console).run()
    assert "Not done (usage.invalid): there is no coach at this table." in script.written
