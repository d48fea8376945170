from __future__ import annotations

from tests.bots.course import COUNTRYSIDE, states_of_a_game, talking_state
from wargame.bots import make
from wargame.bots.bargains import bargains
from wargame.bots.market import terms_of
from wargame.bots.scales import Scales
from wargame.bots.standpoint import Standpoint
from wargame.bots.weighing import Weighing
from wargame.kernel.decisions import Answer, Offer
from wargame.kernel.node import does, node
from wargame.kernel.play import step
from wargame.kernel.sight import glimpse


def test_what_it_offers_gains_for_both_sides() -> None:
    """Each side sees other worlds, yet most of what is offered is accepted."""
    offered = accepted = 0
    for seed in range(16):
        state = talking_state(seed)
        for seat in COUNTRYSIDE.teams:
            offer = Weighing(64).best_offer(Standpoint.of(glimpse(COUNTRYSIDE, state, seat), seed))
            if offer is None:
                continue
            assert offer.team == seat
            after = step(COUNTRYSIDE, state, offer)
            there = Standpoint.of(glimpse(COUNTRYSIDE, after, offer.to), seed)
            (bargain,) = bargains(there.seen)
            accepted += Weighing(64).accepts(there, bargain)
            offered += 1
    assert accepted * 2 > offered > 1


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
    assert any(strikes(seed) for seed in range(16))


def strikes(seed: int) -> bool:
    """Returns whether a deal is struck in some talk of a game, or would be."""
    for state in states_of_a_game(seed, lambda seed: make("search:32", seed=seed)):
        if node(COUNTRYSIDE, state).kind == "phase" and does(COUNTRYSIDE, state) == "talk":
            for team in COUNTRYSIDE.teams:
                said = make("search:32", seed=1).talk(glimpse(COUNTRYSIDE, state, team))
                if any(isinstance(word, Answer) and word.accept for word in said):
                    return True
    return False


def test_all_offers_are_weighed_in_the_same_worlds() -> None:
    """What is found of a deal is the same whatever was weighed before, and adds up over worlds."""
    for seed in range(4):
        here = Standpoint.of(glimpse(COUNTRYSIDE, talking_state(seed), COUNTRYSIDE.teams[0]), seed)
        deals = [(0, 1, give + 1, 2, 0, 0) for give in terms_of(here, 0)]
        together = Scales.at(fresh(here))
        apart = [Scales.at(fresh(here)).gains(deal, range(24)) for deal in deals]
        assert [together.gains(deal, range(24)) for deal in deals] == apart
        for deal, gains in zip(deals, apart, strict=True):
            parts = [together.gains(deal, part) for part in (range(9), range(9, 24))]
            assert tuple(map(sum, zip(*parts, strict=True))) == gains


def fresh(here: Standpoint) -> Standpoint:
    """Returns the same standpoint before any of its chance was used."""
    return Standpoint.of(here.seen, 0)
