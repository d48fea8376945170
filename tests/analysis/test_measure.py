from __future__ import annotations

import pytest

from wargame.analysis.estimate import Estimate
from wargame.analysis.measures import Measure, Target


def measure(value: float, low: float, high: float, target: Target | None) -> Measure:
    found = Estimate(value, low, high, 100)
    return Measure(section="S", id="m", title="m", found=found, target=target)


@pytest.mark.parametrize(
    ("value", "low", "high", "verdict"),
    [
        (0.4, 0.3, 0.5, "met"),
        (0.4, 0.2, 0.5, "met, unsure"),
        (0.6, 0.5, 0.7, "missed, unsure"),
        (0.7, 0.6, 0.8, "missed"),
        (0.2, 0.1, 0.24, "missed"),
        # so few cases that everything is possible
        (0.1, 0.0, 0.9, "missed, unsure"),
    ],
)
def test_a_verdict_says_whether_the_interval_leaves_a_doubt(
    value: float, low: float, high: float, verdict: str
) -> None:
    assert measure(value, low, high, Target(0.25, 0.55)).verdict == verdict


def test_above_shuts_the_edge_out() -> None:
    assert measure(0.0, 0.0, 0.01, Target(low=0.0, above=True)).verdict == "missed, unsure"
    assert measure(0.0, 0.0, 0.0, Target(low=0.0, above=True)).verdict == "missed"
    assert measure(0.0, 0.0, 0.0, Target(low=0.0)).verdict == "met"


def test_what_was_not_measured_names_its_study() -> None:
    bare = Measure(section="S", id="m", title="m", found=None, target=Target(1), study="dice")
    assert bare.is_met is None
    assert bare.verdict == "--study dice"
    assert bare.value_text() == "-"


def test_without_a_target_nothing_is_judged() -> None:
    assert measure(0.4, 0.3, 0.5, None).verdict == ""


@pytest.mark.parametrize(
    ("target", "text"),
    [
        (Target(0.25, 0.55), "25 to 55"),
        (Target(low=0.15), "at least 15"),
        (Target(high=0.4), "at most 40"),
        (Target(low=0.0, above=True), "above 0"),
    ],
)
def test_targets_read_as_words(target: Target, text: str) -> None:
    assert target.text(100) == text
