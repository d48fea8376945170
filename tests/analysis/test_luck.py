from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

import attrs
import pytest

from tests.analysis.planted import SCENARIO, doctrines, game_of, tossing
from wargame.analysis import luck as module
from wargame.analysis.ahead import Final
from wargame.analysis.games import Series, play_game
from wargame.analysis.luck import Luck, dice_share, dice_slope, luck
from wargame.bots.match import Fall
from wargame.kernel.program import build
from wargame.kernel.setup import State

PROGRAM, GAME = game_of(SCENARIO)


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
    monkeypatch: pytest.MonkeyPatch,
    count: int,
    *,
    share: float,
    noise: float = 0,
    overstated: float = 1,
    seed: int = 1,
) -> list[Luck]:
    """What dice did in games of three teams and five falls, in which they explain a known share.

    A state is what each team can expect. Playing on overstates what the dice did to it, and finds
    it with an error. Half of what dice do not explain is known before they fall.
    """

    def futures(_: object, state: State, seeds: list[int], **__: object) -> Iterator[Final]:
        for number in seeds:
            chance = Random(f"{number} {state}")
            scores = tuple(expected + round(chance.gauss(0, noise)) for expected in state)
            yield Final(1, scores, (), ())

    monkeypatch.setattr(module, "futures", futures)
    monkeypatch.setattr(module, "PLAYED_ON", 1)
    random = Random(seed)
    dice, rest = (share / 5) ** 0.5, ((1 - share) / 2) ** 0.5

    def draw(spread: float) -> list[int]:
        return [round(random.gauss(0, 1000 * spread)) for _ in "abc"]

    found = []
    for number in range(count):
        expected, falls = draw(rest), []
        for _ in range(5):
            moves = draw(dice)
            said = [e + overstated * move for e, move in zip(expected, moves, strict=True)]
            falls.append(Fall(expected, [round(e) for e in said]))
            expected = [e + move for e, move in zip(expected, moves, strict=True)]
        ends = [e + late for e, late in zip(expected, draw(rest), strict=True)]
        game = attrs.evolve(GAME, falls=tuple(falls), scores=dict(zip("abc", ends, strict=True)))
        found.append(luck(PROGRAM, game, Random(number), deals=True))
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
@pytest.mark.parametrize("noise", [0, 300])
def test_a_known_share_is_found_whatever_the_errors(
    monkeypatch: pytest.MonkeyPatch, share: float, noise: float
) -> None:
    found = dice_share(synthetic(monkeypatch, 1000, share=share, noise=noise))
    assert found
    assert found.value == pytest.approx(share, abs=0.04)
    assert found.low - 0.01 <= share <= found.high + 0.01
    assert found.cases == 1000


@pytest.mark.parametrize("noise", [0, 300])
@pytest.mark.parametrize("overstated", [1, 2])
def test_a_yardstick_that_overstates_the_dice_shows(
    monkeypatch: pytest.MonkeyPatch, noise: float, overstated: float
) -> None:
    games = synthetic(monkeypatch, 1000, share=0.3, noise=noise, overstated=overstated)
    found = dice_slope(games)
    assert found
    assert found.value == pytest.approx(1 / overstated, abs=0.08)


def test_95_in_100_intervals_hold_the_share(monkeypatch: pytest.MonkeyPatch) -> None:
    held = 0
    for seed in range(100):
        found = dice_share(synthetic(monkeypatch, 40, share=0.3, noise=200, seed=seed))
        assert found
        held += found.low <= 0.3 <= found.high
    assert 89 <= held <= 100


def test_the_variance_is_that_of_games_yet_to_come() -> None:
    """Scores of 0 and 2 have a variance of 2, about a mean that is theirs alone."""
    found = dice_share([Luck(0, 1, (0,)), Luck(0, 1, (2,))])
    assert found
    assert found.value == pytest.approx(1 / 2)


def test_one_game_tells_nothing() -> None:
    one = [Luck(1.0, 1.0, (3, 4))]
    none: Sequence[Luck] = []
    for found in (one, none):
        assert dice_share(found) is None
        assert dice_slope(found) is None


def test_errors_that_outweigh_what_dice_moved_leave_no_slope() -> None:
    assert dice_slope([Luck(-1.0, 1.0, (1,)), Luck(0.5, 1.0, (2,))]) is None
