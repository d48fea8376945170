from __future__ import annotations

from collections.abc import Iterator
from random import Random

import attrs
import pytest

from wargame.analysis import certainty as module
from wargame.analysis.ahead import Final
from wargame.analysis.certainty import BEFORE, GLANCE, LOOK, Certainty, certainty
from wargame.analysis.games import Series, play_game
from wargame.analysis.study import LOOKS
from wargame.kernel.program import build
from wargame.scenario.load import load_scenario

SCENARIO = load_scenario("river")
PROGRAM = build(SCENARIO)
DOCTRINES = dict.fromkeys(SCENARIO.teams, "doctrine")
GAME = play_game(PROGRAM, Series(SCENARIO, 1, DOCTRINES), 0)


def finals(wins: int, achieves: int, count: int) -> list[Final]:
    """So many of `count` games in which the first team wins, and achieves."""
    return [
        Final(1, (0, 0), (number < achieves, False), (number < wins, number >= wins))
        for number in range(count)
    ]


def outlook(
    monkeypatch: pytest.MonkeyPatch,
    glance: tuple[int, int],
    look: tuple[int, int],
    played: list[int] | None = None,
) -> Certainty:
    """What is found where a glance and a look show so many wins and achievements, `played` games.

    What comes about does so in the first games.
    """

    def futures(_: object, state: object, seeds: list[int], **__: object) -> Iterator[Final]:
        wins, achieves = glance if len(seeds) == GLANCE else look
        for final in finals(wins, achieves, len(seeds)):
            if played is not None:
                played.append(len(seeds))
            yield final

    monkeypatch.setattr(module, "futures", futures)
    return certainty(PROGRAM, GAME, Random(1), bots={}, deals=True)


def test_more_than_85_in_100_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    # the second team wins where the first does not: 40 of 200 is no certainty of either
    assert outlook(monkeypatch, (40, 0), (171, 0)) == Certainty(1, 1, 0)
    assert outlook(monkeypatch, (40, 0), (170, 0)) == Certainty(0, 0, 0)


def test_a_lucky_glance_makes_nobody_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    assert outlook(monkeypatch, (20, 40), (100, 120)) == Certainty(0, 0, 0)


def test_what_does_not_look_sure_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    assert outlook(monkeypatch, (20, 30), (LOOK, LOOK)) == Certainty(0, 0, 0)
    assert outlook(monkeypatch, (20, 31), (LOOK, LOOK)) == Certainty(0, 0, 1)


def test_no_more_is_played_than_can_make_anybody_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[int] = []
    game = len(GAME.ends)
    outlook(monkeypatch, (20, 0), (0, 0), played)
    # the second team fails in the first 20 and the first in the next: more than 9 of 40 in either
    assert played == [GLANCE] * 30 * game
    played.clear()
    outlook(monkeypatch, (40, 0), (100, 0), played)
    assert played == ([GLANCE] * GLANCE + [LOOK] * 130) * game


@pytest.mark.parametrize("deals", [True, False])
def test_it_is_played_on_as_the_game_was(monkeypatch: pytest.MonkeyPatch, deals: bool) -> None:
    asked = []

    def futures(
        _: object, state: object, seeds: list[int], *, bots: dict[str, str], deals: bool
    ) -> list[Final]:
        asked.append((tuple(bots.items()), deals))
        return finals(0, 0, len(seeds))

    monkeypatch.setattr(module, "futures", futures)
    players = dict(zip(SCENARIO.teams, ("hard", "doctrine"), strict=True))
    series = Series(SCENARIO, 1, players, deals=deals)
    LOOKS["certainty"](PROGRAM, series, 0, GAME, Random(1))
    quick = tuple(zip(SCENARIO.teams, ("search:16", "doctrine"), strict=True))
    assert set(asked) == {(quick, deals)}


@pytest.mark.parametrize(("ties", "win"), [(60, 0), (59, 1)])
def test_who_shares_the_highest_score_leads_but_has_not_won(
    monkeypatch: pytest.MonkeyPatch, ties: int, win: int
) -> None:
    def futures(_: object, state: object, seeds: list[int], **__: object) -> list[Final]:
        # the first team always has the highest score, with the second in so many of 200
        shared = ties * len(seeds) // LOOK
        return [
            Final(1, (0, 0), (False, False), (True, number < shared))
            for number in range(len(seeds))
        ]

    monkeypatch.setattr(module, "futures", futures)
    assert certainty(PROGRAM, GAME, Random(1), bots={}, deals=True) == Certainty(win, 1, 0)


def test_a_game_that_is_over_is_decided() -> None:
    found = certainty(PROGRAM, GAME, Random(1), bots=DOCTRINES, deals=True)
    last = GAME.turns[-1].turn
    assert last < BEFORE
    assert 0 < found.win <= last


def test_turns_from_the_sixth_on_are_not_looked_at() -> None:
    late = []
    for state in GAME.ends:
        moved = state.copy()
        moved[PROGRAM.layout["TURN"]] += BEFORE
        late.append(moved)
    game = attrs.evolve(GAME, ends=tuple(late))
    assert certainty(PROGRAM, game, Random(1), bots=DOCTRINES, deals=True) == Certainty(0, 0, 0)
