"""What every check works from: the scenario, its formulas compiled, and where to report."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from attrs import evolve, field, frozen

from wargame.errors import FormulaError
from wargame.formula import Compiled, CompiledEffect, Symbol, condition, effect, value
from wargame.scenario.model import Mark, Scenario
from wargame.scenario.names import deal_scope, order_ids, scope
from wargame.scenario.problems import Path, Problems
from wargame.scenario.uses import CONDITION, VALUE, Use, uses
from wargame.text import nearest

_WORD = re.compile(r"\w+")

LISTED = 12
"""How many known ids a remedy lists."""


@frozen
class Survey:
    """Is a scenario under check. Formulas that do not compile are missing from the tables."""

    scenario: Scenario
    problems: Problems
    scope: Mapping[str, Symbol]
    values: dict[Path, Compiled] = field(factory=dict)
    effects: dict[Path, CompiledEffect] = field(factory=dict)

    def fault(self, path: Path, message: str, remedy: str) -> None:
        """Records a fault at a part of the scenario."""
        self.problems.fault(path, message, remedy)

    def warn(self, path: Path, message: str, remedy: str, *, code: str) -> None:
        """Records a warning at a part of the scenario."""
        self.problems.warn(path, message, remedy, code=code)

    def refer(self, path: Path, id: str, known: Collection[str], what: str) -> bool:
        """Returns whether an id is known, and records a fault if it is not."""
        if id in known:
            return True
        listed = [word for word in known if word][:LISTED]
        more = " ..." if len(known) > LISTED else ""
        remedy = f"known are {', '.join(listed)}{more}" if listed else "there are none yet"
        self.fault(path, f"unknown {what} '{id[:40]}'{nearest(id, tuple(known))}", remedy)
        return False

    def bounded(self, path: Path, number: int, low: int, high: int) -> None:
        """Records a fault unless a number lies between two others."""
        if not low <= number <= high:
            self.fault(
                path,
                f"'{path[-1]}' is {number}",
                f"write a number from {low} to {high}",
            )

    def hands(self, team: str) -> Iterator[str]:
        """Returns the ids of the orders that a team may give: its moves and its hand cards."""
        for id in order_ids(self.scenario):
            move = self.scenario.moves.get(id)
            if move is None:
                if team in self.scenario.decks[self.scenario.cards[id].deck].to:
                    yield id
            elif move.by == team:
                yield id


def survey(scenario: Scenario, problems: Problems) -> Survey:
    """Returns the survey of a scenario; formulas that do not compile are recorded as faults."""
    made = Survey(scenario, problems, scope(scenario))
    deals = deal_scope(scenario)
    broken = {id for path in problems.broken for id in path[1:]}
    for use in uses(scenario):
        if not broken.isdisjoint(_WORD.findall(use.formula.text)):
            continue
        try:
            if use.role == CONDITION:
                made.values[use.path] = condition(use.formula.text, made.scope)
            elif use.role == VALUE:
                made.values[use.path] = value(use.formula.text, made.scope)
            else:
                names = deals if use.path[0] == "deals" else made.scope
                made.effects[use.path] = effect(use.formula.text, names)
        except FormulaError as error:
            place = _place(use, error.column, scenario.texts)
            problems.fault(use.path, error.message, error.remedy, place=place)
    return made


def _place(use: Use, column: int, texts: Mapping[str, str]) -> Mark:
    """Returns where a column of a formula is in its file: its start, if it goes over lines."""
    mark = use.formula.mark
    lines = texts.get(mark.file, "").split("\n")
    line = lines[mark.line - 1] if mark.line <= len(lines) else ""
    if line.startswith(use.formula.text, mark.column - 1):
        return evolve(mark, column=mark.column + column)
    return mark
