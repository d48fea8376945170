"""Translations of a scenario's texts: PO files beside its YAML, one for each language and folder.

`decks/<id>/tr.po` holds what the cards say, `rulesets/<id>/tr.po` the rest. An entry's context is
the text's path, its msgid the English: whoever edits the English reads it in English until a
translator has looked at it again, and an old save is translated as far as it still says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import polib

from wargame.errors import ScenarioUnknown, TranslationUnreadable
from wargame.language import ENGLISH, language, tr
from wargame.scenario.files import DECKS, RULESETS, home_of, scenario_ids
from wargame.scenario.model import Mark, Scenario
from wargame.scenario.problems import WARNING, Problem
from wargame.scenario.texts import replaced, texts

ON_CARDS = frozenset(("cards", "decks"))
"""The sections whose translations stand beside the decks."""

Catalogue = Mapping[tuple[str, str], str]
"""What stands for a text, by its path, joined by dots, and its English."""

_BRACED = re.compile(r"\{([^{}]*)\}?|\}")

FILE_HEADER = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


def in_language(scenario: Scenario, root: Path | None = None) -> Scenario:
    """Returns the scenario in the language of this process, as far as it has been translated."""
    if language() == ENGLISH or scenario.id not in scenario_ids(root):
        return scenario
    return translated(scenario, read_catalogue(scenario.id, language(), root))


def title_of(id: str, title: str) -> str:
    """Returns the title of a scenario, as a save has it, in the language of this process."""
    return title if language() == ENGLISH else _titles(id, language()).get(title, title)


@cache
def _titles(id: str, language: str) -> Mapping[str, str]:
    """Returns what a scenario that ships is called in a language, by what its author calls it."""
    try:
        catalogue = read_catalogue(id, language)
    except (ScenarioUnknown, TranslationUnreadable):
        return {}
    return {title: told for (path, title), told in catalogue.items() if path == "about.title"}


def translated(scenario: Scenario, catalogue: Catalogue) -> Scenario:
    """Returns the scenario with every text that the catalogue has; the others stay as they are."""
    return replaced(scenario, lambda path, text: catalogue.get((".".join(path), text), text))


def translations(id: str, root: Path | None = None) -> tuple[str, ...]:
    """Returns the languages that a scenario has been translated into, whole or in part."""
    found = {file.stem for folder in _folders(id, root) for file in folder.glob("*.po")}
    return tuple(sorted(found))


def read_catalogue(id: str, language: str, root: Path | None = None) -> Catalogue:
    """Returns a scenario's translations into a language, without those to be looked at again.

    Raises:
        TranslationUnreadable: a file is no PO file.
    """
    return {
        (entry.msgctxt or "", entry.msgid): entry.msgstr
        for file in _files(id, language, root)
        for entry in _read(file)
        if entry.translated()
    }


def translation_problems(scenario: Scenario, root: Path | None = None) -> list[Problem]:
    """Returns a warning for each text that a language lacks, a fault for each that cannot be shown.

    Raises:
        TranslationUnreadable: a file is no PO file.
    """
    home = home_of(scenario.id, root)
    return [
        problem
        for language in translations(scenario.id, root)
        for problem in _problems(scenario, language, root, home)
    ]


def update(scenario: Scenario, language: str, root: Path | None = None) -> tuple[Path, ...]:
    """Writes a language's files anew, in the scenario's order, and returns their paths.

    What is new stands empty. Where the English has changed, the translation is marked `fuzzy`, and
    left out of play until that mark is taken away; what the scenario no longer says is dropped.

    Raises:
        TranslationUnreadable: a file is no PO file, or cannot be written.
    """
    held = {
        entry.msgctxt: entry
        for file in _files(scenario.id, language, root)
        for entry in _read(file)
    }
    folders = _folders(scenario.id, root)
    fresh = {folder: _empty(language) for folder in folders}
    for path, text in texts(scenario):
        where = ".".join(path)
        folder = folders[-1] if path[0] in ON_CARDS else folders[0]
        fresh[folder].append(_entry(where, text, held.get(where)))
    written = {folder / f"{language}.po": entries for folder, entries in fresh.items() if entries}
    for file, entries in written.items():
        try:
            entries.save(str(file))
        except OSError as fault:
            raise TranslationUnreadable(
                tr("cannot write {file}: {fault}", file=file, fault=fault.strerror),
                remedy=tr("look at the folder's rights"),
            ) from fault
    return tuple(written)


def _entry(path: str, text: str, held: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(msgctxt=path, msgid=text)
    if held is not None and held.msgstr:
        entry.msgstr, entry.flags = held.msgstr, list(held.flags)
        entry.tcomment, entry.previous_msgid = held.tcomment, held.previous_msgid
        if held.msgid != text:
            entry.previous_msgid = held.msgid
            entry.flags = sorted({*held.flags, "fuzzy"})
    return entry


def _empty(language: str) -> polib.POFile:
    entries = polib.POFile(wrapwidth=100)
    entries.metadata = {**FILE_HEADER, "Language": language}
    return entries


def _problems(
    scenario: Scenario, language: str, root: Path | None, home: Path
) -> Iterator[Problem]:
    found = {
        entry.msgctxt: (Mark(file.relative_to(home).as_posix(), entry.linenum or 1), entry)
        for file in _files(scenario.id, language, root)
        for entry in _read(file)
    }
    command = f"wargame translate {scenario.id} {language}"
    for path, text in texts(scenario):
        where = ".".join(path)
        place, entry = found.get(where, (Mark(f"{RULESETS}/{scenario.id}/{language}.po"), None))
        if entry is None or not entry.msgstr:
            yield Problem(
                place,
                tr("{where} has no translation", where=where),
                tr("{command} adds it to the file", command=command),
                "translation.missing",
                WARNING,
            )
        elif entry.msgid != text or entry.fuzzy:
            yield Problem(
                place,
                tr("{where} says something else in English now", where=where),
                tr("look at the translation and take the mark `fuzzy` away"),
                "translation.stale",
                WARNING,
            )
        elif _placeholders(entry.msgstr) != _placeholders(text):
            yield Problem(
                place,
                tr("{where} has other placeholders than the English", where=where),
                tr("write {word}", word=", ".join(sorted(_placeholders(text))) or tr("no braces")),
                "translation.placeholders",
            )


def _placeholders(text: str) -> set[str]:
    """Returns what is to be filled in, the words to choose from left out but counted."""
    return {re.sub(r"\|[^|}]*", "|...", found[0]) for found in _BRACED.finditer(text)}


def _folders(id: str, root: Path | None) -> list[Path]:
    """Returns the folders of a scenario's files, that of the rules first."""
    home = home_of(id, root)
    return [folder for name in (RULESETS, DECKS) if (folder := home / name / id).is_dir()]


def _files(id: str, language: str, root: Path | None) -> list[Path]:
    files = (folder / f"{language}.po" for folder in _folders(id, root))
    return [file for file in files if file.is_file()]


def _read(file: Path) -> polib.POFile:
    try:
        return polib.pofile(str(file), wrapwidth=100)
    except (OSError, ValueError) as fault:
        raise TranslationUnreadable(
            tr("{file} is no PO file: {fault}", file=file, fault=fault),
            remedy=tr("mend it, or take it away and translate anew"),
        ) from fault
