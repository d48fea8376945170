"""Record: one line of a save, with the hashes that chain it to the line before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from attrs import frozen

from wargame.language import tr
from wargame.text import clean

FORMAT = 1
"""The version of the save format that this program writes."""

ORIGIN = 0
"""The number of the header: the parent of the first decision."""

Fields = dict[str, object]

_OPENING, _CLOSING = b',"hash":"', b'"}'
_decode = json.JSONDecoder().decode
_SEALED = len(_OPENING) + 64 + len(_CLOSING)


def canonical(value: object) -> bytes:
    """Returns `value` as UTF-8 JSON in the one form that is hashed: keys sorted, no white space."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def seal(fields: Mapping[str, object]) -> tuple[bytes, str]:
    """Returns the line for these fields, newline included, and its hash.

    The hash stands last and covers every byte before it, so a reader verifies a line without
    encoding it again.
    """
    rest = canonical(fields)
    found = hashlib.sha256(rest).hexdigest()
    return rest[:-1] + _OPENING + found.encode() + _CLOSING + b"\n", found


def unseal(line: bytes) -> Fields:
    """Returns the fields of a line without its newline, `hash` among them.

    Raises:
        ValueError: the line is damaged: its hash is not that of its bytes, or it is no JSON object.
    """
    rest, end = line[:-_SEALED], line[-_SEALED:]
    if not (end.startswith(_OPENING) and end.endswith(_CLOSING)):
        raise ValueError(tr("the line does not end with its hash"))
    if hashlib.sha256(rest + b"}").hexdigest().encode() != end[len(_OPENING) : -len(_CLOSING)]:
        raise ValueError(tr("the line's hash is not that of its bytes"))
    try:
        fields: Fields = _decode(line.decode())  # JSON that ends in "}" is an object
    except RecursionError:
        raise ValueError(tr("the line is nested too deeply")) from None
    return fields


@frozen(kw_only=True)
class Record:
    """Is one thing that happened at the table.

    `prev` is the hash of the line before it in the file; `parent` is the number of the decision
    that it follows on the line of play, which after an undo is not the line before. `salt` is
    shown to no seat: without it the hash of a sealed order, of which there are few, gives it away.
    """

    n: int
    prev: str
    parent: int
    seat: str
    kind: str  # "decision", "goto", "message", "note", "bookmark"
    body: Mapping[str, object]
    at: str  # ISO 8601
    salt: str
    digest: str  # of the state that the decision leads to, or ""
    hash: str = ""

    def line(self) -> tuple[bytes, str]:
        """Returns the record's line in the file and its hash."""
        return seal({key: getattr(self, key) for key in _SHAPE if key != "hash"})

    @classmethod
    def read(cls, fields: Fields) -> Record:
        """Returns the record with these fields.

        Raises:
            ValueError: a field is missing, unknown or of another type.
        """
        values = [fields.get(key) for key in _SHAPE]
        if len(fields) != len(_SHAPE) or [type(value) for value in values] != _KINDS:
            raise ValueError(tr("the record's fields are not those of this format"))
        return cls(**fields)  # type: ignore[arg-type]

    def text(self, key: str) -> str:
        """Returns a text of the body, cleaned (a save may come from anywhere); "" if absent."""
        value = self.body.get(key)
        return clean(value, limit=TEXT_LIMIT) if isinstance(value, str) else ""

    def number(self, key: str) -> int:
        """Returns a number of the body; 0 if absent."""
        value = self.body.get(key)
        return value if type(value) is int else 0

    def words(self, key: str) -> tuple[str, ...]:
        """Returns a list of texts of the body, cleaned; empty if absent."""
        value = self.body.get(key)
        if not isinstance(value, list):
            return ()
        return tuple(clean(word) for word in value if isinstance(word, str))


TEXT_LIMIT = 8_000
"""Characters of one text of a record: an argument's notation with all its reasons fits."""

_SHAPE: dict[str, type] = {
    "n": int,
    "prev": str,
    "parent": int,
    "seat": str,
    "kind": str,
    "body": dict,
    "at": str,
    "salt": str,
    "digest": str,
    "hash": str,
}
_KINDS = list(_SHAPE.values())
