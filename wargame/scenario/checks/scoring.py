"""Checks goals, agendas and their doctrine."""

from __future__ import annotations

from collections.abc import Mapping

from wargame.language import tr
from wargame.scenario.checks.survey import Survey
from wargame.scenario.model import Formula, Goal
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
    _check_doctrines(survey)


def _check_goal(survey: Survey, path: Path, goal: Goal) -> None:
    survey.bounded((*path, "points"), goal.points, 1, WHOLE)
    score = survey.values.get((*path, "score"))
    if score is not None and not 0 <= score.low <= score.high <= goal.points:
        survey.fault(
            (*path, "score"),
            tr(
                "the score can be {low}..{high}, the goal has {points} points",
                low=score.low,
                high=score.high,
                points=goal.points,
            ),
            tr("cut it with min(...) and max(0, ...)"),
        )
    elif score is not None and score.high < goal.points:
        survey.warn(
            (*path, "score"),
            tr(
                "the score is never more than {high}, the goal has {points} points",
                high=score.high,
                points=goal.points,
            ),
            tr("let what it asks for be possible, or give it fewer points"),
            code="scenario.never",
        )


def _check_team(survey: Survey, team: str) -> None:
    scenario = survey.scenario
    core = sum(goal.points for goal in scenario.goals.values() if goal.by == team)
    agendas = {id: agenda for id, agenda in scenario.agendas.items() if agenda.by == team}
    if scenario.agendas and not agendas:
        survey.fault(
            ("teams", team),
            tr("'{team}' has no agenda, others have", team=team),
            tr("write one for each team"),
        )
    for id, agenda in agendas.items():
        points = core + sum(goal.points for goal in agenda.goals.values())
        if points != WHOLE:
            survey.fault(
                ("agendas", id, "goals"),
                tr(
                    "the goals of '{team}' and of this agenda are worth {points} points",
                    team=team,
                    points=points,
                ),
                tr("let them be {whole} together", whole=WHOLE),
            )
    if not scenario.agendas and core != WHOLE:
        survey.fault(
            ("teams", team),
            tr("the goals of '{team}' are worth {core} points", team=team, core=core),
            tr("let them be {whole} together", whole=WHOLE),
        )


def _check_doctrines(survey: Survey) -> None:
    for id, agenda in survey.scenario.agendas.items():
        _check_weights(survey, ("agendas", id, "doctrine"), agenda.doctrine)
    for id, team in survey.scenario.teams.items():
        if team.opening:
            _check_weights(survey, ("teams", id, "opening", "doctrine"), team.opening.doctrine)


def _check_weights(survey: Survey, path: Path, doctrine: Mapping[str, Formula]) -> None:
    for key in doctrine:
        weight = survey.values.get((*path, key))
        if weight is None:
            continue
        low = -TERM_LIMIT if key in survey.scenario.terms else 0
        high = TERM_LIMIT if key in survey.scenario.terms else weight.high
        if not low <= weight.low <= weight.high <= high:
            survey.fault(
                (*path, key),
                tr("the weight can be {low}..{high}", low=weight.low, high=weight.high),
                tr(
                    "weigh a promise {low}..{high}, an order 0 or more",
                    low=-TERM_LIMIT,
                    high=TERM_LIMIT,
                ),
            )
