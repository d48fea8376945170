from __future__ import annotations

from random import Random

import pytest

from tests.analysis.planted import TEAM, game_of, last_turn_with, scored_by
from wargame.analysis import quandary
from wargame.analysis.quandary import best_two, compare, quandaries
from wargame.bots.bot import Valued
from wargame.kernel.decisions import Order, Seal
from wargame.kernel.program import build
from wargame.kernel.sight import Glimpse

ORDER = "flush_mud"


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quandary, "ROUNDS", ((2, 4), (4, 2), (12, 2)))
    # each planted program is played too little to be worth making native
    monkeypatch.setenv("WARGAME_NATIVE", "0")


def test_a_planted_dominant_order_is_far_ahead() -> None:
    # two orders a turn: it is half of the time among the rest of a doctrine's turn at most
    program = build(scored_by(f"10 if times.{ORDER} > 0 else 0"))
    best, second = compare(program, last_turn_with(program, ORDER), Random(1))
    assert best == 10
    assert second < 9.5


def test_where_nothing_matters_the_second_is_as_good() -> None:
    program, game = game_of(scored_by("6", always="6"))
    bots: dict[str, object] = dict.fromkeys(program.teams, object())
    close, count = quandaries(program, game, bots, Random(1))
    assert close == count == len(program.teams)


def values(*said: tuple[str, int, float, int]) -> tuple[Valued, ...]:
    return tuple(
        Valued(Order(TEAM, id, boost) if id else Seal(TEAM), value, visits)
        for id, boost, value, visits in said
    )


def test_a_bots_boosts_are_one_order() -> None:
    said = values(("a", 1, 7.0, 50), ("a", 0, 6.9, 40), ("b", 0, 5.0, 30), ("", 0, 4.0, 20))
    assert best_two(said) == (7.0, 5.0)


def test_what_a_bot_hardly_tried_is_no_rival() -> None:
    said = values(("a", 0, 7.0, 50), ("", 0, 6.0, 20), ("b", 0, 9.0, 2))
    assert best_two(said) == (7.0, 6.0)


def test_an_only_choice_has_no_rival() -> None:
    best, second = best_two(values(("a", 0, 7.0, 50)))
    assert best - second > 0.05 * best


class Says:
    """A bot that values its choices: all alike but one."""

    def __init__(self, lead: float) -> None:
        self.lead = lead

    def values(self, seen: Glimpse) -> tuple[Valued, ...]:
        return values(("a", 0, 5.0 + self.lead, 10), ("b", 0, 5.0, 10))


@pytest.mark.parametrize(("lead", "share"), [(0.2, 1), (0.3, 0)])
def test_a_bot_that_values_its_choices_is_asked(lead: float, share: int) -> None:
    program, game = game_of(scored_by("6"))
    bots: dict[str, object] = dict.fromkeys(program.teams, Says(lead))
    close, count = quandaries(program, game, bots, Random(1))
    assert close == share * count
    assert count == len(program.teams)
