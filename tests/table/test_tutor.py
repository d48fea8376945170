"""A lesson goes on by what is decided, looked at and read; what is finished is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve

from tests.table.conftest import river, run
from wargame.errors import UsageInvalid
from wargame.scenario.lessons import Lesson, Step
from wargame.table.memory import remembered
from wargame.table.tutor import Tutor, begin_lesson, next_lesson

STEPS = (
    Step(say="Read this."),
    Step(say="{key} shows your aims.", look="aims"),
    Step(say="Publish.", do="order averil publish_times", hint="It is the first."),
    Step(say="Seal.", do="seal averil"),
    Step(say="Wait.", turn=2),
    Step(say="Done."),
)


@pytest.fixture
def tutor(tmp_path: Path) -> Iterator[Tutor]:
    lesson = Lesson(title="First", says="", seat="averil", preset="short", seed=11, steps=STEPS)
    scenario = evolve(river(), lessons={"first": lesson, "second": lesson})
    made = Tutor.start(scenario, "first", folder=tmp_path)
    run(made.session)
    with made.session:
        yield made


def say(tutor: Tutor) -> str:
    return tutor.step.say if tutor.step else ""


def test_a_lesson_is_followed_to_its_end(tutor: Tutor, tmp_path: Path) -> None:
    client = tutor.session.client("averil")
    assert not tutor.looked("aims")
    assert not tutor.nudge()
    assert not tutor.looked("brief")
    assert tutor.looked("aims")
    client.decide("order averil publish_times")
    assert tutor.watch()
    client.decide("seal averil")
    run(tutor.session)
    assert tutor.watch()
    assert say(tutor) == "Done."
    assert remembered(tmp_path).lessons == {}
    tutor.nudge()
    assert tutor.step is None
    assert remembered(tmp_path).lessons == {"river": ("first",)}
    assert not tutor.nudge()


def test_another_decision_and_another_seats_lead_nowhere(tutor: Tutor) -> None:
    tutor.nudge()
    tutor.looked("aims")
    tutor.session.client("averil").decide("order averil open_sluices")
    tutor.session.client("averil").note("order averil publish_times")
    assert not tutor.watch()
    assert say(tutor) == "Publish."


def test_a_step_that_does_not_come_about_gives_its_hint_and_then_way(tutor: Tutor) -> None:
    tutor.nudge()
    assert tutor.nudge()
    assert say(tutor) == "{key} shows your aims."
    assert not tutor.nudge()
    assert say(tutor) == "Publish."


def test_when_the_game_is_over_what_is_to_be_decided_is_passed_over(tutor: Tutor) -> None:
    tutor.nudge()
    tutor.looked("aims")
    client = tutor.session.client("averil")
    while not tutor.session.is_over:
        view = client.view()
        kind = "choose" if view.node == "choice" else "seal"
        client.decide(next(o.decision for o in view.options if o.kind == kind))
        run(tutor.session)
    tutor.watch()
    assert say(tutor) == "Done."


def test_the_next_lesson_is_the_first_that_is_not_finished(tutor: Tutor, tmp_path: Path) -> None:
    scenario = evolve(river(), lessons={"first": tutor.lesson, "second": tutor.lesson})
    assert next_lesson(scenario, tmp_path) == "first"
    remembered(tmp_path).with_lesson("river", "first").keep(tmp_path)
    assert next_lesson(scenario, tmp_path) == "second"
    remembered(tmp_path).with_lesson("river", "second").keep(tmp_path)
    assert next_lesson(scenario, tmp_path) == "first"
    assert next_lesson(evolve(river(), lessons={}), tmp_path) == ""


def test_a_lesson_that_there_is_not_is_refused_with_the_nearest(tmp_path: Path) -> None:
    first = next(iter(river().lessons))
    with pytest.raises(UsageInvalid, match=f"did you mean '{first}'"):
        begin_lesson(tmp_path, scenario="river", lesson=first[:-1])


def test_without_a_name_the_first_scenario_with_lessons_teaches(tmp_path: Path) -> None:
    tutor = begin_lesson(tmp_path)
    with tutor.session:
        assert tutor.id == next(iter(river().lessons))
        assert tutor.session.name == "river-lesson-1"
