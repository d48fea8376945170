"""A small scope, and the slots that its symbols read and write."""

from __future__ import annotations

from wargame.formula import BOOL, INT, LADDER, Symbol

STEPS = ("signed", "shipped", "delivered")
SLOTS = {"T_trust": 0, "T_debt": 1, "T_audited": 2, "T_sale": 3, "OWED": 4, "T_host": 6}
SIZE = 7

SYMBOLS = (
    Symbol("trust", INT, "s[T_trust]", ("T_trust",), 0, 10),
    Symbol("debt", INT, "s[T_debt]", ("T_debt",), -5, 5),
    Symbol("north.trust", INT, "s[T_trust]", ("T_trust",), 0, 10),
    Symbol("audited", BOOL, "(s[T_audited] != 0)", ("T_audited",)),
    Symbol("sale", LADDER, "s[T_sale]", ("T_sale",), 0, 2, STEPS),
    Symbol("sale.shipped", BOOL, "(s[T_sale] == 1)"),
    Symbol("host", LADDER, "s[T_host]", ("T_host",), 0, 1, ("open", "closed")),
    Symbol("turn", INT, "s[TURN]", (), 0, 99),
    Symbol("draws.news", INT, "0", ("OWED", "OWED + 1"), 0, 9, reads_ok=False),
)
SCOPE = {symbol.name: symbol for symbol in SYMBOLS}
