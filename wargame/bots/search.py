"""The search bot: looks ahead by information-set Monte Carlo tree search.

The search itself is the program's (`kernel/portable/search.py` says by which method); which action
is tried how often at its root is decided here. It runs natively where that is to be had and in
CPython otherwise, and decides the same in both.
"""

from __future__ import annotations

from math import inf
from statistics import mode
from time import monotonic

from attrs import define, field

from wargame.bots.actions import decision, priors
from wargame.bots.bot import Valued
from wargame.bots.budget import Budget
from wargame.bots.dealer import Dealer
from wargame.bots.forest import Forest
from wargame.bots.halving import halve
from wargame.bots.standpoint import Standpoint
from wargame.bots.weighing import Weighing
from wargame.kernel.decisions import Decision, Seal
from wargame.kernel.sight import Glimpse

MOST_WEIGHED = 1024
"""How many games a deal is played on for, with it and without it, at most."""

PASS = 64
"""How many games are played at least between two looks at the clock."""

OF_ALL = 8
"""Later it is this part of those played so far: the longer a search, the more actions it tries."""


@define
class SearchBot:
    """Decides by playing ahead, as often as its budget allows; weighs deals in the same way.

    With a budget in playouts the same seed and glimpse give the same decision; with one in seconds
    they need not, since one computer plays more than another.
    """

    name: str
    seed: int
    budget: Budget
    _dealer: Dealer = field(init=False)

    def __attrs_post_init__(self) -> None:
        weighing = Weighing(min(self.budget.playouts, MOST_WEIGHED))
        self._dealer = Dealer(weighing.accepts, weighing.best_offer)

    def decide(self, seen: Glimpse) -> Decision:
        """Returns the decision that proved best."""
        return self.values(seen)[0].decision

    def values(self, seen: Glimpse) -> tuple[Valued, ...]:
        """Returns the decisions that were tried and what they came to, the best first."""
        here = Standpoint.of(seen, self.seed)
        if here.kind == "orders" and not here.orders():
            return (Valued(Seal(seen.seat), 0.0, 0),)
        return search(here, self.budget)

    def talk(self, seen: Glimpse) -> tuple[Decision, ...]:
        """Returns an answer to every open offer, or the offer that brings most."""
        return self._dealer.talk(Standpoint.of(seen, self.seed))


def search(here: Standpoint, budget: Budget) -> tuple[Valued, ...]:
    """Returns the decisions at a standpoint with their mean values, the best first."""
    forest = Forest.of(here, budget.playouts)
    weights = priors(here)
    until = monotonic() + budget.seconds if budget.seconds else inf
    found: list[int] = []
    done = 0
    while done < budget.playouts and not (found and monotonic() >= until):
        count = max(PASS, done // OF_ALL) if budget.seconds else budget.playouts
        worlds = range(done, min(done + count, budget.playouts))
        found.append(halve(weights, worlds, forest.attempt))
        done = worlds.stop
    best = mode(found)
    valued = {
        action: Valued(decision(here, action), total / 100 / visits, visits)
        for action, visits, total in forest.tried()
    }
    others = sorted(valued, key=lambda action: (action != best, -valued[action].visits))
    return tuple(valued[action] for action in others)
