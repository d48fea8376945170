from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from tests.bots.course import COUNTRYSIDE, states_of_a_game, talking_state
from wargame.bots import Bot, make
from wargame.bots.match import MatchResult, play_core, play_match, play_rest
from wargame.errors import UsageInvalid
from wargame.kernel.decisions import Advance, Argue, Seal
from wargame.kernel.node import does, node
from wargame.kernel.play import begin, step
from wargame.kernel.score import scores
from wargame.kernel.setup import Setup, State
from wargame.kernel.slots import OFFER_FIELDS, OFFER_STATES


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


def rest(state: State, seed: int) -> MatchResult:
    return play_rest(COUNTRYSIDE, state, lineup("doctrine", seed))


@pytest.mark.parametrize("seed", range(4))
def test_from_wherever_the_rest_is_played_it_is_the_same_match(seed: int) -> None:
    """Where teams order, one after the other, where dice fall and have fallen, where turns end."""
    game = match("doctrine", seed)
    assert rest(begin(COUNTRYSIDE, Setup(seed=seed)), seed) == game
    ordering = [turn.state for turn in game.turns]
    falling = [state for fall in game.falls for state in (fall.before, fall.after)]
    for state in (*ordering, *falling, *game.ends):
        before = state.copy()
        played = rest(state, seed)
        assert state == before
        assert played.state == game.state
        assert (played.kept, played.broken) == (game.kept, game.broken)


def test_where_teams_are_about_to_talk_they_talk() -> None:
    offered = 0
    for seed in range(6):
        state = next(state for state in course(seed) if is_talk(state))
        played, game = rest(state, seed), match("doctrine", seed)
        assert played.state == game.state
        assert played.turns == game.turns
        offered += played.offered
    assert offered > 0


def test_an_offer_that_stands_open_is_answered() -> None:
    first = COUNTRYSIDE.layout["OFFER"]
    answers = set()
    for seed in range(12):
        for state in course(seed):
            offer = state[first : first + OFFER_FIELDS]
            if OFFER_STATES[offer[0]] == "offered" and is_talk(state):
                after = rest(state, seed).turns[0].state[first : first + OFFER_FIELDS]
                assert after != offer
                answers.add(OFFER_STATES[after[0]])
    assert "struck" in answers


def test_what_is_sealed_stands_and_an_argument_in_own_words_weighs_nothing() -> None:
    first, second = COUNTRYSIDE.teams
    state = step(COUNTRYSIDE, talking_state(1), Advance())
    state = step(COUNTRYSIDE, state, Argue(second, "It comes about", ("because",)))
    state = step(COUNTRYSIDE, state, Seal(first))
    played = rest(state, 1)
    turn = played.turns[0]
    assert turn.team == second
    # what it argues is no order of the ruleset's
    assert set(turn.orders) <= set(turn.legal)
    assert not played.falls[0].before[COUNTRYSIDE.layout["WEIGHED"]]
    state = step(COUNTRYSIDE, state, Seal(second))
    while node(COUNTRYSIDE, state).kind != "weigh":
        state = step(COUNTRYSIDE, state, Advance())
    assert rest(state, 1).ending in COUNTRYSIDE.scenario.endings


def course(seed: int) -> Iterator[State]:
    return states_of_a_game(seed, lambda number: make("doctrine", seed=number))


def is_talk(state: State) -> bool:
    return node(COUNTRYSIDE, state).kind == "phase" and does(COUNTRYSIDE, state) == "talk"


def test_dice_alone_decide_in_a_fall() -> None:
    run, wait = COUNTRYSIDE.run, COUNTRYSIDE.layout["WAIT"]
    for seed in range(4):
        game = match("doctrine", seed)
        assert game.falls
        for fall in game.falls:
            state, out, dice = fall.before.copy(), COUNTRYSIDE.scratch(), 0
            while node(COUNTRYSIDE, state).kind == "dice":
                run.let_stand(state, state[wait], out)
                run.settle(state, out)
                dice += 1
            assert dice
            assert state == fall.after


def test_all_dice_of_a_turn_are_one_fall() -> None:
    turn = COUNTRYSIDE.layout["TURN"]
    several = 0
    for seed in range(6):
        rolled: Counter[int] = Counter()
        for state in states_of_a_game(seed, lambda n: make("doctrine", seed=n), talk=False):
            rolled[state[turn]] += node(COUNTRYSIDE, state).kind == "dice"
        falls = match("doctrine", seed, talk=False).falls
        assert [fall.before[turn] for fall in falls] == [t for t, dice in rolled.items() if dice]
        several += max(rolled.values()) > 1
    assert several
