"""Warns of what can never happen, and of conditions that always hold."""

from __future__ import annotations

from wargame.language import tr
from wargame.scenario.checks.survey import Survey
from wargame.scenario.uses import CONDITION, uses

CONSTANTS = ("true", "false")


def check_chances(survey: Survey) -> None:
    """Records a warning for each condition that bounds alone decide, and each step out of reach."""
    for use in uses(survey.scenario):
        found = survey.values.get(use.path)
        if found is None or use.role != CONDITION or use.formula.text in CONSTANTS:
            continue
        if found.high == 0:
            is_need = use.path[-1] == "needs"
            what = tr("this can never be legal") if is_need else tr("this can never hold")
            survey.warn(use.path, what, tr("compare with a value in bounds"), code="scenario.never")
        elif found.low == 1:
            survey.warn(
                use.path, tr("this always holds"), tr("write `true`"), code="scenario.always"
            )
    _check_steps(survey)


def _check_steps(survey: Survey) -> None:
    for id, ladder in survey.scenario.ladders.items():
        changes = [effect for effect in survey.effects.values() if effect.target == id]
        for number, step in enumerate(ladder.steps):
            reached = any(change.low <= number <= change.high for change in changes)
            if changes and not reached and step != ladder.start:
                survey.warn(
                    ("ladders", id, "steps", step),
                    tr("nothing ever sets '{id}' to '{step}'", id=id, step=step),
                    tr("add an effect, or take the step out"),
                    code="scenario.step",
                )
