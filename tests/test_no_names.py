"""The engine knows no scenario: what is played stands in YAML, never in Python.

A word gives a scenario away when it is a team, when it is an id that no programmer would choose
by chance (several words joined, or with a digit), an acronym of the glossary, or a long title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from wargame.scenario.files import scenario_ids
from wargame.scenario.load import load_scenario
from wargame.scenario.model import Scenario

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "wargame").rglob("*.py"))
COLLECTIONS = (
    *("tracks", "ladders", "flags", "moves", "decks", "cards", "agendas", "goals"),
    *("rules", "clashes", "terms", "endings", "switches"),
)
ACRONYM = re.compile(r"[A-Z][A-Z0-9]*-?[A-Z0-9]+")
PLAIN_WORDS = {"USB", "JSON", "YAML", "ID"}
LONG = 14
"""Letters from which a title of two or more words is no accident."""


def is_distinctive(name: str) -> bool:
    return (len(name) > 4 and "_" in name) or any(map(str.isdigit, name))


def telltale_words(scenario: Scenario) -> Iterator[str]:
    """Yields what may not stand in the engine as a word, whatever its case."""
    yield from filter(is_distinctive, [scenario.id])
    yield from scenario.teams
    yield from (team.title for team in scenario.teams.values())
    for collection in COLLECTIONS:
        yield from filter(is_distinctive, getattr(scenario, collection))
    for ladder in scenario.ladders.values():
        yield from filter(is_distinctive, ladder.steps)
    for entry in scenario.glossary.values():
        if ACRONYM.fullmatch(entry.title) and entry.title not in PLAIN_WORDS:
            yield entry.title


def telltale_titles(scenario: Scenario) -> Iterator[str]:
    """Yields what may not stand in the engine as a phrase, as it is written."""
    yield scenario.about.title
    for collection in COLLECTIONS:
        for record in getattr(scenario, collection).values():
            if " " in record.title and len(record.title) >= LONG:
                yield record.title


def found_in(text: str, scenario: Scenario) -> list[str]:
    """Returns the telltale words, in small letters, and the telltale titles of a text."""
    words = set(re.findall(r"[a-z0-9_]+(?:-[a-z0-9]+)*", text.lower()))
    loose = set(re.findall(r"[a-z0-9]+", text.lower()))
    telltale = {name.lower() for name in telltale_words(scenario)}
    titles = {title for title in telltale_titles(scenario) if title in text}
    return sorted(telltale & (words | loose) | titles)


@pytest.fixture(scope="module", params=sorted(scenario_ids()))
def scenario(request: pytest.FixtureRequest) -> Scenario:
    return load_scenario(request.param)


def test_no_module_names_anything_of_a_scenario(scenario: Scenario) -> None:
    hits = {
        str(source.relative_to(ROOT)): found
        for source in SOURCES
        if (found := found_in(source.read_text(encoding="utf-8"), scenario))
    }
    assert hits == {}


def test_a_name_would_be_found(scenario: Scenario) -> None:
    team = next(iter(scenario.teams))
    move = next(filter(is_distinctive, scenario.moves))
    assert found_in(f"if seat == '{team}':", scenario) == [team]
    assert found_in(f"# as after {move}", scenario) == [move]
