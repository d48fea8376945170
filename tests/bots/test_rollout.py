from __future__ import annotations

import pytest

from tests.bots.contract import BotContract
from tests.bots.course import COUNTRYSIDE, states_of_a_game
from wargame.bots import make
from wargame.bots.match import play_match
from wargame.bots.rollout import order_candidates
from wargame.bots.standpoint import Standpoint
from wargame.kernel.decisions import Order, Seal
from wargame.kernel.legal import decisions
from wargame.kernel.node import node
from wargame.kernel.setup import Setup
from wargame.kernel.sight import glimpse


class TestRolloutBot(BotContract):
    name = "rollout:4"


def test_candidates_are_legal_and_cover_every_order() -> None:
    for state in states_of_a_game(1, lambda seed: make("doctrine", seed=seed), talk=False):
        if node(COUNTRYSIDE, state).kind != "orders":
            continue
        seat = node(COUNTRYSIDE, state).seats[0]
        found = order_candidates(Standpoint.of(glimpse(COUNTRYSIDE, state, seat), 0))
        legal = decisions(COUNTRYSIDE, state, seat)
        assert set(found) <= set(legal)
        assert Seal(seat) in found
        assert {d.order for d in found if isinstance(d, Order)} == {
            d.order for d in legal if isinstance(d, Order)
        }


@pytest.mark.parametrize("team", COUNTRYSIDE.teams)
def test_scores_more_than_the_doctrine_in_the_same_games(team: str) -> None:
    games = 60

    def points(name: str) -> int:
        total = 0
        for seed in range(games):
            bots = {t: make("doctrine", seed=seed) for t in COUNTRYSIDE.teams}
            bots[team] = make(name, seed=seed)
            total += play_match(COUNTRYSIDE, Setup(seed=seed), bots, talk=False).scores[team]
        return total

    assert points("rollout:32") > points("doctrine") + games * 0.3
