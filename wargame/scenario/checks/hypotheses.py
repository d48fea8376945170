"""Checks hypotheses: what they name, and that they can be tested."""

from __future__ import annotations

from wargame.language import tr
from wargame.scenario.checks.survey import Survey
from wargame.scenario.model import Hypothesis
from wargame.scenario.names import order_ids

TESTED = "hypothesis"
"""The kind of the claims that are predictions about played games."""


def check_hypotheses(survey: Survey) -> None:
    """Records a fault for everything unknown that a hypothesis names, and where it cannot be."""
    orders = order_ids(survey.scenario)
    for id, hypothesis in survey.scenario.hypotheses.items():
        path = ("hypotheses", id)
        _check_switches(survey, id, hypothesis)
        _check_agendas(survey, id, hypothesis)
        if hypothesis.preset:
            survey.refer((*path, "preset"), hypothesis.preset, survey.scenario.presets, "preset")
        for order in hypothesis.doctrine:
            survey.refer((*path, "doctrine", order), order, orders, "order")
            weight = survey.values.get((*path, "doctrine", order))
            if weight is not None and weight.low < 0:
                survey.fault(
                    (*path, "doctrine", order),
                    tr("the weight can be {low}", low=weight.low),
                    tr("cut it with max(0, ...)"),
                )


def check_tested(survey: Survey) -> None:
    """Records a fault for a threshold that is none, a warning for a prediction that none tests."""
    scenario = survey.scenario
    for id, hypothesis in scenario.hypotheses.items():
        survey.bounded(("hypotheses", id, "least"), hypothesis.least, 1, 100)
    tested = {claim for record in scenario.hypotheses.values() for claim in record.source}
    for id, claim in scenario.claims.items():
        if claim.kind == TESTED and id not in tested:
            survey.warn(
                ("claims", id),
                tr("no hypothesis tests '{id}'", id=id),
                tr("write one in `hypotheses`, or call the claim by another kind"),
                code="scenario.untested",
            )


def _check_switches(survey: Survey, id: str, hypothesis: Hypothesis) -> None:
    switches = survey.scenario.switches
    survey.refer(("hypotheses", id, "control"), hypothesis.control, switches, "switch")
    for number, switch in enumerate(hypothesis.also):
        path = ("hypotheses", id, "also", str(number))
        if survey.refer(path, switch, switches, "switch") and switch == hypothesis.control:
            survey.fault(
                path, tr("'{switch}' is the control already", switch=switch), tr("leave it out")
            )


def _check_agendas(survey: Survey, id: str, hypothesis: Hypothesis) -> None:
    agendas = survey.scenario.agendas
    dealt: dict[str, str] = {}
    for number, agenda in enumerate(hypothesis.agendas):
        path = ("hypotheses", id, "agendas", str(number))
        if survey.refer(path, agenda, agendas, "agenda"):
            team = agendas[agenda].by
            first = dealt.setdefault(team, agenda)
            if first != agenda:
                survey.fault(
                    path,
                    tr("'{team}' is dealt '{first}' already", team=team, first=first),
                    tr("name one a team"),
                )
