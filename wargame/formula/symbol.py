"""What a name in a formula stands for: its type, its bounds and the code that reads it."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

INT = "int"
BOOL = "bool"
LADDER = "ladder"


@frozen
class Symbol:
    """Is one name that formulas may use.

    `read` is an atomic Python expression (a subscript, a number or something in parentheses);
    `writes` are the slots that an effect stores to, none for what is only read. Both are made by
    the program from checked ids: they are the only text that reaches emitted code. Bounds are 0..1
    for a condition and 0..steps-1 for a ladder. What cannot be read can only be added to.
    """

    name: str
    kind: str
    read: str
    writes: tuple[str, ...] = ()
    low: int = 0
    high: int = 1
    steps: tuple[str, ...] = ()
    reads_ok: bool = True


Scope = Mapping[str, Symbol]
