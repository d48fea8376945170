"""What the program says has a translation in every language that ships, with the same blanks."""

from __future__ import annotations

import string
from pathlib import Path

import polib
import pytest

from docs.messages import gathered
from wargame.language import FOLDER, languages, preferred, speak, tr, trc, trn

SHIPPED = tuple(language for language in languages() if language != "en")


@pytest.fixture(scope="module")
def said() -> dict[tuple[str, str], polib.POEntry]:
    return {(entry.msgctxt or "", entry.msgid): entry for entry in gathered()}


def catalogue(language: str) -> dict[tuple[str, str], polib.POEntry]:
    entries = polib.pofile(str(Path(FOLDER) / f"{language}.po"))
    return {(entry.msgctxt or "", entry.msgid): entry for entry in entries}


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_turkish_ships() -> None:
    assert "tr" in SHIPPED


@pytest.mark.parametrize("language", SHIPPED)
def test_every_sentence_is_translated_and_none_is_left_over(
    language: str, said: dict[tuple[str, str], polib.POEntry]
) -> None:
    held = catalogue(language)
    assert held.keys() == said.keys(), "make messages, then translate what is new"
    assert [key for key, entry in held.items() if not entry.translated()] == []


@pytest.mark.parametrize("language", SHIPPED)
def test_a_translation_fills_in_what_the_english_does(language: str) -> None:
    wrong = []
    for (_, english), entry in catalogue(language).items():
        told = [entry.msgstr] if not entry.msgid_plural else list(entry.msgstr_plural.values())
        allowed = blanks(english) | blanks(entry.msgid_plural or "")
        wrong += [english for text in told if not blanks(text) <= allowed]
        wrong += [english for text in told[-1:] if blanks(english) - {"number"} - blanks(text)]
    assert wrong == []


def test_numbers_choose_the_sentence() -> None:
    speak("en")
    assert trn("{number} order", "{number} orders", 1) == "1 order"
    assert trn("{number} order", "{number} orders", 2) == "2 orders"


def test_values_are_filled_in_by_name_and_never_read_as_blanks() -> None:
    assert tr("{team} plays {title}", team="A{b}", title="{c}") == "A{b} plays {c}"
    assert trc("verb", "Open") == "Open"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "tr_TR.UTF-8"}, "tr"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "tr_TR.UTF-8"}, "en"),
        ({"WARGAME_LANGUAGE": "tr", "LC_ALL": "C"}, "tr"),
        ({"LANGUAGE": "tr", "LC_ALL": "en_GB.UTF-8"}, "tr"),
        ({"LANGUAGE": "ku:tr_TR:en"}, "tr"),
        ({"LANGUAGE": "fr:ku", "LANG": "tr_TR.UTF-8"}, "en"),
        ({"WARGAME_LANGUAGE": "en", "LANGUAGE": "tr"}, "en"),
        ({}, "en"),
    ],
)
def test_the_environment_chooses_the_language(environment: dict[str, str], language: str) -> None:
    assert preferred(environment) == language
