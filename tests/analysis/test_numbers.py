from __future__ import annotations

import re

import pytest

from tests.kernel.games import FAIR, program_of
from wargame.analysis.numbers import SECTIONS, Number, numbers_of, rewritten
from wargame.scenario.load import load_scenario
from wargame.scenario.model import Scenario

SCENARIO = load_scenario("river")


def written(scenario: Scenario, number: Number) -> str:
    lines = scenario.texts[number.mark.file].split("\n")
    return lines[number.mark.line - 1][number.mark.column - 1 :]


@pytest.mark.parametrize("scenario", [SCENARIO, program_of(FAIR).scenario], ids=["river", "fair"])
def test_every_number_stands_where_it_is_said_to(scenario: Scenario) -> None:
    numbers = numbers_of(scenario)
    placed = [
        number
        for number in numbers
        if re.match(rf"{number.value}(?![0-9])", written(scenario, number))
    ]
    # what is left out in the files has its default, and its record's place
    absent = [number for number in numbers if number not in placed]
    assert len(placed) > 50
    for number in absent:
        assert number.at == -1
        key = number.path[-1]
        lines = scenario.texts[number.mark.file].split("\n")
        assert not re.search(rf"\b{key}:", lines[number.mark.line - 1])


def test_the_right_purses_numbers_are_found() -> None:
    found = {
        number.path: written(SCENARIO, number)
        for number in numbers_of(SCENARIO)
        if number.path[0] == "teams"
    }
    for team, record in SCENARIO.teams.items():
        for id, purse in record.purses.items():
            income = found["teams", team, "purses", id, "income"]
            assert income.startswith(str(purse.income))


def test_aims_doctrines_and_deals_are_no_numbers_of_play() -> None:
    sections = {number.path[0] for number in numbers_of(SCENARIO)}
    assert sections <= set(SECTIONS)
    assert not sections & {"agendas", "goals", "deals", "terms", "about"}


def test_rewriting_changes_what_is_asked_and_keeps_the_rest() -> None:
    move = next(iter(SCENARIO.moves))
    changed = rewritten(
        SCENARIO, {("moves", move, "cost"): 7, ("moves", move, "effects", "0"): "lake -= 3"}
    )
    assert changed.moves[move].cost == 7
    assert changed.moves[move].effects[0].text == "lake -= 3"
    assert changed.moves[move].effects[0].mark == SCENARIO.moves[move].effects[0].mark
    assert changed.tracks is SCENARIO.tracks
    others = [id for id in SCENARIO.moves if id != move]
    assert all(changed.moves[id] is SCENARIO.moves[id] for id in others)
    assert rewritten(SCENARIO, {}) is SCENARIO
