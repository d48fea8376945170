from __future__ import annotations

from random import Random

import attrs
import pytest

from wargame.analysis import certainty as module
from wargame.analysis.ahead import Final
from wargame.analysis.certainty import BEFORE, GLANCE, LOOK, Certainty, certainty
from wargame.analysis.games import Series, play_game
from wargame.kernel.program import build
from wargame.scenario.load import load_scenario

SCENARIO = load_scenario("river")
PROGRAM = build(SCENARIO)
GAME = play_game(PROGRAM, Series(SCENARIO, 1, dict.fromkeys(SCENARIO.teams, "doctrine")), 0)


def finals(wins: int, achieves: int, count: int) -> list[Final]:
    """So many of `count` games in which the first team wins, and achieves."""
    return [
        Final(1, (0, 0), (number < achieves, False), (number < wins, number >= wins))
        for number in range(count)
    ]


def outlook(
    monkeypatch: pytest.MonkeyPatch, glance: tuple[int, int], look: tuple[int, int]
) -> Certainty:
    def play_on(program: object, state: object, seeds: list[int]) -> list[Final]:
        wins, achieves = glance if len(seeds) == GLANCE else look
        return finals(wins, achieves, len(seeds))

    monkeypatch.setattr(module, "play_on", play_on)
    return certainty(PROGRAM, GAME, Random(1))


def test_more_than_85_in_100_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    # the second team wins where the first does not: 40 of 200 is no certainty of either
    assert outlook(monkeypatch, (40, 0), (171, 0)) == Certainty(1, 0)
    assert outlook(monkeypatch, (40, 0), (170, 0)) == Certainty(0, 0)


def test_a_lucky_glance_makes_nobody_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    assert outlook(monkeypatch, (20, 40), (100, 120)) == Certainty(0, 0)


def test_what_does_not_look_sure_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    assert outlook(monkeypatch, (20, 30), (LOOK, LOOK)) == Certainty(0, 0)
    assert outlook(monkeypatch, (20, 31), (LOOK, LOOK)) == Certainty(0, 1)


def test_a_game_that_is_over_is_decided() -> None:
    found = certainty(PROGRAM, GAME, Random(1))
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
    assert certainty(PROGRAM, game, Random(1)) == Certainty(0, 0)
