"""A checked part of a formula: the code it becomes, its type and its interval."""

from __future__ import annotations

from attrs import frozen

from wargame.formula.interval import Interval

IF, OR, AND, NOT, COMPARE, ADD, TIMES, MINUS, ATOM = range(9)
"""How tightly Python binds each kind of expression, from the loosest."""


@frozen
class Piece:
    """Is emitted code with what is known of its value; `steps` are those of its ladder."""

    code: str
    rank: int
    kind: str
    interval: Interval
    names: frozenset[str] = frozenset()
    steps: tuple[str, ...] = ()

    def within(self, rank: int) -> str:
        """Returns the code as it stands inside an expression that binds like `rank`."""
        return self.code if self.rank >= rank else f"({self.code})"


def names_of(parts: list[Piece]) -> frozenset[str]:
    """Returns every name that any of the parts reads."""
    return frozenset().union(*(part.names for part in parts))


def extreme(parts: list[Piece], sign: str) -> str:
    """Returns code for the least (`<=`) or greatest (`>=`) of several numbers.

    The portable subset calls nothing, so this is a chain of conditional expressions.
    """
    first, *rest = parts
    if not rest:
        return first.within(OR)
    tests = [f"{first.within(ADD)} {sign} {other.within(ADD)}" for other in rest]
    return f"{first.within(OR)} if {' and '.join(tests)} else {extreme(rest, sign)}"
