"""Variants: the same rules with one number changed, as cheaply as possible.

Building a program for each of a thousand numbers would take an hour. So one *loosened* program is
built in which every number of a formula is a track that starts at it: another number is then
another state to begin from. What must be constant (what costs, a formula that divides or would
become too long) gets a program of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

import attrs
from attrs import define, frozen

from wargame.analysis.ahead import play_on
from wargame.analysis.numbers import Number, Path, numbers_of, rewritten
from wargame.errors import FormulaError
from wargame.formula.parse import LENGTH_LIMIT
from wargame.kernel.program import Program, build
from wargame.kernel.setup import Setup, State, empty_state
from wargame.language import tr
from wargame.scenario.checks import check
from wargame.scenario.model import Scenario, Track
from wargame.scenario.problems import Problems

MOST = 250
"""Games that a program of its own plays at most: it is played in CPython, and soon thrown away."""

DIVIDES = re.compile("//|%")
"""Of what divides and is divided the language wants to know the bounds."""


@frozen
class Loosened:
    """Is a scenario whose formulas take their numbers from tracks: `tracks` says from which."""

    scenario: Scenario
    tracks: dict[Number, str]

    def start_of(self, number: Number) -> Path:
        """Returns the path of the track's start that a number is; () if it is none."""
        if number in self.tracks:
            return ("tracks", self.tracks[number], "start")
        return number.path if number.path[0] == "tracks" and number.at < 0 else ()


def loosened(scenario: Scenario) -> Loosened:
    """Returns a scenario that plays just as this one, as long as its new tracks stay put."""
    prefix = "n"
    while any(id.startswith(prefix) and id[len(prefix) :].isdigit() for id in scenario.tracks):
        prefix += "n"
    by_formula: dict[Path, list[Number]] = {}
    for number in numbers_of(scenario):
        if number.at >= 0 and not DIVIDES.search(number.text):
            by_formula.setdefault(number.path, []).append(number)
    tracks: dict[Number, str] = {}
    texts: dict[Path, str] = {}
    for path, numbers in by_formula.items():
        names = [f"{prefix}{len(tracks) + i}" for i in range(len(numbers))]
        text = numbers[0].text
        for number, name in zip(reversed(numbers), reversed(names), strict=True):
            end = number.at + len(str(number.value))
            text = text[: number.at] + name + text[end:]
        if len(text) <= LENGTH_LIMIT:
            tracks |= zip(numbers, names, strict=True)
            texts[path] = text
    new = {
        name: Track(title=name, low=number.value - 1, high=number.value + 1, start=number.value)
        for number, name in tracks.items()
    }
    changed = rewritten(scenario, texts)
    return Loosened(attrs.evolve(changed, tracks={**changed.tracks, **new}), tracks)


@define
class Variants:
    """Plays a scenario with one number changed, by its program's own playout and doctrines."""

    scenario: Scenario
    setup: Setup
    seeds: Sequence[int]

    @cached_property
    def loose(self) -> Loosened:
        """The scenario with its numbers in tracks."""
        return loosened(self.scenario)

    @cached_property
    def program(self) -> Program:
        """The program of the loosened scenario."""
        return build(self.loose.scenario)

    def as_written(self) -> list[int]:
        """Returns the number of each game's ending, with the rules as they are."""
        return self._endings(self.program, empty_state(self.program, self.setup))

    def with_number(self, number: Number, value: int) -> list[int]:
        """Returns the number of each game's ending, with another number in one place.

        Of the first `MOST` games where the number needs a program of its own.

        Raises:
            FormulaError: the rules cannot have that number there.
        """
        start = self.loose.start_of(number)
        if start:
            if start == number.path and not self._fits(number, value):
                raise FormulaError(tr("{number} is outside the track's bounds", number=value))
            other = rewritten(self.loose.scenario, {start: value})
            # the same code with another start: only the first state differs
            first = empty_state(attrs.evolve(self.program, scenario=other), self.setup)
            return self._endings(self.program, first)
        program = build(changed(self.scenario, number, value))
        first = empty_state(program, self.setup)
        finals = play_on(program, first, self.seeds[:MOST], native=False)
        return [final.ending for final in finals]

    def _fits(self, number: Number, value: int) -> bool:
        track = self.scenario.tracks[number.path[1]]
        return track.low <= value <= track.high

    def _endings(self, program: Program, first: State) -> list[int]:
        return [final.ending for final in play_on(program, first, self.seeds)]


def changed(scenario: Scenario, number: Number, value: int) -> Scenario:
    """Returns a scenario with another number in one place.

    Raises:
        FormulaError: the rules cannot have that number there.
    """
    new: int | str = value
    if number.at >= 0:
        end = number.at + len(str(number.value))
        new = f"{number.text[: number.at]}{value}{number.text[end:]}"
    made: Scenario = rewritten(scenario, {number.path: new})
    problems = Problems()
    check(made, problems)
    if problems.faults:
        raise FormulaError(problems.faults[0].message)
    return made
