"""Random formulas mean the same to the emitted code and to a second, plain interpreter."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st

from tests.formula.names import SCOPE, SIZE, SLOTS, STEPS
from wargame.errors import FormulaError
from wargame.formula import condition, effect, value

Tree = tuple[Any, ...]

COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")

small = st.integers(0, 12).map(lambda n: ("number", n))
number_names = st.sampled_from(["trust", "debt", "turn"]).map(lambda n: ("name", n))
condition_names = st.sampled_from(["audited", "sale.shipped"]).map(lambda n: ("name", n))
ladders = st.sampled_from(COMPARISONS).flatmap(
    lambda sign: st.sampled_from(STEPS).map(lambda step: ("ladder", sign, step))
)


def numbers(depth: int) -> st.SearchStrategy[Tree]:
    if depth == 0:
        return small | number_names
    below = numbers(depth - 1)
    return st.one_of(
        small,
        number_names,
        st.tuples(st.sampled_from("+-*"), below, below),
        st.tuples(st.sampled_from(("//", "%")), below, st.integers(1, 9)),
        st.tuples(st.just("neg"), below),
        st.tuples(st.just("abs"), below),
        st.tuples(st.sampled_from(("min", "max")), below, below),
        st.tuples(st.just("count"), conditions(depth - 1), conditions(depth - 1)),
        st.tuples(st.just("if"), below, conditions(depth - 1), below),
    )


def conditions(depth: int) -> st.SearchStrategy[Tree]:
    if depth == 0:
        return condition_names | ladders
    below = conditions(depth - 1)
    number = numbers(depth - 1)
    sign = st.sampled_from(COMPARISONS)
    return st.one_of(
        condition_names,
        ladders,
        st.tuples(st.just("compare"), number, sign, number),
        st.tuples(st.just("chain"), number, sign, number, sign, number),
        st.tuples(st.sampled_from(("and", "or")), below, below),
        st.tuples(st.just("not"), below),
        st.tuples(st.just("if"), below, below, below),
    )


def written(tree: Tree) -> str:
    """Returns a tree as its author would write it."""
    match tree:
        case ("number", number):
            return str(number)
        case ("name", name):
            return str(name)
        case ("ladder", sign, step):
            return f"sale {sign} {step}"
        case ("neg", part):
            return f"-({written(part)})"
        case ("not", part):
            return f"not ({written(part)})"
        case ("if", body, test, other):
            return f"({written(body)} if {written(test)} else {written(other)})"
        case ("//" | "%" as sign, part, by):
            return f"(max(0, {written(part)}) {sign} {by})"
        case ("abs" | "min" | "max" | "count" as name, *parts):
            return f"{name}({', '.join(written(part) for part in parts)})"
        case ("compare" | "chain", first, *rest):
            words = [part if isinstance(part, str) else f"({written(part)})" for part in rest]
            return f"({written(first)}) {' '.join(words)}"
        case (sign, left, right):
            return f"({written(left)} {sign} {written(right)})"
    raise AssertionError(tree)


def holds(left: int, sign: str, right: int) -> bool:
    verdicts = {"==": left == right, "!=": left != right, "<": left < right}
    verdicts |= {"<=": left <= right, ">": left > right, ">=": left >= right}
    return verdicts[sign]


def meant(tree: Tree, state: dict[str, int]) -> int:
    """Returns what a tree means, for a condition 1 or 0."""
    match tree:
        case ("number", number):
            return int(number)
        case ("name", "sale.shipped"):
            return int(state["sale"] == 1)
        case ("name", name):
            return state[name]
        case ("ladder", sign, step):
            return int(holds(state["sale"], sign, STEPS.index(step)))
        case ("neg", part):
            return -meant(part, state)
        case ("not", part):
            return 1 - meant(part, state)
        case ("if", body, test, other):
            return meant(body if meant(test, state) else other, state)
        case ("//" | "%" as sign, part, by):
            least = max(0, meant(part, state))
            return least // by if sign == "//" else least % by
        case ("abs", part):
            return abs(meant(part, state))
        case ("min" | "max" | "count" as name, *parts):
            return {"min": min, "max": max, "count": sum}[name]([meant(p, state) for p in parts])
        case ("compare", left, sign, right):
            return int(holds(meant(left, state), sign, meant(right, state)))
        case ("chain", one, sign, two, other, three):
            a, b, c = (meant(part, state) for part in (one, two, three))
            return int(holds(a, sign, b) and holds(b, other, c))
        case (sign, left, right):
            a, b = meant(left, state), meant(right, state)
            return {"+": a + b, "-": a - b, "*": a * b, "and": a & b, "or": a | b}[sign]
    raise AssertionError(tree)


states = st.fixed_dictionaries(
    {
        "trust": st.integers(0, 10),
        "debt": st.integers(-5, 5),
        "audited": st.integers(0, 1),
        "sale": st.integers(0, 2),
        "turn": st.integers(0, 99),
    }
)


def slots(state: dict[str, int]) -> list[int]:
    made = [0] * (SIZE + 1)
    for name in ("trust", "debt", "audited", "sale"):
        made[SLOTS[f"T_{name}"]] = state[name]
    made[SIZE] = state["turn"]
    return made


def names(state: dict[str, int]) -> dict[str, Any]:
    return {"__builtins__": {}, **SLOTS, "TURN": SIZE, "s": slots(state)}


PORTABLE = (
    *(ast.Expression, ast.Constant, ast.Name, ast.Load, ast.Subscript, ast.BinOp, ast.UnaryOp),
    *(ast.BoolOp, ast.Compare, ast.IfExp, ast.Add, ast.Sub, ast.Mult, ast.FloorDiv, ast.Mod),
    *(ast.USub, ast.Not, ast.And, ast.Or, ast.cmpop),
)


def assert_portable(code: str) -> None:
    for node in ast.walk(ast.parse(code, mode="eval")):
        assert isinstance(node, PORTABLE), ast.dump(node)
        if isinstance(node, ast.Compare):
            assert len(node.ops) == 1


@contextmanager
def assumed(*words: str) -> Iterator[None]:
    """Passes over examples that are refused with one of these words; fails on other faults."""
    try:
        yield
    except FormulaError as error:
        if not any(word in str(error) for word in words):
            raise
        reject()


@given(numbers(3), states)
def test_values(tree: Tree, state: dict[str, int]) -> None:
    text = written(tree)
    assume(len(text) <= 300)
    with assumed("too involved", "too large"):
        compiled = value(text, SCOPE)
    result = eval(compiled.code, names(state))
    assert type(result) is int
    assert result == meant(tree, state)
    assert compiled.low <= result <= compiled.high
    assert_portable(compiled.code)


@given(conditions(3), states)
def test_conditions(tree: Tree, state: dict[str, int]) -> None:
    text = written(tree)
    assume(len(text) <= 300)
    with assumed("too involved", "too large"):
        compiled = condition(text, SCOPE)
    result = bool(eval(compiled.code, names(state)))
    assert result == bool(meant(tree, state))
    assert compiled.low <= result <= compiled.high
    assert_portable(compiled.code)


@settings(max_examples=60)
@given(st.sampled_from(["trust", "debt"]), st.sampled_from(["=", "+=", "-="]), numbers(2), states)
def test_effects(target: str, sign: str, tree: Tree, state: dict[str, int]) -> None:
    text = f"{target} {sign} {written(tree)}"
    assume(len(text) <= 300)
    with assumed("always leave", "too involved"):
        compiled = effect(text, SCOPE)
    amount = meant(tree, state)
    new = {"=": amount, "+=": state[target] + amount, "-=": state[target] - amount}[sign]
    assert compiled.low <= new <= compiled.high
    space = names(state)
    exec("\n".join(compiled.lines), space)
    symbol = SCOPE[target]
    assert space["s"][SLOTS[f"T_{target}"]] == max(symbol.low, min(symbol.high, new))
