"""Tutor: goes through a lesson's steps as the learner decides, looks and reads."""

from __future__ import annotations

from pathlib import Path
from threading import RLock

from wargame.errors import UsageInvalid
from wargame.language import tr
from wargame.scenario.files import scenario_ids
from wargame.scenario.lessons import Lesson, Step
from wargame.scenario.load import load_scenario
from wargame.scenario.model import Scenario
from wargame.table.memory import remembered
from wargame.table.saves import fresh_name
from wargame.table.session import Session
from wargame.table.setup import HUMAN, TableSetup
from wargame.text import clean, nearest

BOT = "doctrine"
"""Who holds the seats that the learner does not."""


class Tutor:
    """Is a lesson under way. Every method may be called from any thread.

    `session` is the game that it is taught in, set up by the lesson.
    """

    def __init__(self, session: Session, id: str, lesson: Lesson) -> None:
        """Begins with the first step."""
        self.session = session
        self.id = id
        self.lesson = lesson
        self.at = 0
        self._hinted = -1
        self._heard = len(session.course.records)
        self._lock = RLock()

    @classmethod
    def start(cls, scenario: Scenario, id: str, *, folder: Path) -> Tutor:
        """Begins a lesson in a game of its own; it is saved as any other.

        Raises:
            UsageInvalid: the scenario has no such lesson.
            SaveUnwritable: the save cannot be begun.
        """
        lesson = lesson_of(scenario, id)
        seats = dict.fromkeys(scenario.teams, BOT)
        facilitates = lesson.seat not in seats
        if not facilitates:
            seats[lesson.seat] = HUMAN
        setup = TableSetup(
            scenario=scenario.id,
            preset=lesson.preset,
            seed=lesson.seed,
            seats=seats,
            facilitator=HUMAN if facilitates else "auto",
        )
        name = fresh_name(f"{scenario.id}-lesson", folder)
        return cls(Session.start(setup, name=name, save_dir=folder, scenario=scenario), id, lesson)

    @property
    def step(self) -> Step | None:
        """The step that the learner is at; none when the lesson is over."""
        return self.lesson.steps[self.at] if self.at < len(self.lesson.steps) else None

    @property
    def is_to_be_read(self) -> bool:
        """Whether the step waits for nothing but to be read."""
        step = self.step
        return step is not None and not (step.do or step.look or step.turn)

    def looked(self, name: str) -> bool:
        """Goes on if this is what is to be looked at; returns whether it did."""
        with self._lock:
            step = self.step
            return step is not None and step.look == name and self._go_on()

    def nudge(self) -> bool:
        """Goes on from a step that is only to be read, or whose hint has been given already.

        Returns whether the hint is to be given now. So nobody is held up by a step that does not
        come about.
        """
        with self._lock:
            if self.step is None:
                return False
            if self.is_to_be_read or self._hinted == self.at:
                self._go_on()
                return False
            self._hinted = self.at
            return True

    def watch(self) -> bool:
        """Goes on as far as what was decided since leads; returns whether it went on."""
        with self._lock, self.session.locked() as course:
            began = self.at
            fresh = course.records[self._heard :]
            self._heard = len(course.records)
            for record in fresh:
                step = self.step
                if step is not None and step.do and record.seat == self.lesson.seat:
                    said = record.text("do") if record.kind == "decision" else ""
                    if f"{said} ".startswith(f"{step.do} "):
                        self._go_on()
            over, turn = self.session.is_over, course.place(course.at).turn
            while (step := self.step) is not None:
                if not ((step.turn and turn >= step.turn) or (over and (step.turn or step.do))):
                    break
                self._go_on()
            return self.at > began

    def _go_on(self) -> bool:
        self.at += 1
        if self.step is None:
            folder = self.session.path.parent
            remembered(folder).with_lesson(self.session.setup.scenario, self.id).keep(folder)
        return True


def lesson_of(scenario: Scenario, id: str) -> Lesson:
    """Returns a lesson of a scenario.

    Raises:
        UsageInvalid: there is none of that id.
    """
    if not scenario.lessons:
        raise UsageInvalid(
            tr("'{scenario}' has no lessons", scenario=scenario.id),
            remedy=tr("leave the scenario out, or play it"),
        )
    if id not in scenario.lessons:
        known = tuple(scenario.lessons)
        raise UsageInvalid(
            tr(
                "'{scenario}' has no lesson '{lesson}'{guess}",
                scenario=scenario.id,
                lesson=clean(id, limit=40),
                guess=nearest(id, known),
            ),
            remedy=tr("one of: {known}", known=", ".join(known)),
        )
    return scenario.lessons[id]


def next_lesson(scenario: Scenario, folder: Path) -> str:
    """Returns the first lesson that has not been finished, or the first of all; "" without any."""
    done = remembered(folder).lessons.get(scenario.id, ())
    ids = tuple(scenario.lessons)
    return next((id for id in ids if id not in done), next(iter(ids), ""))


def begin_lesson(
    folder: Path, root: Path | None = None, *, scenario: str = "", lesson: str = ""
) -> Tutor:
    """Begins a lesson: the one named, or the next of a scenario, the first that has lessons.

    Raises:
        UsageInvalid: there is no such lesson, or no lessons at all.
        ScenarioUnknown, ScenarioFaulty: the scenario cannot be played.
    """
    for id in (scenario,) if scenario else scenario_ids(root):
        loaded = load_scenario(id, root)
        if loaded.lessons or scenario:
            return Tutor.start(loaded, lesson or next_lesson(loaded, folder), folder=folder)
    raise UsageInvalid(tr("no scenario has lessons"), remedy=tr("play one: 'wargame play'"))
