from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wargame.analysis.seeds import BLOCK, game_seed, seed_halves

numbers = st.integers(0, 5 * BLOCK)


@given(st.integers(0, 2**63 - 1), numbers, st.integers(0, 2 * BLOCK))
def test_the_halves_are_those_of_each_game(seed: int, first: int, count: int) -> None:
    halves = seed_halves(seed, range(first, first + count))
    whole = [high << 32 | low for high, low in zip(halves[::2], halves[1::2], strict=True)]
    assert whole == [game_seed(seed, number) for number in range(first, first + count)]


def test_the_seed_of_a_game_is_for_ever() -> None:
    """Figures in the documentation name a seed: its games must stay the same games."""
    known = [game_seed(1, number) for number in (0, 1, BLOCK)]
    assert known == [17041141825458079485, 1488278288929788303, 14449786212728540454]


def test_no_two_games_share_a_seed() -> None:
    seeds = {game_seed(seed, number) for seed in range(3) for number in range(3 * BLOCK)}
    assert len(seeds) == 9 * BLOCK
    assert all(0 <= seed < 2**64 for seed in seeds)
