from __future__ import annotations

import pytest

from tests.bots.course import COUNTRYSIDE
from wargame.bots import Bot, make
from wargame.bots.match import MatchResult, play_core, play_match
from wargame.errors import UsageInvalid
from wargame.kernel.play import begin
from wargame.kernel.score import scores
from wargame.kernel.setup import Setup


def lineup(name: str, seed: int) -> dict[str, Bot]:
    return {team: make(name, seed=seed + i) for i, team in enumerate(COUNTRYSIDE.teams)}


def match(name: str, seed: int, *, talk: bool = True) -> MatchResult:
    return play_match(COUNTRYSIDE, Setup(seed=seed), lineup(name, seed), talk=talk)


@pytest.mark.parametrize("name", ["random", "doctrine", "search:2"])
def test_a_match_is_played_to_its_end(name: str) -> None:
    game = match(name, 1)
    scenario = COUNTRYSIDE.scenario
    assert game.ending in scenario.endings
    assert dict(game.scores) == scores(COUNTRYSIDE, game.state)
    for team, agenda in game.agendas.items():
        assert scenario.agendas[agenda].by == team


@pytest.mark.parametrize("name", ["random", "doctrine"])
def test_the_same_seeds_give_the_same_match(name: str) -> None:
    assert match(name, 5) == match(name, 5)
    assert match(name, 5) != match(name, 6)


@pytest.mark.parametrize("doctrine", [0, 1, 2, 3])
@pytest.mark.parametrize("seed", range(5))
def test_a_core_game_is_the_programs_own_playout(seed: int, doctrine: int) -> None:
    state = begin(COUNTRYSIDE, Setup(seed=seed))
    COUNTRYSIDE.run.playout(state, COUNTRYSIDE.scratch(), doctrine, 0)
    assert play_core(COUNTRYSIDE, Setup(seed=seed), doctrine=doctrine).state == state


def test_every_order_given_was_legal_and_every_turn_is_there() -> None:
    game = match("doctrine", 3)
    about = COUNTRYSIDE.scenario.about
    assert len({(t.turn, t.team) for t in game.turns}) == len(game.turns)
    last = max(turn.turn for turn in game.turns)
    assert len(game.turns) == last * len(COUNTRYSIDE.teams)
    for turn in game.turns:
        assert set(turn.orders) <= set(turn.legal)
        assert len(turn.orders) <= about.orders + about.arguments
        assert len(set(turn.orders)) == len(turn.orders)


def test_hand_cards_that_happened_were_ordered() -> None:
    for seed in range(5):
        game = match("random", seed)
        ordered = {order for turn in game.turns for order in turn.orders}
        assert set(game.played) <= set(game.drawn)
        hands = {
            id
            for id, card in COUNTRYSIDE.scenario.cards.items()
            if COUNTRYSIDE.scenario.decks[card.deck].to
        }
        assert set(game.played) & hands <= ordered


def test_deals_are_counted() -> None:
    games = [match("doctrine", seed) for seed in range(12)]
    assert sum(game.offered for game in games) > sum(game.accepted for game in games) > 0
    assert sum(game.kept for game in games) > 0
    for game in games:
        assert game.kept + game.broken <= 2 * game.accepted


def test_without_talk_there_are_no_deals() -> None:
    game = match("doctrine", 1, talk=False)
    assert (game.offered, game.accepted, game.kept, game.broken) == (0, 0, 0, 0)


def test_every_team_needs_a_bot() -> None:
    bots = lineup("random", 1)
    missing = COUNTRYSIDE.teams[-1]
    del bots[missing]
    with pytest.raises(UsageInvalid, match=f"nobody plays '{missing}'"):
        play_match(COUNTRYSIDE, Setup(seed=1), bots)
