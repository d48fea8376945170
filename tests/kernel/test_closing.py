"""Closing texts: numbers, steps and dates as they are said in a sentence."""

from __future__ import annotations

import pytest

from tests.kernel.games import position, program_of, put
from wargame.kernel.closing import date_of, placeholders

PROGRAM = program_of("river")


def said(text: str, **values: int) -> str:
    return placeholders(PROGRAM, put(PROGRAM, position("river", "phase"), **values), text)


@pytest.mark.parametrize(
    ("value", "words"), [(0, "no mud"), (1, "one foot"), (2, "2 feet"), (6, "6 feet")]
)
def test_a_number_is_put_in_words(value: int, words: str) -> None:
    assert said("There is {silt|no mud|one foot|# feet}.", silt=value) == f"There is {words}."


@pytest.mark.parametrize(
    ("value", "words"), [(-2, "broken"), (0, "broken"), (1, "good"), (3, "good")]
)
def test_what_is_below_zero_is_worded_as_zero(value: int, words: str) -> None:
    text = said("A {averil.credibility|broken|good} word.", credibility=value)
    assert text == f"A {words} word."


@pytest.mark.parametrize(
    ("step", "words"), [("lone", "one key"), ("told", "a timetable"), ("joint", "two keys")]
)
def test_a_ladder_has_words_for_each_step(step: str, words: str) -> None:
    steps = list(PROGRAM.scenario.ladders["gates"].steps)
    assert said("{gates|one key|a timetable|two keys}", gates=steps.index(step)) == words


def test_counts_of_promises_are_put_in_words() -> None:
    assert said("{averil.kept|Nothing|One promise|# promises} kept") == "Nothing kept"


def test_a_turn_is_named_as_within_a_sentence_unless_it_begins_the_line() -> None:
    assert said("{turn}. The lake fills, in {turn}.") == "The thaw. The lake fills, in the thaw."
    assert date_of(PROGRAM, 2) == "High summer"
    assert date_of(PROGRAM, 2, inline=True) == "high summer"


def test_without_inline_names_a_turn_is_called_as_in_the_calendar() -> None:
    assert date_of(program_of("fair"), 1, inline=True) == date_of(program_of("fair"), 1) != ""


def test_words_in_the_place_of_others_are_left_as_they_are() -> None:
    assert said("mud {silt}, mud {silt|#|#}", silt=0) == "mud 0, mud 0"
