"""Checks of lessons: that they can be followed to their end."""

from __future__ import annotations

from wargame.language import tr
from wargame.scenario.checks.survey import Survey
from wargame.scenario.lessons import LOOKS, Lesson, Step
from wargame.scenario.problems import Path
from wargame.text import together

DESK = "facilitator"
TEAM_VERBS = ("order", "argue", "seal", "recall", "choose", "offer", "answer", "withdraw")
DESK_VERBS = ("accept", "overrule", "rule", "inject", "advance", "weigh")


def check_lessons(survey: Survey) -> None:
    """Records a fault for each lesson that names what there is not, or could never go on."""
    scenario = survey.scenario
    for id, lesson in scenario.lessons.items():
        path = ("lessons", id)
        seated = survey.refer((*path, "seat"), lesson.seat, (*scenario.teams, DESK), "seat")
        if lesson.preset:
            survey.refer((*path, "preset"), lesson.preset, scenario.presets, "preset")
        if not lesson.steps:
            survey.fault((*path, "steps"), tr("a lesson has no step"), tr("write one, with `say`"))
        for number, step in enumerate(lesson.steps):
            _check_step(survey, (*path, "steps", str(number)), lesson, step, seated=seated)


def _check_step(survey: Survey, path: Path, lesson: Lesson, step: Step, *, seated: bool) -> None:
    waits = [name for name in ("do", "look", "turn") if getattr(step, name)]
    if len(waits) > 1:
        survey.fault(
            path, tr("a step waits for {keys}", keys=together(waits)), tr("keep one of them")
        )
    if step.look:
        survey.refer((*path, "look"), step.look, LOOKS, "thing to look at")
    if "{key}" in step.say and not step.look:
        survey.fault(
            (*path, "say"), tr("'{key}' stands for no `look`"), tr("say what is looked at")
        )
    if step.turn:
        preset = survey.scenario.presets.get(lesson.preset)
        last = (preset.turns if preset else 0) or survey.scenario.about.turns
        survey.bounded((*path, "turn"), step.turn, 1, last)
    if step.do and seated:
        _check_decision(survey, (*path, "do"), lesson, step.do)


def _check_decision(survey: Survey, path: Path, lesson: Lesson, do: str) -> None:
    """Records a fault unless a decision that begins so could be the seat's own."""
    verb, *rest = do.split()
    is_desk = lesson.seat == DESK
    if not survey.refer(path, verb, DESK_VERBS if is_desk else TEAM_VERBS, "decision"):
        return
    if not is_desk and rest and rest[0] != lesson.seat:
        survey.fault(
            path,
            tr("'{seat}' decides for no '{other}'", seat=lesson.seat, other=rest[0][:40]),
            tr("name the own seat"),
        )
    elif verb == "order" and len(rest) > 1:
        survey.refer(path, rest[1], tuple(survey.hands(lesson.seat)), "order of that seat")
