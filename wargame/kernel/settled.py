"""Settles what is fixed for a whole game: formulas are told without the switches in them."""

from __future__ import annotations

import ast

from attrs import frozen

from wargame.kernel.program import Program
from wargame.kernel.setup import State


def settled(program: Program, tree: ast.expr, state: State) -> ast.expr:
    """Returns a formula's tree as it reads with this game's switches on or off."""
    found: ast.expr = _Settler(program, state).visit(tree)
    return found


@frozen
class _Settler(ast.NodeTransformer):
    program: Program
    state: State

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        match node:
            case ast.Attribute(value=ast.Name(id="switch"), attr=id):
                layout = self.program.layout
                return ast.Constant(self.state[layout["SWITCH"] + layout[f"W_{id}"]] > 0)
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        self.generic_visit(node)
        match node:
            case ast.UnaryOp(op=ast.Not(), operand=ast.Constant(value=bool() as holds)):
                return ast.Constant(not holds)
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        self.generic_visit(node)
        decides = isinstance(node.op, ast.Or)
        left = [value for value in node.values if not _is(value, not decides)]
        if any(_is(value, decides) for value in left):
            return ast.Constant(decides)
        if len(left) > 1:
            return ast.BoolOp(node.op, left)
        return left[0] if left else ast.Constant(not decides)

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        self.generic_visit(node)
        if _is(node.test, True):
            return node.body
        return node.orelse if _is(node.test, False) else node


def _is(node: ast.expr, truth: bool) -> bool:
    return isinstance(node, ast.Constant) and node.value is truth
