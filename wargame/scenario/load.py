"""Reads the files of a scenario into one checked record, or says everything that is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_type_hints

from wargame.errors import ScenarioFaulty
from wargame.language import marked, tr
from wargame.scenario.checks import check
from wargame.scenario.files import read_texts
from wargame.scenario.model import Mark, Scenario
from wargame.scenario.nodes import Entries, read_nodes
from wargame.scenario.problems import Problem, Problems
from wargame.scenario.structure import NOT_KEYS, Structurer
from wargame.scenario.translation import in_language
from wargame.text import nearest

FIELDS = {"scenario": "about"}
"""The sections that are not named like their field of Scenario."""

REQUIRED = ("scenario", "phases", "teams", "tracks")


def load_scenario(id: str, root: Path | None = None) -> Scenario:
    """Returns the scenario of that id, from the folder `root` or those that ship, as it is told.

    Raises:
        ScenarioUnknown, ScenarioFaulty: there is none, or it cannot be played.
        TranslationUnreadable: its translation into the language of this process cannot be read.
    """
    return in_language(load(read_texts(id, root), id), root)


def load(texts: Mapping[str, str], id: str) -> Scenario:
    """Returns the scenario that the texts of its files make; raises ScenarioFaulty with all faults.

    `texts` maps paths such as `rulesets/<id>/tracks.yaml` to text. Where a section is spread over
    several files, their paths in alphabetical order are its order.
    """
    scenario, problems = inspect(texts, id)
    if scenario is not None:
        return scenario
    faults = tuple(problem for problem in problems if problem.is_fault)
    raise ScenarioFaulty(
        _refusal(id, faults), faults, remedy=tr("wargame check {id} lists every fault", id=id)
    )


def _refusal(id: str, faults: Sequence[Problem]) -> str:
    more = len(faults) - 1
    if not more:
        return tr("the scenario '{id}' cannot be played: {fault}", id=id, fault=faults[0])
    sentence = marked("the scenario '{id}' cannot be played: {fault}, and {more} more")
    return tr(sentence, id=id, fault=faults[0], more=more)


def inspect(texts: Mapping[str, str], id: str) -> tuple[Scenario | None, list[Problem]]:
    """Returns the scenario, or None if it has faults, and every fault and warning."""
    problems = Problems()
    sections = _sections(texts, problems)
    whole = not problems.found
    scenario = _scenario(sections, id, texts, problems)
    if whole and scenario is not None:
        check(scenario, problems)
    return (None if problems.faults else scenario), problems.ordered()


def _sections(texts: Mapping[str, str], problems: Problems) -> dict[str, Entries]:
    """Returns every section, its parts from several files put together."""
    known = tuple(_kinds())
    found: dict[str, Entries] = {}
    for file in sorted(texts):
        root = read_nodes(file, texts[file], problems)
        if root is None:
            continue
        if not isinstance(root, Entries):
            problems.unreadable(
                root.mark, tr("the file is no mapping"), tr("start with a section's name")
            )
            continue
        for name, (key, node) in root.pairs.items():
            if name not in known:
                problems.unreadable(
                    key.mark,
                    tr(
                        "unknown section '{name}'{guess}",
                        name=name[:40],
                        guess=nearest(name, known),
                    ),
                    tr("the sections are {known}", known=", ".join(known)),
                )
            elif not isinstance(node, Entries):
                problems.unreadable(
                    node.mark,
                    tr("'{name}' is no mapping", name=name),
                    tr("write `id:` lines, further to the right"),
                )
            else:
                _merge(name, key.mark, node, found, problems)
    return found


def _merge(
    name: str, mark: Mark, node: Entries, found: dict[str, Entries], problems: Problems
) -> None:
    whole = found.setdefault(name, Entries({}, mark))
    for id, (key, below) in node.pairs.items():
        first = whole.pairs.get(id)
        if first is None:
            whole.pairs[id] = (key, below)
        else:
            problems.unreadable(
                key.mark,
                tr(
                    "'{id}' is in '{name}' already, at {place}",
                    id=id[:40],
                    name=name,
                    place=first[0].mark,
                ),
                tr("keep one"),
            )


def _scenario(
    sections: dict[str, Entries], id: str, texts: Mapping[str, str], problems: Problems
) -> Scenario | None:
    structurer = Structurer(problems)
    made: dict[str, Any] = {}
    for name, kind in _kinds().items():
        field = FIELDS.get(name, name)
        node = sections.get(name)
        if node is not None:
            problems.places[(field,)] = node.mark
            made[field] = structurer.value(kind, node, (field,))
    missing = [name for name in REQUIRED if name not in sections]
    if not problems.broken:
        for name in missing:
            problems.unreadable(
                Mark(f"rulesets/{id}"), tr("there is no section '{name}'", name=name), tr("add it")
            )
    return None if missing else Scenario(id=id, texts=dict(texts), **made)


def _kinds() -> dict[str, Any]:
    """Returns the annotation of each section's field."""
    hints = get_type_hints(Scenario)
    names = {field: name for name, field in FIELDS.items()}
    return {names.get(field, field): hints[field] for field in hints if field not in NOT_KEYS}
