"""What formulas may name, and the slots that stand behind each name."""

from __future__ import annotations

from tests.scenario.harbour import harbour
from wargame.formula import Symbol
from wargame.scenario.names import deal_scope, order_ids, scope


def test_orders_are_moves_then_hand_cards() -> None:
    assert order_ids(harbour()) == ("dredge", "buy", "gift", "plea")


def test_every_kind_of_name() -> None:
    names = scope(harbour())
    for expected in (
        Symbol("trade", "int", "s[T_trade]", ("T_trade",), 0, 10),
        Symbol("port.honour", "int", "s[T_honour + 0]", ("T_honour + 0",), -3, 3),
        Symbol("fleet.honour", "int", "s[T_honour + 1]", ("T_honour + 1",), -3, 3),
        Symbol("pier", "ladder", "s[T_pier]", ("T_pier",), 0, 2, ("closed", "open", "sold")),
        Symbol("pier.open", "bool", "(s[T_pier] == 1)"),
        Symbol("charted", "bool", "(s[T_charted] != 0)", ("T_charted",)),
        Symbol("fleet.coin", "int", "s[P_fleet__coin]", ("P_fleet__coin",), 0, 99),
        Symbol("fleet.kept", "int", "s[KEPT + 1]", (), 0, 99),
        Symbol("fleet.broken", "int", "s[BROKEN + 1]", (), 0, 99),
        Symbol("turn", "int", "s[TURN]", (), 0, 99),
        Symbol("last_turn", "int", "s[LAST_TURN]", (), 0, 99),
        Symbol("ordered.gift", "bool", "(s[ORDERED + O_gift] != 0)"),
        Symbol("times.buy", "int", "s[TIMES + O_buy]", (), 0, 99),
        Symbol("last.buy", "int", "s[LAST + O_buy]", (), 0, 99),
        Symbol("played.storm", "bool", "(s[PLACE + C_storm] == OUT)"),
        Symbol("switch.tides", "bool", "(s[SWITCH + W_tides] != 0)"),
    ):
        assert names[expected.name] == expected


def test_cards_are_owed_to_the_table_or_to_each_hand() -> None:
    names = scope(harbour())
    assert names["draws.news"].writes == ("OWED + D_news * STRIDE",)
    assert names["draws.hands"].writes == (
        "OWED + D_hands * STRIDE + 1",
        "OWED + D_hands * STRIDE + 2",
    )
    assert names["draws.talks"].writes == ("OWED + D_talks * STRIDE + 2",)
    assert not names["draws.news"].reads_ok
    assert (names["draws.news"].low, names["draws.news"].high) == (0, 9)


def test_table_cards_are_no_orders() -> None:
    names = scope(harbour())
    assert "ordered.storm" not in names
    assert "played.gift" in names


def test_deals_name_who_promised_and_to_whom() -> None:
    names = deal_scope(harbour())
    actor = Symbol("actor.honour", "int", "s[T_honour + s[ACTOR]]", ("T_honour + s[ACTOR]",), -3, 3)
    assert names["actor.honour"] == actor
    assert names["other.honour"].writes == ("T_honour + s[OTHER]",)
    assert set(names) - set(scope(harbour())) == {"actor.honour", "other.honour"}
