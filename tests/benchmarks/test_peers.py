"""The comparison itself: no table where the games differ, and a verdict on each wanted ratio."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from benchmarks.contenders.contender import Contender
from benchmarks.peers import agreed, ratios


def playing(name: str, hashes: Sequence[int]) -> Contender:
    return Contender(name, lambda n: (1.0, hashes))


def test_the_same_games_have_one_digest() -> None:
    field = [playing("CPython", [1, 2, 3]), playing("another", [1, 2, 3])]

    assert agreed(field) == agreed(field[:1])


def test_another_game_is_named_with_its_first_seed_and_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    field = [playing("CPython", [1, 2, 3]), playing("another", [1, 9, 3])]

    with pytest.raises(SystemExit) as ended:
        agreed(field)

    assert ended.value.code == 1
    said = capsys.readouterr().out
    assert said == "another plays another game than CPython, first with seed 1: no table\n"


def test_ratio_is_the_median_of_the_runs_own() -> None:
    measured = {"CPython": [30.0, 10.0, 40.0], "OpenSpiel, Python game": [10.0, 10.0, 10.0]}

    lines = {line.what: line for line in ratios(measured)}

    assert lines["CPython / OpenSpiel"].measured == 3.0
    assert lines["CPython / OpenSpiel"].met is True
    assert lines["native / boardgame.io"].measured is None
    assert lines["native / boardgame.io"].met is None


def test_ratio_below_the_wanted_one_is_missed() -> None:
    measured = {"native, one thread": [79.0], "C, tuned, -O3": [100.0]}

    lines = {line.what: line for line in ratios(measured)}

    assert lines["native / C, tuned"].met is False
