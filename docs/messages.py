"""Gathers what the program says, and brings its translations up with it.

Every file of wargame/locale/ is written anew: what is new stands empty, what is said no more is
dropped, and what is said differently is taken for new, since a near miss is worse than English. A
language named on the command line gets a file. Texts of scenarios are `wargame translate`'s.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import polib
from babel.messages.extract import extract_from_dir

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "wargame" / "locale"

KEYWORDS = {"tr": None, "marked": None, "trn": (1, 2), "trc": ((1, "c"), 2)}
"""The functions of wargame/language.py, and which of their arguments are in the catalogue."""

HEADER = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
PLURALS = {"tr": "nplurals=2; plural=(n > 1);"}
"""How a language counts, where it is not as in English."""


def gathered() -> Iterator[polib.POEntry]:
    """Returns each sentence of the program once, with the files that say it."""
    found: dict[tuple[str, str], polib.POEntry] = {}
    for file, _, message, _, context in extract_from_dir(
        str(ROOT / "wargame"), [("**.py", "python")], keywords=KEYWORDS
    ):
        one, many = message if isinstance(message, tuple) else (message, "")
        entry = found.setdefault((context or "", one), polib.POEntry(msgid=one, msgctxt=context))
        entry.msgid_plural = entry.msgid_plural or many
        if (file, "") not in entry.occurrences:
            entry.occurrences.append((file, ""))
    for entry in found.values():
        entry.occurrences.sort()
        yield entry


def updated(language: str, held: polib.POFile) -> polib.POFile:
    """Returns the catalogue of a language with just what the program says now."""
    known = {(entry.msgctxt or "", entry.msgid, entry.msgid_plural): entry for entry in held}
    fresh = polib.POFile(wrapwidth=100)
    plurals = PLURALS.get(language, "nplurals=2; plural=(n != 1);")
    fresh.metadata = {**HEADER, "Language": language, "Plural-Forms": plurals}
    for entry in sorted(gathered(), key=lambda entry: (entry.occurrences[0], entry.msgid)):
        old = known.get((entry.msgctxt or "", entry.msgid, entry.msgid_plural))
        if old is not None:
            entry.msgstr, entry.msgstr_plural = old.msgstr, old.msgstr_plural
            entry.tcomment, entry.flags = old.tcomment, old.flags
        elif entry.msgid_plural:
            entry.msgstr_plural = {0: "", 1: ""}
        fresh.append(entry)
    return fresh


def main(languages: list[str]) -> None:
    """Writes the files of the languages that there are, and of those named."""
    for language in sorted({*languages, *(file.stem for file in LOCALE.glob("*.po"))}):
        file = LOCALE / f"{language}.po"
        held = polib.pofile(str(file)) if file.exists() else polib.POFile()
        entries = updated(language, held)
        entries.save(str(file))
        missing = sum(not entry.translated() for entry in entries)
        print(f"{language}: {len(entries)} sentences, {missing} to be translated")


if __name__ == "__main__":
    main(sys.argv[1:])
