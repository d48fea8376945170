"""What the game adds to its source so that it plays well, each rule of it played."""

from __future__ import annotations

import pytest

from tests.s400.table import Table
from wargame.kernel.program import Program
from wargame.kernel.setup import State

WORD = {
    "ankara": "ankara_no_break",
    "washington": "washington_bases",
    "moscow": "moscow_trust",
    "brussels": "brussels_aegean",
}
"""The core goal of each team that its word is a part of."""


def kept_and_broken(program: Program, team: str, kept: int, broken: int) -> State:
    """Returns a state in which a team has kept and broken so many promises."""
    state, number = Table(program).state, program.teams.index(team)
    state[program.layout["KEPT"] + number] = kept
    state[program.layout["BROKEN"] + number] = broken
    return state


@pytest.mark.parametrize("team", WORD)
def test_a_broken_word_costs_what_a_kept_one_earned(program: Program, team: str) -> None:
    goal = getattr(program.run, f"goal_{WORD[team]}")

    def worth(kept: int, broken: int) -> int:
        points: int = goal(kept_and_broken(program, team, kept, broken))
        return points

    assert [worth(kept, 0) for kept in range(4)] == [0, 1, 2, 2]
    assert [worth(3, broken) for broken in range(5)] == [2, 2, 1, 0, 0]


@pytest.mark.parametrize("goal", ["wedge__apart", "salesman__second", "lever__favours"])
def test_nothing_is_sold_on_a_word_that_is_broken_as_often_as_kept(
    program: Program, goal: str
) -> None:
    board = "cohesion = 0, second_order = signed, concessions = 5"
    points = getattr(program.run, f"goal_{goal}")
    state = Table(program).set(board).state
    state[program.layout["TIMES"] + program.order_number["amplify_quarrel"]] = 3
    moscow = program.teams.index("moscow")
    state[program.layout["KEPT"] + moscow] = 4
    assert points(state) == 3
    state[program.layout["BROKEN"] + moscow] = 2
    assert points(state) == 2
    state[program.layout["BROKEN"] + moscow] = 4
    assert points(state) == 0


def test_an_offer_of_patriots_is_withdrawn_on_delivery_and_can_be_made_again(
    program: Program,
) -> None:
    table = Table(program).set("s400 = shipped, patriot = offered").turn("take_delivery")
    assert table.holds("patriot == absent")
    assert table.next_turn().turn("offer_patriot").holds("patriot == offered")


def test_what_was_bought_stays_bought(program: Program) -> None:
    table = Table(program).set("s400 = shipped, patriot = bought").turn("take_delivery")
    assert table.holds("patriot == bought")


def test_storing_takes_a_turns_initiative_and_costs_money_and_approval(program: Program) -> None:
    table = Table(program).set("s400 = delivered, waiting = 2, economy = 6, approval = 6")
    assert program.scenario.moves["store_system"].cost == 3
    stored = table.turn("store_system", faces=(3, 3))
    assert stored.holds("s400 == stored")
    assert stored["economy"] < 6
    assert stored["approval"] < 6
