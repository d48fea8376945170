"""What the coach makes of planted scenarios, where it is known what an order is worth."""

from __future__ import annotations

import pytest

from tests.analysis.planted import TEAM, last_turn_with, scored_by
from wargame.analysis.coaching import LEAST, Advice, Moment, advise
from wargame.kernel.program import build
from wargame.kernel.sight import glimpse

ORDER = "flush_mud"


@pytest.fixture(autouse=True)
def _interpreted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARGAME_NATIVE", "0")


def advice_on(score: str, *, given: tuple[str, ...] = (), playouts: int = 200) -> Advice:
    program = build(scored_by(score))
    turn = last_turn_with(program, ORDER)
    seen = glimpse(program, turn.state, TEAM)
    advice = advise(Moment(turn.turn, seen, seen, seen, given), playouts=playouts)
    assert advice is not None
    return advice


def test_a_planted_order_is_worth_what_was_planted() -> None:
    best = advice_on(f"10 if times.{ORDER} > 0 else 0").worths[0]
    assert (best.order, best.mean) == (ORDER, 10)


def test_every_other_order_falls_clearly_short_of_it() -> None:
    advice = advice_on(f"10 if times.{ORDER} > 0 else 0")
    seal = next(worth for worth in advice.worths if worth.order == "")
    assert seal.mean == 0
    assert seal.is_clearly_less
    assert seal.short == 10


def test_where_nothing_matters_nothing_is_clearly_less() -> None:
    advice = advice_on("6")
    assert {worth.short for worth in advice.worths} == {0}
    assert not any(worth.is_clearly_less for worth in advice.worths)


def test_giving_no_order_is_what_was_given_where_none_was() -> None:
    assert [worth.order for worth in advice_on("6").given] == [""]
    assert [worth.order for worth in advice_on("6", given=(ORDER,)).given] == [ORDER]


def test_each_order_has_games_enough_to_tell_chance_from_worth() -> None:
    assert advice_on("6", playouts=1).games == LEAST
