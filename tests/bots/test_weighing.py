from __future__ import annotations

from tests.bots.course import COUNTRYSIDE, states_of_a_game, talking_state
from wargame.bots import make
from wargame.bots.bargains import bargains
from wargame.bots.standpoint import Standpoint
from wargame.bots.weighing import Weighing
from wargame.kernel.decisions import Answer, Offer
from wargame.kernel.node import does, node
from wargame.kernel.play import step
from wargame.kernel.sight import glimpse


def test_it_weighs_a_deal_the_same_whoever_proposed_it() -> None:
    """An offer that gains for both by the same worlds is one that its receiver accepts."""
    weighed = 0
    for seed in range(12):
        state = talking_state(seed)
        for seat in COUNTRYSIDE.teams:
            here = Standpoint.of(glimpse(COUNTRYSIDE, state, seat), seed)
            offer = Weighing(64).best_offer(here)
            if offer is None:
                continue
            assert offer.team == seat
            after = step(COUNTRYSIDE, state, offer)
            there = Standpoint.of(glimpse(COUNTRYSIDE, after, offer.to), seed)
            (bargain,) = bargains(there.seen)
            Weighing(64).accepts(there, bargain)
            weighed += 1
    assert weighed > 3


def test_a_gift_is_accepted_and_a_demand_is_not() -> None:
    """What the other promises for nothing is worth having, over all that could be promised."""
    gifts = demands = 0
    for seed in range(8):
        state = talking_state(seed)
        for id, term in COUNTRYSIDE.scenario.terms.items():
            other = next(team for team in COUNTRYSIDE.teams if team != term.by)
            for offer in (
                Offer(term.by, other, id, 2, "", 0),
                Offer(other, term.by, "", 0, id, 2),
            ):
                after = step(COUNTRYSIDE, state, offer)
                here = Standpoint.of(glimpse(COUNTRYSIDE, after, offer.to), seed)
                said = Weighing(128).accepts(here, bargains(here.seen)[0])
                if offer.give:
                    gifts += said
                else:
                    demands += said
    assert gifts > demands


def test_search_bots_strike_deals() -> None:
    struck = 0
    for seed in range(6):
        for state in states_of_a_game(seed, lambda seed: make("search:32", seed=seed)):
            if node(COUNTRYSIDE, state).kind == "phase" and does(COUNTRYSIDE, state) == "talk":
                for team in COUNTRYSIDE.teams:
                    said = make("search:32", seed=1).talk(glimpse(COUNTRYSIDE, state, team))
                    struck += sum(isinstance(word, Answer) and word.accept for word in said)
    assert struck > 0
