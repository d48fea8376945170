"""Which words can be ids: they end up in generated code, in formulas and in saves."""

from __future__ import annotations

import keyword
import re

from wargame.language import tr
from wargame.scenario.problems import Path

_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_CLAIM = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,39}")

RESERVED = frozenset(
    (
        *("turn", "last_turn", "true", "false", "min", "max", "abs", "count"),
        *("ordered", "times", "last", "played", "switch", "draws", "actor", "other"),
        *("kept", "broken", "score", "all", "none", "team", "design", "fact"),
        *keyword.kwlist,
    )
)
"""Words that formulas, placeholders or lists of teams use for something else."""


def id_fault(id: str, path: Path) -> tuple[str, str] | None:
    """Returns what is wrong with an id of the mapping at `path`, and the remedy, or None."""
    if path == ("claims",):
        if _CLAIM.fullmatch(id):
            return None
        message = tr("'{id}' cannot be the id of a claim", id=id[:40])
        return message, tr("use letters, digits, `.`, `_`, `-`")
    if not _ID.fullmatch(id):
        return (
            tr("'{id}' cannot be an id", id=id[:40]),
            tr("use a-z, 0-9 and _, start with a letter, 40 characters at most"),
        )
    if "__" in id:
        return tr("'{id}' has a double underscore", id=id), tr("use one underscore")
    if id in RESERVED:
        return tr("'{id}' is a reserved word", id=id), tr("choose another id")
    return None


def is_id(word: str) -> bool:
    """Returns whether a word can be an id."""
    return id_fault(word, ()) is None
