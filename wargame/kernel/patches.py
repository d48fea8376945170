"""Patches: changes of the board that people decide, resolved from names to slots."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from wargame.errors import CapacityReached, DecisionMalformed
from wargame.formula import BOOL, LADDER, Symbol
from wargame.kernel.decisions import OPERATORS, Adjust, Patch
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.slots import PATCH_LENGTH
from wargame.language import tr
from wargame.text import nearest

LENGTH = 3
"""Slots of one change in the state: slot + 1, operator, value."""


@frozen
class Change:
    """Is one change of one slot; `operator` is 0 set, 1 raise, 2 lower."""

    slot: int
    operator: int
    value: int


def patchable(program: Program) -> tuple[str, ...]:
    """Returns the names that a ruling may change: tracks, ladders, flags, purses, `last_turn`."""
    return (*(name for name, symbol in program.names.items() if _is_board(symbol)), "last_turn")


def slot_of(program: Program, name: str) -> int:
    """Returns the slot of a patchable name."""
    if name == "last_turn":
        return program.layout["LAST_TURN"]
    return program.slot(program.names[name].writes[0])


def resolve(program: Program, patch: Patch) -> tuple[Change, ...]:
    """Returns the changes of a patch.

    Raises:
        DecisionMalformed: it names something that cannot be changed, or a value that cannot be.
    """
    return tuple(_resolve(program, adjust) for adjust in patch)


def store(program: Program, s: State, area: str, changes: tuple[Change, ...]) -> None:
    """Writes changes into an area of the state, to be applied later.

    Raises:
        CapacityReached: there are more than PATCH_LENGTH.
    """
    if len(changes) > PATCH_LENGTH:
        raise CapacityReached(
            tr("{number} changes at once", number=len(changes)),
            remedy=tr("at most {number}; rule on the rest", number=PATCH_LENGTH),
        )
    base = program.layout[area]
    for i in range(PATCH_LENGTH):
        filled = (
            [changes[i].slot + 1, changes[i].operator, changes[i].value]
            if i < len(changes)
            else [0, 0, 0]
        )
        s[base + i * LENGTH : base + (i + 1) * LENGTH] = filled


def apply(program: Program, run: Any, s: State, changes: tuple[Change, ...]) -> None:
    """Applies changes at once, within the bounds of each slot."""
    for first in range(0, len(changes), PATCH_LENGTH):
        store(program, s, "RULED", changes[first : first + PATCH_LENGTH])
        run.apply_patch(s, program.layout["RULED"])


def _is_board(symbol: Symbol) -> bool:
    return len(symbol.writes) == 1 and symbol.reads_ok


def _resolve(program: Program, adjust: Adjust) -> Change:
    names = patchable(program)
    if adjust.name not in names:
        raise DecisionMalformed(
            tr(
                "'{name}' is nothing that can be changed{guess}",
                name=adjust.name,
                guess=nearest(adjust.name, names),
            ),
            remedy=tr("name a track, a ladder, a flag or a purse"),
        )
    symbol = program.names[adjust.name]
    operator = OPERATORS.index(adjust.operator)
    value = adjust.value
    if symbol.kind == LADDER and value in symbol.steps:
        value = symbol.steps.index(str(value))
    elif symbol.kind == BOOL and value in ("true", "false"):
        value = int(value == "true")
    if isinstance(value, str):
        steps = ", ".join(symbol.steps)
        raise DecisionMalformed(
            tr(
                "'{name}' cannot be '{value}'{guess}",
                name=adjust.name,
                value=value,
                guess=nearest(value, symbol.steps),
            ),
            remedy=tr("one of: {known}", known=steps) if steps else tr("write a number"),
        )
    if symbol.kind in (LADDER, BOOL) and (operator != 0 or not symbol.low <= value <= symbol.high):
        raise DecisionMalformed(
            tr("'{change}' is no change of '{name}'", change=adjust, name=adjust.name),
            remedy=tr("set it: {steps}", steps=", ".join(symbol.steps))
            if symbol.steps
            else tr("set it: true or false"),
        )
    return Change(slot_of(program, adjust.name), operator, value)
