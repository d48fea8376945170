"""Deals: offered, struck, kept, broken; what becomes of the stakes."""

from __future__ import annotations

import pytest

from tests.kernel.games import FAIR, number, program_of, put, steps, until
from wargame.errors import CapacityReached, DecisionIllegal
from wargame.kernel.play import begin
from wargame.kernel.setup import Setup, State
from wargame.kernel.sight import glimpse
from wargame.kernel.view import OfferView
from wargame.kernel.views import see

PROGRAM = program_of(FAIR)


@pytest.fixture
def market() -> State:
    """Returns the first talk of a game in which nothing happens by itself."""
    return until(PROGRAM, begin(PROGRAM, Setup(seed=4, off=("damp", "feast"))), "market", "phase")


def offers(s: State) -> list[OfferView]:
    return list(see(glimpse(PROGRAM, s, "facilitator")).offers)


def purses(s: State) -> tuple[int, int]:
    return number(PROGRAM, s, "mill.coin"), number(PROGRAM, s, "abbey.alms")


def night(s: State) -> State:
    return until(PROGRAM, s, "night", "phase")


def test_striking_a_deal_puts_up_both_stakes(market: State) -> None:
    before = purses(market)
    s = steps(PROGRAM, market, "offer mill abbey give no_raise by 2 want calm by 2")
    assert purses(s) == before
    assert offers(s)[0].status == "offered"
    s = steps(PROGRAM, s, "answer abbey 1 yes")
    assert purses(s) == (before[0] - 1, before[1] - 1)
    assert (offers(s)[0].status, offers(s)[0].give_state) == ("struck", "open")


def test_a_promise_to_do_is_kept_at_once_and_a_promise_to_hold_at_its_deadline(
    market: State,
) -> None:
    s = put(PROGRAM, market, bread=8, unrest=0)
    s = steps(
        PROGRAM, s, "offer mill abbey give no_raise by 2 want calm by 2", "answer abbey 1 yes"
    )
    s = put(PROGRAM, s, bread=8, unrest=0)
    before = purses(s)
    standing = number(PROGRAM, s, "mill.standing"), number(PROGRAM, s, "abbey.standing")
    s = put(PROGRAM, until(PROGRAM, s, "parting", "phase"), bread=8, unrest=0)
    s = night(s)
    assert (offers(s)[0].give_state, offers(s)[0].want_state) == ("open", "kept")
    assert purses(s) == (before[0], before[1] + 1)
    assert number(PROGRAM, s, "abbey.standing") == standing[1] + 1
    s = put(PROGRAM, until(PROGRAM, steps(PROGRAM, s, "advance"), "parting", "phase"), bread=8)
    before = purses(s)
    s = night(s)
    assert (offers(s)[0].give_state, offers(s)[0].status) == ("kept", "finished")
    assert purses(s)[0] == before[0] + 1
    assert see(glimpse(PROGRAM, s, "public")).team("mill").kept == 1
    assert number(PROGRAM, s, "mill.standing") == standing[0] + 1


def test_a_promise_to_hold_is_broken_as_soon_as_it_fails(market: State) -> None:
    s = steps(PROGRAM, market, "offer mill abbey give no_raise by 3 want calm by 3")
    s = steps(PROGRAM, s, "answer abbey 1 yes")
    before = purses(s)
    s = night(put(PROGRAM, until(PROGRAM, s, "parting", "phase"), bread=3, unrest=4))
    assert (offers(s)[0].give_state, offers(s)[0].want_state) == ("broken", "open")
    assert purses(s) == (before[0], before[1] + 1)
    team = see(glimpse(PROGRAM, s, "public")).team("mill")
    assert (team.kept, team.broken) == (0, 1)


def test_a_promise_to_do_is_broken_at_its_deadline(market: State) -> None:
    s = steps(PROGRAM, market, "offer abbey mill want beams_sound by 1", "answer mill 1 yes")
    before = purses(s)
    standing = number(PROGRAM, s, "abbey.standing"), number(PROGRAM, s, "mill.standing")
    s = night(put(PROGRAM, until(PROGRAM, s, "parting", "phase"), rot=5))
    assert (offers(s)[0].want_state, offers(s)[0].status) == ("broken", "finished")
    # the abbey promised nothing: its stake is back, and the mill's is its own now
    assert purses(s) == (before[0], before[1] + 2)
    assert number(PROGRAM, s, "mill.standing") == standing[1] - 1
    assert number(PROGRAM, s, "abbey.standing") == standing[0] + 1
    assert number(PROGRAM, s, "mill.secrets") == 2
    assert see(glimpse(PROGRAM, s, "public")).team("abbey").kept == 0


def test_an_offer_that_is_not_answered_lapses(market: State) -> None:
    s = steps(PROGRAM, market, "offer mill abbey give no_raise by 2")
    assert offers(until(PROGRAM, s, "parting", "phase"))
    assert not offers(night(s))


def test_an_offer_can_be_declined_and_withdrawn(market: State) -> None:
    s = steps(PROGRAM, market, "offer mill abbey give no_raise by 2")
    assert not offers(steps(PROGRAM, s, "answer abbey 1 no"))
    assert not offers(steps(PROGRAM, s, "withdraw mill 1"))
    for other in (
        "answer guild 1 yes",
        "answer mill 1 yes",
        "withdraw abbey 1",
        "answer abbey 2 yes",
    ):
        with pytest.raises(DecisionIllegal):
            steps(PROGRAM, s, other)


def test_so_many_offers_stand_at_once(market: State) -> None:
    s = steps(PROGRAM, market, *["offer mill abbey give no_raise by 2"] * 3)
    with pytest.raises(CapacityReached, match="3 offers and deals stand already"):
        steps(PROGRAM, s, "offer guild mill give petitioned by 2")
    s = steps(PROGRAM, s, "withdraw mill 2", "offer guild mill give petitioned by 2")
    assert [(offer.number, offer.team) for offer in offers(s)] == [
        (1, "mill"),
        (2, "guild"),
        (3, "mill"),
    ]


def test_a_finished_deal_makes_room(market: State) -> None:
    s = steps(PROGRAM, market, "offer abbey mill want beams_sound by 1", "answer mill 1 yes")
    s = until(PROGRAM, steps(PROGRAM, night(s), "advance"), "market", "phase")
    assert offers(s)[0].status == "finished"
    s = steps(PROGRAM, s, "offer guild mill give petitioned by 2")
    assert [(offer.number, offer.status) for offer in offers(s)] == [(1, "offered")]


def test_a_stake_must_be_there(market: State) -> None:
    s = steps(PROGRAM, market, 'rule [mill.coin = 0] because "poor"')
    s = steps(PROGRAM, s, "offer mill abbey give no_raise by 2")
    with pytest.raises(DecisionIllegal, match="'mill' cannot put up the stake of 1"):
        steps(PROGRAM, s, "answer abbey 1 yes")


def test_what_is_reserved_for_orders_is_no_stake(market: State) -> None:
    s = steps(PROGRAM, market, "offer mill abbey give no_raise by 2", "advance")
    s = steps(PROGRAM, s, "order mill grind +2")
    with pytest.raises(DecisionIllegal, match="keep a point back, or recall orders"):
        steps(PROGRAM, s, "answer abbey 1 yes")
    assert steps(PROGRAM, s, "recall mill", "answer abbey 1 yes")


def test_who_has_sealed_does_not_deal(market: State) -> None:
    s = steps(PROGRAM, market, "advance", "seal mill")
    with pytest.raises(DecisionIllegal, match="'mill' has sealed its orders"):
        steps(PROGRAM, s, "offer mill abbey give no_raise by 2")
    assert steps(PROGRAM, s, "offer abbey guild give calm by 2", "answer guild 1 yes")


@pytest.mark.parametrize("by", [0, 4, 99])
def test_deadlines_are_near_and_within_the_game(market: State, by: int) -> None:
    with pytest.raises(DecisionIllegal, match=f"turn {by} is no deadline"):
        steps(PROGRAM, market, f"offer mill abbey give no_raise by {by}")
    short = steps(PROGRAM, market, 'rule [last_turn = 2] because "time"')
    with pytest.raises(DecisionIllegal, match="1 to 2"):
        steps(PROGRAM, short, "offer mill abbey give no_raise by 3")
