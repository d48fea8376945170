from __future__ import annotations

import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest
from pettingzoo.test import api_test, parallel_api_test, parallel_seed_test, seed_test

from tests.interop.games import replay
from wargame.errors import DecisionIllegal, ScenarioUnknown, UsageInvalid
from wargame.interop.pettingzoo import ILLEGAL, env, parallel_env, raw_env
from wargame.kernel.decisions import Decision, Seal
from wargame.kernel.score import scores
from wargame.kernel.setup import Setup
from wargame.kernel.slots import NODES

SHIPPED = ("river", "s400")
KNOWN = (
    "Observation is not a NumPy array",  # it is a dict with a mask
    "Observation space for each agent probably should be",
    "We recommend agents to be named",  # agents are teams, by their ids
    "Action mask numpy array is all zeros",  # of those for whom the game is over
)


def without_warnings(test: Callable[..., None], *arguments: Any, **options: Any) -> None:
    """Runs one of PettingZoo's tests; a warning that is not of the known kinds fails it."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for text in KNOWN:
            warnings.filterwarnings("ignore", message=text)
        test(*arguments, **options)


@pytest.mark.parametrize("id", SHIPPED)
def test_pettingzoo_finds_nothing_against_the_environment(id: str) -> None:
    without_warnings(api_test, env(id), num_cycles=60)
    without_warnings(api_test, raw_env(id), num_cycles=60)


@pytest.mark.parametrize("id", SHIPPED)
def test_pettingzoo_finds_the_same_seed_to_give_the_same_game(id: str) -> None:
    without_warnings(seed_test, lambda: env(id), num_cycles=30)


@pytest.mark.parametrize("id", SHIPPED)
def test_pettingzoo_finds_nothing_against_the_parallel_environment(id: str) -> None:
    without_warnings(parallel_api_test, parallel_env(id), num_cycles=60)
    without_warnings(parallel_seed_test, lambda: parallel_env(id), num_cycles=30)


def play(table: Any, seed: int | None, random: Random) -> tuple[list[Decision], dict[str, float]]:
    """Plays a game by turns; returns the decisions of all teams and what each was rewarded."""
    table.reset(seed=seed)
    made, rewarded = [], dict.fromkeys(table.possible_agents, 0.0)
    actions = table.unwrapped.arena.rules.actions
    for agent in table.agent_iter():
        seen, reward, over, _, _ = table.last()
        rewarded[agent] += reward
        if over:
            table.step(None)
            continue
        assert reward == 0
        action = random.choice(np.flatnonzero(seen["action_mask"]).tolist())
        made.append(actions.decision(table.unwrapped.arena.state, agent, action))
        table.step(action)
    return made, rewarded


@pytest.mark.parametrize("id", SHIPPED)
def test_it_is_the_game_that_the_table_plays(id: str) -> None:
    table = env(id)
    program = table.unwrapped.arena.rules.program
    for seed in (3, 2**63):
        made, rewarded = play(table, seed, Random(seed))
        state = replay(program, Setup(seed=seed), made)
        assert state == table.unwrapped.arena.state
        assert rewarded == scores(program, state)
        assert not table.agents


@pytest.mark.parametrize("id", SHIPPED)
def test_the_parallel_game_is_the_one_that_the_table_plays(id: str) -> None:
    table, random = parallel_env(id), Random(1)
    program, actions = table.arena.rules.program, table.arena.rules.actions
    seen, _ = table.reset(seed=5)
    made: list[Decision] = []
    while table.agents:
        chosen = {
            agent: random.choice(np.flatnonzero(seen[agent]["action_mask"]).tolist())
            for agent in table.agents
        }
        made += [
            actions.decision(table.arena.state, agent, action)
            for agent, action in chosen.items()
            if table.arena.legal(agent)
        ]
        seen, rewards, over, cut, _ = table.step(chosen)
        assert not any(cut.values())
        assert len(set(over.values())) == 1
    state = replay(program, Setup(seed=5), made)
    assert state == table.arena.state
    assert rewards == scores(program, state)


def test_games_without_a_seed_of_their_own_follow_from_the_last_one() -> None:
    def three() -> list[list[Decision]]:
        table = raw_env("river")
        return [play(table, seed, Random(1))[0] for seed in (7, None, None)]

    first, second = three(), three()
    assert first == second
    assert first[0] != first[1] != first[2]


def test_presets_and_switches_are_the_scenarios_own() -> None:
    short = raw_env("river", preset="short", off=("mud",)).arena
    short.begin(1)
    layout = short.rules.program.layout
    assert short.state[layout["LAST_TURN"]] == 2
    assert short.state[layout["SWITCH"]] == 0
    with pytest.raises(UsageInvalid, match="seed 18446744073709551616 is out of range"):
        short.begin(2**64)
    with pytest.raises(UsageInvalid, match="no preset 'long'"):
        env("river", preset="long")
    with pytest.raises(UsageInvalid, match="no switch 'rain'"):
        parallel_env("river", off=("rain",))
    with pytest.raises(ScenarioUnknown, match="there is no scenario 'rivr'"):
        env("rivr")


def test_what_a_preset_changes_is_not_told_of_the_next_game() -> None:
    table = raw_env("river", preset="drought")
    table.reset(seed=1)
    assert table.arena.rules.program.take_causes() == ()


def test_a_scenario_of_ones_own_is_found_and_read_anew_when_edited(tmp_path: Path) -> None:
    root = tmp_path
    for section in ("rulesets", "decks"):
        (root / section / "mine").mkdir(parents=True)
        for file in (Path(__file__).parents[2] / section / "river").iterdir():
            (root / section / "mine" / file.name).write_text(file.read_text())
    assert raw_env("mine", root=root).arena.rules.program.scenario.about.boosts == 1
    about = root / "rulesets" / "mine" / "scenario.yaml"
    about.write_text(about.read_text().replace("boosts: 1", "boosts: 2"))
    assert raw_env("mine", root=root).arena.rules.actions.levels == 3


def test_an_illegal_action_changes_nothing_without_wrappers() -> None:
    table = raw_env("river")
    table.reset(seed=2)
    before = table.arena.state.copy()
    for wrong in (table.arena.rules.actions.seal + 1, -1, 10**6):
        with pytest.raises(DecisionIllegal, match=f"cannot take action {wrong} now") as caught:
            table.step(wrong)
        assert str(table.arena.rules.actions.seal) in caught.value.remedy
    assert table.arena.state == before


def test_an_illegal_action_ends_the_game_and_costs_who_took_it() -> None:
    table = env("river")
    table.reset(seed=2)
    agent, other = table.agent_selection, table.possible_agents[1]
    table.step(table.unwrapped.arena.rules.actions.seal + 1)
    assert table.terminations == {agent: True, other: True}
    assert table.rewards == {agent: ILLEGAL, other: 0}

    parallel = parallel_env("river")
    parallel.reset(seed=2)
    seal = parallel.arena.rules.actions.seal
    _, rewards, over, _, _ = parallel.step({agent: seal + 1, other: seal})
    assert rewards == {agent: ILLEGAL, other: 0.0}
    assert over == {agent: True, other: True}
    assert not parallel.agents


def test_every_agent_must_act_at_once() -> None:
    parallel = parallel_env("river")
    parallel.reset(seed=2)
    with pytest.raises(UsageInvalid, match="no action of 'ossany'"):
        parallel.step({"averil": parallel.arena.rules.actions.seal})


def test_whoever_has_nothing_to_decide_seals_without_effect() -> None:
    parallel = parallel_env("river")
    seen, _ = parallel.reset(seed=2)
    arena = parallel.arena
    seal = arena.rules.actions.seal
    order = int(np.flatnonzero(seen["averil"]["action_mask"])[0])
    seen, *_ = parallel.step({"averil": order, "ossany": seal})
    assert np.flatnonzero(seen["ossany"]["action_mask"]).tolist() == [seal]
    assert NODES[arena.state[arena.rules.program.layout["WAIT"]]] == "orders"
    assert Seal("ossany") not in [
        arena.rules.actions.decision(arena.state, "ossany", n) for n in arena.legal("ossany")
    ]


def test_the_board_is_shown_as_the_room_sees_it() -> None:
    for table in (raw_env("river", render_mode="ansi"), parallel_env("river", render_mode="ansi")):
        table.reset(seed=1)
        lines = (table.render() or "").splitlines()
        assert lines[0].endswith("turn 1 of 3")
        assert "averil Mud behind the wall: hidden" in lines
        assert table.metadata["name"] == "wargame_river_v0"
    assert env("river").unwrapped.render_mode is None
    with pytest.raises(UsageInvalid, match="'human' is no render mode"):
        env("river", render_mode="human")


def test_the_state_is_everything() -> None:
    table = env("river")
    table.reset(seed=1)
    assert table.unwrapped.state_space.contains(table.state())
    arena = table.unwrapped.arena
    names = arena.rules.sights.names
    whole = dict(zip(names, table.state().tolist(), strict=True))
    layout = arena.rules.program.layout
    for team, id in enumerate(arena.agents):
        assert whole[f"agenda {id}"] == arena.state[layout["AGENDA"] + team] + 1


def test_it_loads_no_screen() -> None:
    script = """
import sys
import wargame.interop.pettingzoo, wargame.interop.openspiel, wargame.interop.ismcts
print(*[name for name in ("textual", "transitions", "aiohttp", "rich") if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
