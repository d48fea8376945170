"""The kernel against the walker of the YAML: decision by decision, and playout by playout."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from tests import walk
from tests.kernel.games import FAIR, SHIPPED, play, program_of, setup_of
from tests.kernel.reading import snapshot
from tests.walker import Walker
from wargame.kernel.node import boosts, node
from wargame.kernel.play import begin, chance
from wargame.kernel.program import Program
from wargame.kernel.score import scores
from wargame.kernel.setup import Setup, State

SMALL = (FAIR, "river")
GAMES = [
    (id, first) for id in (FAIR, *SHIPPED) for first in range(0, 120 if id in SMALL else 40, 20)
]


def differences(game: Walker, program: Program, s: State) -> dict[str, tuple[Any, Any]]:
    walked, read = walk.snapshot(game), snapshot(program, s)
    return {
        key: (walked.get(key), read.get(key))
        for key in walked | read
        if walked.get(key) != read.get(key)
    }


def legal(program: Program, s: State, team: int) -> dict[str, int]:
    out = program.scratch()
    numbers = out[: program.run.legal(s, team, out)]
    return {program.orders[i]: boosts(program, s, team, i) for i in numbers}


def compare(id: str, seed: int) -> None:
    program, random = program_of(id), Random(seed)
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
                    assert game.legal(team) == legal(program, before, number), notation
        game.apply(made)
        assert not differences(game, program, after), notation
    assert game.ending


@pytest.mark.parametrize(("id", "first"), GAMES)
def test_every_decision_has_one_outcome(id: str, first: int) -> None:
    for seed in range(first, first + 20):
        compare(id, seed)


def test_a_ruling_can_leave_nothing_to_draw() -> None:
    compare(FAIR, 1038)


@pytest.mark.soak
@pytest.mark.parametrize("id", [FAIR, *SHIPPED])
def test_every_decision_has_one_outcome_in_many_games(id: str) -> None:
    for seed in range(1_000, 2_000):
        compare(id, seed)


@pytest.mark.parametrize("id", [FAIR, *SHIPPED])
def test_playouts_end_alike(id: str) -> None:
    program = program_of(id)
    presets = ("", *program.scenario.presets)
    for seed in range(40):
        setup = Setup(presets[seed % len(presets)], seed << 28 | seed)
        s = begin(program, setup)
        orders = program.run.playout(s, program.scratch(), 0, 0)
        game = Walker(program.scenario, setup.preset, setup.seed, setup.off)
        assert walk.playout(game) == orders
        assert not differences(game, program, s)


def test_the_walker_would_notice() -> None:
    program = program_of(FAIR)
    s = begin(program, Setup(seed=3))
    s[program.layout["T_unrest"]] += 1
    game = Walker(program.scenario, "", 3, ())
    assert set(differences(game, program, s)) == {"numbers"}


@pytest.mark.parametrize("id", [FAIR, *SHIPPED])
def test_playouts_score_within_the_points(id: str) -> None:
    program = program_of(id)
    for seed in range(40):
        s = begin(program, Setup(seed=seed))
        program.run.playout(s, program.scratch(), 2 ** len(program.teams) - 1, seed)
        assert all(0 <= points <= 10 for points in scores(program, s).values())
