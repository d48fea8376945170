"""Orders: given, paid, met by others, carried out; and what the facilitator makes of them."""

from __future__ import annotations

import pytest

from tests.kernel.games import FAIR, HERE, deal_card, number, program_of, put, steps, until
from wargame.errors import DecisionIllegal
from wargame.kernel import legal
from wargame.kernel.decisions import Order
from wargame.kernel.node import node, phase_of
from wargame.kernel.play import begin
from wargame.kernel.program import build
from wargame.kernel.setup import Setup, State
from wargame.kernel.sight import glimpse
from wargame.kernel.view import OrderView
from wargame.kernel.views import see
from wargame.scenario.files import read_texts
from wargame.scenario.load import load

PROGRAM = program_of(FAIR)


@pytest.fixture
def orders() -> State:
    s = until(PROGRAM, begin(PROGRAM, Setup(seed=4)), "orders", "orders")
    return put(PROGRAM, s, bread=5, unrest=1, rot=1, debt=4, charter=0, plot=0)


def sealed(s: State, *texts: str) -> State:
    """Gives orders and seals them all."""
    return steps(PROGRAM, s, *texts, *(f"seal {team}" for team in node_seats(s)))


def node_seats(s: State) -> tuple[str, ...]:
    return node(PROGRAM, s).seats


def revealed(s: State) -> dict[str, OrderView]:
    return {order.id: order for order in see(glimpse(PROGRAM, s, "public")).orders}


def played(s: State, card: str) -> bool:
    return s[PROGRAM.layout["PLACE"] + PROGRAM.cards.index(card)] == PROGRAM.layout["OUT"]


def test_costs_are_reserved_and_paid_at_the_reveal(orders: State) -> None:
    s = steps(PROGRAM, orders, "order mill grind +2", "order mill pay_debt")
    assert number(PROGRAM, s, "mill.coin") == number(PROGRAM, orders, "mill.coin")
    left = {p.id: p.left for p in see(glimpse(PROGRAM, s, "mill")).team("mill").purses}
    assert left == {"coin": 0, "favour": 0}
    s = steps(PROGRAM, sealed(s), "advance")
    assert number(PROGRAM, s, "mill.coin") == number(PROGRAM, orders, "mill.coin") - 3
    assert number(PROGRAM, s, "mill.favour") == 0


def test_an_order_is_given_once_and_so_many_in_a_turn(orders: State) -> None:
    s = steps(PROGRAM, orders, "order mill grind")
    with pytest.raises(DecisionIllegal, match="'grind' cannot be ordered now"):
        steps(PROGRAM, s, "order mill grind")
    s = steps(PROGRAM, s, "order mill pay_debt")
    with pytest.raises(DecisionIllegal):
        steps(PROGRAM, deal_card(PROGRAM, s, "mill", "pie"), "order mill pie")
    argued = steps(PROGRAM, deal_card(PROGRAM, s, "mill", "plea_bread"), "order mill plea_bread")
    assert len(see(glimpse(PROGRAM, argued, "mill")).team("mill").orders) == 3


def test_orders_are_taken_back_until_the_reveal(orders: State) -> None:
    s = sealed(orders, "order mill grind +1")
    assert node(PROGRAM, s).kind == "phase"
    s = steps(PROGRAM, s, "recall mill")
    assert node(PROGRAM, s).seats == ("mill",)
    assert not see(glimpse(PROGRAM, s, "mill")).team("mill").orders
    s = steps(PROGRAM, s, "order mill repair", "seal mill", "advance")
    assert set(revealed(s)) == {"repair"}
    with pytest.raises(DecisionIllegal, match="until the reveal only"):
        steps(PROGRAM, s, "recall mill")


def test_the_facilitator_can_end_the_orders(orders: State) -> None:
    s = steps(PROGRAM, orders, "order mill grind", "advance")
    assert phase_of(PROGRAM, s) == "reveal"
    assert set(revealed(s)) == {"grind"}


def test_orders_act_by_priority_then_team_then_as_given(orders: State) -> None:
    s = sealed(
        deal_card(PROGRAM, orders, "guild", "pie"),
        "order mill grind", "order mill pay_debt", "order abbey preach", "order abbey conspire",
        "order guild pie", "order guild hoard",
    )  # fmt: skip
    s = steps(PROGRAM, s, "advance")
    assert list(revealed(s)) == ["hoard", "pay_debt", "conspire", "grind", "preach", "pie"]


def test_two_orders_clash_and_both_act(orders: State) -> None:
    s = sealed(orders, "order mill grind", "order abbey preach")
    before = number(PROGRAM, s, "mill.standing")
    s = steps(PROGRAM, s, "advance")
    assert number(PROGRAM, s, "mill.standing") == before - 1
    assert {order.status for order in revealed(s).values()} == {"waiting"}


def test_a_clash_voids_an_order_and_its_cost_is_spent(orders: State) -> None:
    s = sealed(put(PROGRAM, orders, bread=4), "order mill grind +1", "order guild hoard")
    coin = number(PROGRAM, s, "mill.coin")
    s = steps(PROGRAM, s, "advance")
    assert revealed(s)["grind"].status == "voided"
    assert number(PROGRAM, s, "unrest") == 2
    s = until(PROGRAM, s, "work", "phase")
    assert number(PROGRAM, s, "mill.coin") == coin - 2
    assert revealed(s)["grind"].status == "voided"
    assert PROGRAM.value("times.grind", s) == 0


def test_a_clash_happens_only_if_its_condition_holds(orders: State) -> None:
    s = steps(PROGRAM, sealed(orders, "order mill grind", "order guild hoard"), "advance")
    assert revealed(s)["grind"].status == "waiting"


def test_an_order_that_is_void_clashes_with_nothing_more(orders: State) -> None:
    s = sealed(
        put(PROGRAM, orders, bread=4), "order mill grind", "order guild hoard", "order abbey preach"
    )
    before = number(PROGRAM, s, "abbey.standing")
    s = steps(PROGRAM, s, "advance")
    # the wheel and the sermon come first in the scenario, so that they did meet
    assert number(PROGRAM, s, "abbey.standing") == before - 1
    both = sealed(
        deal_card(PROGRAM, orders, "guild", "pie"), "order guild pie", "order abbey preach"
    )
    both = until(PROGRAM, steps(PROGRAM, both, "advance"), "work", "phase")
    assert revealed(both)["pie"].status == "voided"
    assert played(both, "pie")


def test_an_order_lapses_and_its_cost_comes_back(orders: State) -> None:
    s = sealed(deal_card(PROGRAM, orders, "abbey", "finger"), "order abbey preach +1")
    s = until(PROGRAM, s, "omens", "phase")
    s = steps(PROGRAM, put(PROGRAM, s, unrest=0), "advance")
    assert revealed(s)["preach"].status == "lapsed"
    assert number(PROGRAM, s, "abbey.alms") == number(PROGRAM, orders, "abbey.alms")
    assert PROGRAM.value("last.preach", s) == 0


def test_a_card_that_lapses_stays_in_the_hand(orders: State) -> None:
    s = put(PROGRAM, deal_card(PROGRAM, orders, "abbey", "finger"), unrest=3)
    s = until(PROGRAM, sealed(s, "order abbey finger"), "omens", "phase")
    s = steps(PROGRAM, put(PROGRAM, s, unrest=0), "advance")
    assert revealed(s)["finger"].status == "lapsed"
    assert not played(s, "finger")


def test_what_is_reserved_can_be_lost_but_no_purse_is_in_debt(orders: State) -> None:
    s = steps(PROGRAM, orders, "order mill grind +2", 'rule [mill.coin = 1] because "thieves"')
    assert see(glimpse(PROGRAM, s, "mill")).team("mill").purses[0].left == 0
    s = steps(PROGRAM, s, "advance")
    assert number(PROGRAM, s, "mill.coin") == 0


def at_ruling(s: State, faces: str = "6") -> State:
    s = until(PROGRAM, steps(PROGRAM, s, "advance"), "work", "dice")
    return steps(PROGRAM, s, f"roll {faces}")


def test_the_outcome_waits_for_the_facilitator(orders: State) -> None:
    s = at_ruling(sealed(orders, "order mill grind"))
    pending = see(glimpse(PROGRAM, s, "abbey")).pending
    assert pending
    assert (pending.total, pending.band, pending.says) == (6, "well", "White flour.")
    bread = number(PROGRAM, s, "bread")
    assert number(PROGRAM, steps(PROGRAM, s, "accept"), "bread") == bread + 1


def test_an_outcome_is_overruled_by_a_band(orders: State) -> None:
    s = at_ruling(sealed(orders, "order mill grind"))
    bread = number(PROGRAM, s, "bread")
    s = steps(PROGRAM, s, 'overrule badly because "the stone was old"')
    assert number(PROGRAM, s, "bread") == bread - 2
    assert revealed(s)["grind"].status == "carried out"


def test_an_outcome_is_overruled_by_a_patch_or_by_nothing(orders: State) -> None:
    s = at_ruling(sealed(orders, "order mill grind"))
    patched = steps(PROGRAM, s, 'overrule [debt = 11, mill.standing -= 9] because "so be it"')
    assert number(PROGRAM, patched, "debt") == 11
    assert number(PROGRAM, patched, "mill.standing") == -3
    assert number(PROGRAM, patched, "bread") == number(PROGRAM, s, "bread")
    nothing = steps(PROGRAM, s, 'overrule [] because "rain"')
    assert number(PROGRAM, nothing, "bread") == number(PROGRAM, s, "bread")


@pytest.mark.parametrize(
    ("net", "faces", "bread"),
    [("+3", "6 6", 9), ("+0", "3 4", 9), ("+0", "1 2", 2), ("-3", "4 5", 2), ("+3", "1 3", 9)],
)
def test_a_free_argument_is_weighed_rolled_and_ruled(
    orders: State, net: str, faces: str, bread: int
) -> None:
    s = sealed(orders, 'argue guild "There will be bread" for "ships" "sun"', "order mill pay_debt")
    s = until(PROGRAM, s, "work", "weigh")
    assert node(PROGRAM, s).seats == ("facilitator",)
    s = steps(
        PROGRAM, s, f'weigh {net} success [bread = 9] failure [bread = 2] because "I think so"'
    )
    assert node(PROGRAM, s).kind == "dice"
    s = steps(PROGRAM, s, f"roll {faces}", "accept")
    assert number(PROGRAM, s, "bread") == bread


def test_each_free_argument_has_its_own_dice(orders: State) -> None:
    found = set()
    for seed in range(30):
        s = orders.copy()
        s[PROGRAM.layout["SEED_B"]] = seed
        s = sealed(s, 'argue guild "One"', 'argue guild "Two"')
        s = until(PROGRAM, s, "work", "weigh")
        s = steps(PROGRAM, s, 'weigh +0 success [] failure [] because "x"')
        first = legal.decisions(PROGRAM, s, "chance")
        s = steps(PROGRAM, s, "roll 3 3", "accept", 'weigh +0 success [] failure [] because "x"')
        found.add(first == legal.decisions(PROGRAM, s, "chance"))
    assert False in found


def test_a_card_is_brought_in_while_teams_order(orders: State) -> None:
    s = steps(PROGRAM, orders, "order mill grind", 'inject reeve_caught because "now"')
    assert node(PROGRAM, s).kind == "choice"
    s = steps(PROGRAM, s, "choose guild deny")
    s = until(PROGRAM, s, "orders", "orders")
    assert see(glimpse(PROGRAM, s, "mill")).team("mill").orders[0].id == "grind"
    with pytest.raises(DecisionIllegal, match="'reeve_caught' cannot be brought in"):
        steps(PROGRAM, s, 'inject reeve_caught because "again"')


def test_an_event_of_the_facilitators_own_happens_at_any_node(orders: State) -> None:
    for at in (orders, at_ruling(sealed(orders, "order mill grind"))):
        s = steps(PROGRAM, at, 'inject "A leak" [unrest += 3, charter = sealed] because "time"')
        assert number(PROGRAM, s, "unrest") == min(6, number(PROGRAM, at, "unrest") + 3)
        assert number(PROGRAM, s, "charter") == 1
        assert node(PROGRAM, s) == node(PROGRAM, at)


def test_without_room_for_arguments_none_can_be_played() -> None:
    """Their place would be that of the next team's first order."""
    texts = read_texts(FAIR, HERE)
    texts = {file: text.replace("arguments: 2", "arguments: 0") for file, text in texts.items()}
    program = build(load(texts, FAIR))
    s = until(program, begin(program, Setup(seed=4)), "orders", "orders")
    pleas = [id for id, card in program.scenario.cards.items() if card.deck == "pleas"]
    for plea in pleas:
        s = deal_card(program, s, "mill", plea)
    given = {made.order for made in legal.decisions(program, s, "mill") if isinstance(made, Order)}
    assert given
    assert given.isdisjoint(pleas)
    shown = {option.id: option for option in see(glimpse(program, s, "mill")).options}
    for plea in pleas:
        assert not shown[plea].legal
        assert "no arguments are given in this game" in shown[plea].reasons
