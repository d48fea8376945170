"""The portable subset of Python: all that a program may consist of, checked before it is run.

A module is assignments of ints and of tuples of ints, then functions. A function takes ints and
lists of ints and returns an int. In it stand:

- assignments to a name or to `s[i]`; calls of other functions of the program; `return`;
- `if`, `while` and `pass`;
- ints, names, `s[i]`, calls, `+ - * // %`, `& | ^ << >>`, `-x`, comparisons of two,
  `and`, `or`, `not` and `a if b else c`.

No attribute, string, import, closure, exception or builtin: the same text can be translated to
native code, and nothing that an author of a scenario writes can do more than move numbers. Every
name must be known and nothing is defined twice, so that no id can take the place of a function of
the kernel's own.
"""

from __future__ import annotations

import ast
from functools import lru_cache

from attrs import field, frozen

from wargame.errors import ProgramUnsafe
from wargame.formula.syntax import tree_of

TYPES = ("int", "list[int]")
OPERATORS = (
    *(ast.Add, ast.Sub, ast.Mult, ast.FloorDiv, ast.Mod),
    *(ast.BitAnd, ast.BitOr, ast.BitXor, ast.LShift, ast.RShift),
)
COMPARISONS = (ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE)


@lru_cache(maxsize=1)
def check(source: str) -> ast.Module:
    """Returns the tree of a program.

    The last one is kept, since what CPython compiles is translated for the processor right after:
    whoever changes it, as by putting numbers for names, must leave what it means.

    Raises:
        ProgramUnsafe: something in it is outside the subset; the message names it and its line.
    """
    try:
        tree = tree_of(source, "exec")
    except (SyntaxError, ValueError) as error:
        raise ProgramUnsafe(f"the program cannot be read: {error}") from None
    checker = _Checker()
    for node in tree.body:
        checker.define(node)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            checker.function(node)
    return tree


def _refuse(node: ast.AST, why: str = "") -> ProgramUnsafe:
    line = getattr(node, "lineno", 0)
    what = why or f"{type(node).__name__} is outside the portable subset"
    return ProgramUnsafe(
        f"program:{line}: {what}", remedy="see wargame/kernel/subset.py for what may stand there"
    )


def _is_int(node: ast.expr) -> bool:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        node = node.operand
    return isinstance(node, ast.Constant) and type(node.value) is int


@frozen
class _Checker:
    """Holds what a program defines: constants, and functions with how many arguments they take."""

    constants: set[str] = field(factory=set)
    functions: dict[str, int] = field(factory=dict)

    def define(self, node: ast.stmt) -> None:
        """Checks a statement of the module, and keeps what it defines."""
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                whole = value.elts if isinstance(value, ast.Tuple) else [value]
                for part in whole:
                    if not _is_int(part):
                        raise _refuse(part, f"{name} is no whole number")
                self._new(node, name)
                self.constants.add(name)
            case ast.FunctionDef(name=name, args=args):
                self._new(node, name)
                self.functions[name] = len(args.args)
            case _:
                raise _refuse(node)

    def _new(self, node: ast.stmt, name: str) -> None:
        if name in self.constants or name in self.functions:
            raise _refuse(node, f"'{name}' is defined twice")

    def function(self, node: ast.FunctionDef) -> None:
        """Checks a function: its head, then each statement."""
        args = node.args
        if args.posonlyargs or args.vararg or args.kwonlyargs or args.kwarg or args.defaults:
            raise _refuse(node, f"'{node.name}' takes more than plain arguments")
        if node.decorator_list:
            raise _refuse(node, f"'{node.name}' is decorated")
        for annotation in (node.returns, *(arg.annotation for arg in args.args)):
            if annotation is not None and ast.unparse(annotation) not in TYPES:
                raise _refuse(annotation, f"'{ast.unparse(annotation)}' is no type of the subset")
        body = node.body if ast.get_docstring(node) is None else node.body[1:]
        local = {arg.arg for arg in args.args} | {
            target.id
            for inner in ast.walk(node)
            if isinstance(inner, ast.Assign)
            for target in inner.targets
            if isinstance(target, ast.Name)
        }
        for name in sorted(local & (self.constants | set(self.functions))):
            raise _refuse(node, f"'{name}' stands for something else in the program")
        for statement in body:
            self.statement(statement, local)

    def statement(self, node: ast.stmt, local: set[str]) -> None:
        match node:
            case ast.Assign(targets=[ast.Name()], value=value):
                self.expression(value, local)
            case ast.Assign(targets=[ast.Subscript() as target], value=value):
                self.expression(target, local)
                self.expression(value, local)
            case ast.Return(value=ast.expr() as value):
                self.expression(value, local)
            case ast.Expr(value=ast.Call() as call):
                self.expression(call, local)
            case ast.If(test=test, body=body, orelse=rest):
                self.expression(test, local)
                for inner in (*body, *rest):
                    self.statement(inner, local)
            case ast.While(test=test, body=body, orelse=[]):
                self.expression(test, local)
                for inner in body:
                    self.statement(inner, local)
            case ast.Pass():
                pass
            case _:
                raise _refuse(node)

    def expression(self, node: ast.expr, local: set[str]) -> None:
        match node:
            case ast.Constant():
                if type(node.value) is not int:
                    raise _refuse(node, f"{node.value!r} is no whole number")
            case ast.Name(id=name):
                if name not in local and name not in self.constants:
                    raise _refuse(node, f"'{name}' is not known")
            case ast.Subscript(value=ast.Name() as value, slice=index):
                self.expression(value, local)
                self.expression(index, local)
            case ast.Call(func=ast.Name(id=name), args=args, keywords=[]):
                if self.functions.get(name) != len(args):
                    raise _refuse(node, f"'{name}' is no function of {len(args)} values here")
                for arg in args:
                    self.expression(arg, local)
            case ast.BinOp(left=left, op=op, right=right) if isinstance(op, OPERATORS):
                self.expression(left, local)
                self.expression(right, local)
            case ast.UnaryOp(op=ast.USub() | ast.Not(), operand=operand):
                self.expression(operand, local)
            case ast.BoolOp(values=values):
                for operand in values:
                    self.expression(operand, local)
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                if not isinstance(op, COMPARISONS):
                    raise _refuse(node, "only numbers are compared")
                self.expression(left, local)
                self.expression(right, local)
            case ast.IfExp(test=test, body=body, orelse=other):
                for part in (test, body, other):
                    self.expression(part, local)
            case _:
                raise _refuse(node)
