"""What an agent observes is what its seat sees: what it is not told changes not one byte."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.interop.games import IDS, game_of, rules_of
from tests.kernel.games import FAIR, positions
from tests.kernel.test_sight import scrambled
from wargame.interop.course import to_move
from wargame.interop.openspiel import WargameState
from wargame.interop.parallel_env import SealedEnv
from wargame.interop.play import Play
from wargame.interop.recall import Recall
from wargame.interop.rules import Rules
from wargame.interop.turn_env import TurnEnv
from wargame.kernel.resample import resample
from wargame.kernel.setup import State
from wargame.kernel.sight import glimpse
from wargame.kernel.slots import NODES

Sight = tuple[str, State, str]


@st.composite
def sights(draw: st.DrawFn) -> Sight:
    """Returns a scenario, a position of a random game of it, and a seat."""
    id = draw(st.sampled_from(IDS))
    s = draw(st.sampled_from(positions(id, 8 if id == FAIR else 2)))[0]
    return id, s, draw(st.sampled_from(rules_of(id).program.teams))


def twins(found: Sight, seed: int) -> tuple[State, State]:
    """Returns two other states that the seat cannot tell from this one, made in two ways."""
    id, s, seat = found
    program = rules_of(id).program
    random = Random(seed)
    return scrambled(program, s, seat, random), resample(glimpse(program, s, seat), random)


def observed(env: TurnEnv | SealedEnv, s: State, seat: str) -> bytes:
    """Returns all that an agent observes, as bytes, whether it is its turn or not."""
    env.arena.state = s
    env.agents = list(env.possible_agents)
    if isinstance(env, TurnEnv):
        env.agent_selection = seat
        seen = env.observe(seat)
    else:
        seen = env._observe()[seat]
    return seen["observation"].tobytes() + seen["action_mask"].tobytes()


@settings(max_examples=120)
@given(sights(), st.integers(0, 2**32))
def test_states_that_a_seat_cannot_tell_apart_are_observed_alike(found: Sight, seed: int) -> None:
    id, s, seat = found
    rules = rules_of(id)
    for env in (TurnEnv(rules), SealedEnv(rules)):
        for twin in twins(found, seed):
            assert observed(env, twin, seat) == observed(env, s, seat)


def state_at(id: str, s: State, team: int, recall: tuple[Recall, ...]) -> WargameState:
    state = game_of(id).new_initial_state()
    state.play = Play(s, to_move(rules_of(id).program, s, team), recall)
    return state


@settings(max_examples=80)
@given(sights(), st.integers(0, 2**32))
def test_information_sets_hold_such_states_together(found: Sight, seed: int) -> None:
    id, s, seat = found
    program = rules_of(id).program
    team = program.teams.index(seat)
    past = Recall().after(positions(id, 2)[0][0], 1)
    others = Recall().after(positions(id, 2)[1][0], 2)
    blank = (Recall(),) * len(program.teams)
    state = state_at(id, s, team, (*blank[:team], past, *blank[team + 1 :]))
    for twin in twins(found, seed):
        recall = [others] * len(program.teams)
        recall[team] = past
        other = state_at(id, twin, team, tuple(recall))
        assert other.information_state_string(team) == state.information_state_string(team)
        assert other.observation_string(team) == state.observation_string(team)
        assert other.information_state_tensor(team) == state.information_state_tensor(team)
        assert other.observation_tensor(team) == state.observation_tensor(team)
        if state.current_player() == team == other.current_player():
            assert other.legal_actions() == state.legal_actions()


@settings(max_examples=80)
@given(sights())
def test_a_row_tells_everything_that_is_seen(found: Sight) -> None:
    id, s, seat = found
    rules: Rules = rules_of(id)
    seen = glimpse(rules.program, s, seat)
    row = rules.sights.row(seen)
    told = dict(zip(rules.sights.names, row.tolist(), strict=True))
    assert told["seat"] == rules.program.teams.index(seat) + 1
    assert told["turn"] == s[rules.program.layout["TURN"]] + 1
    assert (row >= 0).all()
    assert (row <= rules.sights.highest).all()
    for slot, (name, _) in rules.program.board.items():
        if seen.slots[slot] < -1000:
            assert told.get(name, 0) == 0
    for id_, track in rules.program.scenario.tracks.items():
        if not track.each and {seat, "all"} & set(track.seen):
            assert told[id_] == s[rules.program.layout[f"T_{id_}"]] - track.low + 1


def test_the_bounds_of_a_row_are_tight_where_the_rules_say_so() -> None:
    found = rules_of("river").sights
    highest = dict(zip(found.names, found.highest.tolist(), strict=True))
    assert highest["seat"] == 2
    assert highest["wait"] == len(NODES)
    assert highest["agenda averil"] == 3
    assert highest["boost 0"] == 2
    assert highest["lake"] == highest["lake before"] == 9  # 0 to 8, seen
    bounded = [name for name in found.names if highest[name] < 1000]
    open_ended = {name.split()[0] for name in found.names if highest[name] >= 1000}
    assert len(bounded) > 150
    assert open_ended == {"spent", "owed", "kept", "broken"}


@pytest.mark.parametrize("id", IDS)
def test_every_place_of_a_row_has_a_name_of_its_own(id: str) -> None:
    found = rules_of(id).sights
    assert len(set(found.names)) == len(found.names) == len(found.highest)


def test_what_others_ordered_is_in_no_row_before_the_reveal() -> None:
    """One team orders this or that; until the reveal the other observes the same."""
    rules = rules_of("river")
    first, second = rules.program.teams
    env = TurnEnv(rules)
    seen, ordered = [], []
    for pick in (0, 1, -1):
        env.reset(seed=2)  # in this game no card asks a question before the orders
        assert env.arena.legal(first)[-1] == rules.actions.seal
        while env.agent_selection == first:
            legal = env.arena.legal(first)
            env.step(legal[min(pick, len(legal) - 1)])
        assert env.agent_selection == second
        seen.append(observed(env, env.arena.state, second))
        ordered.append(observed(env, env.arena.state, first))
    assert len(set(ordered)) == 3
    assert len(set(seen)) == 1
