"""Header: the first line of a save, with everything needed to play it again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from attrs import frozen

from wargame.language import tr
from wargame.table.record import FORMAT, Fields, canonical, seal
from wargame.table.setup import TableSetup
from wargame.text import clean


@frozen(kw_only=True)
class Header:
    """Is what a save starts with.

    It carries the whole text of the scenario: a save replays when the decks have moved on.
    """

    program: str  # version of the program that began it
    language: int  # version of the rules language
    title: str  # of the scenario, in the language of its author, for lists
    setup: TableSetup
    created: str  # ISO 8601
    salt: str
    texts: Mapping[str, str]  # path -> contents of the rulesets and decks
    format: int = FORMAT
    hash: str = ""

    def line(self) -> tuple[bytes, str]:
        """Returns the header's line in the file and its hash."""
        return seal(
            {
                "format": self.format,
                "program": self.program,
                "language": self.language,
                "title": self.title,
                "setup": self.setup.fields(),
                "created": self.created,
                "salt": self.salt,
                "texts": dict(self.texts),
                "texts_hash": self.texts_hash,
            }
        )

    @property
    def texts_hash(self) -> str:
        """Returns the hash of the scenario's texts, which tells two versions of it apart."""
        return hashlib.sha256(canonical(dict(self.texts))).hexdigest()

    @classmethod
    def read(cls, fields: Fields) -> Header:
        """Returns the header with these fields.

        Raises:
            ValueError: a field is missing, unknown or of another type.
        """
        if fields.keys() != _SHAPE.keys():
            raise ValueError(tr("the header's fields are not those of this format"))
        for key, kind in _SHAPE.items():
            if type(fields[key]) is not kind:
                sentence = tr("'{key}' of the header is no {kind}", key=key, kind=kind.__name__)
                raise ValueError(sentence)
        values = dict(fields)
        texts_hash = values.pop("texts_hash")
        values["setup"] = TableSetup.read(fields["setup"])
        values["title"] = clean(str(fields["title"]))
        header = cls(**values)  # type: ignore[arg-type]
        if not all(isinstance(text, str) for text in header.texts.values()):
            raise ValueError(tr("'texts' of the header holds something else than texts"))
        if header.texts_hash != texts_hash:
            raise ValueError(tr("the scenario's texts are not those that the header's hash is of"))
        return header


_SHAPE: dict[str, type] = {
    "format": int,
    "program": str,
    "language": int,
    "title": str,
    "setup": dict,
    "created": str,
    "salt": str,
    "texts": dict,
    "texts_hash": str,
    "hash": str,
}
