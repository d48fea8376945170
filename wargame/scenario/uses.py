"""Lists every formula of a scenario, with where it stands and what it must be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from attrs import frozen

from wargame.scenario.model import Formula, Scenario
from wargame.scenario.problems import Path

CONDITION = "condition"
VALUE = "value"
EFFECT = "effect"
DEAL_EFFECT = "effect of a deal"

ROLES = {
    **dict.fromkeys(
        ("needs", "fires", "when", "done", "holds", "unless", "given", "ever"), CONDITION
    ),
    **dict.fromkeys(("score", "add", "doctrine", "guess"), VALUE),
    "effects": EFFECT,
    **dict.fromkeys(("kept", "broken"), DEAL_EFFECT),
}
"""What the formulas in a field are, by the field's name."""


@frozen
class Use:
    """Is one formula where it stands: `path` leads to it, `role` says what it must be."""

    path: Path
    formula: Formula
    role: str


def uses(scenario: Scenario) -> Iterator[Use]:
    """Returns every formula of a scenario, in the order of the sections."""
    return _within(scenario, (), "")


def records(scenario: Scenario) -> Iterator[tuple[Path, Any]]:
    """Returns every record of a scenario with its path, outer ones first."""
    return _records(scenario, ())


def _within(value: Any, path: Path, role: str) -> Iterator[Use]:
    if isinstance(value, Formula):
        yield Use(path, value, role)
        return
    for key, below in _parts(value):
        yield from _within(below, (*path, key), ROLES.get(key, role))


def _records(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    for key, below in _parts(value):
        if attrs.has(type(below)) and not isinstance(below, Formula):
            yield (*path, key), below
        yield from _records(below, (*path, key))


def _parts(value: Any) -> Iterator[tuple[str, Any]]:
    """Returns what a record, a list or a mapping holds that can hold formulas."""
    if isinstance(value, tuple):
        yield from ((str(number), below) for number, below in enumerate(value))
    elif isinstance(value, Mapping):
        yield from value.items()
    elif attrs.has(type(value)) and not isinstance(value, Formula):
        for field in attrs.fields(type(value)):
            if field.name not in ("mark", "texts"):
                yield field.name, getattr(value, field.name)
