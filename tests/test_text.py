"""Tests for cleaning typed text."""

import pytest

from wargame.text import clean, nearest, paragraphs

HOSTILE = [
    "\x1b[31mred",
    "\x9b31mred",
    "\u202ered",
    "red\u2028",
    "\u200bred\ufeff",
    "r\x00ed",
    "\ud800red",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_control_and_invisible_characters_are_taken_out(text):
    assert clean(text).removeprefix("[31m").removeprefix("31m") == "red"


def test_what_only_chooses_how_a_letter_looks_is_taken_out():
    assert clean("\u2764\ufe0f and \u2764\ufe0e") == "\u2764 and \u2764"


def test_a_line_stays_a_line():
    assert clean("one\n\ttwo\r\n three\u2029four") == "one two three four"


def test_letters_are_put_together():
    assert clean("I\u0307stanbul") == "\u0130stanbul"


def test_a_long_line_is_cut():
    assert len(clean("x" * 1000)) == 400
    assert clean("x" * 1000, limit=5) == "xxxxx"


def test_paragraphs_are_kept_apart_and_each_is_clean():
    assert paragraphs("one\ntwo\x1b\n\n\r\n three ") == "one\n\ntwo\n\nthree"
    assert paragraphs("\n \n") == ""


def test_the_nearest_word_is_named():
    assert nearest("wter", ["water", "fire"]) == ", did you mean 'water'?"
    assert nearest("zzz", ["water"]) == ""
