"""The language that is shown: by the option, its variable, the settings, or the system."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest

from tests.cli.conftest import Printed
from wargame import language
from wargame.errors import UsageInvalid
from wargame.language import speak
from wargame.text import capital
from wargame.tui.settings import Settings, read_settings, settings_path, write_settings

Wargame = Callable[..., Printed]

CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "show what"
msgstr "{said}"

msgid "ok: {{name}}: {{detail}}"
msgstr "{said} {{name}}: {{detail}}"
"""


@pytest.fixture(autouse=True)
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Brings languages that say nothing but their names."""
    folder = tmp_path / "locale"
    folder.mkdir()
    for code in ("qa", "qb", "qc", "qd"):
        (folder / f"{code}.po").write_text(CATALOGUE.format(said=code), encoding="utf-8")
    monkeypatch.setattr(language, "FOLDER", folder)
    yield
    speak("en")


def test_the_nearest_word_counts(wargame: Wargame, monkeypatch: pytest.MonkeyPatch) -> None:
    def said(*args: str) -> str:
        return wargame(*args, "show").err.splitlines()[0]

    assert said() == "error[usage.invalid]: show what"
    monkeypatch.setenv("LANG", "qd_QD.UTF-8")
    assert said() == "error[usage.invalid]: qd"
    write_settings(Settings(language="qc"))
    assert said() == "error[usage.invalid]: qc"
    monkeypatch.setenv("WARGAME_LANGUAGE", "qb")
    assert said() == "error[usage.invalid]: qb"
    assert said("--language", "qa") == "error[usage.invalid]: qa"
    assert said("--language", "en") == "error[usage.invalid]: show what"


def test_a_language_of_the_system_that_there_is_not_is_english(
    wargame: Wargame, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "zz_ZZ.UTF-8")
    assert "show what" in wargame("show").err


def test_an_unknown_language_is_refused_with_those_that_there_are(
    wargame: Wargame, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = wargame("--language", "zz", "list")
    assert printed.code == 2
    assert "error[usage.invalid]: there is no language 'zz'" in printed.err
    assert "the languages are en, qa, qb, qc, qd" in printed.err
    monkeypatch.setenv("WARGAME_LANGUAGE", "zz")
    assert wargame("list").code == 2


def test_settings_that_cannot_be_read_keep_nobody_from_anything(wargame: Wargame) -> None:
    settings_path().parent.mkdir(parents=True)
    for text in ("language = 'zz'\n", "language = 1\n", "]"):
        settings_path().write_text(text, encoding="utf-8")
        assert "show what" in wargame("show").err
        with pytest.raises(UsageInvalid):
            read_settings()


def test_an_unknown_language_in_the_settings_is_told_with_those_that_there_are() -> None:
    write_settings(Settings(language="zz"))
    with pytest.raises(UsageInvalid, match="no language 'zz'") as fault:
        read_settings()
    assert "en, qa, qb, qc, qd" in fault.value.remedy


def test_a_document_is_the_same_in_every_language(wargame: Wargame) -> None:
    english = json.loads(wargame("doctor", "--json").out)
    assert json.loads(wargame("--language", "qa", "doctor", "--json").out) == english
    assert "qa Python" in wargame("--language", "qa", "doctor").out
    assert "ok: Python" in wargame("doctor").out


def test_the_help_page_in_english_reads_no_catalogue() -> None:
    script = (
        "import sys, wargame.cli as cli\n"
        "for page in (['--help'], ['keys', '--help']):\n"
        "    assert cli.run(page) == 0\n"
        "assert not {'polib', 'textual'} & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "WARGAME_LANGUAGE" in done.stdout


@pytest.mark.parametrize(
    ("code", "capitals"), [("en", "Is, Éa, "), ("tr", "İs, Éa, "), ("qa", "Is, Éa, ")]
)
def test_a_sentence_begins_with_the_capital_of_its_language(code: str, capitals: str) -> None:
    speak(code, NullTranslations())
    assert ", ".join(map(capital, ("is", "éa", ""))) == capitals
