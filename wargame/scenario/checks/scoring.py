"""Checks goals, agendas and their doctrine."""

from __future__ import annotations

from wargame.scenario.checks.survey import Survey
from wargame.scenario.model import Goal
from wargame.scenario.problems import Path

WHOLE = 10
"""The points that a team's core goals and any of its agendas are worth together."""

TERM_LIMIT = 9
"""What a promise can be worth to a doctrine, for or against."""


def check_scoring(survey: Survey) -> None:
    """Records a fault unless each team plays for the same number of points."""
    scenario = survey.scenario
    for id, goal in scenario.goals.items():
        _check_goal(survey, ("goals", id), goal)
    for id, agenda in scenario.agendas.items():
        for inner, goal in agenda.goals.items():
            _check_goal(survey, ("agendas", id, "goals", inner), goal)
    if scenario.goals or scenario.agendas:
        for team in scenario.teams:
            _check_team(survey, team)
    _check_doctrine(survey)


def _check_goal(survey: Survey, path: Path, goal: Goal) -> None:
    survey.bounded((*path, "points"), goal.points, 1, WHOLE)
    score = survey.values.get((*path, "score"))
    if score is not None and not 0 <= score.low <= score.high <= goal.points:
        survey.fault(
            (*path, "score"),
            f"the score can be {score.low}..{score.high}, the goal has {goal.points} points",
            "cut it with min(...) and max(0, ...)",
        )


def _check_team(survey: Survey, team: str) -> None:
    scenario = survey.scenario
    core = sum(goal.points for goal in scenario.goals.values() if goal.by == team)
    agendas = {id: agenda for id, agenda in scenario.agendas.items() if agenda.by == team}
    if scenario.agendas and not agendas:
        survey.fault(
            ("teams", team), f"'{team}' has no agenda, others have", "write one for each team"
        )
    for id, agenda in agendas.items():
        points = core + sum(goal.points for goal in agenda.goals.values())
        if points != WHOLE:
            survey.fault(
                ("agendas", id, "goals"),
                f"the goals of '{team}' and of this agenda are worth {points} points",
                f"let them be {WHOLE} together",
            )
    if not scenario.agendas and core != WHOLE:
        survey.fault(
            ("teams", team),
            f"the goals of '{team}' are worth {core} points",
            f"let them be {WHOLE} together",
        )


def _check_doctrine(survey: Survey) -> None:
    for id, agenda in survey.scenario.agendas.items():
        for key in agenda.doctrine:
            path = ("agendas", id, "doctrine", key)
            weight = survey.values.get(path)
            if weight is None:
                continue
            low = -TERM_LIMIT if key in survey.scenario.terms else 0
            high = TERM_LIMIT if key in survey.scenario.terms else weight.high
            if not low <= weight.low <= weight.high <= high:
                survey.fault(
                    path,
                    f"the weight can be {weight.low}..{weight.high}",
                    f"weigh a promise {-TERM_LIMIT}..{TERM_LIMIT}, an order 0 or more",
                )
