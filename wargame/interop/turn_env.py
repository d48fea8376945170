"""TurnEnv: a scenario as a PettingZoo AEC environment: agents move one at a time."""

from __future__ import annotations

from typing import Any

from gymnasium.spaces import Dict, Discrete
from pettingzoo import AECEnv

from wargame.interop.arena import RENDER_MODES, Arena, Observation
from wargame.interop.course import NOBODY, to_move
from wargame.interop.rules import Rules
from wargame.interop.sights import Row


class TurnEnv(AECEnv):  # type: ignore[misc]  # PettingZoo has no types that mypy reads
    """Lets one team after another give its orders and seal; none sees the others' before time."""

    def __init__(self, rules: Rules, *, render_mode: str | None = None) -> None:
        """Has no game yet: `reset` begins one."""
        super().__init__()
        self.arena = Arena(rules, render_mode)
        self.metadata = {
            "name": self.arena.name,
            "render_modes": list(RENDER_MODES),
            "is_parallelizable": False,  # a team's orders of a turn are several moves in a row
        }
        self.render_mode = render_mode
        self.possible_agents = list(self.arena.agents)
        self.observation_spaces = self.arena.observation_spaces
        self.action_spaces = self.arena.action_spaces
        self.state_space = self.arena.state_space

    def observation_space(self, agent: str) -> Dict:
        """Returns the space of an agent's observations."""
        return self.observation_spaces[agent]

    def action_space(self, agent: str) -> Discrete:
        """Returns the space of an agent's actions."""
        return self.action_spaces[agent]

    def reset(self, seed: int | None = None, options: dict[str, Any] | None = None) -> None:
        """Begins a game; with a seed, the one that the engine plays with that seed."""
        self.arena.begin(seed)
        self.agents = list(self.possible_agents)
        self.rewards = dict.fromkeys(self.agents, 0.0)
        self._cumulative_rewards = dict.fromkeys(self.agents, 0.0)
        self.terminations = dict.fromkeys(self.agents, False)
        self.truncations = dict.fromkeys(self.agents, False)
        self.infos: dict[str, dict[str, Any]] = {agent: {} for agent in self.agents}
        self._skip_agent_selection = None
        self._select(NOBODY)

    def _select(self, last: int) -> None:
        team = to_move(self.arena.rules.program, self.arena.state, last)
        self.agent_selection = self.possible_agents[team]

    def observe(self, agent: str) -> Observation:
        """Returns what an agent sees, and what it can do if it is asked."""
        legal = self.arena.legal(agent) if agent == self.agent_selection else []
        return {"observation": self.arena.look(agent), "action_mask": self.arena.mask(legal)}

    def state(self) -> Row:
        """Returns everything, as the facilitator sees it."""
        return self.arena.whole()

    def step(self, action: int | None) -> None:
        """Takes the action of the agent that is selected; None where the game is over for it.

        Raises:
            DecisionIllegal: the action is not legal now; nothing has changed.
        """
        agent = self.agent_selection
        if self.terminations[agent] or self.truncations[agent]:
            self._was_dead_step(action)
            return
        team, actions = self.possible_agents.index(agent), self.arena.rules.actions
        number = -1 if action is None else int(action)
        if number not in self.arena.legal(agent):
            raise actions.refuse(self.arena.state, team, number)
        self._cumulative_rewards[agent] = 0.0
        self._clear_rewards()
        actions.take(self.arena.state, team, number)
        self.arena.play_on()
        if self.arena.is_over:
            self.rewards = self.arena.scores()
            self.terminations = dict.fromkeys(self.agents, True)
            self._accumulate_rewards()
            self._deads_step_first()
        else:
            self._select(team)

    def render(self) -> str | None:
        """Returns what everybody in the room sees, in lines of text; nothing in no render mode."""
        return self.arena.render()

    def close(self) -> None:
        """Has nothing to close."""
