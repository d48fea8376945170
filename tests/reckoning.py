"""Evaluates formulas by walking their trees, from docs/language.md and from nothing generated."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from functools import cache

Look = Callable[[str], int]
"""Gives the number behind a name: a track, a count, 0 or 1 for a condition, a ladder's step."""

Ladders = dict[str, tuple[str, ...]]

COMPARE: dict[type, Callable[[int, int], bool]] = {
    ast.Eq: lambda a, b: a == b,
    ast.NotEq: lambda a, b: a != b,
    ast.Lt: lambda a, b: a < b,
    ast.LtE: lambda a, b: a <= b,
    ast.Gt: lambda a, b: a > b,
    ast.GtE: lambda a, b: a >= b,
}
CALL: dict[str, Callable[[list[int]], int]] = {
    "min": min,
    "max": max,
    "abs": lambda values: abs(values[0]),
    "count": sum,
}


@cache
def tree_of(text: str) -> ast.expr:
    return ast.parse(text.strip(), mode="eval").body


@cache
def effect_of(text: str) -> tuple[str, str, str]:
    """Returns the name, the operator and the value of an effect."""
    match = re.fullmatch(r"\s*([a-z0-9_.]+)\s*(\+=|-=|=)\s*(.+)", text, re.DOTALL)
    assert match, text
    return match[1], match[2], match[3]


def reckon(text: str, look: Look, ladders: Ladders, target: str = "") -> int:
    """Returns the value of a formula; where it is set to a ladder, `target` names that."""
    return _value(tree_of(text), look, ladders, ladders.get(target, ()))


def _value(node: ast.expr, look: Look, ladders: Ladders, steps: tuple[str, ...]) -> int:
    match node:
        case ast.Constant(value=number):
            return int(number)
        case ast.Name(id=name):
            if name in steps:
                return steps.index(name)
            return int(name == "true") if name in ("true", "false") else look(name)
        case ast.Attribute(value=ast.Name(id=owner), attr=name):
            return look(f"{owner}.{name}")
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return int(not _value(operand, look, ladders, ()))
        case ast.UnaryOp(operand=operand):
            return -_value(operand, look, ladders, ())
        case ast.BoolOp(op=ast.And(), values=values):
            return int(all(_value(value, look, ladders, ()) for value in values))
        case ast.BoolOp(values=values):
            return int(any(_value(value, look, ladders, ()) for value in values))
        case ast.IfExp(test=test, body=body, orelse=other):
            chosen = body if _value(test, look, ladders, ()) else other
            return _value(chosen, look, ladders, steps or _steps(node, ladders))
        case ast.Compare(left=left, ops=ops, comparators=others):
            return int(_holds(left, ops, others, look, ladders))
        case ast.Call(func=ast.Name(id=name), args=args):
            return CALL[name]([_value(arg, look, ladders, ()) for arg in args])
        case ast.BinOp(left=left, op=op, right=right):
            a, b = _value(left, look, ladders, ()), _value(right, look, ladders, ())
            match op:
                case ast.Add():
                    return a + b
                case ast.Sub():
                    return a - b
                case ast.Mult():
                    return a * b
                case ast.FloorDiv():
                    return a // b
                case ast.Mod():
                    return a % b
    raise AssertionError(ast.dump(node))


def _holds(
    left: ast.expr, ops: list[ast.cmpop], others: list[ast.expr], look: Look, ladders: Ladders
) -> bool:
    terms = [left, *others]
    for a, op, b in zip(terms, ops, others, strict=False):
        steps = _steps(a, ladders) or _steps(b, ladders)
        first, second = (_value(term, look, ladders, steps) for term in (a, b))
        if not COMPARE[type(op)](first, second):
            return False
    return True


def _steps(node: ast.expr, ladders: Ladders) -> tuple[str, ...]:
    """Returns the steps of the ladder that is named in a node."""
    match node:
        case ast.Name(id=name):
            return ladders.get(name, ())
        case ast.IfExp(body=body, orelse=other):
            return _steps(body, ladders) or _steps(other, ladders)
    return ()
