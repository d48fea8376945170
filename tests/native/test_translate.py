"""Each construct of the portable subset means natively what it means in CPython."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wargame.errors import ProgramUnsafe
from wargame.kernel.program import compile_program
from wargame.kernel.subset import check
from wargame.native.engine import buffer, compile_native, load_native
from wargame.native.translate import LIST, NUMBER, translate

EXPORTS = {"main": (LIST, NUMBER, NUMBER)}

SOURCE = '''\
SEVEN = 7
TABLE = (3, -1, 400, 70000, -5000000000)

def main(s, a, b):
    """Does a bit of everything."""
    total = 0
    i = 0
    while i < 8:
        if s[i] > a and (s[i] % SEVEN == 3 or side(s, i) > 0):
            total = total + s[i] // SEVEN
        elif not s[i] == b:
            total = total - TABLE[i % 5] + (1 if a < b and b < 100 else 0)
        else:
            s[i] = total
            pass
        if total > 100000:
            return total * 3 + pair(s, s)
        i = i + 1
    s[0] = ((total & 0xFFFF) << 3) ^ (a >> 2) | (b & 1)
    truth = a > b or not (s[1] > 0)
    return -total if truth else total + (side(s, 2) if a else s[3] * -2)

def side(s, i):
    s[i] = s[i] + 1
    if s[i] > 5:
        return s[i] - 5
    return 0

def pair(s, r):
    return s[0] + r[1]
'''

WHOLE = st.integers(-(10**6), 10**6)


def cpython(source: str) -> Any:
    space: dict[str, Any] = {"__builtins__": {}}
    exec(compile_program(source), space)
    return space["main"]


@pytest.fixture(scope="module")
def native() -> Any:
    return load_native(compile_native(SOURCE, EXPORTS), EXPORTS)


@settings(max_examples=400, deadline=None)
@given(s=st.lists(WHOLE, min_size=8, max_size=8), a=WHOLE, b=WHOLE)
def test_both_ways_to_run_it_agree(native: Any, s: list[int], a: int, b: int) -> None:
    mine, its = list(s), buffer(s)
    assert native.main(its, a, b) == cpython(SOURCE)(mine, a, b)
    assert its.tolist() == mine


@pytest.mark.parametrize("a", range(-9, 10))
@pytest.mark.parametrize("divisor", [1, 2, 3, 8])
def test_division_rounds_down(a: int, divisor: int) -> None:
    source = f"def main(s, a, b):\n    s[0] = a // {divisor}\n    return a % {divisor}\n"
    engine = load_native(compile_native(source, EXPORTS), EXPORTS)
    s = buffer([0])
    assert (engine.main(s, a, 0), s[0]) == (a % divisor, a // divisor)


def test_no_more_is_evaluated_than_in_python() -> None:
    source = (
        "def main(s, a, b):\n"
        "    if a > 0 and touch(s, 0) > 0 or touch(s, 1) > 5:\n"
        "        return 1\n"
        "    return 2\n"
        "def touch(s, i):\n"
        "    s[i] = s[i] + 1\n"
        "    return s[i]\n"
    )
    engine = load_native(compile_native(source, EXPORTS), EXPORTS)
    for a in (0, 1):
        mine, its = [0, 0], buffer([0, 0])
        assert engine.main(its, a, 0) == cpython(source)(mine, a, 0)
        assert its.tolist() == mine


@pytest.mark.parametrize(
    "line",
    [
        "return 1 if (0 and a > b) else 2",
        "return 3 + (1 and a > 0) if (a < b or 0) else (1 or b > 0)",
        "return (a > 0 if b > 0 else 0) and (1 if a > b else b == 1)",
        "return ((a > 0 and b > 0) if s[a & 1] > 4 else not a) or a > 5",
    ],
)
def test_truths_in_any_form_can_be_joined(line: str) -> None:
    source = f"def main(s, a, b):\n    s[1] = 5\n    {line}\n"
    engine = load_native(compile_native(source, EXPORTS), EXPORTS)
    for a in range(-2, 8):
        for b in (-1, 0, 1, 3):
            assert engine.main(buffer([3, 0]), a, b) == cpython(source)([3, 0], a, b)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("return a // b", "only a positive constant"),
        ("return a // 0", "only a positive constant"),
        ("return a % -3", "only a positive constant"),
        ("return a and b", "is a number and not a truth"),
        ("return 1 + (a or 2)", "is a number and not a truth"),
        ("return (a and b) or a > 1", "is a number and not a truth"),
        ("return a > 1 and (b if a else 0)", "is a number and not a truth"),
        ("s = 3\n    return s[0]", "the list 's' is assigned to"),
        ("return s + s[0]", "cannot be translated"),
        ("return a[0]", "takes other arguments"),
        ("return len(s)", "is no function of 1 values"),
        ("return s.x", "Attribute"),
    ],
)
def test_what_could_mean_something_else_is_refused(line: str, fault: str) -> None:
    source = f"def main(s, a, b):\n    s[1] = 0\n    {line}\n"
    with pytest.raises(ProgramUnsafe, match=fault):
        compile_native(source, EXPORTS)


def test_a_list_that_nothing_is_done_with_is_one() -> None:
    """Such as the state, in the scores of a scenario without goals."""
    source = "def main(s, a, b):\n    return idle(s, a)\ndef idle(s, a):\n    return a + 1\n"
    text = translate(check(source), EXPORTS)
    assert "@idle(ptr noalias %s, i64 %a.in)" in text
    assert load_native(compile_native(source, EXPORTS), EXPORTS).main(buffer([0]), 4, 0) == 5


def test_tables_cannot_be_changed() -> None:
    source = "TABLE = (1, 2)\ndef main(s, a, b):\n    TABLE[0] = a\n    return s[0]\n"
    with pytest.raises(ProgramUnsafe, match="no list that can be changed"):
        translate(check(source), EXPORTS)


def test_only_what_is_reached_is_translated() -> None:
    text = translate(check(SOURCE + "def alone(s):\n    return s[0]\n"), EXPORTS)
    assert "@main(" in text
    assert "@alone(" not in text


DISPATCHER = (
    "def main(s, a, b):\n"
    "    return pick(s, a)\n"
    "def pick(s, i):\n"
    "    if i < 3:\n"
    "        if i < 1:\n"
    "            return 10\n"
    "        return s[0] + i\n"
    "    if i < 5:\n"
    "        return 30\n"
    "    if i < 6:\n"
    "        return 40\n"
    "    return 50\n"
)


def test_a_dispatcher_becomes_a_table_that_means_the_same() -> None:
    assert "switch" in translate(check(DISPATCHER), EXPORTS)
    engine = load_native(compile_native(DISPATCHER, EXPORTS), EXPORTS)
    for a in (-(10**9), *range(-3, 12), 10**9):
        assert engine.main(buffer([7]), a, 0) == cpython(DISPATCHER)([7], a, 0)


def test_what_may_fail_is_not_evaluated_in_vain() -> None:
    """Plain operands may be; a place that is far out of the list, or a division, may not."""
    import ast

    from wargame.native.plain import is_plain

    def plain(text: str) -> bool:
        return is_plain(ast.parse(text, mode="eval").body, {"AT": 3})

    assert plain("s[AT + 2] > 1 and not s[4] == b")
    assert not plain("s[i] > 1")
    assert not plain("a // 2 > 1")
    assert not plain("side(s) > 1")
