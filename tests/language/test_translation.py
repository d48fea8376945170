"""A scenario's translation files: made, kept up with the English, checked, and shown."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import polib
import pytest

from wargame.cli import run
from wargame.errors import TranslationUnreadable
from wargame.language import speak
from wargame.scenario.files import read_texts, shipped_root
from wargame.scenario.load import load, load_scenario
from wargame.scenario.texts import replaced, texts
from wargame.scenario.translation import (
    read_catalogue,
    translated,
    translation_problems,
    translations,
    update,
)

ID = "river"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for section in ("rulesets", "decks"):
        shutil.copytree(
            shipped_root() / section / ID,
            tmp_path / section / ID,
            ignore=shutil.ignore_patterns("*.po"),
        )
    return tmp_path


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    speak("en")


def write(root: Path, path: str, text: str, language: str = "xx") -> None:
    """Translates one text of the scenario, in the files as `update` left them."""
    for file in root.glob(f"*/{ID}/{language}.po"):
        entries = polib.pofile(str(file))
        for entry in entries:
            if entry.msgctxt == path:
                entry.msgstr = text
        entries.save()


def english_of(root: Path):
    return load(read_texts(ID, root), ID)


def test_every_text_can_be_replaced_and_nothing_else_changes(root: Path) -> None:
    scenario = english_of(root)
    marked = replaced(scenario, lambda path, text: f"<{text}>")
    assert [text for _, text in texts(marked)] == [f"<{text}>" for _, text in texts(scenario)]
    assert replaced(marked, lambda path, text: text[1:-1]) == scenario
    assert marked.moves.keys() == scenario.moves.keys()
    assert {id: move.needs for id, move in marked.moves.items()} == {
        id: move.needs for id, move in scenario.moves.items()
    }


def test_a_fresh_file_holds_each_text_once_empty(root: Path) -> None:
    scenario = english_of(root)
    files = update(scenario, "xx", root)
    held = [(entry.msgctxt, entry.msgid) for file in files for entry in polib.pofile(str(file))]
    assert sorted(held) == sorted((".".join(path), text) for path, text in texts(scenario))
    assert read_catalogue(ID, "xx", root) == {}
    missing = translation_problems(scenario, root)
    assert {problem.code for problem in missing} == {"translation.missing"}
    assert len(missing) == len(held)


def test_a_translation_is_shown_and_what_is_missing_stays_english(root: Path) -> None:
    scenario = english_of(root)
    update(scenario, "xx", root)
    write(root, "about.title", "Iki Anahtar")
    speak("xx", NullTranslations())
    told = load_scenario(ID, root)
    assert told.about.title == "Iki Anahtar"
    assert told.about.summary == scenario.about.summary
    assert told.texts == scenario.texts


def test_changed_english_makes_a_translation_stale(root: Path) -> None:
    update(english_of(root), "xx", root)
    write(root, "about.title", "Iki Anahtar")
    file = root / "rulesets" / ID / "scenario.yaml"
    text = file.read_text()
    assert "title: Two Keys" in text
    file.write_text(text.replace("title: Two Keys", "title: Three Keys"))
    changed = english_of(root)
    assert translated(changed, read_catalogue(ID, "xx", root)).about.title == "Three Keys"
    update(changed, "xx", root)
    assert translated(changed, read_catalogue(ID, "xx", root)).about.title == "Three Keys"
    stale = [one for one in translation_problems(changed, root) if one.code == "translation.stale"]
    assert [one.message for one in stale] == ["about.title says something else in English now"]
    (entry,) = (
        entry
        for entry in polib.pofile(str(root / "rulesets" / ID / "xx.po"))
        if entry.msgctxt == "about.title"
    )
    assert (entry.msgstr, entry.previous_msgid) == ("Iki Anahtar", "Two Keys")


def test_updating_twice_changes_nothing(root: Path) -> None:
    files = update(english_of(root), "xx", root)
    write(root, "about.title", "Iki Anahtar")
    update(english_of(root), "xx", root)
    once = [file.read_bytes() for file in files]
    update(english_of(root), "xx", root)
    assert [file.read_bytes() for file in files] == once


def test_other_placeholders_are_a_fault(root: Path) -> None:
    scenario = english_of(root)
    path = next(path for path, text in texts(scenario) if "{" in text)
    update(scenario, "xx", root)
    write(root, ".".join(path), "no braces")
    (fault,) = (one for one in translation_problems(scenario, root) if one.is_fault)
    assert fault.code == "translation.placeholders"
    assert ".".join(path) in fault.message
    assert fault.place.file.endswith("xx.po")
    assert fault.place.line > 1


def test_check_lists_what_is_missing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    update(english_of(root), "xx", root)
    assert run(["--scenarios", str(root), "check", ID, "--json"]) == 0
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert "about.title has no translation" in {one["message"] for one in problems}


def test_a_file_that_is_no_po_file_is_named(root: Path) -> None:
    file = root / "rulesets" / ID / "xx.po"
    file.write_text("no entry at all\n")
    with pytest.raises(TranslationUnreadable, match=r"xx\.po"):
        translation_problems(english_of(root), root)


def test_an_old_file_of_another_encoding_is_refused(root: Path) -> None:
    file = root / "rulesets" / ID / "xx.po"
    file.write_bytes(b'msgid "a"\nmsgstr "\xff\xfe"\n')
    with pytest.raises(TranslationUnreadable, match=r"xx\.po"):
        read_catalogue(ID, "xx", root)


def test_languages_are_those_with_a_file(root: Path) -> None:
    assert translations(ID, root) == ()
    update(english_of(root), "xx", root)
    assert translations(ID, root) == ("xx",)
