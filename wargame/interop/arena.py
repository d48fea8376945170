"""Arena: one game for agents that learn: what they observe, what they may do, what they score."""

from __future__ import annotations

from typing import Any

import numpy as np
from gymnasium.spaces import Box, Dict, Discrete
from gymnasium.utils import seeding
from numpy.typing import NDArray

from wargame.errors import UsageInvalid
from wargame.interop.course import rest
from wargame.interop.rules import Rules
from wargame.interop.sights import Row
from wargame.kernel.setup import SEED_LIMIT, State
from wargame.kernel.sight import glimpse
from wargame.kernel.view import FACILITATOR, PUBLIC
from wargame.kernel.views import see

ILLEGAL = -1.0
"""The reward of an agent that takes an action which its mask rules out; that ends the game."""

RENDER_MODES = ("ansi",)

Observation = dict[str, NDArray[Any]]


class Arena:
    """Is a scenario with a game of it that is being played; chance is the engine's."""

    def __init__(self, rules: Rules, render_mode: str | None) -> None:
        """Has no game yet: `begin` starts one.

        Raises:
            UsageInvalid: it cannot be shown in that mode.
        """
        if render_mode not in (None, *RENDER_MODES):
            raise UsageInvalid(
                f"'{render_mode}' is no render mode of {rules.program.scenario.id}",
                remedy=f"one of: {', '.join(RENDER_MODES)}, or None",
            )
        self.render_mode = render_mode
        self.rules = rules
        self.agents = rules.program.teams
        self.state: State = []
        self._seeds: np.random.Generator | None = None
        self.action_spaces = {agent: Discrete(rules.actions.size) for agent in self.agents}
        self.observation_spaces = {agent: self._observation_space() for agent in self.agents}
        self.state_space = self._box()

    def _box(self) -> Box:
        highest = self.rules.sights.highest
        return Box(low=np.zeros_like(highest), high=highest, dtype=np.int32)

    def _observation_space(self) -> Dict:
        mask = Box(low=0, high=1, shape=(self.rules.actions.size,), dtype=np.int8)
        return Dict({"observation": self._box(), "action_mask": mask})

    @property
    def name(self) -> str:
        """The environment's name, with its version: what would change a learner's results."""
        return f"wargame_{self.rules.program.scenario.id}_v0"

    @property
    def is_over(self) -> bool:
        """Whether the game is over."""
        layout = self.rules.program.layout
        return self.state[layout["WAIT"]] == layout["N_OVER"]

    def begin(self, seed: int | None) -> None:
        """Begins a game with that seed; without one, with a seed drawn from the last one given."""
        if self._seeds is None or seed is not None:
            self._seeds, _ = seeding.np_random(seed)
        drawn = int(self._seeds.integers(SEED_LIMIT, dtype=np.uint64, endpoint=False))
        self.state = self.rules.new_state(drawn if seed is None else seed)
        self.play_on()

    def play_on(self) -> None:
        """Plays on to where a team must decide, or to the end."""
        program = self.rules.program
        wait = program.layout["WAIT"]
        while rest(program, self.state) in ("agenda", "card", "dice"):
            program.run.let_stand(self.state, self.state[wait], program.scratch())

    def legal(self, agent: str) -> list[int]:
        """Returns the actions that an agent can take now."""
        return self.rules.actions.legal(self.state, self.agents.index(agent))

    def mask(self, legal: list[int]) -> NDArray[np.int8]:
        """Returns 1 for each legal action."""
        mask = np.zeros(self.rules.actions.size, dtype=np.int8)
        mask[legal] = 1
        return mask

    def look(self, seat: str) -> Row:
        """Returns what a seat sees."""
        return self.rules.sights.row(glimpse(self.rules.program, self.state, seat))

    def whole(self) -> Row:
        """Returns everything, as the facilitator sees it: for a critic at training only."""
        return self.look(FACILITATOR)

    def scores(self) -> dict[str, float]:
        """Returns what each agent has scored."""
        score = self.rules.program.run.score
        return {agent: float(score(self.state, team)) for team, agent in enumerate(self.agents)}

    def render(self) -> str | None:
        """Returns what everybody in the room sees, in lines of text; None in no render mode."""
        if self.render_mode is None:
            return None
        view = see(glimpse(self.rules.program, self.state, PUBLIC))
        ending = f": {view.ending.title}" if view.ending else ""
        head = f"{view.scenario_title}, turn {view.turn} of {view.turns}{ending}"
        gauges = (f"{gauge.of} {gauge.title}: {gauge.text}".lstrip() for gauge in view.gauges)
        return "\n".join((head, *gauges))
