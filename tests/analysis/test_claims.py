from __future__ import annotations

import json

import pytest

from tests.kernel.games import FAIR, program_of
from wargame.analysis.claims import FAILS, FEW, HOLDS, SAME, Finding, examine, plan
from wargame.analysis.claims_table import claims_table
from wargame.analysis.trials import Count
from wargame.errors import UsageInvalid
from wargame.scenario.load import load_scenario
from wargame.scenario.model import Formula, Hypothesis

SCENARIO = program_of(FAIR).scenario
HYPOTHESIS = Hypothesis(
    title="Rain", says="It rains.", holds=Formula("true"), least=80, control="clouds"
)


def finding(held: Count, control: Count) -> Finding:
    return Finding("rain", HYPOTHESIS, {(): held, ("clouds",): control}, {})


@pytest.mark.parametrize(
    ("held", "control", "verdict"),
    [
        (Count(10_000, 10_000, 8200), Count(10_000, 10_000, 5000), HOLDS),
        (Count(10_000, 10_000, 7800), Count(10_000, 10_000, 5000), FAILS),
        (Count(10_000, 10_000, 8050), Count(10_000, 10_000, 5000), FEW),
        (Count(10_000, 10_000, 8200), Count(10_000, 10_000, 7000), SAME),
        (Count(10_000, 10_000, 8200), Count(10_000, 10_000, 9900), SAME),
        # 20 points between the shares, less between their intervals
        (Count(10_000, 10_000, 8200), Count(10_000, 10_000, 6200), FEW),
        (Count(100, 100, 95), Count(100, 100, 50), HOLDS),
        (Count(10, 10, 9), Count(10, 10, 1), FEW),
        (Count(10_000, 0, 0), Count(10_000, 10_000, 0), FEW),
        (Count(10_000, 10_000, 8200), Count(10_000, 0, 0), FEW),
        (Count(), Count(), FEW),
    ],
)
def test_a_verdict_compares_whole_intervals(held: Count, control: Count, verdict: str) -> None:
    assert finding(held, control).verdict == verdict


def test_a_plan_has_the_control_the_other_switches_and_the_bots() -> None:
    trials = plan(SCENARIO, games=100, beside="random", beside_games=7)
    assert [(t.hypothesis, t.games, t.off, t.bots) for t in trials] == [
        ("dry_beams", 100, (), ""),
        ("dry_beams", 100, ("damp",), ""),
        ("dry_beams", 100, ("feast",), ""),
        ("dry_beams", 7, (), "random"),
        ("dry_beams", 7, ("damp",), "random"),
        ("dry_beams", 7, ("feast",), "random"),
        ("quiet_fair", 100, (), ""),
        ("quiet_fair", 100, ("feast",), ""),
        ("quiet_fair", 7, (), "random"),
        ("quiet_fair", 7, ("feast",), "random"),
    ]
    assert all(not trial.bots for trial in plan(SCENARIO, games=1, beside_games=5))


def test_a_plan_may_be_for_some_by_id_or_by_claim() -> None:
    assert {t.hypothesis for t in plan(SCENARIO, games=1, only=["quiet_fair"])} == {"quiet_fair"}
    s400 = load_scenario("s400")
    assert {t.hypothesis for t in plan(s400, games=1, only=["A3.2"])} == {"no_axis"}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"games": 0}, "games is 0"),
        ({"games": 1, "only": ["dry_beans"]}, "did you mean 'dry_beams'?"),
    ],
)
def test_what_cannot_be_planned_is_refused(wrong: dict[str, object], words: str) -> None:
    with pytest.raises(UsageInvalid) as refused:
        plan(SCENARIO, **wrong)  # type: ignore[arg-type]
    assert words in str(refused.value)


def test_a_scenario_without_hypotheses_is_told_how_to_write_some() -> None:
    with pytest.raises(UsageInvalid) as refused:
        plan(load_scenario("river"), games=1)
    assert "docs/language.md" in str(refused.value)


def test_the_number_of_jobs_is_checked() -> None:
    with pytest.raises(UsageInvalid):
        examine(SCENARIO, plan(SCENARIO, games=1), jobs=0)


def test_the_table_and_the_document_say_the_same() -> None:
    found = examine(SCENARIO, plan(SCENARIO, games=300, beside="random", beside_games=3), seed=2)
    document = found.to_json()
    assert json.loads(json.dumps(document)) == document
    assert (document["games"], document["games_asked"]) == (1515, 1515)
    table = claims_table(found)
    assert max(map(len, table.splitlines())) <= 100
    for finding in found.findings:
        assert document["hypotheses"][finding.id]["verdict"] == finding.verdict
        assert f"{finding.id} {finding.hypothesis.title}\n  {finding.verdict} (" in table
        for count in finding.all_counts:
            assert str(count.share) in table
    assert "without damp (control)" in table
    assert "by random, without feast" in table
    assert document["all_hold"] == found.all_hold


def test_what_was_stopped_early_says_so() -> None:
    def stop(played: int) -> None:
        raise KeyboardInterrupt

    found = examine(SCENARIO, plan(SCENARIO, games=500), progress=stop)
    assert "over 200 games of 2500 asked for" in claims_table(found)
    assert not found.all_hold
    assert found.findings[1].verdict == FEW
