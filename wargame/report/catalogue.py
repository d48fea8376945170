"""Catalogue: everything that is printed in a scenario, to be listed, searched and cross-referred.

The printed rules and decks are public knowledge; nothing here depends on a game.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from attrs import frozen

from wargame.language import marked, tr
from wargame.scenario.model import Cited, Formula, Mark, Scenario
from wargame.scenario.uses import records
from wargame.text import folded

SHELVES = {
    "moves": marked("Move"),
    "cards": marked("Card"),
    "rules": marked("Rule"),
    "agendas": marked("Agenda"),
    "glossary": marked("Glossary"),
    "tracks": marked("Track"),
    "ladders": marked("Ladder"),
    "flags": marked("Flag"),
    "teams": marked("Team"),
    "terms": marked("Promise"),
    "clashes": marked("Clash"),
    "endings": marked("Ending"),
    "goals": marked("Goal"),
    "switches": marked("Switch"),
    "presets": marked("Preset"),
    "rolls": marked("Roll"),
    "decks": marked("Deck"),
    "phases": marked("Phase"),
    "claims": marked("Statement"),
    "hypotheses": marked("Hypothesis"),
}
"""The sections in which things are looked up, in this order, with the name of one entry."""

PLURALS = {
    "moves": marked("Moves"),
    "cards": marked("Cards"),
    "rules": marked("Rules"),
    "agendas": marked("Agendas"),
    "glossary": marked("Glossary"),
    "tracks": marked("Tracks"),
    "ladders": marked("Ladders"),
    "flags": marked("Flags"),
    "teams": marked("Teams"),
    "terms": marked("Promises"),
    "clashes": marked("Clashes"),
    "endings": marked("Endings"),
    "goals": marked("Goals"),
    "switches": marked("Switches"),
    "presets": marked("Presets"),
    "rolls": marked("Rolls"),
    "decks": marked("Decks"),
    "phases": marked("Phases"),
    "claims": marked("Statements"),
    "hypotheses": marked("Hypotheses"),
}
"""What whole sections are called."""

CLAIMS = "claims"

VOICES = {
    "fact": marked("fact"),
    "circles": marked("circles"),
    "article": marked("article"),
    "design": marked("design"),
}
"""Who may make a statement."""

STATEMENTS = {
    "event": marked("event"),
    "mechanism": marked("mechanism"),
    "motive": marked("motive"),
    "hypothesis": marked("hypothesis"),
}
"""Kinds of statements; authors may have others, which are told as they call them."""


@frozen(order=True)
class Key:
    """Is where an entry stands: ids are unique only within some sections."""

    section: str
    id: str

    def __str__(self) -> str:
        return f"{self.section}/{self.id}"


@frozen
class Entry:
    """Is one entry of the catalogue: its key, what it is called, and all of its text, folded."""

    key: Key
    title: str
    text: str

    @property
    def kind(self) -> str:
        """Is what an entry of this section is called."""
        return kind(self.key.section)


class Catalogue:
    """Is the list of all entries of a scenario, in the order of the sections."""

    def __init__(self, scenario: Scenario) -> None:
        """Reads every section; `entries` and `cites` stay as they are from then on."""
        self.scenario = scenario
        self.entries = {entry.key: entry for entry in _entries(scenario)}
        self.cites = _cites(scenario, self.entries)

    @property
    def sections(self) -> tuple[str, ...]:
        """Is the sections that hold anything."""
        return tuple(section for section in SHELVES if getattr(self.scenario, section))

    def carried(self, claim: str) -> tuple[Key, ...]:
        """Returns the entries that cite a statement, they or something within them."""
        return tuple(key for key, claims in self.cites.items() if claim in claims)

    def links(self, key: Key) -> tuple[Key, ...]:
        """Returns where an entry leads: to the statements it cites, or to what cites it."""
        if key.section == CLAIMS:
            return self.carried(key.id)
        return tuple(Key(CLAIMS, claim) for claim in self.cites.get(key, ()))

    def search(self, typed: str, *, section: str = "") -> tuple[Entry, ...]:
        """Returns the entries in which every typed word occurs, all of them if none is typed.

        Case and marks on letters do not matter. What is named so comes first, then what has the
        words in its title, then what has them in its text.
        """
        words = folded(typed).split()
        found = [
            entry
            for entry in self.entries.values()
            if section in ("", entry.key.section) and all(word in entry.text for word in words)
        ]
        return tuple(sorted(found, key=lambda entry: _rank(entry, words)))


def shelf(section: str) -> str:
    """Returns what a whole section is called."""
    return tr(PLURALS[section])


def kind(section: str) -> str:
    """Returns what one entry of a section is called."""
    return tr(SHELVES[section])


def voice(id: str) -> str:
    """Returns what people call whoever makes a statement."""
    return tr(VOICES.get(id, id))


def statement_kind(id: str) -> str:
    """Returns what people call a kind of statements."""
    return tr(STATEMENTS.get(id, id))


def _rank(entry: Entry, words: list[str]) -> int:
    names = (folded(entry.key.id), folded(entry.title))
    whole = " ".join(words)
    if not words or whole in names:
        return 0
    if any(name.startswith(whole) for name in names):
        return 1
    return 2 if all(any(word in name for name in names) for word in words) else 3


def _entries(scenario: Scenario) -> Iterator[Entry]:
    for section in SHELVES:
        records: Mapping[str, Any] = getattr(scenario, section)
        for id, record in records.items():
            title = getattr(record, "title", "") or (record.text if section == CLAIMS else id)
            yield Entry(Key(section, id), title, folded(" ".join((id, *_texts(record)))))


def _texts(value: Any) -> Iterator[str]:
    """Returns every text in a record: what is read, not the formulas it is made of."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif attrs.has(type(value)) and not isinstance(value, Formula | Mark):
        for field in attrs.fields(type(value)):
            yield from _texts(getattr(value, field.name))


def _cites(scenario: Scenario, entries: Mapping[Key, Entry]) -> dict[Key, tuple[str, ...]]:
    """Returns the statements that each entry or something within it cites, in their order."""
    cited: dict[Key, set[str]] = {}
    for path, record in records(scenario):
        if isinstance(record, Cited) and len(path) > 1 and (key := Key(*path[:2])) in entries:
            cited.setdefault(key, set()).update(record.source)
    order = list(scenario.claims)
    return {
        key: tuple(claim for claim in order if claim in cited[key])
        for key in entries
        if key in cited
    }
