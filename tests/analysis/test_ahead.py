from __future__ import annotations

from random import Random

import attrs
import pytest

from tests.analysis.planted import SCENARIO, counted, game_of
from wargame.analysis import ahead
from wargame.analysis.ahead import futures, play_on, seeds
from wargame.bots import make
from wargame.bots.match import MatchResult, play_rest, reseeded
from wargame.kernel.program import build
from wargame.kernel.score import ending_of
from wargame.native import fast
from wargame.scenario.model import Formula

SEEDS = seeds(Random(1), 12)
DOCTRINES = dict.fromkeys(SCENARIO.teams, "doctrine")


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


def test_with_deals_bots_play_the_rest() -> None:
    program, game = game_of(SCENARIO)
    state = game.turns[2].state
    before = state.copy()
    finals = list(futures(program, state, SEEDS, bots=DOCTRINES, deals=True))
    assert state == before
    for seed, final in zip(SEEDS, finals, strict=True):
        random = Random(seed)
        bots = {team: make("doctrine", seed=random.getrandbits(64)) for team in program.teams}
        played = play_rest(program, reseeded(program, state, seed), bots)
        assert final.scores == tuple(played.scores.values())
        assert list(SCENARIO.endings)[final.ending - 1] == played.ending
        assert final.achieved == tuple(s >= SCENARIO.about.achieved for s in final.scores)
        assert final.highest == tuple(s == max(final.scores) for s in final.scores)
    assert len({final.scores for final in finals}) > 1


def test_whoever_is_named_plays_on() -> None:
    program, game = game_of(SCENARIO)
    state = game.turns[2].state
    for deals in (True, False):
        bots = dict(zip(SCENARIO.teams, ("search:4", "random"), strict=True))
        found = list(futures(program, state, SEEDS, bots=bots, deals=deals))
        for seed, final in zip(SEEDS, found, strict=True):
            random = Random(seed)
            players = {team: make(bots[team], seed=random.getrandbits(64)) for team in bots}
            played = play_rest(program, reseeded(program, state, seed), players, talk=deals)
            assert final.scores == tuple(played.scores.values())


def test_deals_are_kept_only_where_they_are_asked_for() -> None:
    kept = attrs.evolve(SCENARIO.deals, kept=(Formula("counted += 1"),))
    program, game = game_of(counted(deals=kept))
    start = game.turns[0].state
    for deals in (True, False):
        finals = futures(program, start, SEEDS, bots=DOCTRINES, deals=deals)
        assert any(final.scores[0] for final in finals) == deals


def test_each_is_played_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    program, game = game_of(SCENARIO)

    state = game.turns[2].state
    played = []

    def rest(*given: object, **options: object) -> MatchResult:
        played.append(given)
        return play_rest(*given, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(ahead, "play_rest", rest)
    assert next(futures(program, state, SEEDS, bots=DOCTRINES, deals=True)).scores
    assert len(played) == 1


def test_without_deals_it_is_the_programs_own_playing_on() -> None:
    program, game = game_of(SCENARIO)
    state = game.turns[2].state
    assert list(futures(program, state, SEEDS, bots=DOCTRINES, deals=False)) == play_on(
        program, state, SEEDS
    )
