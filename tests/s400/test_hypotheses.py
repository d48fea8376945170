"""Each prediction of the source points the right way, over a few hundred games of fixed seeds.

`wargame claims s400` plays ten thousand each and says whether they hold; this notices the change of
a rule that breaks one.
"""

from __future__ import annotations

import pytest

from wargame.analysis.claims import APART, Finding, examine, plan
from wargame.scenario.model import Scenario

GAMES = 200

THRESHOLDS = {
    "no_break": 95,
    "no_autonomy": 80,
    "no_leverage": 80,
    "home_only": 60,
    "no_axis": 90,
    "two_dependences": 75,
    "delivery_and_sanctions": 75,
}
"""Fixed before anything was played, and not to be moved: it is the rules that are mended."""

CLAIMS = ("S1.1", "S1.3", "S1.6", "S1.7", "A3.2", "C1.1", "E2.1")


@pytest.fixture(scope="module")
def findings(scenario: Scenario) -> dict[str, Finding]:
    found = examine(scenario, plan(scenario, games=GAMES), seed=1)
    return {finding.id: finding for finding in found.findings}


@pytest.mark.parametrize("id", THRESHOLDS)
def test_a_prediction_holds_and_its_control_breaks_it(
    id: str, findings: dict[str, Finding]
) -> None:
    share, control = findings[id].share, findings[id].control
    # the share itself and not its interval: few games suffice to see the direction
    assert share.value >= THRESHOLDS[id] / 100
    assert share.value - control.value >= APART
    assert min(share.of, control.of) >= GAMES // 8, "enough games count"


def test_thresholds_stay_as_they_were_fixed(scenario: Scenario) -> None:
    assert {id: record.least for id, record in scenario.hypotheses.items()} == THRESHOLDS


def test_every_prediction_of_the_source_is_tested_once(scenario: Scenario) -> None:
    predictions = [id for id, claim in scenario.claims.items() if claim.kind == "hypothesis"]
    assert predictions == list(CLAIMS)
    assert [record.source[0] for record in scenario.hypotheses.values()] == predictions


def test_a_break_is_tested_without_the_gate_too(findings: dict[str, Finding]) -> None:
    assert ("gate",) in findings["no_break"].counts
