"""SealedEnv: a scenario as a PettingZoo parallel environment: all agents move at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gymnasium.spaces import Dict, Discrete
from pettingzoo import ParallelEnv

from wargame.errors import UsageInvalid
from wargame.interop.arena import ILLEGAL, RENDER_MODES, Arena, Observation
from wargame.interop.rules import Rules
from wargame.interop.sights import Row

Returned = tuple[
    dict[str, Observation],
    dict[str, float],
    dict[str, bool],
    dict[str, bool],
    dict[str, dict[str, Any]],
]


class SealedEnv(ParallelEnv):  # type: ignore[misc]  # PettingZoo has no types that mypy reads
    """Lets every team that has not sealed give one order a step, or seal.

    An agent that has nothing to decide takes the action `seal`, which then does nothing: it has
    sealed, or another is asked a question.
    """

    def __init__(self, rules: Rules, *, render_mode: str | None = None) -> None:
        """Has no game yet: `reset` begins one."""
        self.arena = Arena(rules, render_mode)
        self.metadata = {"name": self.arena.name, "render_modes": list(RENDER_MODES)}
        self.render_mode = render_mode
        self.possible_agents = list(self.arena.agents)
        self.agents: list[str] = []
        self.observation_spaces = self.arena.observation_spaces
        self.action_spaces = self.arena.action_spaces
        self.state_space = self.arena.state_space

    def observation_space(self, agent: str) -> Dict:
        """Returns the space of an agent's observations."""
        return self.observation_spaces[agent]

    def action_space(self, agent: str) -> Discrete:
        """Returns the space of an agent's actions."""
        return self.action_spaces[agent]

    def reset(
        self, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[dict[str, Observation], dict[str, dict[str, Any]]]:
        """Begins a game; with a seed, the one that the engine plays with that seed."""
        self.arena.begin(seed)
        self.agents = list(self.possible_agents)
        return self._observe(), {agent: {} for agent in self.agents}

    def legal(self, agent: str) -> list[int]:
        """Returns the actions that an agent can take now: the seal where it has none to take."""
        return self.arena.legal(agent) or [self.arena.rules.actions.seal]

    def _observe(self) -> dict[str, Observation]:
        arena = self.arena
        return {
            agent: {"observation": arena.look(agent), "action_mask": arena.mask(self.legal(agent))}
            for agent in self.agents
        }

    def state(self) -> Row:
        """Returns everything, as the facilitator sees it."""
        return self.arena.whole()

    def step(self, actions: Mapping[str, int]) -> Returned:
        """Takes an action of every agent and plays on.

        If any is not legal the game is over, nothing else happens, and those who took such an
        action are rewarded `ILLEGAL`.

        Raises:
            UsageInvalid: an agent has no action.
        """
        for agent in self.agents:
            if agent not in actions:
                raise UsageInvalid(f"no action of '{agent}'", remedy="give one for every agent")
        wrong = [agent for agent in self.agents if actions[agent] not in self.legal(agent)]
        if wrong:
            rewards = {agent: ILLEGAL if agent in wrong else 0.0 for agent in self.agents}
        else:
            self._take(actions)
            over = self.arena.is_over
            rewards = self.arena.scores() if over else dict.fromkeys(self.agents, 0.0)
        terminated = bool(wrong) or self.arena.is_over
        seen = self._observe()
        infos: dict[str, dict[str, Any]] = {agent: {} for agent in self.agents}
        terminations = dict.fromkeys(self.agents, terminated)
        truncations = dict.fromkeys(self.agents, False)
        if terminated:
            self.agents = []
        return seen, rewards, terminations, truncations, infos

    def _take(self, actions: Mapping[str, int]) -> None:
        """Takes the legal actions of all who are asked, in the order of the teams."""
        arena = self.arena
        asked = [(team, agent) for team, agent in enumerate(arena.agents) if arena.legal(agent)]
        for team, agent in asked:
            arena.rules.actions.take(arena.state, team, int(actions[agent]))
        arena.play_on()

    def render(self) -> str | None:
        """Returns what everybody in the room sees, in lines of text; nothing in no render mode."""
        return self.arena.render()

    def close(self) -> None:
        """Has nothing to close."""
