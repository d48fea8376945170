"""A scenario as a PettingZoo environment: `env()` by turns, `parallel_env()` all at once.

Agents are the teams, by their ids. Chance is the engine's, drawn from the seed of `reset`: the game
is the one that the table plays with that seed and those decisions. Outcomes stand as the dice show
them. Teams make no deals, take no orders back and make no arguments in their own words.

An agent observes a dict: `observation`, a row of `sights` (its glimpse and nothing else), and
`action_mask`, 1 for each of the `actions` that it can take. Rewards are 0 until the game is over
and then each team's score, 0 to 10: a general-sum game.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from wargame.interop.extra import missing

try:
    from pettingzoo.utils import wrappers
except ModuleNotFoundError as fault:
    raise missing("pettingzoo", fault) from None

from wargame.interop.arena import ILLEGAL
from wargame.interop.parallel_env import SealedEnv
from wargame.interop.rules import Rules
from wargame.interop.turn_env import TurnEnv

__all__ = ["ILLEGAL", "env", "parallel_env", "raw_env"]


def env(
    scenario: str = "",
    *,
    preset: str = "",
    off: tuple[str, ...] = (),
    root: str | Path | None = None,
    render_mode: str | None = None,
) -> Any:
    """Returns the environment in which agents move one at a time, in PettingZoo's wrappers.

    The default scenario is played where none is named; `off` are switches to turn off, `root` is
    a folder of scenarios that goes before the shipped ones. An illegal action ends the game and
    costs whoever took it: its reward is `ILLEGAL`.

    Raises:
        WargameError: there is no such scenario, preset or switch, or the scenario is faulty.
    """
    raw = raw_env(scenario, preset=preset, off=off, root=root, render_mode=render_mode)
    checked = wrappers.TerminateIllegalWrapper(raw, illegal_reward=ILLEGAL)
    return wrappers.OrderEnforcingWrapper(wrappers.AssertOutOfBoundsWrapper(checked))


def raw_env(
    scenario: str = "",
    *,
    preset: str = "",
    off: tuple[str, ...] = (),
    root: str | Path | None = None,
    render_mode: str | None = None,
) -> TurnEnv:
    """Returns the same without wrappers: an illegal action raises DecisionIllegal."""
    return TurnEnv(Rules.load(scenario, preset=preset, off=off, root=root), render_mode=render_mode)


def parallel_env(
    scenario: str = "",
    *,
    preset: str = "",
    off: tuple[str, ...] = (),
    root: str | Path | None = None,
    render_mode: str | None = None,
) -> SealedEnv:
    """Returns the environment in which all agents move at once. As `env` otherwise."""
    rules = Rules.load(scenario, preset=preset, off=off, root=root)
    return SealedEnv(rules, render_mode=render_mode)
