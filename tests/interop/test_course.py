from __future__ import annotations

from itertools import product
from math import isclose

import pytest

from tests.interop.games import IDS, rules_of
from tests.kernel.games import position
from wargame.interop.course import NOBODY, befall, outcomes, rest, to_move, totals
from wargame.kernel.decisions import Argue, Seal
from wargame.kernel.node import node
from wargame.kernel.play import step


@pytest.mark.parametrize(("dice", "sides"), [(1, 6), (2, 6), (3, 4), (2, 10)])
def test_totals_have_their_exact_probabilities(dice: int, sides: int) -> None:
    rolls = [sum(faces) for faces in product(range(1, sides + 1), repeat=dice)]
    for total, probability in totals(dice, sides):
        assert isclose(probability, rolls.count(total) / len(rolls))
    assert {total for total, _ in totals(dice, sides)} == set(rolls)


@pytest.mark.parametrize("id", IDS)
@pytest.mark.parametrize("kind", ["agenda", "card", "dice"])
def test_whatever_chance_can_bring_can_be_played(id: str, kind: str) -> None:
    rules, s = rules_of(id), position(id, kind)
    found = outcomes(rules.program, s)
    assert isclose(sum(probability for _, probability in found), 1)
    for number, _ in found:
        after = s.copy()
        befall(rules.program, after, number)
        rest(rules.program, after)
        assert after != s
        assert node(rules.program, after).kind in ("agenda", "card", "dice", "choice", "orders")


def test_a_team_goes_on_until_it_seals() -> None:
    rules = rules_of("s400")
    program, s = rules.program, position("s400", "orders")
    assert to_move(program, s, NOBODY) == 0
    assert to_move(program, s, 2) == 2
    s = step(program, s, Seal(program.teams[2]))
    assert to_move(program, s, 2) == 0
    s = step(program, s, Seal(program.teams[0]))
    assert to_move(program, s, 0) == 1
    assert to_move(program, position("s400", "dice"), 0) == NOBODY


def test_an_argument_in_somebodys_own_words_weighs_nothing() -> None:
    rules = rules_of("fair")
    program, s = rules.program, position("fair", "orders")
    s = step(program, s, Argue(program.teams[0], "It comes about", ("because",)))
    for team in program.teams:
        s = step(program, s, Seal(team))
    rolled = set()
    while (kind := rest(program, s)) in ("card", "dice"):
        rolled |= {s[program.layout["WHAT"]]} if kind == "dice" else set()
        befall(program, s, outcomes(program, s)[0][0])
    assert program.layout["FREE"] in rolled
    assert kind in ("choice", "orders")
