"""Checks a formula's tree against its scope and turns it into code of the portable subset.

Types, intervals and code are worked out together, from the leaves up: what a node may be depends on
the types of its parts, and whether it is safe on their intervals.
"""

from __future__ import annotations

import ast

from attrs import frozen

from wargame.errors import FormulaError
from wargame.formula import piece as rank
from wargame.formula.interval import Interval, highest, lowest, verdict
from wargame.formula.parse import dotted
from wargame.formula.piece import Piece, extreme, names_of
from wargame.formula.symbol import BOOL, INT, LADDER, Scope, Symbol
from wargame.language import marked, tr
from wargame.text import nearest

LIMIT = 2**62
"""Native integers have 64 bits: no intermediate may leave -LIMIT..LIMIT."""

CODE_LIMIT = 4000
"""Characters of emitted code; nested min, max and abs repeat their arguments."""

_NAMED = {INT: marked("a number"), BOOL: marked("a condition"), LADDER: marked("a ladder")}
_COMPARISONS = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}


@frozen
class Translator:
    """Turns trees into pieces, with the names of one scope."""

    scope: Scope

    def wanted(self, node: ast.expr, kind: str, steps: tuple[str, ...] = ()) -> Piece:
        """Returns the piece of a node that must be of one kind; `steps` name a ladder's."""
        found = self.piece(node, steps)
        if found.kind == kind and found.steps == steps:
            return found
        what = ast.unparse(node)
        named = tr("another ladder") if found.kind == kind else tr(_NAMED[found.kind])
        raise FormulaError(
            tr(
                "'{what}' is {named}, {wanted} is wanted",
                what=what,
                named=named,
                wanted=tr(_NAMED[kind]),
            ),
            remedy=_remedy(found, kind, what, steps),
            column=node.col_offset,
        )

    def piece(self, node: ast.expr, steps: tuple[str, ...] = ()) -> Piece:
        """Returns the piece of any node; where a ladder is wanted, `steps` are its steps."""
        made = self._piece(node, steps)
        if not made.interval.fits(LIMIT):
            raise FormulaError(
                tr("'{text}' can grow too large", text=ast.unparse(node)),
                remedy=tr("multiply smaller numbers"),
                column=node.col_offset,
            )
        if len(made.code) > CODE_LIMIT:
            raise FormulaError(
                tr("the formula is too involved"),
                remedy=tr("put fewer min, max and abs into one another"),
                column=node.col_offset,
            )
        return made

    def _piece(self, node: ast.expr, steps: tuple[str, ...]) -> Piece:
        match node:
            case ast.Constant(value=int(number)):
                return Piece(str(number), rank.ATOM, INT, Interval(number, number))
            case ast.Name() | ast.Attribute():
                return self._name(node, steps)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                part = self.wanted(operand, BOOL)
                turned = Interval(1 - part.interval.high, 1 - part.interval.low)
                return Piece(f"not {part.within(rank.NOT)}", rank.NOT, BOOL, turned, part.names)
            case ast.UnaryOp(operand=operand):
                part = self.wanted(operand, INT)
                code = f"-{part.within(rank.MINUS)}"
                return Piece(code, rank.MINUS, INT, -part.interval, part.names)
            case ast.BinOp():
                return self._arithmetic(node)
            case ast.BoolOp(op=op, values=values):
                parts = [self.wanted(value, BOOL) for value in values]
                both = isinstance(op, ast.And)
                place = rank.AND if both else rank.OR
                code = (" and " if both else " or ").join(part.within(place + 1) for part in parts)
                intervals = [part.interval for part in parts]
                interval = lowest(intervals) if both else highest(intervals)
                return Piece(code, place, BOOL, interval, names_of(parts))
            case ast.Compare():
                return self._comparison(node)
            case ast.IfExp():
                return self._choice(node, steps)
            case ast.Call(func=ast.Name(id=name), args=args):
                return self._call(node, name, args)
        raise AssertionError(f"{type(node).__name__} passed the whitelist")

    def symbol(self, name: str, column: int) -> Symbol:
        """Returns what a name stands for."""
        found = self.scope.get(name)
        if found is not None:
            return found
        ladders = [s.name for s in self.scope.values() if s.kind == LADDER and name in s.steps]
        if ladders:
            sentence = marked("it is a step: compare it with its ladder, or write {step}")
            remedy = tr(sentence, step=f"{ladders[0]}.{name}")
        else:
            remedy = tr("see docs/language.md, Formulas, for what can be named")
        guess = "" if ladders else nearest(name, tuple(self.scope))
        raise FormulaError(
            tr("unknown name '{name}'{guess}", name=name, guess=guess), remedy=remedy, column=column
        )

    def _name(self, node: ast.expr, steps: tuple[str, ...]) -> Piece:
        name = dotted(node)
        if name in steps:
            place = steps.index(name)
            return Piece(str(place), rank.ATOM, LADDER, Interval(place, place), steps=steps)
        if name in ("true", "false"):
            truth = int(name == "true")
            return Piece(str(truth), rank.ATOM, BOOL, Interval(truth, truth))
        if steps and name not in self.scope:
            raise FormulaError(
                tr("unknown step '{name}'{guess}", name=name, guess=nearest(name, steps)),
                remedy=tr("the steps are {steps}", steps=", ".join(steps)),
                column=node.col_offset,
            )
        symbol = self.symbol(name, node.col_offset)
        if not symbol.reads_ok:
            raise FormulaError(
                tr("'{name}' cannot be read", name=name),
                remedy=tr("use it as {name} += 1", name=name),
                column=node.col_offset,
            )
        interval = Interval(symbol.low, symbol.high)
        names = frozenset((name,))
        return Piece(symbol.read, rank.ATOM, symbol.kind, interval, names, symbol.steps)

    def _arithmetic(self, node: ast.BinOp) -> Piece:
        left, right = self.wanted(node.left, INT), self.wanted(node.right, INT)
        place = rank.ADD if isinstance(node.op, ast.Add | ast.Sub) else rank.TIMES
        match node.op:
            case ast.Add():
                sign, interval = "+", left.interval + right.interval
            case ast.Sub():
                sign, interval = "-", left.interval - right.interval
            case ast.Mult():
                sign, interval = "*", left.interval * right.interval
            case ast.FloorDiv():
                _divisible(node, left, right)
                sign, interval = "//", left.interval // right.interval
            case _:
                _divisible(node, left, right)
                sign, interval = "%", left.interval % right.interval
        code = f"{left.within(place)} {sign} {right.within(place + 1)}"
        return Piece(code, place, INT, interval, left.names | right.names)

    def _comparison(self, node: ast.Compare) -> Piece:
        terms = [node.left, *node.comparators]
        pairs: list[Piece] = []
        for left, op, right in zip(terms, node.ops, terms[1:], strict=False):
            steps = self._steps(left) or self._steps(right)
            kind = LADDER if steps else INT
            a, b = self.wanted(left, kind, steps), self.wanted(right, kind, steps)
            sign = _COMPARISONS[type(op)]
            code = f"{a.within(rank.ADD)} {sign} {b.within(rank.ADD)}"
            interval = verdict(op, a.interval, b.interval)
            pairs.append(Piece(code, rank.COMPARE, BOOL, interval, a.names | b.names))
        if len(pairs) == 1:
            return pairs[0]
        code = " and ".join(pair.code for pair in pairs)
        return Piece(code, rank.AND, BOOL, lowest([p.interval for p in pairs]), names_of(pairs))

    def _steps(self, node: ast.expr) -> tuple[str, ...]:
        """Returns the steps of the ladder that a node shows itself to be, or none."""
        match node:
            case ast.Name() | ast.Attribute():
                symbol = self.scope.get(dotted(node))
                return symbol.steps if symbol is not None else ()
            case ast.IfExp(body=body, orelse=orelse):
                return self._steps(body) or self._steps(orelse)
        return ()

    def _choice(self, node: ast.IfExp, steps: tuple[str, ...]) -> Piece:
        test = self.wanted(node.test, BOOL)
        steps = steps or self._steps(node)
        body = self.piece(node.body, steps)
        other = self.wanted(node.orelse, body.kind, body.steps)
        code = f"{body.within(rank.OR)} if {test.within(rank.OR)} else {other.within(rank.IF)}"
        interval = body.interval | other.interval
        names = names_of([test, body, other])
        if test.interval.low == test.interval.high:
            interval = (body if test.interval.low else other).interval
        return Piece(code, rank.IF, body.kind, interval, names, body.steps)

    def _call(self, node: ast.expr, name: str, args: list[ast.expr]) -> Piece:
        least = 2 if name in ("min", "max") else 1
        if len(args) < least or (name == "abs" and len(args) > 1):
            raise FormulaError(
                tr("{name} cannot take {number} values", name=name, number=len(args)),
                remedy=tr("write min(a, b), max(a, b), abs(a) or count(condition, ...)"),
                column=node.col_offset,
            )
        parts = [self.wanted(arg, BOOL if name == "count" else INT) for arg in args]
        intervals = [part.interval for part in parts]
        names = names_of(parts)
        if name == "min":
            return Piece(extreme(parts, "<="), rank.IF, INT, lowest(intervals), names)
        if name == "max":
            return Piece(extreme(parts, ">="), rank.IF, INT, highest(intervals), names)
        if name == "abs":
            return _absolute(parts[0])
        terms = [f"(1 if {part.within(rank.OR)} else 0)" for part in parts]
        total = sum(intervals[1:], start=intervals[0])
        return Piece(" + ".join(terms), rank.ADD, INT, total, names)


def _absolute(part: Piece) -> Piece:
    if part.interval.low >= 0:
        return part
    test = f"{part.within(rank.ADD)} >= 0"
    code = f"{part.within(rank.OR)} if {test} else -{part.within(rank.MINUS)}"
    widest = highest([part.interval, -part.interval])
    interval = Interval(max(0, widest.low), widest.high)
    return Piece(code, rank.IF, INT, interval, part.names)


def _divisible(node: ast.BinOp, left: Piece, right: Piece) -> None:
    """Raises a FormulaError unless quotient and remainder are the same rounded down or cut off."""
    if not isinstance(node.right, ast.Constant) or right.interval.low < 1:
        raise FormulaError(
            tr("'{text}' cannot divide", text=ast.unparse(node.right)),
            remedy=tr("divide by a positive number written out"),
            column=node.right.col_offset,
        )
    if left.interval.low < 0:
        what = ast.unparse(node.left)
        raise FormulaError(
            tr("'{what}' can be negative and is divided", what=what),
            remedy=tr("wrap it in max(0, {what})", what=what),
            column=node.left.col_offset,
        )


def _remedy(found: Piece, kind: str, what: str, steps: tuple[str, ...]) -> str:
    if kind == BOOL and found.kind == LADDER:
        return tr("compare it: {formula}", formula=f"{what} == {found.steps[0]}")
    if kind == BOOL:
        return tr("compare it: {formula}", formula=f"{what} > 0")
    if kind == INT and found.kind == LADDER:
        return tr("a ladder is only compared with or set to its own steps")
    if kind == INT:
        return tr("write count({what}), or leave the comparison out", what=what)
    return tr("use one of its steps: {steps}", steps=", ".join(steps))
