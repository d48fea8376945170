"""Chance: keyed by what it is for, and fair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise, product

import pytest

from tests.kernel.games import FAIR, SHIPPED, program_of, put, steps, until
from wargame.kernel.chance import number
from wargame.kernel.play import begin, chance
from wargame.kernel.setup import Setup
from wargame.kernel.slots import PURPOSES

Draw = Callable[[int, int, int, int, int, int], int]

SEEDS = [(0, seed) for seed in range(400)] + [(seed * 7919, seed * 104729) for seed in range(400)]
TURNS = range(1, 6)
DICE = range(PURPOSES["DICE"], PURPOSES["DICE"] + 12)


def chi_square(counts: Counter[object], kinds: int) -> float:
    expected = sum(counts.values()) / kinds
    cells = list(counts.values()) + [0] * (kinds - len(counts))
    return sum((count - expected) ** 2 for count in cells) / expected


def limit(kinds: int) -> float:
    """Returns what chi-square exceeds once in a million (Wilson and Hilferty's approximation)."""
    free = kinds - 1
    bound: float = free * (1 - 2 / (9 * free) + 4.75 * (2 / (9 * free)) ** 0.5) ** 3
    return bound


def faces(draw: Draw, sides: int) -> Iterator[int]:
    for (a, b), turn, purpose, index in product(SEEDS, TURNS, DICE, (0, 1)):
        yield draw(a, b, turn, purpose, index, sides)


def pairs(draw: Draw, keys: Iterable[tuple[tuple[int, ...], tuple[int, ...]]]) -> Counter[object]:
    return Counter((draw(*one, 6), draw(*two, 6)) for one, two in keys)  # type: ignore[call-arg]


def neighbours(change: str) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Yields the keys of two draws that differ in one part by one."""
    place = ("a", "b", "turn", "purpose", "index").index(change)
    for (a, b), turn, purpose, index in product(SEEDS, TURNS, DICE, (0, 1)):
        one = [a, b, turn, purpose, index]
        two = one.copy()
        two[place] += 1
        yield tuple(one), tuple(two)


def has_uniform_faces(draw: Draw, sides: int) -> bool:
    counts: Counter[object] = Counter(faces(draw, sides))
    return set(counts) == set(range(sides)) and chi_square(counts, sides) < limit(sides)


def has_independent_neighbours(draw: Draw, change: str) -> bool:
    return chi_square(pairs(draw, neighbours(change)), 36) < limit(36)


@pytest.mark.parametrize("sides", [2, 3, 6, 10, 20])
def test_faces_are_uniform(sides: int) -> None:
    assert has_uniform_faces(number, sides)


@pytest.mark.parametrize("change", ["a", "b", "turn", "purpose", "index"])
def test_draws_that_differ_in_one_part_are_independent(change: str) -> None:
    assert has_independent_neighbours(number, change)


def test_seeds_one_after_another_are_independent() -> None:
    draws = [number(0, seed, 1, PURPOSES["CARD"], 0, 6) for seed in range(40_000)]
    assert chi_square(Counter(pairwise(draws)), 36) < limit(36)


def biased(a: int, b: int, turn: int, purpose: int, index: int, n: int) -> int:
    """Makes other faces a six so often that 18.2 instead of 16.7 percent of throws are one."""
    drawn = number(a, b, turn, purpose, index, n)
    again = number(a, b, turn, purpose, index + 99, 1000)
    return n - 1 if again < 15 * n // (n - 1) else drawn


def rerolling(a: int, b: int, turn: int, purpose: int, index: int, n: int) -> int:
    """Rolls a six again one time in twelve."""
    drawn = number(a, b, turn, purpose, index, n)
    if drawn == n - 1 and number(a, b, turn, purpose, index + 99, 12) == 0:
        return number(a, b, turn, purpose, index + 98, n)
    return drawn


def lazy(a: int, b: int, turn: int, purpose: int, index: int, n: int) -> int:
    """Repeats the die before one time in twelve."""
    again = index > 0 and number(a, b, turn, purpose, 99, 12) == 0
    return number(a, b, turn, purpose, index - 1 if again else index, n)


def low_bits(a: int, b: int, turn: int, purpose: int, index: int, n: int) -> int:
    """Takes the low bits of a product, as the poorest generators do: they take turns."""
    return ((a ^ b) * 0x21F0AAAD + turn * 0x61C88647 + purpose * 7 + index) % 2**32 % n


def stuck_bit(a: int, b: int, turn: int, purpose: int, index: int, n: int) -> int:
    """Has a lowest bit that is set three times in four."""
    wide = number(a, b, turn, purpose, index, 2**16)
    return (wide | number(a, b, turn, purpose, index + 97, 2)) % n


@pytest.mark.parametrize("draw", [biased, rerolling, stuck_bit])
def test_a_biased_die_is_caught(draw: Draw) -> None:
    assert not has_uniform_faces(draw, 6)


@pytest.mark.parametrize(("draw", "change"), [(lazy, "index"), (low_bits, "index")])
def test_dice_that_depend_on_one_another_are_caught(draw: Draw, change: str) -> None:
    assert not has_independent_neighbours(draw, change)


@pytest.mark.parametrize("id", [FAIR, *SHIPPED])
def test_nothing_that_a_game_asks_shares_a_key(id: str) -> None:
    program = program_of(id)
    scenario = program.scenario
    entries = len(program.teams) * program.layout["PER_TEAM"]
    dice = range(PURPOSES["DICE"], PURPOSES["DICE"] + len(program.orders) + entries)
    cards = range(PURPOSES["CARD"], PURPOSES["CARD"] + 16 * len(scenario.decks))
    agendas = range(PURPOSES["AGENDA"], PURPOSES["AGENDA"] + len(program.teams))
    asked = [(turn, p, i) for turn in range(1, 13) for p in dice for i in range(3)]
    asked += [(turn, p, i) for turn in range(1, 13) for p in (*cards, *agendas) for i in range(30)]
    big = 2**32
    drawn = {number(1, 2, *key, big) for key in asked}
    # the mixer is a bijection of 32 bits: keys that are shared would give equal numbers
    assert len(asked) - len(drawn) <= len(asked) ** 2 // big + 3


def test_numbers_stay_within_bounds() -> None:
    top = 2**32 - 1
    for n in (1, 2, 6, 1000):
        for a, b in ((0, 0), (top, top), (top, 0), (0, top)):
            assert 0 <= number(a, b, 99, 40_200, 10**6, n) < n


def test_a_ruling_leaves_later_dice_alone() -> None:
    program = program_of(FAIR)
    s = until(program, begin(program, Setup(seed=12)), "orders", "orders")
    s = put(program, s, unrest=3, bread=8)
    given = steps(program, s, "order mill grind", "order abbey preach", "advance")
    ruled = steps(program, s, 'rule [bread = 9, debt = 0] because "x"', "order guild hoard")
    ruled = steps(program, ruled, "order abbey preach", "order mill grind +1", "advance")
    one, two = (until(program, each, "work", "dice") for each in (given, ruled))
    assert chance(program, one) == chance(program, two)
    overruled = steps(program, one, "roll 1", 'overrule [rot = 0] because "x"')
    one = until(program, steps(program, one, "roll 6", "accept"), "work", "dice")
    assert chance(program, one) == chance(program, until(program, overruled, "work", "dice"))


def test_dice_differ_by_seed_and_by_turn() -> None:
    program = program_of(FAIR)
    found = set()
    for seed in range(60):
        s = until(program, begin(program, Setup(seed=seed)), "orders", "orders")
        s = until(program, steps(program, s, "order mill grind", "advance"), "work", "dice")
        later = s.copy()
        later[program.layout["TURN"]] += 1
        found.add((chance(program, s), chance(program, later)))
    assert len(found) > 20
