"""The random bot: any legal decision is as good to it as any other."""

from __future__ import annotations

from attrs import define, field

from wargame.bots.bargains import bargains
from wargame.bots.market import can_talk, deadline, terms_of
from wargame.bots.standpoint import Standpoint
from wargame.kernel.decisions import Answer, Decision, Offer, Order, Seal
from wargame.kernel.node import boosts
from wargame.kernel.sight import Glimpse

SELDOM = 8
"""It makes an offer about once in so many turns."""


@define
class RandomBot:
    """Orders, seals, chooses and answers at random; offers seldom."""

    seed: int
    name = "random"
    _offered: set[int] = field(factory=set, init=False)  # the turns in which it had its say

    def decide(self, seen: Glimpse) -> Decision:
        """Returns one of the legal orders or the seal, or one of the options, all alike."""
        here = Standpoint.of(seen, self.seed)
        if here.kind == "choice":
            return here.random.choice(here.choices())
        orders = here.orders()
        pick = here.random.randrange(len(orders) + 1)
        if pick == len(orders):
            return Seal(seen.seat)
        spare = boosts(here.program, here.state, here.team, orders[pick])
        order = here.program.orders[orders[pick]]
        return Order(seen.seat, order, here.random.randint(0, spare))

    def talk(self, seen: Glimpse) -> tuple[Decision, ...]:
        """Returns a coin's answer to every open offer, and seldom an offer of its own."""
        here = Standpoint.of(seen, self.seed)
        if not can_talk(here):
            return ()
        said: list[Decision] = []
        left, stake = here.purse(here.team), here.program.scenario.deals.stake
        for bargain in bargains(seen):
            if bargain.status == "offered" and bargain.give.to == here.team:
                accepts = here.random.random() < 0.5 and left >= stake
                left -= stake if accepts else 0
                said.append(Answer(seen.seat, bargain.number, accepts))
        turn = here.state[here.program.layout["TURN"]]
        if turn not in self._offered and left >= stake:
            self._offered.add(turn)
            if here.random.randrange(SELDOM) == 0:
                said += self._offer(here)
        return tuple(said)

    def _offer(self, here: Standpoint) -> list[Decision]:
        program = here.program
        mine = terms_of(here, here.team)
        others = [t for t in range(len(program.teams)) if t != here.team and terms_of(here, t)]
        if not mine or not others:
            return []
        to = here.random.choice(others)
        give, want = here.random.choice(mine), here.random.choice(terms_of(here, to))
        ids = tuple(program.scenario.terms)
        return [
            Offer(
                here.seen.seat,
                program.teams[to],
                *(ids[give], deadline(here, give)),
                *(ids[want], deadline(here, want)),
            )
        ]
