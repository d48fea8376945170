"""What every check works from: the scenario, its formulas compiled, and where to report."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from attrs import evolve, field, frozen

from wargame.errors import FormulaError
from wargame.formula import Compiled, CompiledEffect, Symbol, condition, effect, value
from wargame.language import tr, trc
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
        """Returns whether an id is known, and records a fault if it is not.

        `what` says what it should be: a word that `_named` knows, or in the language that is shown.
        """
        if id in known:
            return True
        listed = [word for word in known if word][:LISTED]
        more = " ..." if len(known) > LISTED else ""
        remedy = (
            tr("known are {known}", known=", ".join(listed) + more)
            if listed
            else tr("there are none yet")
        )
        self.fault(
            path,
            tr(
                "unknown {what} '{id}'{guess}",
                what=_named(what),
                id=id[:40],
                guess=nearest(id, tuple(known)),
            ),
            remedy,
        )
        return False

    def bounded(self, path: Path, number: int, low: int, high: int) -> None:
        """Records a fault unless a number lies between two others."""
        if not low <= number <= high:
            self.fault(
                path,
                tr("'{key}' is {number}", key=path[-1], number=number),
                tr("write a number from {low} to {high}", low=low, high=high),
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


def _named(what: str) -> str:
    """Returns what people call a kind of id."""
    return {
        "agenda": trc("unknown", "agenda"),
        "decision": trc("unknown", "decision"),
        "deck": trc("unknown", "deck"),
        "end": trc("unknown", "end"),
        "gauge": trc("unknown", "gauge"),
        "kind": trc("unknown", "kind"),
        "kind of phase": trc("unknown", "kind of phase"),
        "order": trc("unknown", "order"),
        "order of that seat": trc("unknown", "order of that seat"),
        "placeholder": trc("unknown", "placeholder"),
        "preset": trc("unknown", "preset"),
        "roll": trc("unknown", "roll"),
        "seat": trc("unknown", "seat"),
        "source": trc("unknown", "source"),
        "step": trc("unknown", "step"),
        "switch": trc("unknown", "switch"),
        "table deck": trc("unknown", "table deck"),
        "team": trc("unknown", "team"),
        "thing to look at": trc("unknown", "thing to look at"),
        "time": trc("unknown", "time"),
        "track": trc("unknown", "track"),
        "upkeep phase": trc("unknown", "upkeep phase"),
        "voice": trc("unknown", "voice"),
    }.get(what, what)
