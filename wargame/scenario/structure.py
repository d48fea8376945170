"""Turns nodes into the records of model.py, by the fields and annotations of those records.

This is a direct walk rather than cattrs: each fault is met while its node, and so its place, is at
hand, and reading goes on after it, so that an author sees every fault at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from wargame.language import tr
from wargame.scenario.ids import id_fault
from wargame.scenario.model import Formula, Mark
from wargame.scenario.nodes import Entries, Items, Node, Scalar
from wargame.scenario.problems import Path, Problems
from wargame.text import clean, nearest, paragraphs

TEXT_LIMIT = 4000

PARAGRAPHED = frozenset(("brief",))
"""Keys whose text keeps its paragraphs; all other text is one line."""

_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,8})")

NOT_KEYS = frozenset(("mark", "id", "name", "called", "texts"))
"""Fields that the program fills in."""


@frozen
class Structurer:
    """Reads nodes as records; what does not fit is added to `problems`.

    Where a value cannot be read a stand-in is returned, and the record around it counts as broken.
    """

    problems: Problems

    def record(self, cls: Any, node: Node, path: Path) -> Any:
        """Returns a record of a class of model.py from a mapping."""
        made: dict[str, Any] = {}
        pairs = self._entries(node, path)
        keys = _keys(cls)
        for name, (key, below) in pairs.items():
            if name in keys:
                self.problems.places[(*path, name)] = below.mark
                made[name] = self.value(keys[name].type, below, (*path, name))
            else:
                self.problems.unreadable(
                    key.mark,
                    tr(
                        "unknown key '{name}'{guess}",
                        name=name[:40],
                        guess=nearest(name, tuple(keys)),
                    ),
                    tr("the keys here are {keys}", keys=", ".join(keys)),
                    path=path,
                )
        for name, key_of in keys.items():
            if name not in made and key_of.required:
                if isinstance(node, Entries):
                    self.problems.unreadable(
                        self.problems.at(*path),
                        tr("'{name}' is missing", name=name),
                        tr("add it"),
                        path=path,
                    )
                made[name] = _stand_in(key_of.type)
        if _has_mark(cls):
            made["mark"] = self.problems.at(*path)
        return cls(**made)

    def mapping(self, of: Any, node: Node, path: Path) -> dict[str, Any]:
        """Returns a mapping from ids to values of one type, in the author's order."""
        made: dict[str, Any] = {}
        for id, (key, below) in self._entries(node, path).items():
            inner = (*path, id)
            self.problems.places[inner] = key.mark
            fault = id_fault(id, path)
            if fault is None:
                made[id] = self.value(of, below, inner)
            else:
                self.problems.unreadable(key.mark, *fault, path=path)
        return made

    def value(self, kind: Any, node: Node, path: Path) -> Any:
        """Returns a node's value as an annotation asks."""
        if get_origin(kind) is UnionType:
            kind = next(arg for arg in get_args(kind) if arg is not NoneType)
        origin = get_origin(kind)
        if origin is tuple:
            return self._items(get_args(kind)[0], node, path)
        if origin is Mapping:
            return self.mapping(get_args(kind)[1], node, path)
        if kind is Formula:
            text = self._scalar(node, path, tr("a formula"))
            return Formula(text, _first_letter(node)) if text else _stand_in(kind)
        if kind is str:
            tidy = paragraphs if path and path[-1] in PARAGRAPHED else clean
            return tidy(self._scalar(node, path, tr("text")), limit=TEXT_LIMIT)
        if kind is int:
            return self._number(node, path)
        if kind is bool:
            return self._truth(node, path)
        return self.record(kind, node, path)

    def _items(self, of: Any, node: Node, path: Path) -> tuple[Any, ...]:
        if isinstance(node, Items):
            made = []
            for number, item in enumerate(node.nodes):
                inner = (*path, str(number))
                self.problems.places[inner] = item.mark
                made.append(self.value(of, item, inner))
            return tuple(made)
        self._wrong(node, path, tr("a list"), tr("put it in [ ]"))
        return ()

    def _entries(self, node: Node, path: Path) -> dict[str, tuple[Scalar, Node]]:
        if isinstance(node, Entries):
            return node.pairs
        self._wrong(
            node, path, tr("a mapping"), tr("write `key: value` lines, further to the right")
        )
        return {}

    def _scalar(self, node: Node, path: Path, wanted: str) -> str:
        if not isinstance(node, Scalar):
            self._wrong(node, path, wanted, tr("write it in one piece, in quotes if need be"))
            return ""
        if not node.text and not node.quoted:
            self._wrong(node, path, wanted, tr("write it, or leave the key out"))
        return node.text

    def _number(self, node: Node, path: Path) -> int:
        text = self._scalar(node, path, tr("a whole number"))
        if _NUMBER.fullmatch(text):
            return int(text)
        if text:
            self._wrong(node, path, tr("a whole number"), tr("write digits only, such as 0 or 12"))
        return 0

    def _truth(self, node: Node, path: Path) -> bool:
        text = self._scalar(node, path, tr("true or false"))
        if text and text not in ("true", "false"):
            self._wrong(node, path, tr("true or false"), tr("write true or false"))
        return text == "true"

    def _wrong(self, node: Node, path: Path, wanted: str, remedy: str) -> None:
        match node:
            case Scalar(text=""):
                found = tr("nothing stands here")
            case Scalar(text=text):
                found = tr("'{text}' stands here", text=text[:40])
            case Items():
                found = tr("a list stands here")
            case _:
                found = tr("a mapping stands here")
        name = path[-1] if path else tr("a file")
        self.problems.unreadable(
            node.mark,
            tr("{found}, '{name}' is {wanted}", found=found, name=name, wanted=wanted),
            remedy,
            path=path,
        )


@frozen
class _Key:
    type: Any
    required: bool


@cache
def _keys(cls: Any) -> dict[str, _Key]:
    hints = get_type_hints(cls)
    return {
        field.name: _Key(hints[field.name], field.default is attrs.NOTHING)
        for field in attrs.fields(cls)
        if field.name not in NOT_KEYS
    }


@cache
def _has_mark(cls: Any) -> bool:
    return "mark" in {field.name for field in attrs.fields(cls)}


def _stand_in(kind: Any) -> Any:
    """Returns a value of an annotation's type, for a record that is broken anyway."""
    origin = get_origin(kind)
    if origin is tuple:
        return ()
    if origin is Mapping:
        return {}
    return Formula("true") if kind is Formula else kind()


def _first_letter(node: Node) -> Mark:
    """Returns where a formula's text starts: behind the quote, if it has one."""
    if isinstance(node, Scalar) and node.quoted:
        return attrs.evolve(node.mark, column=node.mark.column + 1)
    return node.mark
