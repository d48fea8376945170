"""Cross-checks of a scenario that could be read: what names what, and what play would do."""

from wargame.scenario.checks.board import check_board
from wargame.scenario.checks.chances import check_chances
from wargame.scenario.checks.flow import check_endings, check_phases, check_presets
from wargame.scenario.checks.hypotheses import check_hypotheses, check_tested
from wargame.scenario.checks.idle import check_idle
from wargame.scenario.checks.lessons import check_lessons
from wargame.scenario.checks.numbers import check_numbers
from wargame.scenario.checks.references import check_references, check_shared_ids
from wargame.scenario.checks.rolls import check_rolls
from wargame.scenario.checks.scoring import check_scoring
from wargame.scenario.checks.sight import check_sight
from wargame.scenario.checks.survey import survey
from wargame.scenario.model import Scenario
from wargame.scenario.problems import Problems

NAMING = (check_shared_ids, check_references, check_board, check_hypotheses, check_lessons)
"""Checks that hold whatever the numbers are."""

PLAYING = (
    check_numbers,
    check_phases,
    check_presets,
    check_endings,
    check_rolls,
    check_scoring,
    check_sight,
    check_chances,
    check_tested,
    check_idle,
)


def check(scenario: Scenario, problems: Problems) -> None:
    """Adds every fault and warning of a scenario to `problems`.

    Where a record could not be read, its stand-in values would bring out faults that are none, so
    then only names and formulas are checked.
    """
    checks = NAMING if problems.broken else (*NAMING, *PLAYING)
    found = survey(scenario, problems)
    for each in checks:
        each(found)


__all__ = ["check"]
