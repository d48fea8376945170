"""Written: what the program itself puts into records; it stands there in English.

A save must not depend on the language in which it was made, so such a sentence is translated for
whoever reads it.
"""

from __future__ import annotations

import re
from functools import cache

from wargame.language import marked, tr

HEAD = marked("The record up to here ends with {hash}.")
UNWEIGHED = marked("nobody facilitates, so the argument weighs nothing")
TORN = marked(
    "the last record was torn ({size} bytes): it was never acknowledged and is left out; the save"
    " goes on from record {number}"
)
HEAD_UNREADABLE = marked("the head kept beside {file} cannot be read: {fault}")
NO_HEAD = marked("it is no head of a save")
MISSING = marked(
    "{file} ends with record {last}, but record {number} was written: {missing} at its end are"
    " missing"
)
BRANCHED = marked("This game begins as {save} did, up to record {number}.")
OTHER_HEAD = marked("record {number} of {file} is not the one that its head names")

SENTENCES = (HEAD, UNWEIGHED, TORN, HEAD_UNREADABLE, NO_HEAD, MISSING, OTHER_HEAD, BRANCHED)


def told(text: str) -> str:
    """Returns a sentence of the program in the language of this process, any other as it is."""
    for sentence in SENTENCES:
        found = _pattern(sentence).fullmatch(text)
        if found:
            return tr(sentence, **{name: told(value) for name, value in found.groupdict().items()})
    return text


@cache
def _pattern(sentence: str) -> re.Pattern[str]:
    """Returns what matches a sentence, whatever its placeholders are filled with."""
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(sentence)))
