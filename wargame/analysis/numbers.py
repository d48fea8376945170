"""Numbers: every whole number in the rules that decides how a game goes, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from attrs import frozen

from wargame.scenario.model import NOWHERE, Formula, Mark, Scenario

SECTIONS = (
    *("teams", "tracks", "phases", "presets", "rolls", "moves"),
    *("decks", "cards", "rules", "clashes", "endings"),
)
"""The sections whose numbers decide how a game without deals ends; the rest is aims and deals."""

PLAIN = ("income", "bank", "start", "draws", "draw", "limit", "upto", "net", "cost")
"""The keys that hold a number by itself."""

IDLE = ("guess", "late", "closing")
"""The keys that say only who sees what, and what is told at the end."""

LITERAL = re.compile(r"(?<![a-z0-9_.])[0-9]+(?![a-z0-9_.])")

Path = tuple[str, ...]


@frozen
class Number:
    """Is one number: `text` is the formula or key it stands in, `at` its place in a formula.

    A plain number has `at` -1.
    """

    path: Path
    mark: Mark
    text: str
    value: int
    at: int = -1


def numbers_of(scenario: Scenario) -> tuple[Number, ...]:
    """Returns the numbers of a scenario, section by section, in the author's order."""
    return tuple(
        number
        for section in SECTIONS
        for number in _below(scenario, getattr(scenario, section), (section,), NOWHERE)
        if not _is_idle(scenario, number.path)
    )


def _is_idle(scenario: Scenario, path: Path) -> bool:
    """Returns whether a plain number is never read: a table card has no cost, for one."""
    section, id, key = path[0], path[1], path[-1]
    if section == "phases":
        return scenario.phases[id].does != "events"
    if section == "decks" or (section == "cards" and key == "cost"):
        deck = id if section == "decks" else scenario.cards[id].deck
        return not scenario.decks[deck].to
    return False


def _below(scenario: Scenario, node: Any, path: Path, mark: Mark) -> Iterator[Number]:
    """Yields the numbers of a part; `mark` is the nearest known place around it."""
    if isinstance(node, Formula):
        for found in LITERAL.finditer(node.text):
            yield Number(
                path, _column(node.mark, found.start()), node.text, int(found[0]), found.start()
            )
    elif attrs.has(type(node)):
        mark = getattr(node, "mark", mark)
        for field in attrs.fields(type(node)):
            below, inner = getattr(node, field.name), (*path, field.name)
            if type(below) is int:
                if field.name in PLAIN:
                    place = _line(scenario, mark, inner, below)
                    yield Number(inner, place, f"{field.name}: {below}", below)
            elif field.name not in IDLE:
                yield from _below(scenario, below, inner, mark)
    elif isinstance(node, Mapping):
        for id, below in node.items():
            yield from _below(scenario, below, (*path, id), mark)
    elif isinstance(node, tuple):
        for i, below in enumerate(node):
            yield from _below(scenario, below, (*path, str(i)), mark)


def _column(mark: Mark, offset: int) -> Mark:
    return Mark(mark.file, mark.line, mark.column + offset)


def _line(scenario: Scenario, mark: Mark, path: Path, value: int) -> Mark:
    """Returns where a plain number stands: below its record's mark, behind its key.

    The keys of the path are looked for one after the other, so that `bank` is the right purse's. A
    number that is not written, but has its default, has its record's place.
    """
    lines = scenario.texts.get(mark.file, "").split("\n")
    first = mark.line - 1
    last = first + 1
    while last < len(lines) and _is_within(lines[last], mark.column - 1):
        last += 1
    row, column = first, 0
    for key in path[2:]:
        word = re.compile(rf"(?<![a-z0-9_]){key}\s*:\s*")
        for i in range(row, min(last, len(lines))):
            found = word.search(lines[i], column if i == row else 0)
            if found:
                row, column = i, found.end()
                break
        else:
            return mark
    written = re.match(rf"{value}(?![0-9])", lines[row][column:])
    return Mark(mark.file, row + 1, column + 1) if written else mark


def _is_within(line: str, indent: int) -> bool:
    """Returns whether a line belongs to the record whose key is indented so far."""
    return not line.strip() or len(line) - len(line.lstrip()) > indent


def rewritten(node: Any, changes: Mapping[Path, Any], path: Path = ()) -> Any:
    """Returns a scenario, or a part of one, with other formulas or numbers at some paths.

    What has no change below it is the same object as before.
    """
    if path in changes:
        return (
            attrs.evolve(node, text=changes[path]) if isinstance(node, Formula) else changes[path]
        )
    if not any(changed[: len(path)] == path for changed in changes):
        return node
    if attrs.has(type(node)):
        names = {changed[len(path)] for changed in changes if changed[: len(path)] == path}
        return attrs.evolve(
            node,
            **{name: rewritten(getattr(node, name), changes, (*path, name)) for name in names},
        )
    if isinstance(node, Mapping):
        return {
            id: rewritten(below, _within(changes, path, id), (*path, id))
            for id, below in node.items()
        }
    return tuple(
        rewritten(below, _within(changes, path, str(i)), (*path, str(i)))
        for i, below in enumerate(node)
    )


def _within(changes: Mapping[Path, Any], path: Path, name: str) -> Mapping[Path, Any]:
    """Returns the changes at or below one part, so that deep walks stay short."""
    inner = (*path, name)
    return {at: change for at, change in changes.items() if at[: len(inner)] == inner}
