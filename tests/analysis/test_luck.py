from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest

from tests.analysis.planted import doctrines, tossing
from wargame.analysis import luck as module
from wargame.analysis.games import Series, play_game
from wargame.analysis.luck import Luck, dice_share, dice_slope, luck
from wargame.kernel.program import build


def games(won: str, count: int, *, deals: bool) -> list[Luck]:
    """What dice did in so many games in which the first team's lucky tosses have an effect."""
    scenario = tossing(won)
    program = build(scenario)
    series = Series(scenario, count, doctrines(scenario), seed=3, deals=deals)
    return [
        luck(program, play_game(program, series, number), Random(number), deals=deals)
        for number in range(count)
    ]


def synthetic(
    count: int, *, share: float, noise: float = 0, overstated: float = 1, seed: int = 1
) -> list[Luck]:
    """Games of three teams and five falls, in which dice explain a share of a variance of 100.

    Expectations are reckoned with errors, and moves of theirs are overstated; half of what dice
    do not explain is known before they fall.
    """
    random = Random(seed)
    found = []
    for _ in range(count):
        moved = followed = 0.0
        scores = []
        for _ in range(3):
            rest = 50 * (1 - share)
            expected = random.gauss(0, rest**0.5)
            moves = [random.gauss(0, (20 * share) ** 0.5) for _ in range(5)]
            score = expected + sum(moves) + random.gauss(0, rest**0.5)
            for move in moves:
                one, two = (overstated * move + random.gauss(0, noise) for _ in "12")
                from_1, from_2 = (expected + random.gauss(0, noise) for _ in "12")
                moved += one * two
                followed += (one * (score - from_2) + two * (score - from_1)) / 2
                expected += move
            scores.append(round(score))
        found.append(Luck(moved, followed, tuple(scores)))
    return found


@pytest.mark.parametrize("deals", [True, False])
def test_where_only_dice_decide_they_explain_all(
    monkeypatch: pytest.MonkeyPatch, deals: bool
) -> None:
    monkeypatch.setattr(module, "PLAYED_ON", 4)
    found = games("counted += 1", 60, deals=deals)
    assert len({game.scores for game in found}) > 3
    share, slope = dice_share(found), dice_slope(found)
    assert share
    assert slope
    assert share.value == pytest.approx(1, abs=0.2)
    assert share.low < 1 < share.high
    assert slope.value == pytest.approx(1, abs=0.2)


def test_where_dice_change_nothing_they_explain_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PLAYED_ON", 2)
    found = games("counted += 0", 4, deals=True)
    assert [(game.moved, game.followed) for game in found] == [(0, 0)] * 4
    # nobody scores, and a variance of 0 is not explained by anything
    assert dice_share(found) is None
    assert dice_slope(found) is None


@pytest.mark.parametrize("share", [0.0, 0.1, 0.35, 1.0])
@pytest.mark.parametrize("noise", [0, 3])
def test_a_known_share_is_found_whatever_the_errors(share: float, noise: float) -> None:
    found = dice_share(synthetic(2000, share=share, noise=noise))
    assert found
    assert found.value == pytest.approx(share, abs=0.03)
    assert found.low - 0.01 <= share <= found.high + 0.01
    assert found.cases == 2000


@pytest.mark.parametrize("noise", [0, 3])
@pytest.mark.parametrize("overstated", [1, 2])
def test_a_yardstick_that_overstates_the_dice_shows(noise: float, overstated: float) -> None:
    found = dice_slope(synthetic(2000, share=0.3, noise=noise, overstated=overstated))
    assert found
    assert found.value == pytest.approx(1 / overstated, abs=0.06)


def test_95_in_100_intervals_hold_the_share() -> None:
    held = 0
    for seed in range(200):
        found = dice_share(synthetic(40, share=0.3, noise=2, seed=seed))
        assert found
        held += found.low <= 0.3 <= found.high
    assert 180 <= held <= 198


def test_one_game_tells_nothing() -> None:
    one = [Luck(1.0, 1.0, (3, 4))]
    none: Sequence[Luck] = []
    for found in (one, none):
        assert dice_share(found) is None
        assert dice_slope(found) is None


def test_errors_that_outweigh_what_dice_moved_leave_no_slope() -> None:
    assert dice_slope([Luck(-1.0, 1.0, (1,)), Luck(0.5, 1.0, (2,))]) is None
