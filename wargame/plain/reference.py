"""Looks things up in a scenario: cards, moves, rules, agendas, the glossary, what backs them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from wargame.errors import UsageInvalid
from wargame.language import tr
from wargame.plain.labels import label
from wargame.report.catalogue import CLAIMS, SHELVES, Catalogue, kind, statement_kind, voice
from wargame.scenario.model import Card, Formula, Goal, Mark, Modifier, Outcome, Roll, Scenario
from wargame.text import capital, clean, nearest

_LAST = ("voice", "date", "reason", "source")
"""Fields about a record and not of it: told after the others."""


def find(scenario: Scenario, id: str) -> tuple[tuple[str, Any], ...]:
    """Returns every entry of that id with its section; ids are unique only within some sections.

    Raises:
        UsageInvalid: there is none.
    """
    found = tuple(
        (section, getattr(scenario, section)[id])
        for section in SHELVES
        if id in getattr(scenario, section)
    )
    if not found:
        known = [known for section in SHELVES for known in getattr(scenario, section)]
        word = clean(id, limit=40)
        raise UsageInvalid(
            tr(
                "'{word}' is nothing in {scenario}{nearest}",
                word=word,
                scenario=scenario.id,
                nearest=nearest(word, known),
            ),
            remedy=tr("ids of cards and moves stand in the lists of options and hands"),
        )
    return found


def entry(scenario: Scenario, id: str) -> Iterator[str]:
    """Returns what the scenario says of that id: text, effects, the statements that back it.

    Raises:
        UsageInvalid: there is nothing of that id.
    """
    for section, record in find(scenario, id):
        title = getattr(record, "title", "") or id
        yield f"{kind(section)}: {title} ({id})"
        is_shown = isinstance(record, Card) and not scenario.decks[record.deck].to
        for name, value in _fields(record):
            if name not in ("title", "source") and not (is_shown and name == "cost"):
                yield from _lines(name, value)
        yield from sources(scenario, getattr(record, "source", ()))
        if section == CLAIMS:
            catalogue = Catalogue(scenario)
            for key in catalogue.carried(id):
                held = catalogue.entries[key]
                yield tr(
                    "Carried by: {kind} {title} ({id})",
                    kind=held.kind,
                    title=held.title,
                    id=key.id,
                )


def as_json(scenario: Scenario, id: str) -> list[dict[str, Any]]:
    """Returns the entries of that id as plain data, each with its section and its statements.

    Raises:
        UsageInvalid: there is nothing of that id.
    """
    return [
        {
            "section": section,
            "id": id,
            **_plain(record),
            "statements": {
                claim: scenario.claims[claim].text
                for claim in getattr(record, "source", ())
                if claim in scenario.claims
            },
        }
        for section, record in find(scenario, id)
    ]


def search(scenario: Scenario, typed: str) -> Iterator[str]:
    """Returns every entry in which all typed words occur, one a line, the best named first.

    Raises:
        UsageInvalid: nothing was typed.
    """
    words = clean(typed)
    if not words:
        raise UsageInvalid(
            tr("search for what"), remedy=tr("type a word of an id, a title or a text")
        )
    found = Catalogue(scenario).search(words)
    for entry in found:
        yield f"{entry.kind}: {entry.title} ({entry.key.id})"
    if found:
        yield tr("{number} found. 'show ID' tells one of them.", number=len(found))
    else:
        yield tr("Nothing in {scenario} has '{words}'.", scenario=scenario.id, words=words)


def search_json(scenario: Scenario, typed: str) -> list[dict[str, str]]:
    """Returns what a search finds as plain data."""
    return [
        {"section": entry.key.section, "id": entry.key.id, "title": entry.title}
        for entry in Catalogue(scenario).search(clean(typed))
    ]


def sources(scenario: Scenario, source: tuple[str, ...]) -> Iterator[str]:
    """Returns the statements behind an entry, one a line, with who makes them."""
    for id in source:
        claim = scenario.claims.get(id)
        if claim is None:
            yield tr("Source: {id}", id=id)
        else:
            yield tr(
                "Source {id} ({voice}): {text}", id=id, voice=voice(claim.voice), text=claim.text
            )


def rules(scenario: Scenario) -> Iterator[str]:
    """Returns how a turn goes and what happens by itself."""
    about = scenario.about
    yield f"{about.title}. {about.summary}"
    yield tr("A score of {points} counts as achieved.", points=about.achieved)
    yield tr("Orders that a team may seal in a turn: {number}.", number=about.orders)
    yield tr("Arguments that a team may seal in a turn: {number}.", number=about.arguments)
    yield tr("Points that may be added to one roll: {number}.", number=about.boosts)
    for number, phase in enumerate(scenario.phases.values(), 1):
        told = {"number": number, "phase": phase.title, "says": phase.says}
        yield tr("Phase {number}: {phase}. {says}", **told).rstrip()
    for roll in scenario.rolls.values():
        yield tr(
            "{roll}: dice {dice}, with {sides} sides. {results}.",
            roll=roll.title,
            dice=roll.dice,
            sides=roll.sides,
            results=", ".join(_results(roll)),
        )
    for id, rule in scenario.rules.items():
        yield tr("Rule: {rule} ({id}). {text}", rule=rule.title, id=id, text=rule.text)
    for id, clash in scenario.clashes.items():
        yield tr("Clash: {clash} ({id}). {says}", clash=clash.title, id=id, says=clash.says)


def _results(roll: Roll) -> Iterator[str]:
    for band in roll.bands.values():
        if band.upto is None:
            yield tr("{result} above that", result=band.title)
        else:
            yield tr("{result} up to {most}", result=band.title, most=band.upto)


def glossary(scenario: Scenario, term: str) -> Iterator[str]:
    """Returns the glossary, or the entries whose id or title has `term` in it."""
    word = term.casefold()
    found = [
        (id, item)
        for id, item in scenario.glossary.items()
        if word in id.casefold() or word in item.title.casefold()
    ]
    if not found:
        yield tr("The glossary has no '{term}'. 'glossary' alone lists it.", term=term)
    for id, item in found:
        yield f"{item.title} ({id}): {item.text}"


def _fields(record: Any) -> Iterator[tuple[str, Any]]:
    """Returns the fields that say something: not what is empty, nor its place in a file."""
    attributes = sorted(attrs.fields(type(record)), key=lambda a: a.name in _LAST)
    for attribute in attributes:
        value = getattr(record, attribute.name)
        is_usual = value == attribute.default and attribute.name != "cost"
        if not isinstance(value, Mark) and not is_usual and value not in (None, "", (), {}):
            yield attribute.name, _called(attribute.name, value)


def _called(name: str, value: Any) -> Any:
    """Returns a field's value, those that are words of the rules as people call them."""
    if name == "voice":
        return voice(value)
    return statement_kind(value) if name == "kind" else value


def _lines(name: str, value: Any) -> Iterator[str]:
    field = capital(label(name))
    if isinstance(value, Mapping):
        for id, item in value.items():
            yield f"{field}, {id}: {_sentence(item)}"
    elif isinstance(value, tuple):
        for item in value:
            yield f"{field}: {_sentence(item)}"
    else:
        yield f"{field}: {_sentence(value)}"


def _sentence(value: Any) -> str:
    """Returns a value, or a record inside another one, as one line."""
    match value:
        case bool():
            return tr("yes") if value else tr("no")
        case Formula():
            return value.text
        case Modifier():
            return f"{value.add.text}: {value.why}"
        case Outcome():
            if not value.effects:
                return value.says
            effects = ", ".join(map(_sentence, value.effects))
            return tr("{says} Effects: {effects}.", says=value.says, effects=effects)
        case Goal():
            return tr(
                "{goal}. {says} Of {points} points: {score}",
                goal=value.title,
                says=value.says,
                points=value.points,
                score=value.score.text,
            )
        case tuple():
            return ", ".join(map(_sentence, value))
        case Mapping():
            return "; ".join(f"{id}: {_sentence(item)}" for id, item in value.items())
    if attrs.has(type(value)):
        return "; ".join(f"{label(name)} {_sentence(item)}" for name, item in _fields(value))
    return str(value)


def _plain(value: Any) -> Any:
    """Returns a record as dictionaries, lists and scalars, every key of it; formulas as text."""
    if isinstance(value, Formula):
        return value.text
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if attrs.has(type(value)):
        fields = {a.name: getattr(value, a.name) for a in attrs.fields(type(value))}
        return {name: _plain(item) for name, item in fields.items() if not isinstance(item, Mark)}
    return value
