from __future__ import annotations

from random import Random

import pytest

from tests.analysis.planted import SCENARIO, game_of
from wargame.analysis.ahead import play_on, seeds
from wargame.bots.match import reseeded
from wargame.kernel.program import build
from wargame.kernel.score import ending_of
from wargame.native import fast

SEEDS = seeds(Random(1), 12)


def test_a_state_is_played_on_as_the_program_does() -> None:
    program, game = game_of(SCENARIO)
    state = game.turns[2].state
    before = state.copy()
    finals = play_on(program, state, SEEDS, native=False)
    assert state == before
    for seed, final in zip(SEEDS, finals, strict=True):
        s = reseeded(program, state, seed)
        program.run.playout(s, program.scratch(), 3, 0)
        scores = [program.run.score(s, team) for team in range(2)]
        assert list(final.scores) == scores
        assert list(SCENARIO.endings)[final.ending - 1] == ending_of(program, s)
        assert final.achieved == tuple(score >= SCENARIO.about.achieved for score in scores)
        assert final.highest == tuple(score == max(scores) for score in scores)
    assert len({final.scores for final in finals}) > 1


def test_a_game_that_is_over_stays_as_it_is() -> None:
    program, game = game_of(SCENARIO)
    for final in play_on(program, game.state, SEEDS[:3]):
        assert final.scores == tuple(game.scores.values())


def test_native_or_not_it_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    program, game = game_of(SCENARIO)
    assert fast(program), "the extra `fast` is among those for tests"
    state = game.turns[2].state
    native = play_on(program, state, SEEDS)
    monkeypatch.setenv("WARGAME_NATIVE", "0")
    # another program: whether one has native code is asked once
    assert play_on(build(SCENARIO), state, SEEDS) == native
