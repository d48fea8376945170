"""The benchmark ruleset as a PettingZoo AEC environment over the generated functions.

Written for speed: chance is inside the environment, an observation is the board and the mask of
what may be done now, and it is made only when it is asked for.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from gymnasium import spaces
from pettingzoo import AECEnv

from benchmarks.contenders.contender import Contender, seeds_of, start_of, timed
from wargame.kernel.program import Program


class Env(AECEnv):  # type: ignore[misc]
    metadata = {"name": "wargame_bench", "is_parallelizable": False}  # noqa: RUF012

    def __init__(self, program: Program, start: list[int]) -> None:
        super().__init__()
        self.run: Any = program.run
        self.start = start
        layout = program.layout
        self.wait, self.who, self.what = layout["WAIT"], layout["WHO"], layout["WHAT"]
        self.sealed, self.pass_ = layout["SEALED"], len(program.orders)
        self.board = slice(layout["BOARD"], layout["BOARD"] + layout["BOARD_SIZE"])
        self.out = program.scratch()
        self.possible_agents = list(program.teams)
        self.number = {team: i for i, team in enumerate(program.teams)}

    @cache  # noqa: B019
    def observation_space(self, agent: str) -> spaces.Space[Any]:
        board = spaces.Box(-99, 99, (self.board.stop - self.board.start,), np.int16)
        mask = spaces.Box(0, 1, (self.pass_ + 1,), np.int8)
        return spaces.Dict({"observation": board, "action_mask": mask})

    @cache  # noqa: B019
    def action_space(self, agent: str) -> spaces.Space[Any]:
        return spaces.Discrete(self.pass_ + 1)

    def reset(self, seed: int | None = None, options: dict[str, Any] | None = None) -> None:
        self.agents = self.possible_agents[:]
        self.rewards = dict.fromkeys(self.agents, 0.0)
        self._cumulative_rewards = dict.fromkeys(self.agents, 0.0)
        self.terminations = dict.fromkeys(self.agents, False)
        self.truncations = dict.fromkeys(self.agents, False)
        self.infos: dict[str, dict[str, Any]] = {agent: {} for agent in self.agents}
        self.s = self.start.copy()
        self.advance()

    def advance(self) -> None:
        """Plays on, chance included, to the next node that a player decides, or to the end."""
        run, s, out, wait = self.run, self.s, self.out, self.wait
        while True:
            run.settle(s, out)
            node = s[wait]
            if node == run.N_PHASE:
                run.end_phase(s, out)
            elif node == run.N_RULING:
                run.accept(s)
            elif node == run.N_DICE:
                run.roll_dice(s, run.chance_dice(s))
            elif node == run.N_CARD:
                card = run.chance_card(s, out)
                if card < 0:
                    run.forgo_cards(s)
                else:
                    run.give_card(s, card)
            elif node == run.N_AGENDA:
                run.give_agenda(s, s[self.who], run.chance_agenda(s))
            elif node == run.N_OVER:
                for agent, team in self.number.items():
                    self.rewards[agent] = float(run.score(s, team))
                    self.terminations[agent] = True
                return
            else:
                if node == run.N_ORDERS:
                    team = s.index(0, self.sealed, self.sealed + 4) - self.sealed
                else:
                    team = s[self.who]
                self.agent_selection = self.agents[team]
                return

    def observe(self, agent: str) -> dict[str, Any]:
        s = self.s
        mask = np.zeros(self.pass_ + 1, np.int8)
        if agent == self.agent_selection and not self.terminations[agent]:
            if s[self.wait] == self.run.N_CHOICE:
                mask[: self.run.OPTIONS[s[self.what]]] = 1
            else:
                n = self.run.legal(s, self.number[agent], self.out)
                mask[self.out[:n]] = 1
                mask[self.pass_] = 1
        return {"observation": np.array(s[self.board], np.int16), "action_mask": mask}

    def step(self, action: int | None) -> None:
        agent = self.agent_selection
        if self.terminations[agent]:
            self._was_dead_step(action)
            return
        run, s = self.run, self.s
        self._cumulative_rewards[agent] = 0.0
        if s[self.wait] == run.N_CHOICE:
            run.choose(s, action)
        elif action == self.pass_:
            run.seal(s, self.number[agent])
        else:
            run.place_order(s, self.number[agent], action, 0)
            return
        self.advance()
        if self.terminations[agent]:
            self._accumulate_rewards()


def pettingzoo(program: Program) -> Contender:
    """Returns the contender: random games in this library's own loop."""
    start = start_of(program)
    return Contender(
        "PettingZoo, AEC", lambda n: timed(lambda: series(program, start, seeds_of(n)))
    )


def series(program: Program, start: list[int], seeds: list[tuple[int, int]]) -> list[int]:
    """Plays random games in the loop of PettingZoo's manual; returns the final states' hashes.

    In place of NumPy's generator stand the keyed draws that all contenders make.
    """
    run, layout = program.run, program.layout
    a, b, turn = layout["SEED_A"], layout["SEED_B"], layout["TURN"]
    wait, what = layout["WAIT"], layout["WHAT"]
    number, policy = run.number, run.PURPOSE_POLICY
    hashes = []
    env = Env(program, start)
    for seed in seeds:
        start[a], start[b] = seed
        env.reset()
        s = env.s
        given = 0
        for agent in env.agent_iter():
            observation, _, termination, truncation, _ = env.last()
            if termination or truncation:
                env.step(None)
                continue
            actions = observation["action_mask"].nonzero()[0]
            if s[wait] == run.N_CHOICE:
                purpose = policy + 100 + s[what]
                k = number(s[a], s[b], s[turn], purpose, 0, len(actions))
            else:
                k = number(s[a], s[b], s[turn], policy + env.number[agent], given, len(actions))
                given = 0 if k == len(actions) - 1 else given + 1
            env.step(int(actions[k]))
        hashes.append(run.state_hash(s))
    return hashes
