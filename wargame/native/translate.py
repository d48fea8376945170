"""Translates a program to LLVM's assembly: the same functions over the same list of ints.

The source is a tree that `subset.check` has let through, so little has to be understood: ints,
`s[i]`, `if`, `while` and calls. What is left open there and matters here is refused: division by
anything but a positive constant, and `and` and `or` of numbers that are neither 0 nor 1 by their
form. An argument that is subscripted, or said to be a list, is one, and so is what is handed on as
such or takes what is; everything else is an int of 64 bits, as the checker's interval arithmetic
allows.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Mapping

from attrs import define, field, frozen

from wargame.errors import ProgramUnsafe
from wargame.native.plain import INSTRUCTIONS, Instructions, cases, is_plain, is_truth, values

INT, BOOL = "i64", "i1"

ARITHMETIC: Mapping[type, str] = {
    ast.Add: "add",
    ast.Sub: "sub",
    ast.Mult: "mul",
    ast.BitAnd: "and",
    ast.BitOr: "or",
    ast.BitXor: "xor",
    ast.LShift: "shl",
    ast.RShift: "ashr",
}
COMPARISON: Mapping[type, str] = {
    ast.Eq: "eq",
    ast.NotEq: "ne",
    ast.Lt: "slt",
    ast.LtE: "sle",
    ast.Gt: "sgt",
    ast.GtE: "sge",
}


SMALL = 100
"""Up to how many expressions a function that calls no other is written wherever it is called; any
other one is so if that is in one place alone."""

LIST, NUMBER = True, False
"""What an argument of an exported function is."""

Exports = Mapping[str, tuple[bool, ...]]


def translate(tree: ast.Module, exports: Exports, instructions: Instructions = INSTRUCTIONS) -> str:
    """Returns the assembly of a checked program: the exported functions and what they call.

    `exports` says for each function, and for each of its arguments, whether it is a LIST;
    `instructions` which functions are written as what instead of being called.

    Raises:
        ProgramUnsafe: something cannot be translated so that both mean the same.
    """
    constants, tables = values(tree)
    functions = _reached(tree, exports)
    lists = _lists(functions, exports)
    for name, said in exports.items():
        arguments = functions[name].args.args
        if said != tuple((name, arg.arg) in lists for arg in arguments):
            raise ProgramUnsafe(f"program: '{name}' takes other arguments than it is called with")
    lines = [f"declare {INT} @llvm.smax.{INT}({INT}, {INT})"]
    lines += [_table(name, numbers) for name, numbers in tables.items()]
    calls = _calls(functions)
    for name, node in functions.items():
        writer = _Function(constants, tables, lists, instructions, node)
        linkage = "" if name in exports else "internal "
        is_inline = calls[name] == 1 or _is_small(node, instructions)
        lines += writer.write(linkage, "alwaysinline " if linkage and is_inline else "")
    return "\n".join(lines) + "\n"


def _is_small(node: ast.FunctionDef, instructions: Instructions) -> bool:
    """Returns whether a function has few expressions and calls no other."""
    inner = [each for each in ast.walk(node) if isinstance(each, ast.expr)]
    return len(inner) <= SMALL and not any(
        isinstance(each.func, ast.Name) and each.func.id not in instructions
        for each in inner
        if isinstance(each, ast.Call)
    )


def _reached(tree: ast.Module, exports: Exports) -> dict[str, ast.FunctionDef]:
    """Returns the functions that are called from the exported ones, in the program's order."""
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    reached: set[str] = set()
    rest = list(exports)
    while rest:
        name = rest.pop()
        if name not in reached:
            reached.add(name)
            rest += _calls({name: functions[name]})
    return {name: node for name, node in functions.items() if name in reached}


def _calls(functions: Mapping[str, ast.FunctionDef]) -> Counter[str]:
    """Returns in how many places of some functions each function is called."""
    return Counter(
        node.func.id
        for function in functions.values()
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    )


def _table(name: str, numbers: tuple[int, ...]) -> str:
    width = _width(numbers)
    values = ", ".join(f"{width} {number}" for number in numbers)
    return f"@{name} = internal unnamed_addr constant [{len(numbers)} x {width}] [{values}]"


def _width(numbers: tuple[int, ...]) -> str:
    """Returns the narrowest type that holds all numbers of a table."""
    bits = max((number if number >= 0 else ~number).bit_length() for number in (*numbers, 0)) + 1
    return next(f"i{width}" for width in (8, 16, 32, 64) if bits <= width)


def _lists(functions: Mapping[str, ast.FunctionDef], exports: Exports) -> set[tuple[str, str]]:
    """Returns which arguments of which functions are lists, used or not."""
    found = {
        (name, arg.arg)
        for name, said in exports.items()
        for arg, is_list in zip(functions[name].args.args, said, strict=False)
        if is_list
    }
    alike: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for name, function in functions.items():
        own = {arg.arg for arg in function.args.args}
        for node in ast.walk(function):
            match node:
                case ast.Subscript(value=ast.Name(id=id)) if id in own:
                    found.add((name, id))
                case ast.Call(func=ast.Name(id=callee), args=args):
                    taken = functions[callee].args.args
                    for arg, into in zip(args, taken, strict=True):
                        if isinstance(arg, ast.Name) and arg.id in own:
                            giver, taker = (name, arg.id), (callee, into.arg)
                            alike.setdefault(giver, set()).add(taker)
                            alike.setdefault(taker, set()).add(giver)
    rest = list(found)
    while rest:
        for other in alike.get(rest.pop(), ()):
            if other not in found:
                found.add(other)
                rest.append(other)
    return found


@frozen
class _Operand:
    """Is a value in the assembly: its text and its type, `i64` or `i1`."""

    text: str
    type: str = INT


@define
class _Function:
    """Writes one function."""

    constants: Mapping[str, int]
    tables: Mapping[str, tuple[int, ...]]
    lists: set[tuple[str, str]]
    instructions: Instructions
    node: ast.FunctionDef
    lines: list[str] = field(factory=list)
    block: str = "begin.0"
    count: int = 0

    def write(self, linkage: str, attributes: str) -> list[str]:
        """Returns the lines of the function."""
        name, arguments = self.node.name, [arg.arg for arg in self.node.args.args]
        heads = [
            f"ptr noalias %{arg}" if self.is_list(arg) else f"{INT} %{arg}.in" for arg in arguments
        ]
        taken = [arg for arg in arguments if not self.is_list(arg)]
        set_here = {
            target.id
            for inner in ast.walk(self.node)
            if isinstance(inner, ast.Assign)
            for target in inner.targets
            if isinstance(target, ast.Name)
        }
        for local in sorted({*taken, *set_here}):
            if self.is_list(local):
                raise self.refuse(self.node, f"the list '{local}' is assigned to")
            self.say(f"%{local} = alloca {INT}")
            self.say(f"store {INT} {f'%{local}.in' if local in taken else 0}, ptr %{local}")
        if found := cases(self.node):
            self.dispatch(*found)
        else:
            has_text = ast.get_docstring(self.node) is not None
            self.body(self.node.body[1:] if has_text else self.node.body)
            self.say(f"ret {INT} 0")
        head = f"define {linkage}{INT} @{name}({', '.join(heads)}) nounwind {attributes}{{"
        return [head, "begin.0:", *self.lines, "}"]

    def is_list(self, name: str) -> bool:
        """Returns whether a name is an argument that is a list."""
        return (self.node.name, name) in self.lists

    def is_plain(self, node: ast.expr) -> bool:
        """Returns whether an expression may be evaluated although it is not needed."""
        return is_plain(node, self.constants)

    def refuse(self, node: ast.AST, why: str) -> ProgramUnsafe:
        """Returns the error that says what cannot be translated."""
        return ProgramUnsafe(
            f"program:{getattr(node, 'lineno', 0)}: {why}",
            remedy="see wargame/native/translate.py for what may stand there",
        )

    def say(self, line: str) -> None:
        self.lines.append("  " + line)

    def new(self, what: str) -> str:
        """Adds an instruction that gives a value and returns its name."""
        self.count += 1
        self.say(f"%v.{self.count} = {what}")
        return f"%v.{self.count}"

    def label(self, kind: str) -> str:
        self.count += 1
        return f"{kind}.{self.count}"

    def start(self, label: str) -> None:
        self.lines.append(f"{label}:")
        self.block = label

    def body(self, statements: list[ast.stmt]) -> None:
        for statement in statements:
            self.statement(statement)

    def statement(self, node: ast.stmt) -> None:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                self.say(f"store {INT} {self.number(value)}, ptr %{name}")
            case ast.Assign(targets=[ast.Subscript(value=ast.Name(id=name), slice=index)]):
                if not self.is_list(name):
                    raise self.refuse(node, f"'{name}' is no list that can be changed")
                stored = self.number(node.value)
                self.say(f"store {INT} {stored}, ptr {self.place(f'%{name}', INT, index)}")
            case ast.Return(value=ast.expr() as value):
                self.say(f"ret {INT} {self.number(value)}")
                self.start(self.label("after"))
            case ast.Expr(value=ast.Call() as call):
                self.operand(call)
            case ast.If(test=test, body=body, orelse=rest):
                then, other, end = (self.label(kind) for kind in ("then", "else", "end"))
                self.branch(test, then, other if rest else end)
                self.start(then)
                self.body(body)
                self.say(f"br label %{end}")
                if rest:
                    self.start(other)
                    self.body(rest)
                    self.say(f"br label %{end}")
                self.start(end)
            case ast.While(test=test, body=body):
                again, inside, end = (self.label(kind) for kind in ("while", "do", "end"))
                self.say(f"br label %{again}")
                self.start(again)
                self.branch(test, inside, end)
                self.start(inside)
                self.body(body)
                self.say(f"br label %{again}")
                self.start(end)
            case ast.Pass():
                pass
            case _:
                raise self.refuse(node, f"{type(node).__name__} cannot be translated")

    def dispatch(self, key: str, cases: list[tuple[int, ast.expr]]) -> None:
        """Writes a dispatcher as a table of cases; what is out of its range goes to either end."""
        labels = [self.label("case") for _ in cases]
        loaded = self.new(f"load {INT}, ptr %{key}")
        bounded = self.new(f"call {INT} @llvm.smax.{INT}({INT} {loaded}, {INT} {cases[0][0]})")
        jumps = " ".join(
            f"{INT} {number}, label %{label}"
            for (first, _), (end, _), label in zip(cases, cases[1:], labels, strict=False)
            for number in range(first, end)
        )
        self.say(f"switch {INT} {bounded}, label %{labels[-1]} [ {jumps} ]")
        for (_, value), label in zip(cases, labels, strict=True):
            self.start(label)
            self.say(f"ret {INT} {self.number(value)}")

    def branch(self, test: ast.expr, then: str, other: str) -> None:
        """Goes to one label or the other; of `and` and `or` no more is evaluated than in Python."""
        match test:
            case ast.BoolOp(op=op, values=[*first, last]) if not self.is_plain(test):
                for operand in first:
                    on = self.label("on")
                    if isinstance(op, ast.And):
                        self.branch(operand, on, other)
                    else:
                        self.branch(operand, then, on)
                    self.start(on)
                self.branch(last, then, other)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                self.branch(operand, other, then)
            case _:
                self.say(f"br {BOOL} {self.truth(test)}, label %{then}, label %{other}")

    def truth(self, node: ast.expr) -> str:
        """Returns a value as a truth."""
        match node:
            case ast.BoolOp(op=op, values=[first, *others]) if self.is_plain(node):
                joined, join = self.truth(first), "and" if isinstance(op, ast.And) else "or"
                for other in others:
                    joined = self.new(f"{join} {BOOL} {joined}, {self.truth(other)}")
                return joined
        found = self.operand(node)
        return found.text if found.type == BOOL else self.new(f"icmp ne {INT} {found.text}, 0")

    def number(self, node: ast.expr) -> str:
        """Returns a value as an int."""
        found = self.operand(node)
        return self.new(f"zext {BOOL} {found.text} to {INT}") if found.type == BOOL else found.text

    def operand(self, node: ast.expr) -> _Operand:
        match node:
            case ast.Constant(value=int() as value):
                return _Operand(str(value))
            case ast.Name(id=name) if name in self.constants:
                return _Operand(str(self.constants[name]))
            case ast.Name(id=name) if not self.is_list(name) and name not in self.tables:
                return _Operand(self.new(f"load {INT}, ptr %{name}"))
            case ast.Subscript(value=ast.Name(id=name), slice=index):
                return self.element(name, index)
            case ast.Call(func=ast.Name(id=name), args=args) if name in self.instructions:
                known = [self.number(arg) for arg in args]
                for instruction in self.instructions[name]:
                    known.append(self.new(instruction.format(*known)))
                return _Operand(known[-1])
            case ast.Call(func=ast.Name(id=name), args=args):
                taken = ", ".join(self.argument(arg) for arg in args)
                return _Operand(self.new(f"call {INT} @{name}({taken})"))
            case ast.BinOp(left=left, op=ast.FloorDiv() | ast.Mod() as op, right=right):
                return self.division(left, op, right)
            case ast.BinOp(left=left, op=op, right=right):
                a, b = self.number(left), self.number(right)
                return _Operand(self.new(f"{ARITHMETIC[type(op)]} {INT} {a}, {b}"))
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return _Operand(self.new(f"sub {INT} 0, {self.number(operand)}"))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return _Operand(self.new(f"xor {BOOL} {self.truth(operand)}, true"), BOOL)
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                a, b = self.number(left), self.number(right)
                return _Operand(self.new(f"icmp {COMPARISON[type(op)]} {INT} {a}, {b}"), BOOL)
            case ast.BoolOp():
                return self.logic(node)
            case ast.IfExp(test=test, body=body, orelse=other):
                return self.choice(test, body, other)
            case _:
                raise self.refuse(node, f"{ast.unparse(node)} cannot be translated")

    def element(self, name: str, index: ast.expr) -> _Operand:
        base, width = f"%{name}", INT
        if name in self.tables:
            base, width = f"@{name}", _width(self.tables[name])
        elif not self.is_list(name):
            raise self.refuse(index, f"'{name}' is no list")
        loaded = self.new(f"load {width}, ptr {self.place(base, width, index)}")
        return _Operand(loaded if width == INT else self.new(f"sext {width} {loaded} to {INT}"))

    def place(self, base: str, width: str, index: ast.expr) -> str:
        return self.new(f"getelementptr inbounds {width}, ptr {base}, {INT} {self.number(index)}")

    def argument(self, node: ast.expr) -> str:
        if isinstance(node, ast.Name) and self.is_list(node.id):
            return f"ptr %{node.id}"
        return f"{INT} {self.number(node)}"

    def division(self, left: ast.expr, op: ast.operator, right: ast.expr) -> _Operand:
        """Divides as Python does, towards minus infinity; processors round towards zero."""
        divisor = 0
        match right:
            case ast.Name(id=name):
                divisor = self.constants.get(name, 0)
            case ast.Constant(value=int() as value):
                divisor = value
        if divisor < 1:
            raise self.refuse(right, "only a positive constant can be divided by")
        a = self.number(left)
        rest = self.new(f"srem {INT} {a}, {divisor}")
        is_short = self.new(f"icmp slt {INT} {rest}, 0")
        if isinstance(op, ast.Mod):
            added = self.new(f"select {BOOL} {is_short}, {INT} {divisor}, {INT} 0")
            return _Operand(self.new(f"add {INT} {rest}, {added}"))
        quotient = self.new(f"sdiv {INT} {a}, {divisor}")
        less = self.new(f"sext {BOOL} {is_short} to {INT}")
        return _Operand(self.new(f"add {INT} {quotient}, {less}"))

    def logic(self, node: ast.BoolOp) -> _Operand:
        """Returns the truth of `and` or `or`, whose operands must be truths by their form."""
        for value in node.values:
            if not is_truth(value):
                raise self.refuse(value, f"'{ast.unparse(value)}' is a number and not a truth")
        if self.is_plain(node):
            return _Operand(self.truth(node), BOOL)
        return self.choice(node, ast.Constant(1), ast.Constant(0))

    def choice(self, test: ast.expr, body: ast.expr, other: ast.expr) -> _Operand:
        if all(self.is_plain(part) for part in (test, body, other)):
            holds, a, b = self.truth(test), self.number(body), self.number(other)
            return _Operand(self.new(f"select {BOOL} {holds}, {INT} {a}, {INT} {b}"))
        then, otherwise, end = (self.label(kind) for kind in ("then", "else", "end"))
        self.branch(test, then, otherwise)
        ways = []
        for label, value in ((then, body), (otherwise, other)):
            self.start(label)
            result = self.number(value)  # which may end in another block than it began in
            ways.append(f"[ {result}, %{self.block} ]")
            self.say(f"br label %{end}")
        self.start(end)
        return _Operand(self.new(f"phi {INT} {', '.join(ways)}"))
