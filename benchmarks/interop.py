"""Measures how many decisions a second go through PettingZoo and OpenSpiel, at random.

Beside them stand the program's own playouts of the same scenario, at random too, in the same run.
Observations are made where the library makes them: PettingZoo at every step, OpenSpiel when asked.
Run it on a machine that does nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from statistics import median
from time import process_time

import numpy as np

from wargame.interop.openspiel import WargameGame
from wargame.interop.pettingzoo import env, parallel_env
from wargame.interop.rules import Rules
from wargame.kernel.setup import State
from wargame.scenario.files import scenario_ids

ROUNDS = 5
SECONDS = 0.6


def playouts(rules: Rules) -> Callable[[int], int]:
    """Returns what plays a game in the program and counts the orders, seals and answers."""
    program, start = rules.program, rules.new_state(0)
    teams = len(program.teams)

    def play(seed: int) -> int:
        s: State = start.copy()
        s[program.layout["SEED_B"]] = seed
        first = s[program.layout["TURN"]]
        given: int = program.run.playout(s, program.scratch(), 0, 0)
        return given + teams * (s[program.layout["TURN"]] - first + 1)

    return play


def by_turns(id: str) -> Callable[[int], int]:
    """Returns what plays a game through the AEC environment."""
    table = env(id)

    def play(seed: int) -> int:
        random, steps = Random(seed), 0
        table.reset(seed=seed)
        for _ in table.agent_iter():
            seen, _, over, _, _ = table.last()
            legal = None if over else np.flatnonzero(seen["action_mask"])
            table.step(None if legal is None else int(random.choice(legal)))
            steps += not over
        return steps

    return play


def at_once(id: str) -> Callable[[int], int]:
    """Returns what plays a game through the parallel environment; a step has an action a team."""
    table = parallel_env(id)

    def play(seed: int) -> int:
        random, steps = Random(seed), 0
        seen, _ = table.reset(seed=seed)
        while table.agents:
            steps += sum(bool(table.arena.legal(agent)) for agent in table.agents)
            seen, *_ = table.step(
                {a: int(random.choice(np.flatnonzero(s["action_mask"]))) for a, s in seen.items()}
            )
        return steps

    return play


def as_game(rules: Rules) -> Callable[[int], int]:
    """Returns what plays a game through OpenSpiel; chance nodes are played and not counted."""
    game = WargameGame(rules=rules)

    def play(seed: int) -> int:
        random, steps = Random(seed), 0
        state = game.new_initial_state()
        while not state.is_terminal():
            if state.is_chance_node():
                numbers, weights = zip(*state.chance_outcomes(), strict=True)
                state.apply_action(random.choices(numbers, weights)[0])
            else:
                state.apply_action(random.choice(state.legal_actions()))
                steps += 1
        return steps

    return play


def rate(play: Callable[[int], int], seed: int) -> float:
    """Returns decisions a second over a while."""
    steps, start = 0, process_time()
    while (spent := process_time() - start) < SECONDS:
        steps += play(seed)
        seed += 1
    return steps / spent


def main() -> None:
    """Prints decisions a second, and the share of the playouts'."""
    for id in scenario_ids():
        rules = Rules.load(id)
        players = {
            "playouts": playouts(rules),
            "OpenSpiel": as_game(rules),
            "PettingZoo, by turns": by_turns(id),
            "PettingZoo, at once": at_once(id),
        }
        found: dict[str, list[float]] = {name: [] for name in players}
        for number in range(ROUNDS):
            for name, play in players.items():
                found[name].append(rate(play, number * 10_000))
        base = median(found["playouts"])
        for name, rates in found.items():
            middle = median(rates)
            print(f"{id:6} {name:21} {middle:9,.0f} decisions/s {middle / base:6.2f}")


if __name__ == "__main__":
    main()
