"""Translates a generated program to C, statement by statement: the plain yardstick.

Nothing is decided here: an int is an `int64_t`, a list a pointer, a table a static array and a
function a static function. What gcc makes of that is what a plain native back end is worth.
"""

from __future__ import annotations

import ast

from wargame.kernel.subset import check

SERIES = """
/* Plays n games from copies of `start` and hashes each final state. */
void series(const int64_t *start, int64_t n, const int64_t *seeds, uint32_t *hashes) {
    int64_t s[SIZE], out[SIZE];
    for (int64_t i = 0; i < n; i++) {
        memcpy(s, start, sizeof s);
        s[SEED_A] = seeds[2 * i];
        s[SEED_B] = seeds[2 * i + 1];
        playout_(s, out, 0, 0);
        uint32_t h = 0x9E3779B9u;
        for (int k = 0; k < SIZE; k++) {
            h = (h ^ (uint32_t)s[k]) * 0x21F0AAADu;
            h ^= h >> 15;
        }
        hashes[i] = h;
    }
}
"""
"""The loop that every contender in C has, for the mechanical translation's state."""

OPERATORS: dict[type[ast.AST], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    # the language divides nothing negative, so rounding down and cutting off are the same
    ast.FloorDiv: "/",
    ast.Mod: "%",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.BitXor: "^",
    ast.LShift: "<<",
    ast.RShift: ">>",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.And: "&&",
    ast.Or: "||",
    ast.USub: "-",
    ast.Not: "!",
}


def translate(source: str, size: int) -> str:
    """Returns the C text of a program whose state has `size` slots."""
    tree = check(source)
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    parts = ["#include <stdint.h>", "#include <string.h>", f"enum {{ SIZE = {size} }};"]
    parts += [_constant(node) for node in tree.body if isinstance(node, ast.Assign)]
    parts += [_head(node) + ";" for node in functions]
    parts += [_function(node) for node in functions]
    return "\n".join(parts) + SERIES


def _constant(node: ast.Assign) -> str:
    name = ast.unparse(node.targets[0])
    if isinstance(node.value, ast.Tuple):
        numbers = ", ".join(ast.unparse(part) for part in node.value.elts) or "0"
        return f"static const int64_t {name}[] = {{{numbers}}};"
    return f"#define {name} INT64_C({ast.unparse(node.value)})"


def _name(name: str) -> str:
    """Keeps functions and variables, which begin in lower case, apart from the words of C."""
    return f"{name}_" if name[0].islower() else name


def _is_list(arg: ast.arg) -> bool:
    if arg.annotation is None:
        return arg.arg in ("s", "out")
    return ast.unparse(arg.annotation) == "list[int]"


def _head(node: ast.FunctionDef) -> str:
    arguments = ", ".join(
        f"int64_t {'*' * _is_list(arg)}{_name(arg.arg)}" for arg in node.args.args
    )
    return f"static int64_t {_name(node.name)}({arguments})"


def _function(node: ast.FunctionDef) -> str:
    taken = {arg.arg for arg in node.args.args}
    local = sorted(
        {
            target.id
            for inner in ast.walk(node)
            if isinstance(inner, ast.Assign)
            for target in inner.targets
            if isinstance(target, ast.Name)
        }
        - taken
    )
    body = node.body if ast.get_docstring(node) is None else node.body[1:]
    declared = f"int64_t {', '.join(f'{_name(name)} = 0' for name in local)};" if local else ""
    return f"{_head(node)} {{ {declared}\n{_block(body)}\nreturn 0; }}"


def _block(body: list[ast.stmt]) -> str:
    return "\n".join(_statement(node) for node in body)


def _statement(node: ast.stmt) -> str:
    match node:
        case ast.Assign(targets=[target], value=value):
            return f"{_expression(target)} = {_expression(value)};"
        case ast.Return(value=ast.expr() as value):
            return f"return {_expression(value)};"
        case ast.Expr(value=value):
            return f"{_expression(value)};"
        case ast.If(test=test, body=body, orelse=rest):
            otherwise = f" else {{\n{_block(rest)}\n}}" if rest else ""
            return f"if ({_expression(test)}) {{\n{_block(body)}\n}}{otherwise}"
        case ast.While(test=test, body=body):
            return f"while ({_expression(test)}) {{\n{_block(body)}\n}}"
        case _:
            return ";"


def _expression(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=value):
            return f"INT64_C({value})"
        case ast.Name(id=name):
            return _name(name)
        case ast.Subscript(value=value, slice=index):
            return f"{_expression(value)}[{_expression(index)}]"
        case ast.Call(func=ast.Name(id=name), args=args):
            return f"{_name(name)}({', '.join(map(_expression, args))})"
        case ast.BinOp(left=left, op=op, right=right):
            return f"({_expression(left)} {OPERATORS[type(op)]} {_expression(right)})"
        case ast.UnaryOp(op=op, operand=operand):
            return f"({OPERATORS[type(op)]}{_expression(operand)})"
        case ast.BoolOp(op=op, values=values):
            return "(" + f" {OPERATORS[type(op)]} ".join(map(_expression, values)) + ")"
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return f"({_expression(left)} {OPERATORS[type(op)]} {_expression(right)})"
        case ast.IfExp(test=test, body=body, orelse=other):
            return f"({_expression(test)} ? {_expression(body)} : {_expression(other)})"
        case _:
            raise TypeError(f"{type(node).__name__} is outside the portable subset")
