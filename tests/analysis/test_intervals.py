from __future__ import annotations

from math import comb

import pytest

from wargame.analysis.intervals import wilson


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        # Brown, Cai and DasGupta 2001 and R's prop.test(correct = FALSE)
        (0, 10, 0.0, 0.2775),
        (1, 10, 0.0179, 0.4042),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1.0),
        (50, 100, 0.4038, 0.5962),
        (3, 1000, 0.0010, 0.0088),
    ],
)
def test_known_intervals(count: int, of: int, low: float, high: float) -> None:
    share = wilson(count, of)
    assert share.low == pytest.approx(low, abs=5e-5)
    assert share.high == pytest.approx(high, abs=5e-5)


def test_no_cases_say_nothing() -> None:
    share = wilson(0, 0)
    assert (share.value, share.low, share.high) == (0.0, 0.0, 1.0)
    assert str(share) == "-"


@pytest.mark.parametrize("of", [1, 2, 7, 50])
def test_the_share_lies_within_and_mirrors(of: int) -> None:
    for count in range(of + 1):
        share, mirror = wilson(count, of), wilson(of - count, of)
        assert 0 <= share.low <= share.value <= share.high <= 1
        assert share.low == pytest.approx(1 - mirror.high)


def test_it_covers_the_truth_about_95_times_in_100() -> None:
    truth, of = 0.3, 60
    covered = sum(
        comb(of, k) * truth**k * (1 - truth) ** (of - k)
        for k in range(of + 1)
        if wilson(k, of).low <= truth <= wilson(k, of).high
    )
    assert 0.93 < covered < 0.97


def test_it_prints_as_a_share_with_its_interval() -> None:
    assert str(wilson(1, 8)).split() == ["12.5%", "[", "2.2%,", "47.1%]"]
