"""The texts of a scenario that people read: where each stands, and how others take its place.

A text is named by its path in the scenario, whatever the file: `moves.sail.outcomes.good.says`.
Ids, formulas and the words of the rules are plain `str` and are never looked at here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

import attrs

TOLD = "told"

Text = Annotated[str, TOLD]
"""A string in the language of people."""

Record = TypeVar("Record")
Place = tuple[str, ...]


def texts(record: Any) -> Iterator[tuple[Place, str]]:
    """Returns every text that is not empty, with its path, in the author's order."""
    found: list[tuple[Place, str]] = []

    def note(place: Place, text: str) -> str:
        found.append((place, text))
        return text

    replaced(record, note)
    yield from found


def replaced(record: Record, instead: Callable[[Place, str], str]) -> Record:
    """Returns the record with what `instead` makes of each text that is not empty."""
    made: Record = _record(record, (), instead)
    return made


def _record(record: Any, place: Place, instead: Callable[[Place, str], str]) -> Any:
    cls: Any = type(record)
    changes = {
        name: _value(kind, getattr(record, name), (*place, name), instead)
        for name, kind in _telling(cls).items()
    }
    return attrs.evolve(record, **changes) if changes else record


def _value(kind: Any, value: Any, place: Place, instead: Callable[[Place, str], str]) -> Any:
    if kind is Text:
        return instead(place, value) if value else value
    if isinstance(value, tuple):
        of = get_args(kind)[0]
        return tuple(
            _value(of, each, (*place, str(number)), instead) for number, each in enumerate(value)
        )
    if isinstance(value, Mapping):
        of = get_args(kind)[1]
        return {id: _value(of, each, (*place, id), instead) for id, each in value.items()}
    return value if value is None else _record(value, place, instead)


@cache
def _telling(cls: Any) -> dict[str, Any]:
    """Returns the fields of a record that hold texts somewhere, with their annotations."""
    hints = get_type_hints(cls, include_extras=True)
    fields = {each.name: hints[each.name] for each in attrs.fields(cls)}
    return {name: kind for name, kind in fields.items() if _tells(kind)}


def _tells(kind: Any) -> bool:
    if kind is Text:
        return True
    if get_origin(kind) is not None:
        return any(_tells(arg) for arg in get_args(kind))
    return attrs.has(kind) and bool(_telling(kind))
