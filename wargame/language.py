"""Language: what a sentence of the program is in the tongue that people chose.

The sentences stand in the code in English and are looked up as they are shown, so that whoever
changes the language sees it at once. What a catalogue does not have stays English. Scenarios bring
their own translations: see wargame/scenario/translation.py.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

ENGLISH = "en"
FOLDER = Path(__file__).with_name("locale")
VARIABLES = ("WARGAME_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where the language is looked for, the first that is set counts, as for gettext."""

OWN_NAMES = {ENGLISH: "English", "tr": "Türkçe"}

_NONE = NullTranslations()


class _Speech:
    """Is the language of this process."""

    language = ENGLISH
    catalogue: NullTranslations = _NONE


def languages() -> tuple[str, ...]:
    """Returns the languages that the program has its own sentences in."""
    return (ENGLISH, *sorted(file.stem for file in FOLDER.glob("*.po")))


def own_name(language: str) -> str:
    """Returns what a language calls itself; its code where nobody has told us."""
    return OWN_NAMES.get(language, language)


def language() -> str:
    """Returns the code of the language that is shown, such as `en`."""
    return _Speech.language


def speak(language: str, catalogue: NullTranslations | None = None) -> None:
    """Shows everything from here on in a language, by its shipped catalogue or the one given."""
    _Speech.language = language
    _Speech.catalogue = catalogue or (_NONE if language == ENGLISH else _shipped(language))


def preferred(environment: Mapping[str, str] = os.environ) -> str:
    """Returns the language that the environment asks for, English where we do not have it.

    Several may be named, as in `LANGUAGE=ku:tr`: the first that we have counts.
    """
    asked = next((environment[name] for name in VARIABLES if environment.get(name)), ENGLISH)
    codes = [name.partition(".")[0].partition("_")[0].lower() for name in asked.split(":")]
    return next((code for code in codes if code in languages()), ENGLISH)


def tr(sentence: str, /, **values: object) -> str:
    """Returns a sentence in the language of this process, with its `{placeholders}` filled in."""
    # gettext has the catalogue's own header under ""
    told = sentence and _Speech.catalogue.gettext(sentence)
    return told.format(**values) if values else told


def trn(one: str, many: str, number: int, /, **values: object) -> str:
    """Returns the sentence for so many of something; `{number}` is the number."""
    return _Speech.catalogue.ngettext(one, many, number).format(number=number, **values)


def trc(context: str, word: str, /, **values: object) -> str:
    """Returns a word that means several things in English; the context says which."""
    told = _Speech.catalogue.pgettext(context, word)
    return told.format(**values) if values else told


def decimal(number: float, places: int = 1) -> str:
    """Returns a number as people write it in the language of this process: `1.5` or `1,5`."""
    return f"{number:.{places}f}".replace(".", trc("between the digits of 1.5", "."))


def marked(sentence: str) -> str:
    """Returns the sentence as it is: it is in the catalogue, and translated where it is shown."""
    return sentence


@cache
def _shipped(language: str) -> NullTranslations:
    """Returns the catalogue that ships, read from its text: no compiled copy can grow stale."""
    import polib

    return GNUTranslations(BytesIO(polib.pofile(FOLDER / f"{language}.po").to_binary()))
