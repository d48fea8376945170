from __future__ import annotations

from math import isclose
from random import Random

import pytest

from wargame.analysis.estimate import clustered_of, difference, mean_of, ratio_of
from wargame.analysis.intervals import wilson


def test_the_difference_of_two_shares_is_newcombes() -> None:
    # Newcombe 1998, table II, example (a), method 10
    found = difference(wilson(56, 70), wilson(48, 80))
    assert found
    assert found.value == pytest.approx(0.2)
    assert (round(found.low, 4), round(found.high, 4)) == (0.0524, 0.3339)


def test_no_cases_have_no_difference() -> None:
    assert difference(wilson(1, 2), wilson(0, 0)) is None


def test_cases_that_all_differ_within_games_are_wilsons() -> None:
    pairs = [(2, 4)] * 20
    assert clustered_of(pairs) == wilson(40, 80)


def test_games_that_are_all_or_nothing_count_once() -> None:
    """Twenty games of ten cases each, all alike within a game, are twenty cases."""
    found = clustered_of([(10, 10)] * 10 + [(0, 10)] * 10)
    games = wilson(10, 20)
    assert (found.count, found.of) == (100, 200)
    assert isclose(found.low, games.low)
    assert isclose(found.high, games.high)


def test_clustered_intervals_cover_the_truth_about_95_times_in_100() -> None:
    random, covered = Random(1), 0
    for _ in range(400):
        games = []
        for _ in range(60):
            share = random.choice((0.1, 0.5))
            games.append((sum(random.random() < share for _ in range(8)), 8))
        found = clustered_of(games)
        covered += found.low <= 0.3 <= found.high
    assert 0.92 < covered / 400 < 0.98


def test_a_mean_needs_two_values() -> None:
    assert mean_of([1.0]) is None
    found = mean_of([1.0, 3.0])
    assert found
    assert found.value == 2
    assert found.high == pytest.approx(2 + 1.96, abs=1e-3)


def test_a_ratio_is_of_sums_not_of_ratios() -> None:
    found = ratio_of([(1, 1), (1, 9)])
    assert found
    assert found.value == pytest.approx(0.2)
    assert ratio_of([(1, 1), (0, 0)]) is None


def test_a_ratio_without_spread_is_certain() -> None:
    found = ratio_of([(1, 2), (3, 6), (2, 4)])
    assert found
    assert (found.low, found.value, found.high) == (0.5, 0.5, 0.5)
