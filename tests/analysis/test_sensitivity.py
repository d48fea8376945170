from __future__ import annotations

import json
import sys

import attrs
import pytest

from wargame.analysis import sensitivity as module
from wargame.analysis.balance import balance
from wargame.analysis.balance_table import balance_table
from wargame.analysis.deepening import move_numbers
from wargame.analysis.games import Series
from wargame.analysis.numbers import numbers_of
from wargame.analysis.sensitivity import chance, detectable, distance, sensitivity
from wargame.errors import ExtraMissing
from wargame.scenario.load import load_scenario

RIVER = load_scenario("river")
FIRST, *_, LAST = RIVER.endings
# two endings, told apart by one number that matters and one that cannot
PLANTED = attrs.evolve(
    RIVER,
    endings={
        FIRST: attrs.evolve(
            RIVER.endings[FIRST],
            at="end",
            when=attrs.evolve(RIVER.endings[FIRST].when, text="lake >= 0"),
        ),
        LAST: RIVER.endings[LAST],
    },
)
CHOSEN = tuple(
    number
    for number in numbers_of(PLANTED)
    if number.path in (("endings", FIRST, "when"), ("tracks", "power", "start"))
)
SERIES = Series(PLANTED, 60, {}, seed=3)


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARGAME_NATIVE", "0")
    monkeypatch.setattr(module, "numbers_of", lambda scenario: CHOSEN)


def test_the_number_that_decides_comes_first() -> None:
    found = sensitivity(SERIES)
    decides, idle = found.effects
    assert decides.number.path == ("endings", FIRST, "when")
    assert str(decides.number.mark).startswith("rulesets/river/endings.yaml:")
    assert idle.number.path == ("tracks", "power", "start")
    assert idle.reach == 0
    less, more = decides.steps
    assert (less.value, more.value) == (-1, 1)
    # no lake is below 0, and many are empty in the end: they move, all of them one way
    assert less.moved.count == 0
    assert more.distance
    assert more.distance.value == more.moved.value > 0.15
    assert 0 < decides.reach == more.distance.low < more.distance.value < more.distance.high
    assert more.chance <= more.discovery < 0.05
    assert {step.discovery for step in idle.steps} == {1.0}


def test_the_table_and_the_document_say_where_each_number_stands() -> None:
    found = move_numbers(balance(PLANTED, games=3, deals=False), games=20)
    lines = balance_table(found).splitlines()
    assert any(line.startswith("2 numbers moved by one, 20 games each") for line in lines)
    assert sum(line.startswith("rulesets/river/") for line in lines) == 2
    assert max(map(len, lines)) <= 100
    document = found.to_json()["sensitivity"]
    assert json.loads(json.dumps(document)) == document
    assert {effect["of"] for effect in document["effects"]} == {
        ".".join(number.path) for number in CHOSEN
    }


def test_several_processes_find_the_same() -> None:
    few = attrs.evolve(SERIES, games=10)
    assert sensitivity(few, jobs=2) == sensitivity(few)


def test_ctrl_c_keeps_the_numbers_that_are_done() -> None:
    def stop(done: int) -> None:
        raise KeyboardInterrupt

    found = sensitivity(SERIES, progress=stop)
    assert len(found.effects) == 1
    assert found.asked == len(CHOSEN)


def test_without_scipy_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy", None)
    with pytest.raises(ExtraMissing, match="SciPy") as caught:
        sensitivity(SERIES)
    assert caught.value.code == "extra.missing"
    assert "wargame[analysis]" in caught.value.remedy


def test_the_distance_is_the_share_that_would_have_to_move() -> None:
    found = distance([1] * 50 + [2] * 50, [1] * 25 + [3] * 25 + [2] * 50)
    assert found.value == 0.25
    assert 0.15 < found.low < 0.25 < found.high < 0.35


def test_moves_that_cancel_out_are_no_distance() -> None:
    found = distance([1, 2] * 100, [2, 1] * 100)
    assert found.value == 0
    assert found.high > 0
    assert distance([1, 2, 2], [1, 2, 2]).high == 0


def test_the_test_is_chi_squared() -> None:
    # 2 x 2 without correction would be 8.0; with Yates' correction, as SciPy makes it, 7.22
    assert chance([1] * 60 + [2] * 40, [1] * 40 + [2] * 60) == pytest.approx(0.0072, abs=2e-4)
    assert chance([1, 1], [1, 1]) == 1
    assert chance([1, 2], [2, 1]) == 1


def test_more_games_detect_less() -> None:
    # Cohen 1988, table 7.4: w = 0.1 with one degree of freedom needs 785 cases, two samples' worth
    assert detectable(393, 2) == pytest.approx(0.1, abs=0.001)
    assert detectable(4000, 2) < detectable(1000, 2)
    assert detectable(1000, 12) > detectable(1000, 2)
