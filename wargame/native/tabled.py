"""Makes tables of effects by fixed numbers, so that native code neither jumps nor grows with them.

A scenario has hundreds of functions that add a number to a slot or two and keep it within bounds.
As code they are jumped to where no processor can guess, and crowd out what is played all the time.
As rows of a table one function applies them all. The tree stays in the portable subset, and means
the same as long as slots lie within their bounds, which the code of the effects relies on too.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping

from attrs import field, frozen

from wargame.formula.syntax import tree_of
from wargame.native.plain import FEWEST, cases, constant, values

Row = tuple[tuple[int, int], ...]
"""What is added to which slots."""

Bounds = tuple[int | None, int | None]
Functions = Mapping[str, ast.FunctionDef]

LONGEST = 2
"""How many slots a row changes; what changes more stays a function."""

APPLY = """
def apply_row(s, row):
    a = ROWS[row * 4]
    b = ROWS[row * 4 + 2]
    v = s[a] + ROWS[row * 4 + 1]
    w = s[b] + ROWS[row * 4 + 3]
    low = LOW[a]
    high = HIGH[a]
    v = low if v < low else v
    v = high if v > high else v
    low = LOW[b]
    high = HIGH[b]
    w = low if w < low else w
    s[a] = v
    s[b] = high if w > high else w
    return 0
"""
"""Neither slot waits for the other. What changes but one adds 0 to it first."""


def tabled(tree: ast.Module) -> ast.Module:
    """Returns the same program with rows for the effects that its dispatchers called.

    What is left to call, a dispatcher calls by another one.
    """
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    constants, tables = values(tree)
    if "BOARD" not in constants:
        return tree
    reader = _Reader(constants, tables)
    found = {name: reader.row(node) for name, node in functions.items()}
    rows = _Rows({name: row for name, row in found.items() if row is not None})
    body: list[ast.stmt] = []
    for node in tree.body:
        grid = _grid(node, functions) if isinstance(node, ast.FunctionDef) else None
        if grid and len({rows.of(leaf, grid) for leaf in grid.leaves} - {None}) >= FEWEST:
            body += tree_of(rows.dispatcher(grid), "exec").body
        else:
            body.append(node)
    if not rows.numbers:
        return tree
    table = rows.table(constants["BOARD"]) + APPLY
    return ast.Module([*tree_of(table, "exec").body, *body], [])


@frozen
class _Reader:
    """Reads what functions of fixed effects do."""

    constants: Mapping[str, int]
    tables: Mapping[str, tuple[int, ...]]

    def row(self, node: ast.FunctionDef) -> Row | None:
        """Returns what a function does if that is to change slots of the board by fixed numbers."""
        taken = [arg.arg for arg in node.args.args]
        read = [ast.unparse(e.value) for e in ast.walk(node) if isinstance(e, ast.Subscript)]
        if len(taken) != 1 or taken * len(read) != read:
            return None
        added: dict[int, int] = {}
        rest = node.body
        while len(added) <= LONGEST:
            match rest:
                case [ast.Return(value=ast.Constant(value=0))]:
                    return tuple(sorted(added.items()))
                case [
                    ast.Assign(targets=[ast.Name(id=name)], value=value),
                    ast.Assign(targets=[ast.Subscript(slice=index)], value=kept),
                    *rest,
                ]:
                    change = self._addition(index, value, self._bounds(kept, name))
                case [ast.Assign(targets=[ast.Subscript(slice=index)], value=value), *rest]:
                    change = self._setting(index, value)
                case _:
                    return None
            if change is None or change[0] in added:
                return None
            added[change[0]] = change[1]
        return None

    def _slot(self, index: ast.expr) -> int | None:
        slot, first = constant(index, self.constants), self.constants["BOARD"]
        is_on_board = slot is not None and 0 <= slot - first < self.constants["BOARD_SIZE"]
        return slot if is_on_board else None

    def _setting(self, index: ast.expr, value: ast.expr) -> tuple[int, int] | None:
        """Returns what is added to set a slot to one of its bounds."""
        slot, number = self._slot(index), constant(value, self.constants)
        if slot is None:
            return None
        low, high = self.tables["LOW"][slot], self.tables["HIGH"][slot]
        if number not in (low, high):
            return None
        return slot, high - low if number == high else low - high

    def _addition(self, index: ast.expr, value: ast.expr, bounds: Bounds) -> tuple[int, int] | None:
        """Returns what is added to a slot that is kept within the bounds it could leave."""
        slot = self._slot(index)
        match value:
            case ast.BinOp(left=ast.Subscript(slice=own), op=ast.Add() | ast.Sub(), right=right):
                by = constant(right, self.constants)
                if slot is None or not by or constant(own, self.constants) != slot:
                    return None
                by = by if isinstance(value.op, ast.Add) else -by
                low, high = self.tables["LOW"][slot], self.tables["HIGH"][slot]
                needed = (None, high) if by > 0 else (low, None)
                return (slot, by) if bounds in (needed, (low, high)) else None
        return None

    def _bounds(self, kept: ast.expr, name: str) -> Bounds:
        """Returns what an expression keeps a variable within, as `9 if v > 9 else v` does."""
        match kept:
            case ast.IfExp(
                test=ast.Compare(left=ast.Name(id=id), ops=[op], comparators=[limit]),
                body=body,
                orelse=rest,
            ) if id == name:
                bound, (low, high) = constant(limit, self.constants), self._bounds(rest, name)
                if constant(body, self.constants) == bound and isinstance(op, ast.Lt):
                    return bound, high
                if constant(body, self.constants) == bound and isinstance(op, ast.Gt):
                    return low, bound
        return None, None


@frozen
class _Grid:
    """Is what a dispatcher evaluates, by its number and by that of what it calls for it.

    All lines are as long as the longest; the last of each stands for whatever is beyond.
    """

    name: str
    arguments: tuple[str, ...]
    keys: tuple[str, ...]
    lines: list[list[ast.expr]]

    @property
    def leaves(self) -> list[ast.expr]:
        return [leaf for line in self.lines for leaf in line]

    @property
    def place(self) -> str:
        """Where the leaf for some numbers stands among all."""
        height, width = len(self.lines), len(self.lines[0])
        return " + ".join(
            f"({end - 1} if {key} > {end - 1} else 0 if {key} < 0 else {key}) * {step}"
            for key, end, step in zip(self.keys, (height, width), (width, 1), strict=False)
        )


def _grid(node: ast.FunctionDef, functions: Functions) -> _Grid | None:
    """Returns what a dispatcher evaluates, or None if the function is none."""
    outer = cases(node)
    if outer is None:
        return None
    arguments = tuple(arg.arg for arg in node.args.args)
    keys: tuple[str, ...] = (outer[0],)
    lines = []
    for leaf in _dense(outer[1]):
        line = [leaf]
        match leaf:
            case ast.Call(func=ast.Name(id=name), args=[*given]) if name in functions:
                inner = cases(functions[name], 2)
                own = [arg.arg for arg in functions[name].args.args]
                same = own == [arg.id for arg in given if isinstance(arg, ast.Name)]
                if inner and same and keys[1:] in ((), inner[:1]):
                    keys, line = (outer[0], inner[0]), _dense(inner[1])
        lines.append(line)
    width = max(map(len, lines))
    even = [line + line[-1:] * (width - len(line)) for line in lines]
    return _Grid(node.name, arguments, keys, even)


def _dense(found: list[tuple[int, ast.expr]]) -> list[ast.expr]:
    """Returns what is evaluated for each number from 0 on, of cases that start at some."""
    ends = [first for first, _ in found[1:]] + [found[-1][0] + 1]
    return [
        value for (first, value), end in zip(found, ends, strict=True) for _ in range(first, end)
    ]


@frozen
class _Rows:
    """Collects the rows of all dispatchers; `fixed` is what each function of fixed effects does."""

    fixed: Mapping[str, Row]
    numbers: dict[Row, int] = field(factory=dict)

    def of(self, leaf: ast.expr, grid: _Grid) -> Row | None:
        """Returns what an expression of a dispatcher does if that is a row, and is worth 0."""
        match leaf:
            case ast.Constant(value=0):
                return ()
            case ast.Call(func=ast.Name(id=name), args=[ast.Name(id=state)]):
                return self.fixed.get(name) if state == grid.arguments[0] else None
        return None

    def dispatcher(self, grid: _Grid) -> str:
        """Returns a dispatcher that applies rows, after the table of their numbers.

        Below 0 are the numbers of what is left to evaluate.
        """
        rest: dict[str, int] = {}
        places = []
        for leaf in grid.leaves:
            row = self.of(leaf, grid)
            if row is None:
                places.append(-1 - rest.setdefault(ast.unparse(leaf), len(rest)))
            else:
                places.append(self.numbers.setdefault(row, len(self.numbers)))
        name, taken = grid.name, ", ".join(grid.arguments)
        lines = [
            f"ROWS_{name} = {tuple(places)!r}",
            f"def {name}({taken}):",
            f"    row = ROWS_{name}[{grid.place}]",
            *(
                ["    if row < 0:", f"        return {name}__rest({taken}, -1 - row)"]
                if rest
                else []
            ),
            f"    return apply_row({grid.arguments[0]}, row)",
        ]
        if rest:
            *texts, last = rest
            lines.append(f"def {name}__rest({taken}, number):")
            for number, text in enumerate(texts, start=1):
                lines += [f"    if number < {number}:", f"        return {text}"]
            lines.append(f"    return {last}")
        return "\n".join(lines)

    def table(self, unused: int) -> str:
        """Returns the table of all rows; one without changes adds 0 to a slot that has bounds."""
        numbers: list[int] = []
        for row in self.numbers:
            idle = (row[0][0] if row else unused, 0)
            for change in (*[idle] * (LONGEST - len(row)), *row):
                numbers += change
        return f"ROWS = {tuple(numbers)!r}\n"
