"""The lessons that ship, followed to their ends in plain mode."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plain.conftest import Script
from wargame.plain.game import Game
from wargame.plain.lesson import word_of
from wargame.plain.looks import LOOKS as COMMANDS
from wargame.scenario.lessons import LOOKS
from wargame.table.coach import Coach
from wargame.table.memory import remembered
from wargame.table.tutor import Tutor, begin_lesson

FOLLOWED = {
    "orders_and_odds": (
        *("lesson", "brief", "goals", "compare", "order averil publish_times", "order 1"),
        *("seal", "why", "coach", "lesson"),
    ),
    "deals_and_clashes": (
        *("lesson", "goals", "offer averil give power_contract by 2 want lake_low by 2"),
        *("offers", "order ossany plant_second_crop", "seal", "changes", "dossier", "lesson"),
    ),
    "secrets_and_the_table": (
        *("lesson", "board", "advance", "advance", "advance", "advance", "accept"),
        *("log 3", "chart", "lesson", "lesson"),
    ),
}


@pytest.fixture(autouse=True)
def _interpreted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARGAME_NATIVE", "0")


def learn(folder: Path, id: str, *lines: str) -> tuple[Tutor, Script]:
    tutor = begin_lesson(folder, scenario="river", lesson=id)
    script = Script(*lines)
    seat = tutor.lesson.seat
    is_team = seat in tutor.session.program.teams
    coach = Coach(tutor.session, seat, playouts=50) if is_team else None
    with tutor.session as session:
        Game(session, script.console, coach=coach, tutor=tutor).run()
    return tutor, script


@pytest.mark.parametrize("id", FOLLOWED)
def test_a_shipped_lesson_can_be_followed_to_its_end(id: str, tmp_path: Path) -> None:
    tutor, script = learn(tmp_path, id, *FOLLOWED[id])
    assert tutor.step is None
    assert "Not done" not in script.text
    assert f"The lesson is over: {tutor.lesson.title}." in script.text
    assert remembered(tmp_path).lessons == {"river": (id,)}


def test_all_lessons_that_ship_are_followed_here(river: object) -> None:
    assert list(river.lessons) == list(FOLLOWED)  # type: ignore[attr-defined]


def test_a_hint_is_given_once_and_then_the_step_is_left(tmp_path: Path) -> None:
    _, script = learn(tmp_path, "orders_and_odds", "lesson", "lesson", "lesson")
    assert "Hint: Read it to the end; it says what the wall is for." in script.written
    assert "'lesson' once more goes on without it." in script.written
    assert "Lesson, 3 of 11:" in script.text


def test_without_a_lesson_it_is_said_how_to_begin_one(tmp_path: Path) -> None:
    tutor = begin_lesson(tmp_path, scenario="river")
    script = Script("lesson")
    with tutor.session as session:
        Game(session, script.console).run()
    assert "No lesson is under way. 'wargame learn --plain' begins one." in script.written


def test_everything_that_can_be_looked_at_has_a_word_here() -> None:
    assert {word_of(look) for look in LOOKS} <= {*COMMANDS, "coach", "chart"}
