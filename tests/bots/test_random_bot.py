from __future__ import annotations

from collections import Counter

from tests.bots.contract import BotContract
from tests.bots.course import COUNTRYSIDE, seats_to_decide, states_of_a_game, talking_state
from wargame.bots import make
from wargame.kernel.decisions import Answer, Offer, Order, Seal
from wargame.kernel.legal import decisions
from wargame.kernel.node import node
from wargame.kernel.play import step
from wargame.kernel.sight import glimpse


class TestRandomBot(BotContract):
    name = "random"


def test_every_legal_order_and_the_seal_come_up_about_alike() -> None:
    state = next(
        s
        for s in states_of_a_game(1, lambda seed: make("random", seed=seed))
        if node(COUNTRYSIDE, s).kind == "orders"
    )
    seat = seats_to_decide(state)[0]
    seen = glimpse(COUNTRYSIDE, state, seat)
    games = 2000
    picks = Counter(
        getattr(make("random", seed=seed).decide(seen), "order", "seal") for seed in range(games)
    )
    legal = {d.order for d in decisions(COUNTRYSIDE, state, seat) if isinstance(d, Order)}
    assert set(picks) == legal | {"seal"}
    fair = games / len(picks)
    assert all(0.7 * fair < count < 1.3 * fair for count in picks.values())
    assert Seal(seat) in decisions(COUNTRYSIDE, state, seat)


def test_a_coin_answers_offers_and_offers_are_rare() -> None:
    state, (north, south) = talking_state(1), COUNTRYSIDE.teams
    offered = step(COUNTRYSIDE, state, Offer(north, south, "second_key", 2, "power_contract", 2))
    seen = glimpse(COUNTRYSIDE, offered, south)
    said = [make("random", seed=seed).talk(seen) for seed in range(400)]
    answers = Counter(a.accept for words in said for a in words if isinstance(a, Answer))
    assert answers.total() == 400
    assert 140 < answers[True] < 260
    assert sum(isinstance(w, Offer) for words in said for w in words) < 100
