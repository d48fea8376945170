from __future__ import annotations

from random import Random

import pytest

from tests.kernel.games import FAIR, program_of
from wargame.analysis.ahead import play_on
from wargame.analysis.numbers import Number, numbers_of
from wargame.analysis.variants import Variants, changed, loosened
from wargame.errors import FormulaError
from wargame.kernel.program import build
from wargame.kernel.setup import Setup, empty_state
from wargame.scenario.load import load_scenario
from wargame.scenario.model import Scenario

RIVER = load_scenario("river")
FAIR_ONE = program_of(FAIR).scenario
SEEDS = [Random(number).getrandbits(64) for number in range(30)]


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    # a loosened program is made native in seconds, and played here in less
    monkeypatch.setenv("WARGAME_NATIVE", "0")


def endings(scenario: Scenario) -> list[int]:
    program = build(scenario)
    start = empty_state(program, Setup())
    return [final.ending for final in play_on(program, start, SEEDS)]


@pytest.mark.parametrize("scenario", [RIVER, FAIR_ONE], ids=["river", "fair"])
def test_a_loosened_scenario_plays_as_it_did(scenario: Scenario) -> None:
    loose = loosened(scenario)
    assert len(loose.tracks) > 50
    assert Variants(scenario, Setup(), SEEDS).as_written() == endings(scenario)


def test_another_start_plays_as_another_number_written_there() -> None:
    variants = Variants(RIVER, Setup(), SEEDS)
    numbers = [number for number in numbers_of(RIVER) if number in variants.loose.tracks]
    before, moved = variants.as_written(), 0
    # what moves an ending at all, of every part of the rules
    for number in Random(4).sample(numbers, 4):
        value = number.value + 1
        after = variants.with_number(number, value)
        assert after == endings(changed(RIVER, number, value)), number
        moved += after != before
    assert moved >= 1


@pytest.mark.parametrize(
    "path", [("tracks", "lake", "start"), ("moves", "close_gates", "cost")], ids=["start", "cost"]
)
def test_plain_numbers_are_changed_as_well(path: tuple[str, ...]) -> None:
    variants = Variants(RIVER, Setup(), SEEDS)
    (number,) = (number for number in numbers_of(RIVER) if number.path == path)
    value = number.value + 1
    assert variants.with_number(number, value) == endings(changed(RIVER, number, value))


def test_what_the_rules_cannot_have_is_refused() -> None:
    variants = Variants(RIVER, Setup(), SEEDS)
    by_path: dict[tuple[str, ...], Number] = {number.path: number for number in numbers_of(RIVER)}
    start = by_path["tracks", "lake", "start"]
    with pytest.raises(FormulaError, match="outside"):
        variants.with_number(start, RIVER.tracks["lake"].high + 1)
    with pytest.raises(FormulaError, match="cost"):
        variants.with_number(by_path["moves", "close_gates", "cost"], -1)


def test_what_is_divided_stays_as_it_is_written() -> None:
    dividing = [number for number in numbers_of(FAIR_ONE) if "%" in number.text]
    assert dividing
    assert not set(dividing) & loosened(FAIR_ONE).tracks.keys()
