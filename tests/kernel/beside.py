"""The kernel beside the walker of the YAML: the same game in both, and where they differ."""

from __future__ import annotations

from random import Random
from typing import Any

from tests import walk
from tests.kernel.games import play, setup_of
from tests.kernel.reading import snapshot
from tests.walker import Walker
from wargame.kernel.node import boosts, node
from wargame.kernel.play import begin, chance
from wargame.kernel.program import Program
from wargame.kernel.setup import Setup, State


def differences(game: Walker, program: Program, s: State) -> dict[str, tuple[Any, Any]]:
    """Returns everything that the two games do not agree on."""
    walked, read = walk.snapshot(game), snapshot(program, s)
    return {
        key: (walked.get(key), read.get(key))
        for key in walked | read
        if walked.get(key) != read.get(key)
    }


def walk_beside(program: Program, seed: int) -> None:
    """Makes the decisions of a random game in both, and compares after each."""
    random = Random(seed)
    setup = setup_of(program, random)
    game = Walker(program.scenario, setup.preset, setup.seed, setup.off)
    assert not differences(game, program, begin(program, setup))
    notation = []
    for before, made, after in play(program, setup, random):
        notation.append(str(made))
        waiting = node(program, before)
        if waiting.kind in ("agenda", "card", "dice"):
            assert walk.chance(game) == chance(program, before), notation
        if waiting.kind == "orders":
            for number, team in enumerate(program.teams):
                if team in waiting.seats:
                    assert game.legal(team) == _legal(program, before, number), notation
        game.apply(made)
        assert not differences(game, program, after), notation
    assert game.ending


def play_beside(program: Program, seed: int) -> None:
    """Lets both play a game to its end by themselves."""
    presets = ("", *program.scenario.presets)
    setup = Setup(presets[seed % len(presets)], seed << 28 | seed)
    s = begin(program, setup)
    orders = program.run.playout(s, program.scratch(), 0, 0)
    game = Walker(program.scenario, setup.preset, setup.seed, setup.off)
    assert walk.playout(game) == orders
    assert not differences(game, program, s)


def _legal(program: Program, s: State, team: int) -> dict[str, int]:
    out = program.scratch()
    numbers = out[: program.run.legal(s, team, out)]
    return {program.orders[i]: boosts(program, s, team, i) for i in numbers}
