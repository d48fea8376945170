from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from wargame.bots.halving import halve


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 13, 40])
@pytest.mark.parametrize("budget", [1, 2, 7, 16, 64, 256])
def test_keeps_to_its_budget(count: int, budget: int) -> None:
    asked: Counter[int] = Counter()

    def sample(candidate: int, world: int) -> float:
        asked[candidate] += 1
        return float(candidate)

    assert 0 <= halve(count, budget, sample) < count
    assert asked.total() <= budget


@pytest.mark.parametrize("best", range(12))
def test_finds_the_best_of_candidates_that_are_certain(best: int) -> None:
    assert halve(12, 64, lambda candidate, world: float(candidate == best)) == best


def test_finds_the_best_through_noise_that_all_share() -> None:
    def sample(candidate: int, world: int) -> float:
        return candidate + 100 * (world * 7919 % 13)

    assert halve(9, 64, sample) == 8


def test_candidates_in_the_running_are_asked_about_the_same_worlds() -> None:
    worlds: defaultdict[int, list[int]] = defaultdict(list)

    def sample(candidate: int, world: int) -> float:
        worlds[candidate].append(world)
        return -candidate

    halve(6, 60, sample)
    longest = max(worlds.values(), key=len)
    assert all(seen == longest[: len(seen)] for seen in worlds.values())
    assert longest == list(range(len(longest)))


def test_of_equals_the_earliest_wins() -> None:
    assert halve(7, 100, lambda candidate, world: 1.0) == 0


def test_a_small_budget_is_spent_on_the_earliest() -> None:
    asked: set[int] = set()

    def sample(candidate: int, world: int) -> float:
        asked.add(candidate)
        return float(candidate)

    assert halve(20, 8, sample) == 3
    assert asked == {0, 1, 2, 3}
