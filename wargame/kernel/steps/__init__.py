"""How each kind of decision is checked and taken: one file a family.

A step changes the state in place, or refuses before it has changed anything.
"""

from __future__ import annotations

from collections.abc import Callable

from wargame.kernel import decisions as d
from wargame.kernel.steps import chance, deals, orders, rulings

STEPS: dict[type, Callable[..., None]] = {
    d.Deal: chance.deal,
    d.Draw: chance.draw,
    d.Roll: chance.roll,
    d.Choose: chance.choose,
    d.Order: orders.order,
    d.Argue: orders.argue,
    d.Seal: orders.seal,
    d.Recall: orders.recall,
    d.Offer: deals.offer,
    d.Answer: deals.answer,
    d.Withdraw: deals.withdraw,
    d.Accept: rulings.accept,
    d.Overrule: rulings.overrule,
    d.Weigh: rulings.weigh,
    d.Ruling: rulings.rule,
    d.Inject: rulings.inject,
    d.Advance: rulings.advance,
}
