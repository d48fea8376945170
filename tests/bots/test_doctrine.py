from __future__ import annotations

from collections import Counter

import pytest
from attrs import evolve

from tests.bots.contract import BotContract
from tests.bots.course import COUNTRYSIDE, states_of_a_game, talking_state
from wargame.bots import make
from wargame.bots.doctrine import choose, weights
from wargame.bots.standpoint import Standpoint
from wargame.kernel.decisions import Answer, Decision, Offer, Order
from wargame.kernel.node import node
from wargame.kernel.play import step
from wargame.kernel.program import build
from wargame.kernel.setup import State
from wargame.kernel.sight import glimpse

NORTH, SOUTH = COUNTRYSIDE.teams
DEAL = Offer(NORTH, SOUTH, "second_key", 2, "power_contract", 2)


class TestDoctrineBot(BotContract):
    name = "doctrine"


def standpoint(state: State, team: str) -> Standpoint:
    return Standpoint.of(glimpse(COUNTRYSIDE, state, team), 0)


def ordering_state(seed: int) -> State:
    return next(
        state
        for state in states_of_a_game(seed, lambda s: make("doctrine", seed=s), talk=False)
        if node(COUNTRYSIDE, state).kind == "orders"
    )


def with_agenda(state: State, team: str, agenda: str) -> State:
    number = COUNTRYSIDE.teams.index(team)
    changed = state.copy()
    changed[COUNTRYSIDE.layout["AGENDA"] + number] = COUNTRYSIDE.agendas[number].index(agenda) + 1
    return changed


def test_orders_come_in_proportion_to_squared_weight() -> None:
    here = standpoint(ordering_state(2), NORTH)
    orders = here.orders()
    squares = [here.weight(number) ** 2 for number in orders]
    games = 3000
    picks: Counter[str] = Counter()
    for seed in range(games):
        decision = make("doctrine", seed=seed).decide(here.seen)
        picks[decision.order if isinstance(decision, Order) else "seal"] += 1
    expected = dict(zip((COUNTRYSIDE.orders[n] for n in orders), squares, strict=True))
    for order, square in (expected | {"seal": 1}).items():
        share = square / (sum(squares) + 1)
        assert picks[order] / games == pytest.approx(share, abs=0.04)


def struck(state: State) -> State:
    return step(COUNTRYSIDE, step(COUNTRYSIDE, state, DEAL), Answer(SOUTH, 1, True))


def test_a_promise_pulls_its_orders_up_or_down() -> None:
    free = ordering_state(3)
    keeps = struck(free)
    number = COUNTRYSIDE.order_number["buy_power"]
    [before] = weights(standpoint(free, SOUTH), [number])
    [after] = weights(standpoint(keeps, SOUTH), [number])
    assert after > before
    holds = Offer(NORTH, SOUTH, "lake_low", 2, "power_contract", 2)
    held = step(COUNTRYSIDE, step(COUNTRYSIDE, free, holds), Answer(SOUTH, 1, True))
    number = COUNTRYSIDE.order_number["close_gates"]
    [before] = weights(standpoint(free, NORTH), [number])
    [after] = weights(standpoint(held, NORTH), [number])
    assert after < before


def test_a_promise_pulls_harder_when_it_is_due() -> None:
    late = ordering_state(3)
    due = evolve(DEAL, want_by=1)
    pressed = step(COUNTRYSIDE, step(COUNTRYSIDE, late, due), Answer(SOUTH, 1, True))
    number = COUNTRYSIDE.order_number["buy_power"]
    [calm] = weights(standpoint(struck(late), SOUTH), [number])
    [pressing] = weights(standpoint(pressed, SOUTH), [number])
    assert pressing > calm


def answer(state: State, team: str) -> Decision:
    [said] = make("doctrine", seed=1).talk(glimpse(COUNTRYSIDE, state, team))
    return said


def worth(state: State, agenda: str, term: str) -> int:
    scenario = COUNTRYSIDE.scenario
    number: int = COUNTRYSIDE.run.worth(
        state, list(scenario.agendas).index(agenda), list(scenario.terms).index(term)
    )
    return number


@pytest.mark.parametrize("agenda", COUNTRYSIDE.agendas[1])
@pytest.mark.parametrize("give", ["second_key", "lake_low"])
def test_accepts_what_gains_by_its_doctrine(agenda: str, give: str) -> None:
    state = with_agenda(talking_state(1), SOUTH, agenda)
    offered = step(COUNTRYSIDE, state, evolve(DEAL, give=give))
    gain = worth(offered, agenda, give) + worth(offered, agenda, "power_contract")
    assert answer(offered, SOUTH) == Answer(SOUTH, 1, gain > 0)


def test_declines_what_it_cannot_stake() -> None:
    offered = step(COUNTRYSIDE, talking_state(1), DEAL)
    willing = next(
        with_agenda(offered, SOUTH, agenda)
        for agenda in COUNTRYSIDE.agendas[1]
        if answer(with_agenda(offered, SOUTH, agenda), SOUTH) == Answer(SOUTH, 1, True)
    )
    broke = willing.copy()
    broke[COUNTRYSIDE.layout["PURSE"] + COUNTRYSIDE.run.FIRST_PURSE[1]] = 0
    assert answer(broke, SOUTH) == Answer(SOUTH, 1, False)


def test_its_offer_gains_by_its_own_doctrine_and_could_be_accepted() -> None:
    state = talking_state(1)
    made = 0
    for team, other in ((NORTH, SOUTH), (SOUTH, NORTH)):
        for agenda in COUNTRYSIDE.agendas[COUNTRYSIDE.teams.index(team)]:
            now = with_agenda(state, team, agenda)
            for offer in make("doctrine", seed=1).talk(glimpse(COUNTRYSIDE, now, team)):
                assert isinstance(offer, Offer)
                assert worth(now, agenda, offer.give) + worth(now, agenda, offer.want) > 0
                likings = (
                    worth(now, liking, offer.give) + worth(now, liking, offer.want)
                    for liking in COUNTRYSIDE.agendas[COUNTRYSIDE.teams.index(other)]
                )
                assert max(likings) > 0
                made += 1
    assert made


def test_at_a_choice_it_takes_what_scores_more() -> None:
    found = 0
    for seed in range(12):
        for state in states_of_a_game(seed, lambda s: make("doctrine", seed=s), talk=False):
            if node(COUNTRYSIDE, state).kind != "choice":
                continue
            here = standpoint(state, node(COUNTRYSIDE, state).seats[0])
            scores = {}
            for number, choice in enumerate(here.choices()):
                after = here.state.copy()
                COUNTRYSIDE.run.option(after, here.state[COUNTRYSIDE.layout["WHAT"]], number)
                scores[choice] = COUNTRYSIDE.run.score(after, here.team)
            assert scores[choose(here)] == max(scores.values())
            found += 1
    assert found


def test_a_team_without_agendas_plays_all_orders_alike() -> None:
    scenario = evolve(COUNTRYSIDE.scenario, agendas={})
    program = build(scenario)
    state = ordering_state(1)
    seen = evolve(
        glimpse(COUNTRYSIDE, state, NORTH),
        program=program,
        slots=glimpse(COUNTRYSIDE, _without_agendas(state), NORTH).slots,
    )
    here = Standpoint.of(seen, 0)
    assert here.agenda == -1
    assert {here.weight(number) for number in here.orders()} == {1}


def _without_agendas(state: State) -> State:
    bare = state.copy()
    first = COUNTRYSIDE.layout["AGENDA"]
    bare[first : first + len(COUNTRYSIDE.teams)] = [0] * len(COUNTRYSIDE.teams)
    return bare
