from __future__ import annotations

from random import Random
from statistics import fmean, stdev

import pytest

from wargame.analysis.mean import mean, student


@pytest.mark.parametrize(
    ("freedom", "known"),
    [(4, 2.776), (5, 2.571), (9, 2.262), (29, 2.045), (99, 1.984), (10**6, 1.960)],
)
def test_known_percentiles_of_student(freedom: int, known: float) -> None:
    assert student(freedom) == pytest.approx(known, abs=1e-3)


def test_it_is_the_mean_and_deviation_of_the_numbers() -> None:
    counts = {0: 3, 4: 2, 9: 7}
    numbers = [number for number, times in counts.items() for _ in range(times)]
    found = mean(counts)
    assert (found.of, found.value) == (12, fmean(numbers))
    assert found.deviation == pytest.approx(stdev(numbers))
    half = 2.201 * stdev(numbers) / 12**0.5
    assert (found.low, found.high) == pytest.approx(
        (found.value - half, found.value + half), abs=1e-3
    )


def test_one_number_says_nothing_about_others_and_none_even_less() -> None:
    assert (mean({4: 1}).low, mean({4: 1}).high) == (0, 10)
    assert (mean({}).of, str(mean({}))) == (0, "-")


def test_the_interval_stays_within_the_bounds() -> None:
    found = mean({0: 1, 10: 1})
    assert (found.low, found.high) == (0, 10)


def test_it_covers_the_truth_about_95_times_in_100() -> None:
    random = Random(3)
    scores = (0, 1, 2, 5, 9)
    covered = 0
    for _ in range(2000):
        counts = dict.fromkeys(scores, 0)
        for score in random.choices(scores, k=20):
            counts[score] += 1
        found = mean(counts)
        covered += found.low <= fmean(scores) <= found.high
    assert 0.93 < covered / 2000 < 0.97
