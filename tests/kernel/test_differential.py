"""The kernel against the walker of the YAML: decision by decision, and playout by playout."""

from __future__ import annotations

import pytest

from tests.kernel.beside import differences, play_beside, walk_beside
from tests.kernel.games import FAIR, SHIPPED, program_of
from tests.walker import Walker
from wargame.kernel.play import begin
from wargame.kernel.score import scores
from wargame.kernel.setup import Setup

SMALL = (FAIR, "river")
GAMES = [
    (id, first) for id in (FAIR, *SHIPPED) for first in range(0, 60 if id in SMALL else 20, 20)
]


@pytest.mark.parametrize(("id", "first"), GAMES)
def test_every_decision_has_one_outcome(id: str, first: int) -> None:
    for seed in range(first, first + 20):
        walk_beside(program_of(id), seed)


def test_a_ruling_can_leave_nothing_to_draw() -> None:
    walk_beside(program_of(FAIR), 1038)


@pytest.mark.soak
@pytest.mark.parametrize("id", [FAIR, *SHIPPED])
def test_every_decision_has_one_outcome_in_many_games(id: str) -> None:
    for seed in range(1_000, 2_000):
        walk_beside(program_of(id), seed)


@pytest.mark.parametrize("id", [FAIR, *SHIPPED])
def test_playouts_end_alike(id: str) -> None:
    program = program_of(id)
    for seed in range(40):
        play_beside(program, seed)


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
