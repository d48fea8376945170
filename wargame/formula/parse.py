"""Reads a formula's text into a syntax tree that holds nothing but what is allowed.

The text is a hostile string until it has passed here: one line of a few ASCII characters, then
Python's own parser, then a whitelist of nodes. What the nodes mean is not known here.
"""

from __future__ import annotations

import ast
import re

from wargame.errors import FormulaError
from wargame.formula.syntax import tree_of
from wargame.language import tr

LENGTH_LIMIT = 300
DEPTH_LIMIT = 32
NUMBER_LIMIT = 2**31

FUNCTIONS = ("min", "max", "abs", "count")

_STRANGE = re.compile(r"[^a-z0-9_ .,()+\-*/%<>=!]")
_NUMBER = re.compile(r"(?<![a-z0-9_.])[0-9]+(?=[a-z_.])|\.[0-9]")
_SINGLE = re.compile(r"(?<![=!<>])=(?!=)")
_EFFECT = re.compile(r"\s*([^\s=!<>+\-*/%]+)\s*([+\-*/%]*=)(?!=)")

_SIGNS = {"&": "and", "|": "or", "~": "not", ":": "a if condition else b"}


def parse(text: str) -> ast.expr:
    """Returns the tree of an expression.

    Columns in it, and in a FormulaError, count from 0 in `text`.
    """
    _screen(text)
    body = text.lstrip()
    shift = len(text) - len(body)
    single = _SINGLE.search(text)
    if single:
        raise FormulaError(
            tr("'=' does not compare"), remedy=tr("write == to compare"), column=single.start()
        )
    try:
        tree = tree_of(body, "eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        # The parser counts from 1, and says 0 where the text ends too early.
        offset = getattr(error, "offset", 0) or len(body) + 1
        raise FormulaError(
            tr("'{text}' cannot be read from column {column} on", text=text, column=shift + offset),
            remedy=tr("see docs/language.md, Formulas"),
            column=min(shift + offset - 1, len(text)),
        ) from None
    for node in ast.walk(tree):
        if isinstance(node, ast.expr):
            node.col_offset += shift
    _vet(tree, DEPTH_LIMIT)
    return tree


def split(text: str) -> tuple[str, str, str]:
    """Returns an effect's target, its sign (`=`, `+=` or `-=`) and its value.

    The value is blank where the target and the sign stand, so that columns stay true.
    """
    _screen(text)
    found = _EFFECT.match(text)
    if found is None:
        raise FormulaError(
            tr("'{text}' is no effect", text=text),
            remedy=tr("write name += number, name -= number or name = value"),
        )
    target, sign = found.groups()
    if sign not in ("=", "+=", "-="):
        raise FormulaError(
            tr("'{sign}' is no way to change '{target}'", sign=sign, target=target),
            remedy=tr("write +=, -= or ="),
            column=found.start(2),
        )
    return target, sign, " " * found.end() + text[found.end() :]


def dotted(node: ast.expr) -> str:
    """Returns the name that a node is, `a` or `a.b`, or nothing if it is something else."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id=owner), attr=name):
            return f"{owner}.{name}"
    return ""


def _screen(text: str) -> None:
    if len(text) > LENGTH_LIMIT:
        raise FormulaError(
            tr(
                "the formula has {length} characters, {most} are allowed",
                length=len(text),
                most=LENGTH_LIMIT,
            ),
            remedy=tr("split it into several rules or modifiers"),
            column=LENGTH_LIMIT,
        )
    if not text.strip():
        raise FormulaError(
            tr("the formula is empty"), remedy=tr("write `true`, or leave the key out")
        )
    capital = re.search(r"\b(True|False)\b", text)
    if capital:
        word = capital.group()
        raise FormulaError(
            tr("'{word}' is not known", word=word),
            remedy=tr("write {word}", word=word.lower()),
            column=capital.start(),
        )
    strange = _STRANGE.search(text)
    if strange:
        sign = strange.group()
        word = _SIGNS.get(sign, "")
        raise FormulaError(
            tr("{sign} cannot stand in a formula", sign=ascii(sign)),
            remedy=tr("write {word}", word=word) if word else tr("see docs/language.md, Formulas"),
            column=strange.start(),
        )
    number = _NUMBER.search(text)
    if number:
        raise FormulaError(
            tr("a number is written with digits only"),
            remedy=tr("use whole numbers such as 0 or 12"),
            column=number.start(),
        )


def _vet(node: ast.expr, depth: int) -> None:
    """Raises a FormulaError unless the node and all below it are on the whitelist."""
    if depth == 0:
        raise _refused(node, tr("the formula is nested too deeply"), tr("split it"))
    for child in _children(node):
        _vet(child, depth - 1)


def _children(node: ast.expr) -> list[ast.expr]:
    match node:
        case ast.Constant(value=value):
            if type(value) is not int:
                raise _refused(
                    node,
                    tr("{value} cannot stand in a formula", value=repr(value)),
                    tr("use whole numbers"),
                )
            if value >= NUMBER_LIMIT:
                raise _refused(
                    node, tr("the number is too large"), tr("stay below {most}", most=NUMBER_LIMIT)
                )
            return []
        case ast.Name():
            return []
        case ast.Attribute():
            if not dotted(node):
                raise _refused(node, tr("a name has at most one dot"), tr("write owner.name"))
            return []
        case ast.BinOp(left=left, op=op, right=right):
            if isinstance(op, ast.Div):
                raise _refused(right, tr("'/' gives fractions"), tr("write // for whole numbers"))
            if not isinstance(op, ast.Add | ast.Sub | ast.Mult | ast.FloorDiv | ast.Mod):
                raise _refused(right, tr("this operator is not known"), tr("use + - * // %"))
            return [left, right]
        case ast.UnaryOp(op=ast.USub() | ast.Not(), operand=operand):
            return [operand]
        case ast.BoolOp(values=values):
            return values
        case ast.Compare(left=left, ops=ops, comparators=others):
            if any(isinstance(op, ast.Is | ast.IsNot | ast.In | ast.NotIn) for op in ops):
                raise _refused(node, tr("this comparison is not known"), tr("use == != < <= > >="))
            return [left, *others]
        case ast.IfExp(test=test, body=body, orelse=orelse):
            return [test, body, orelse]
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in FUNCTIONS:
            return args
        case ast.Call():
            raise _refused(
                node,
                tr("this cannot be called"),
                tr("use {functions}", functions=", ".join(FUNCTIONS)),
            )
    raise _refused(node, tr("this cannot stand in a formula"), tr("see docs/language.md, Formulas"))


def _refused(node: ast.expr, message: str, remedy: str) -> FormulaError:
    return FormulaError(message, remedy=remedy, column=node.col_offset)
