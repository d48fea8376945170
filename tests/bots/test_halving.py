from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from wargame.bots.halving import halve


class Arms:
    """Actions that are worth the same in every world, and how often each has been tried."""

    def __init__(self, worth: dict[int, int]) -> None:
        self.worth = worth
        self.worlds: dict[int, list[int]] = {action: [] for action in worth}

    def attempt(self, action: int, first: int, count: int) -> tuple[int, int]:
        self.worlds[action] += range(first, first + count)
        visits = len(self.worlds[action])
        return visits, visits * self.worth[action]


@given(
    st.dictionaries(st.integers(0, 99), st.integers(-500, 500), min_size=1, max_size=20),
    st.integers(1, 600),
    st.integers(0, 50),
)
def test_no_more_is_spent_than_there_are_worlds_and_all_meet_the_same(
    worth: dict[int, int], playouts: int, first: int
) -> None:
    arms = Arms(worth)
    found = halve(dict.fromkeys(worth, 1.0), range(first, first + playouts), arms.attempt)
    spent = sum(map(len, arms.worlds.values()))
    assert playouts // 2 < spent <= playouts
    tried = sorted(arms.worlds.values(), key=len)
    assert arms.worlds[found] == tried[-1]
    for fewer, more in pairwise(tried):
        # whoever went out before the other had met the same worlds until then
        assert more[: len(fewer)] == fewer
    for worlds in tried:
        assert worlds == list(range(first, first + len(worlds)))


@given(st.permutations(range(8)), st.integers(64, 2000))
def test_where_luck_plays_no_part_the_best_is_found(order: list[int], playouts: int) -> None:
    arms = Arms({action: 1000 * value for action, value in enumerate(order)})
    best = order.index(7)
    assert halve(dict.fromkeys(arms.worth, 1.0), range(playouts), arms.attempt) == best


def test_the_likeliest_are_tried_and_likelihood_breaks_ties() -> None:
    arms = Arms(dict.fromkeys(range(10), 100))
    priors = {action: 1.0 + action for action in range(10)}
    assert halve(priors, range(16), arms.attempt) == 9
    tried = Counter({action: len(worlds) for action, worlds in arms.worlds.items()})
    assert {action for action, count in tried.items() if count} == {6, 7, 8, 9}


def test_one_playout_is_spent_on_the_likeliest() -> None:
    arms = Arms({1: 0, 2: 5})
    assert halve({1: 3.0, 2: 1.0}, range(1), arms.attempt) == 1
    assert arms.worlds == {1: [0], 2: []}


def test_what_no_world_allows_is_not_chosen() -> None:
    arms = Arms({1: 0, 2: -50, 3: -90, 4: 10})

    def attempt(action: int, first: int, count: int) -> tuple[int, int]:
        return (0, 0) if action == 4 else arms.attempt(action, first, count)

    assert halve(dict.fromkeys(arms.worth, 1.0), range(64), attempt) == 1
