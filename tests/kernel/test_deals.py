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


def left(s: State, seat: str = "facilitator") -> tuple[int, ...]:
    """Returns what is left to the mill and the abbey, as a seat is shown it."""
    view = see(glimpse(PROGRAM, s, seat))
    return tuple(view.team(team).purses[0].left for team in ("mill", "abbey"))


def night(s: State) -> State:
    return until(PROGRAM, s, "night", "phase")


def test_an_offer_sets_one_stake_aside_and_a_deal_both(market: State) -> None:
    before, had = purses(market), left(market)
    s = steps(PROGRAM, market, "offer mill abbey give no_raise by 2 want calm by 2")
    assert (purses(s), left(s)) == (before, (had[0] - 1, had[1]))
    assert offers(s)[0].status == "offered"
    for ended in ("answer abbey 1 no", "withdraw mill 1"):
        assert left(steps(PROGRAM, s, ended)) == had
    s = steps(PROGRAM, s, "answer abbey 1 yes")
    assert (purses(s), left(s)) == (before, (had[0] - 1, had[1] - 1))
    assert (offers(s)[0].status, offers(s)[0].give_state) == ("struck", "open")


def test_a_promise_to_do_is_kept_at_once_and_a_promise_to_hold_at_its_deadline(
    market: State,
) -> None:
    s = put(PROGRAM, market, bread=8, unrest=0)
    s = steps(
        PROGRAM, s, "offer mill abbey give no_raise by 2 want calm by 2", "answer abbey 1 yes"
    )
    s = put(PROGRAM, s, bread=8, unrest=0)
    before, had = purses(s), left(s)
    standing = number(PROGRAM, s, "mill.standing"), number(PROGRAM, s, "abbey.standing")
    s = put(PROGRAM, until(PROGRAM, s, "parting", "phase"), bread=8, unrest=0)
    s = night(s)
    assert (offers(s)[0].give_state, offers(s)[0].want_state) == ("open", "kept")
    assert (purses(s), left(s)) == (before, (had[0], had[1] + 1))
    assert number(PROGRAM, s, "abbey.standing") == standing[1] + 1
    s = put(PROGRAM, until(PROGRAM, steps(PROGRAM, s, "advance"), "parting", "phase"), bread=8)
    before, had = purses(s), left(s)
    s = night(s)
    assert (offers(s)[0].give_state, offers(s)[0].status) == ("kept", "finished")
    assert (purses(s), left(s)) == (before, (had[0] + 1, had[1]))
    assert see(glimpse(PROGRAM, s, "public")).team("mill").kept == 1
    assert number(PROGRAM, s, "mill.standing") == standing[0] + 1


def test_a_promise_to_hold_is_broken_as_soon_as_it_fails(market: State) -> None:
    s = steps(PROGRAM, market, "offer mill abbey give no_raise by 3 want calm by 3")
    s = steps(PROGRAM, s, "answer abbey 1 yes")
    before = purses(s)
    s = night(put(PROGRAM, until(PROGRAM, s, "parting", "phase"), bread=3, unrest=4))
    assert (offers(s)[0].give_state, offers(s)[0].want_state) == ("broken", "open")
    assert purses(s) == (before[0] - 1, before[1] + 1)
    assert left(s) == (before[0] - 1, before[1])
    team = see(glimpse(PROGRAM, s, "public")).team("mill")
    assert (team.kept, team.broken) == (0, 1)


def test_a_promise_to_do_is_broken_at_its_deadline(market: State) -> None:
    s = steps(PROGRAM, market, "offer abbey mill want beams_sound by 1", "answer mill 1 yes")
    before = purses(s)
    standing = number(PROGRAM, s, "abbey.standing"), number(PROGRAM, s, "mill.standing")
    s = night(put(PROGRAM, until(PROGRAM, s, "parting", "phase"), rot=5))
    assert (offers(s)[0].want_state, offers(s)[0].status) == ("broken", "finished")
    # the abbey promised nothing: its stake is its own again, and so is the mill's now
    assert purses(s) == left(s) == (before[0] - 1, before[1] + 1)
    assert number(PROGRAM, s, "mill.standing") == standing[1] - 1
    assert number(PROGRAM, s, "abbey.standing") == standing[0] + 1
    assert number(PROGRAM, s, "mill.secrets") == 2
    assert see(glimpse(PROGRAM, s, "public")).team("abbey").kept == 0


def test_of_what_a_purse_has_lost_no_stake_can_be_taken(market: State) -> None:
    s = steps(PROGRAM, market, "offer abbey mill want beams_sound by 1", "answer mill 1 yes")
    s = until(PROGRAM, s, "parting", "phase")
    s = put(PROGRAM, steps(PROGRAM, s, 'rule [mill.coin = 0] because "a thief"'), rot=5)
    before = purses(s)
    s = night(s)
    assert offers(s)[0].want_state == "broken"
    assert purses(s) == before


def test_an_offer_that_is_not_answered_lapses(market: State) -> None:
    had = left(market)
    s = steps(PROGRAM, market, "offer mill abbey give no_raise by 2")
    assert offers(until(PROGRAM, s, "parting", "phase"))
    s = night(s)
    assert not offers(s)
    assert left(s) == had


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


def test_so_many_offers_of_one_team_stand_at_once(market: State) -> None:
    s = steps(PROGRAM, market, 'rule [mill.coin = 9] because "rich"')
    s = steps(PROGRAM, s, *["offer mill abbey give no_raise by 2"] * 3)
    with pytest.raises(CapacityReached, match="3 offers and deals of 'mill' stand already"):
        steps(PROGRAM, s, "offer mill guild give no_raise by 2")
    s = steps(PROGRAM, s, "offer guild mill give petitioned by 2", "withdraw mill 2")
    s = steps(PROGRAM, s, "offer abbey guild give calm by 2")
    assert [(offer.number, offer.team) for offer in offers(s)] == [
        (1, "mill"),
        (2, "abbey"),
        (3, "mill"),
        (4, "guild"),
    ]


def test_there_is_a_place_for_all_that_all_may_offer(market: State) -> None:
    s = steps(
        PROGRAM, market, 'rule [mill.coin = 9, abbey.alms = 9, guild.coin = 9] because "rich"'
    )
    for offer in (
        "offer mill abbey give no_raise by 2",
        "offer abbey guild give calm by 2",
        "offer guild mill give petitioned by 2",
    ):
        s = steps(PROGRAM, s, *[offer] * 3)
    assert [offer.number for offer in offers(s)] == list(range(1, 10))


def test_a_finished_deal_is_shown_for_a_turn_and_then_makes_room(market: State) -> None:
    s = steps(PROGRAM, market, "offer abbey mill want beams_sound by 1", "answer mill 1 yes")
    s = until(PROGRAM, steps(PROGRAM, night(s), "advance"), "market", "phase")
    s = steps(PROGRAM, s, "offer guild mill give petitioned by 2")
    assert [(offer.number, offer.status) for offer in offers(s)] == [
        (1, "finished"),
        (2, "offered"),
    ]
    assert not offers(night(s))


def test_a_stake_must_be_there(market: State) -> None:
    poor = steps(PROGRAM, market, 'rule [mill.coin = 0] because "poor"')
    with pytest.raises(DecisionIllegal, match="'mill' cannot put up the stake of 1"):
        steps(PROGRAM, poor, "offer mill abbey give no_raise by 2")
    s = steps(PROGRAM, poor, "offer abbey mill give calm by 2")
    with pytest.raises(DecisionIllegal, match="'mill' cannot put up the stake of 1"):
        steps(PROGRAM, s, "answer mill 1 yes")
    assert steps(PROGRAM, s, "answer mill 1 no")


def test_a_point_is_an_orders_or_a_stake(market: State) -> None:
    s = steps(PROGRAM, market, 'rule [mill.coin = 3] because "so"', "advance")
    ordered = steps(PROGRAM, s, "order mill grind +2")
    with pytest.raises(DecisionIllegal, match="keep a point back, or recall orders"):
        steps(PROGRAM, ordered, "offer mill abbey give no_raise by 2")
    assert steps(PROGRAM, ordered, "recall mill", "offer mill abbey give no_raise by 2")
    offered = steps(PROGRAM, s, "offer mill abbey give no_raise by 2")
    with pytest.raises(DecisionIllegal):
        steps(PROGRAM, offered, "order mill grind +2")
    assert steps(PROGRAM, offered, "order mill grind +1")


def test_only_its_parties_see_a_deal_in_a_purse(market: State) -> None:
    had = left(market)
    s = steps(PROGRAM, market, "offer mill abbey give no_raise by 2", "answer abbey 1 yes")
    for seat in ("mill", "abbey", "facilitator"):
        assert left(s, seat) == (had[0] - 1, had[1] - 1)
    for seat in ("guild", "public"):
        assert left(s, seat) == had


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
