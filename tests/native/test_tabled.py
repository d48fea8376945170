"""Effects that are rows of a table change the board as the functions that they are made of."""

from __future__ import annotations

import ast
from collections.abc import Callable
from itertools import product
from random import Random
from typing import Any

import pytest

from benchmarks.contenders.contender import program as benchmark
from tests.kernel.games import FAIR, program_of
from wargame.kernel.program import Program
from wargame.kernel.setup import Setup, empty_state
from wargame.kernel.subset import check
from wargame.native.tabled import tabled

HEAD = """
BOARD = 0
BOARD_SIZE = 3
LOW = (0, -5, 0, 0)
HIGH = (9, 5, 1, 99)
"""

EFFECTS = {
    "up": "v = s[0] + 2\n    s[0] = 9 if v > 9 else v",
    "down": "v = s[1] - 3\n    s[1] = -5 if v < -5 else v",
    "both": "v = s[0] - 1\n    s[0] = 0 if v < 0 else v\n"
    "    v = s[1] + 4\n    s[1] = 5 if v > 5 else v",
    "within": "v = s[1] + 1\n    s[1] = -5 if v < -5 else (5 if v > 5 else v)",
    "on": "s[2] = 1",
    "off": "s[2] = 0",
    "nothing": "pass",
}
"""Effects that are rows."""

OTHERS = {
    "half": "v = s[0] + s[1] // 2\n    s[0] = 9 if v > 9 else v",
    "middle": "s[0] = 4",
    "twice": "v = s[0] + 9\n    s[0] = 9 if v > 9 else v\n"
    "    v = s[0] - 1\n    s[0] = 0 if v < 0 else v",
    "other": "v = s[0] + 1\n    s[1] = 5 if v > 5 else v",
    "short": "v = s[0] + 1\n    s[0] = 8 if v > 8 else v",
    "fall": "v = s[1] - 1\n    s[1] = -4 if v < -5 else v",
    "table": "v = LOW[0] + 1\n    s[0] = 9 if v > 9 else v",
    "free": "s[0] = s[0] + 1",
    "jump": "v = s[0] + 1\n    s[0] = 8 if v > 9 else v",
    "if": "if s[0] > 3:\n        s[2] = 1",
    "beyond": "v = s[3] + 1\n    s[3] = 99 if v > 99 else v",
    "three": "s[2] = 1\n    v = s[0] + 1\n    s[0] = 9 if v > 9 else v\n    v = s[1] + 1\n"
    "    s[1] = 5 if v > 5 else v",
}
"""Effects that stay functions."""


def dispatcher(name: str, leaves: list[str], arguments: str, key: str) -> str:
    lines = [f"    if {key} < {k}:\n        return {leaf}" for k, leaf in enumerate(leaves[:-1], 1)]
    return "\n".join([f"def {name}({arguments}):", *lines, f"    return {leaves[-1]}", ""])


def source() -> str:
    """Returns a program with a dispatcher of each form, over all effects."""
    effects = EFFECTS | OTHERS
    each = [f"do_{name}(s)" for name in effects]
    return HEAD + "\n".join(
        [
            *(
                f"def do_{name}(s):\n    {'' if body == 'pass' else body}\n    return 0\n"
                for name, body in effects.items()
            ),
            "def done(s):\n    s[2] = 1\n    return 1\n",
            dispatcher("flat", [*each, "0", "done(s)"], "s, i", "i"),
            dispatcher("few", each[:2], "s, k", "k"),
            dispatcher("many", each[2:], "s, k", "k"),
            dispatcher("deep", ["few(s, k)", "0", "many(s, k)", "done(s)"], "s, i, k", "i"),
            dispatcher("own", each[3:], "s, i", "i"),
            dispatcher("swapped", ["few(s, k)", "many(s, i)", "own(s, i)", "0"], "s, k, i", "k"),
        ]
    )


def run(tree: ast.Module) -> dict[str, Any]:
    space: dict[str, Any] = {"__builtins__": {}}
    exec(compile(ast.fix_missing_locations(tree), "<program>", "exec"), space)
    return space


def called(tree: ast.Module, by: str) -> set[str]:
    """Returns what functions of a program call whose names begin so."""
    return {
        node.func.id
        for function in tree.body
        if isinstance(function, ast.FunctionDef) and function.name.startswith(by)
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }


@pytest.mark.parametrize("name", ["flat", "deep", "swapped"])
def test_rows_do_what_the_functions_did(name: str) -> None:
    tree = check(source())
    plain, fast = run(tree), run(tabled(tree))
    random = Random(name)
    for i, k in product(range(-2, len(EFFECTS) + len(OTHERS) + 4), repeat=2):
        keys = (i,) if name == "flat" else (i, k)
        state = [random.randint(0, 9), random.randint(-5, 5), random.randint(0, 1), 7]
        other = state.copy()
        assert plain[name](state, *keys) == fast[name](other, *keys)
        assert state == other, (i, k)


def test_fixed_effects_are_rows_and_others_are_not() -> None:
    others = {f"do_{name}" for name in OTHERS} | {"done"}
    assert called(tabled(check(source())), "flat") == {"apply_row", "flat__rest"} | others
    assert called(tabled(check(source())), "deep") == {"apply_row", "deep__rest"} | others


def test_without_effects_nothing_is_changed() -> None:
    tree = check("def main(s, i):\n    return s[i]\n")
    assert tabled(tree) is tree


@pytest.mark.parametrize("make", [benchmark, lambda: program_of(FAIR)])
def test_games_end_alike(make: Callable[[], Program]) -> None:
    program = make()
    fast = run(tabled(check(program.source)))
    assert "ROWS_outcome" in fast
    for seed in range(20):
        ends = []
        for play in (program.run.playout, fast["playout"]):
            state = empty_state(program, Setup())
            state[program.layout["SEED_B"]] = seed
            play(state, program.scratch(), 0, 0)
            ends.append(state)
        assert ends[0] == ends[1]
