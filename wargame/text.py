"""Cleans text where it enters, so that no later reader has to.

Raw control characters reach the terminal through every widget, so they are removed here once
(measured: docs/architecture.md, "Text is hostile").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import reduce

from wargame.language import language, tr

LINE_LIMIT = 400
"""Characters that one typed line may have."""

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ufff9-\uffff]"
)


def clean(text: str, *, limit: int = LINE_LIMIT) -> str:
    """Returns `text` as one safe line: no control, bidirectional or invisible characters.

    White space is folded to single blanks, the text is put into Unicode form NFC and cut at
    `limit` characters.
    """
    # twice: what is removed may have stood between two blanks, or between a letter and its accent
    safe = _UNSAFE.sub("", re.sub(r"\s+", " ", text))
    folded = unicodedata.normalize("NFC", re.sub(r"\s+", " ", safe))
    return folded.strip()[:limit].rstrip()


def paragraphs(text: str, *, limit: int = LINE_LIMIT) -> str:
    """Returns `text` with each paragraph made one safe line, an empty line between them."""
    cleaned = (clean(part, limit=limit) for part in re.split(r"[\r\n]+", text))
    return "\n\n".join(part for part in cleaned if part)[:limit]


def folded(text: str) -> str:
    """Returns `text` as it is searched: without case and without marks on letters."""
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text)
        if not unicodedata.combining(letter)
    )
    return bare.casefold().replace(DOTLESS, "i")


DOTLESS = "\N{LATIN SMALL LETTER DOTLESS I}"
"""A letter of its own to Unicode, which people without it on their keyboard write as `i`."""

DOTTED = "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}"
"""The capital of `i` where there is a letter without the dot too."""

WITH_DOTLESS = ("tr", "az")
"""Languages that have both."""


def capitals(text: str) -> str:
    """Returns `text` in capitals, as the language that is shown writes them."""
    return (text.replace("i", DOTTED) if language() in WITH_DOTLESS else text).upper()


def capital(text: str) -> str:
    """Returns `text` with a capital first, as the language that is shown writes it."""
    return capitals(text[:1]) + text[1:]


def together(parts: Sequence[str]) -> str:
    """Returns several things as one: `a and b`; nothing for none."""
    if not parts:
        return ""
    return reduce(lambda left, right: tr("{left} and {right}", left=left, right=right), parts)


def nearest(word: str, known: list[str] | tuple[str, ...]) -> str:
    """Returns `, did you mean 'x'?` for the known word nearest to `word`, or nothing."""
    import difflib

    match = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return tr(", did you mean '{word}'?", word=match[0]) if match else ""
