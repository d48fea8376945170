from __future__ import annotations

import pytest

from tests.kernel.games import FAIR, program_of
from wargame.analysis.trials import Count, Trial, play_trials
from wargame.errors import BotUnknown

SCENARIO = program_of(FAIR).scenario
TRIALS = (
    Trial("dry_beams", 450),
    Trial("dry_beams", 450, ("damp",)),
    Trial("quiet_fair", 250),
)


def test_several_processes_count_the_same() -> None:
    alone = play_trials(SCENARIO, TRIALS, seed=4)
    assert play_trials(SCENARIO, TRIALS, seed=4, jobs=2) == alone
    assert [count.games for count in alone] == [450, 450, 250]
    assert all(0 < count.borne_out < count.counted for count in alone)
    assert alone[2].counted < alone[2].games, "`given` leaves games out"


def test_the_program_counts_the_same_natively(monkeypatch: pytest.MonkeyPatch) -> None:
    native = play_trials(SCENARIO, TRIALS, seed=4)
    monkeypatch.setenv("WARGAME_NATIVE", "0")
    assert play_trials(SCENARIO, TRIALS, seed=4) == native


def test_the_seed_decides() -> None:
    first, again, other = (play_trials(SCENARIO, TRIALS[:1], seed=seed) for seed in (1, 1, 2))
    assert first == again != other


def test_a_longer_trial_begins_with_the_same_games() -> None:
    short = play_trials(SCENARIO, [Trial("dry_beams", 200)], seed=3)[0]
    longer = play_trials(SCENARIO, [Trial("dry_beams", 400)], seed=3)[0]
    assert short.borne_out <= longer.borne_out <= short.borne_out + 200


def test_bots_play_freely_with_the_switches_off() -> None:
    trials = [
        Trial("dry_beams", 20, off, bots)
        for off in ((), ("damp",))
        for bots in ("random", "mill=doctrine,abbey=random")
    ]
    found = play_trials(SCENARIO, trials, seed=1)
    assert [count.games for count in found] == [20] * 4
    assert found[0] != found[2], "the damp is off"
    assert play_trials(SCENARIO, trials, seed=1, jobs=2) == found


def test_ctrl_c_keeps_the_games_that_are_over() -> None:
    def stop(played: int) -> None:
        if played >= 400:
            raise KeyboardInterrupt

    found = play_trials(SCENARIO, TRIALS, progress=stop)
    assert [count.games for count in found] == [400, 0, 0]


def test_ctrl_c_before_any_game_is_over_is_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("wargame.analysis.trials._Player.play", stop)
    with pytest.raises(KeyboardInterrupt):
        play_trials(SCENARIO, TRIALS)


def test_an_unknown_bot_is_refused_before_anything_is_played() -> None:
    played: list[int] = []
    with pytest.raises(BotUnknown):
        play_trials(SCENARIO, [*TRIALS, Trial("dry_beams", 1, (), "chess")], progress=played.append)
    assert not played


def test_counts_add_up() -> None:
    assert Count(5, 3, 1) + Count(10, 4, 4) == Count(15, 7, 5)
    assert Count(5, 4, 1).share.value == 0.25
