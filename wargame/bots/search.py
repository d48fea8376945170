"""The search bot: looks ahead by information-set Monte Carlo tree search.

The search itself is the program's (`kernel/portable/search.py` says by which method); here its
lists are laid out and its root is read. It runs natively where that is to be had and in CPython
otherwise, and decides the same in both.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Any

from attrs import define, field, frozen

from wargame.bots.beliefs import beliefs
from wargame.bots.bot import Valued
from wargame.bots.budget import Budget
from wargame.bots.dealer import Dealer
from wargame.bots.standpoint import Standpoint
from wargame.bots.weighing import Weighing
from wargame.kernel.decisions import Decision, Order, Seal
from wargame.kernel.program import Program
from wargame.kernel.resample import Unknown
from wargame.kernel.sight import Glimpse
from wargame.native import fastest

DOUBT = 700
"""How much an untried order of prior 1 is worth trying, in hundredths of a point (PUCT's c)."""

MOST_NODES = 2_000_000
"""How large trees can grow; a search that has reached it goes on in the trees it has."""

MOST_WEIGHED = 256
"""How many games a deal is played on for, with it and without it, at most."""

CHUNK = 64
"""How many games are played between two looks at the clock."""


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
        """Returns the decision that the search came back to most often."""
        return self.values(seen)[0].decision

    def values(self, seen: Glimpse) -> tuple[Valued, ...]:
        """Returns the decisions that were tried and what they came to, the one tried most first."""
        here = Standpoint.of(seen, self.seed)
        if here.kind == "orders" and not here.orders():
            return (Valued(Seal(seen.seat), 0.0, 0),)
        return search(here, self.budget)

    def talk(self, seen: Glimpse) -> tuple[Decision, ...]:
        """Returns an answer to every open offer, or the offer that brings most."""
        return self._dealer.talk(Standpoint.of(seen, self.seed))


def search(here: Standpoint, budget: Budget) -> tuple[Valued, ...]:
    """Returns the decisions at a standpoint, from the one tried most, with their mean values."""
    layout = here.program.layout
    unknown = Unknown.of(here.seen, beliefs(here))
    forest = _Forest.of(here.program, budget.playouts)
    seeds = (here.random.getrandbits(32), here.random.getrandbits(32))
    until = monotonic() + budget.seconds if budget.seconds else None
    done = 0
    while done < budget.playouts and (until is None or monotonic() < until):
        count = min(budget.playouts - done, CHUNK if until else budget.playouts)
        forest.grow(unknown, seeds, done, count)
        done += count
    held = here.seen.slots[layout["AGENDA"] + here.team]
    tried = forest.children(1 + here.team * layout["ROOTS"] + max(0, held - 1))
    found = [
        Valued(_decision(here, action), total / 100 / max(1, visits), visits)
        for action, visits, total in tried
    ]
    return tuple(sorted(found, key=lambda valued: -valued.visits))


def _decision(here: Standpoint, action: int) -> Decision:
    """Returns the decision that an action of the tree stands for."""
    layout = here.program.layout
    if action >= layout["FIRST_CHOICE"]:
        return here.choices()[action - layout["FIRST_CHOICE"]]
    if action == layout["SEALING"]:
        return Seal(here.seen.seat)
    order, points = divmod(action - layout["FIRST_ORDER"], layout["BOOSTS"])
    return Order(here.seen.seat, here.program.orders[order], points)


@frozen
class _Forest:
    """Is the trees of one search: one for each team and agenda."""

    program: Program
    search: Callable[..., int]
    lists: Callable[[list[int]], Any]
    tree: Any
    scratch: tuple[Any, ...]

    @classmethod
    def of(cls, program: Program, playouts: int) -> _Forest:
        """Returns a forest with room for so many playouts; each adds a node a team at most."""
        layout = program.layout
        run, lists = fastest(program)
        roots = 1 + layout["TEAMS"] * layout["ROOTS"]
        room = min(roots + layout["TEAMS"] * playouts, MOST_NODES)
        tree = lists([0] * (room * layout["NODE_FIELDS"]))
        tree[0], tree[1], tree[2] = roots, room, DOUBT
        scratch = (
            lists([0] * (layout["MARKS"] + layout["FIRST_CHOICE"] + layout["MOST_OPTIONS"])),
            lists([0] * layout.size),
            lists(program.scratch()),
        )
        return cls(program, run.search, lists, tree, scratch)

    def grow(self, unknown: Unknown, seeds: tuple[int, int], first: int, count: int) -> None:
        """Plays `count` games through the trees, in the worlds from `first` on."""
        known = (self.lists(numbers) for numbers in unknown.lists)
        self.search(self.tree, *self.scratch, *known, *seeds, first, count)

    def children(self, node: int) -> list[tuple[int, int, int]]:
        """Returns the action, the visits and the sum of values of each child, oldest first."""
        fields, found = self.program.layout["NODE_FIELDS"], []
        child = self.tree[node * fields + 2]
        while child:
            action, sibling, _, visits, _, total = self.tree[child * fields : (child + 1) * fields]
            found.append((action, visits, total))
            child = sibling
        return found[::-1]
