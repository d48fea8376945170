from __future__ import annotations

import pytest

from tests.bots.contract import BotContract
from tests.bots.course import COUNTRYSIDE, seats_to_decide, states_of_a_game
from wargame.bots import forest, make
from wargame.bots import search as room
from wargame.bots.beliefs import beliefs
from wargame.bots.bot import Valuing
from wargame.bots.match import play_match
from wargame.bots.standpoint import Standpoint
from wargame.kernel.decisions import Order, Seal
from wargame.kernel.legal import decisions
from wargame.kernel.setup import Setup
from wargame.kernel.sight import glimpse


class TestSearchBot(BotContract):
    name = "search:8"


class TestEasyBot(BotContract):
    name = "easy"


def test_it_says_what_each_decision_is_worth() -> None:
    asked = 0
    for state in states_of_a_game(1, lambda seed: make("doctrine", seed=seed), talk=False):
        for seat in seats_to_decide(state):
            bot = make("search:60", seed=1)
            assert isinstance(bot, Valuing)
            found = bot.values(glimpse(COUNTRYSIDE, state, seat))
            legal = decisions(COUNTRYSIDE, state, seat)
            assert {valued.decision for valued in found} <= set(legal)
            assert found[0].decision == bot.decide(glimpse(COUNTRYSIDE, state, seat))
            if any(isinstance(decision, Order) for decision in legal):
                assert 40 < sum(valued.visits for valued in found) <= 60
                assert [v.visits for v in found] == sorted((v.visits for v in found), reverse=True)
                assert all(0 <= valued.value <= 13 for valued in found)
                asked += 1
    assert asked > 10


def test_with_playouts_enough_every_legal_decision_is_tried() -> None:
    for state in states_of_a_game(1, lambda seed: make("doctrine", seed=seed), talk=False):
        for seat in seats_to_decide(state):
            seen = glimpse(COUNTRYSIDE, state, seat)
            legal = decisions(COUNTRYSIDE, state, seat)
            found = {v.decision for v in room.SearchBot("x", 1, room.Budget(2000)).values(seen)}
            boosts = {(d.order, 0) for d in legal if isinstance(d, Order)}
            assert {(d.order, 0) for d in found if isinstance(d, Order)} == boosts
            if any(isinstance(decision, Seal) for decision in legal):
                assert Seal(seat) in found
        break


def test_native_and_cpython_decide_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    seats = [
        (state, seat)
        for state in states_of_a_game(2, lambda seed: make("doctrine", seed=seed), talk=False)
        for seat in seats_to_decide(state)
    ]

    def decided() -> list[object]:
        return [
            make("search:40", seed=3).values(glimpse(COUNTRYSIDE, state, seat))  # type: ignore[attr-defined]
            for state, seat in seats
        ]

    native = decided()
    monkeypatch.setenv("WARGAME_NATIVE", "0")
    assert decided() == native


def test_a_budget_in_seconds_is_kept_to() -> None:
    clock = iter(range(100))

    state, seat = next(
        (state, seat)
        for state in states_of_a_game(1, lambda seed: make("doctrine", seed=seed), talk=False)
        for seat in seats_to_decide(state)
        if any(isinstance(d, Order) for d in decisions(COUNTRYSIDE, state, seat))
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "monotonic", lambda: next(clock))
        bot = room.SearchBot("search:3s", 1, room.Budget(10_000, 3))
        found = bot.values(glimpse(COUNTRYSIDE, state, seat))
    # asked once for the end, then before each further pass: at 1 and 2, at 3 it is over
    assert 2 * room.PASS < sum(valued.visits for valued in found) <= 3 * room.PASS


def test_the_more_time_the_more_is_tried() -> None:
    state, seat = max(
        (
            (state, seat)
            for state in states_of_a_game(1, lambda seed: make("doctrine", seed=seed), talk=False)
            for seat in seats_to_decide(state)
        ),
        key=lambda at: len(decisions(COUNTRYSIDE, *at)),
    )
    tried = []
    for looks in (1, 30):
        clock = iter([0] * (looks + 1) + [9])
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(room, "monotonic", lambda clock=clock: next(clock))
            patch.setattr(room, "PASS", 4)
            bot = room.SearchBot("search:3s", 1, room.Budget(10_000, 3))
            tried.append(len(bot.values(glimpse(COUNTRYSIDE, state, seat))))
    assert tried[0] < tried[1]


def test_trees_that_are_full_fail_no_search(monkeypatch: pytest.MonkeyPatch) -> None:
    layout = COUNTRYSIDE.layout
    monkeypatch.setattr(forest, "MOST_NODES", 1 + layout["TEAMS"] * layout["ROOTS"] + 2)
    for state in states_of_a_game(1, lambda seed: make("doctrine", seed=seed), talk=False):
        for seat in seats_to_decide(state):
            found = make("search:64", seed=1).decide(glimpse(COUNTRYSIDE, state, seat))
            assert found in decisions(COUNTRYSIDE, state, seat)


def test_orders_tell_of_agendas() -> None:
    """Every team's beliefs move towards agendas whose doctrine explains what it ordered."""
    told = 0
    for seed in range(40):
        bots = {team: make("doctrine", seed=seed) for team in COUNTRYSIDE.teams}
        state = play_match(COUNTRYSIDE, Setup(seed=seed), bots, talk=False).state
        seat = COUNTRYSIDE.teams[0]
        found = beliefs(Standpoint.of(glimpse(COUNTRYSIDE, state, seat), 0))
        room_for = COUNTRYSIDE.layout["ROOTS"]
        for team in range(1, len(COUNTRYSIDE.teams)):
            held = state[COUNTRYSIDE.layout["AGENDA"] + team] - 1
            weights = found[team * room_for : team * room_for + len(COUNTRYSIDE.agendas[team])]
            told += weights[held] * len(weights) > sum(weights)
            told -= weights[held] * len(weights) < sum(weights)
    assert told > 0


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

    assert points("search:128") > points("doctrine") + games * 0.3


def test_its_chance_is_that_of_the_moment_and_not_of_the_board() -> None:
    for state in states_of_a_game(1, lambda seed: make("doctrine", seed=seed), talk=False):
        for seat in seats_to_decide(state):
            here = Standpoint.of(glimpse(COUNTRYSIDE, state, seat), 7)
            board = COUNTRYSIDE.layout["T_" + next(iter(COUNTRYSIDE.scenario.tracks))]
            other = state.copy()
            other[board] += 1
            there = Standpoint.of(glimpse(COUNTRYSIDE, other, seat), 7)
            later = state.copy()
            later[COUNTRYSIDE.layout["TURN"]] += 1
            then = Standpoint.of(glimpse(COUNTRYSIDE, later, seat), 7)
            chance = here.random.random()
            assert there.random.random() == chance
            assert then.random.random() != chance
