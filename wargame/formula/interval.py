"""Interval arithmetic: what a number can be at most and at least, whatever the state."""

from __future__ import annotations

import ast

from attrs import frozen


@frozen
class Interval:
    """Is every whole number from `low` to `high`; a condition is one from 0 to 1."""

    low: int
    high: int

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        corners = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(corners), max(corners))

    def __floordiv__(self, other: Interval) -> Interval:
        """Returns the quotient of a number from 0 on by a positive constant."""
        return Interval(self.low // other.low, self.high // other.low)

    def __mod__(self, other: Interval) -> Interval:
        """Returns the remainder of a number from 0 on by a positive constant."""
        if self.high < other.low:
            return self
        return Interval(0, other.low - 1)

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low)

    def __or__(self, other: Interval) -> Interval:
        """Returns the smallest interval that holds both."""
        return Interval(min(self.low, other.low), max(self.high, other.high))

    def fits(self, limit: int) -> bool:
        return -limit <= self.low and self.high <= limit


def lowest(parts: list[Interval]) -> Interval:
    """Returns the interval of the least of several numbers (of conditions: all of them hold)."""
    return Interval(min(part.low for part in parts), min(part.high for part in parts))


def highest(parts: list[Interval]) -> Interval:
    """Returns the interval of the greatest of several numbers (of conditions: one holds)."""
    return Interval(max(part.low for part in parts), max(part.high for part in parts))


def verdict(op: ast.cmpop, left: Interval, right: Interval) -> Interval:
    """Returns whether a comparison can hold (`high`) and whether it always does (`low`)."""
    match op:
        case ast.Lt():
            return Interval(int(left.high < right.low), int(left.low < right.high))
        case ast.LtE():
            return Interval(int(left.high <= right.low), int(left.low <= right.high))
        case ast.Gt():
            return verdict(ast.Lt(), right, left)
        case ast.GtE():
            return verdict(ast.LtE(), right, left)
        case ast.Eq():
            apart = left.high < right.low or right.high < left.low
            alone = left.low == left.high == right.low == right.high
            return Interval(int(alone), int(not apart))
        case _:
            same = verdict(ast.Eq(), left, right)
            return Interval(1 - same.high, 1 - same.low)
