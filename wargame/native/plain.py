"""What of a program's text can be translated without jumps, and so without mispredicted ones.

Nothing here changes what a program means: an expression that neither fails nor changes anything may
be evaluated although its value is not needed, and a tree of comparisons is a table of cases.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

Instructions = Mapping[str, tuple[str, ...]]

INSTRUCTIONS = {
    "ones": ("call i64 @llvm.ctpop.i64(i64 {0})",),
    "lowest": ("call i64 @llvm.cttz.i64(i64 {0}, i1 true)",),
}
"""The functions of `portable/bits.py` that any processor has instructions for: each may use the
arguments and the results before it. An empty set has no `lowest`."""

DEPOSIT = {
    "nth": (
        "shl i64 1, {1}",
        "call i64 @llvm.x86.bmi.pdep.64(i64 {2}, i64 {0})",
        "call i64 @llvm.cttz.i64(i64 {3}, i1 true)",
    ),
}
"""Those that a processor with BMI2 has instructions for."""


def instructions(features: Mapping[str, bool]) -> Instructions:
    """Returns how a processor with such features, named as LLVM does, is told to do what."""
    return INSTRUCTIONS | (DEPOSIT if features.get("bmi2") else {})


FEWEST = 4
"""From how many cases on a jump table beats comparisons."""


def values(tree: ast.Module) -> tuple[dict[str, int], dict[str, tuple[int, ...]]]:
    """Returns the constants and the tables of a program."""
    constants: dict[str, int] = {}
    tables: dict[str, tuple[int, ...]] = {}
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Tuple() as value):
                tables[name] = ast.literal_eval(value)
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                constants[name] = ast.literal_eval(value)
    return constants, tables


def is_plain(node: ast.expr, constants: Mapping[str, int]) -> bool:
    """Returns whether an expression may be evaluated anywhere: it neither fails nor calls."""
    for inner in ast.walk(node):
        match inner:
            case ast.Call() | ast.FloorDiv() | ast.Mod():
                return False
            case ast.Subscript(slice=index) if constant(index, constants) is None:
                return False
    return True


def constant(node: ast.expr, constants: Mapping[str, int]) -> int | None:
    """Returns the number that an expression always is, if it is the plainest kind of one."""
    match node:
        case ast.Constant(value=int() as value):
            return value
        case ast.Name(id=name):
            return constants.get(name)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            number = constant(operand, constants)
            return None if number is None else -number
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() as op, right=right):
            a, b = constant(left, constants), constant(right, constants)
            if a is not None and b is not None:
                return a + b if isinstance(op, ast.Add) else a - b
    return None


def is_truth(node: ast.expr) -> bool:
    """Returns whether an expression is 0 or 1 by its form, whatever its parts are."""
    match node:
        case ast.Compare() | ast.UnaryOp(op=ast.Not()) | ast.Constant(value=0 | 1):
            return True
        case ast.BoolOp(values=parts):
            return all(is_truth(part) for part in parts)
        case ast.IfExp(body=body, orelse=other):
            return is_truth(body) and is_truth(other)
    return False


def cases(
    node: ast.FunctionDef, fewest: int = FEWEST
) -> tuple[str, list[tuple[int, ast.expr]]] | None:
    """Returns the argument by which a dispatcher chooses, and its cases, or None if it is none.

    It is none either if it has fewer. A case is the number from which on it is chosen, and what is
    returned; the first one is chosen for all numbers below the second's.
    """
    match node.body:
        case [ast.If(test=ast.Compare(left=ast.Name(id=key))), *_]:
            found = list(_cases(node.body, key, 0))
            if len(found) >= fewest and all(found):
                return key, [case for case in found if case]
    return None


def _cases(body: list[ast.stmt], key: str, first: int) -> Iterator[tuple[int, ast.expr] | None]:
    match body:
        case [ast.Return(value=ast.expr() as value)]:
            yield first, value
        case [
            ast.If(
                test=ast.Compare(
                    left=ast.Name(id=name), ops=[ast.Lt()], comparators=[ast.Constant(value=limit)]
                ),
                body=below,
                orelse=[],
            ),
            *rest,
        ] if name == key and isinstance(limit, int):
            yield from _cases(below, key, first)
            yield from _cases(rest, key, limit)
        case _:
            yield None
