"""The generated program: numbers being moved, and nothing that an author wrote as text."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import attrs
import pytest

from tests.kernel.games import FAIR, SHIPPED, program_of
from wargame import kernel
from wargame.errors import ProgramUnsafe
from wargame.kernel.generate import generate
from wargame.kernel.play import begin
from wargame.kernel.program import build
from wargame.kernel.setup import Setup
from wargame.kernel.slots import lay_out
from wargame.kernel.subset import check
from wargame.scenario.model import Formula, Scenario

IDS = (FAIR, *SHIPPED)
ROOT = Path(kernel.__file__).parent

HOSTILE = (
    '"""\'\'\'\n\r\nimport os\nos.system("echo")\n#\\',
    "\n\ndef settle(s, out):\n    return 0\n",
    "x\u2028__import__('os')\u2029\x85\x00",
    "{0.__class__} %s ${HOME} `id` [/]",
)
HUMAN = {
    *("title", "text", "says", "brief", "summary", "credit", "ask", "why", "say", "reason", "date"),
    *("learning", "questions", "calendar", "calendar_inline", "voice", "source", "steps_titles"),
}


def poisoned(value: Any, name: str = "") -> Any:
    """Returns a record in which every text that is for people is hostile."""
    if isinstance(value, Formula):
        return value
    if attrs.has(type(value)):
        changed = {
            field.name: poisoned(getattr(value, field.name), field.name)
            for field in attrs.fields(type(value))
            if field.name not in ("mark", "texts", "id")
        }
        return attrs.evolve(value, **changed)
    if name == "steps":
        return {id: HOSTILE[i % len(HOSTILE)] for i, id in enumerate(value)}
    if isinstance(value, dict):
        return {id: poisoned(below, "") for id, below in value.items()}
    if isinstance(value, tuple):
        return tuple(poisoned(below, name) for below in value)
    if isinstance(value, str) and name in HUMAN:
        return HOSTILE[len(value) % len(HOSTILE)]
    return value


@pytest.mark.parametrize("id", IDS)
def test_no_text_for_people_reaches_the_program(id: str) -> None:
    clean = program_of(id)
    hostile: Scenario = poisoned(clean.scenario)
    assert hostile.about.title in HOSTILE
    assert next(iter(hostile.moves.values())).text in HOSTILE
    assert generate(hostile, lay_out(hostile)) == clean.source


@pytest.mark.parametrize("id", IDS)
def test_programs_are_in_the_subset_and_hold_no_strings(id: str) -> None:
    source = program_of(id).source
    tree = check(source)
    strings = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    written = "".join(
        path.read_text(encoding="utf8")
        for path in ROOT.rglob("*.py")
        if path.parent.name == "portable" or path.name == "chance.py"
    )
    assert all(string in written for string in strings)
    assert not any(isinstance(node, ast.Attribute | ast.Import) for node in ast.walk(tree))


@pytest.mark.parametrize("id", IDS)
def test_a_program_is_the_same_each_time(id: str) -> None:
    program = program_of(id)
    assert build(program.scenario).source == program.source


def test_a_program_has_no_builtins() -> None:
    run = program_of(FAIR).run
    assert vars(run)["__builtins__"] == {}


FUNCTION = "def f(s: list[int], n: int) -> int:\n    "


@pytest.mark.parametrize(
    "text",
    [
        "A = 1\nB = (1, -2)\n",
        FUNCTION + '"""Says what it does."""\n    return 0',
        FUNCTION + "s[n] = s[n + 1] * 2 - (3 if n > 1 and not s[0] else -4) % 5 // 6\n    return n",
        FUNCTION
        + "while n < 3:\n        n = n + 1\n        f(s, n)\n    return n >> 1 & 3 ^ 1 | 2 << 1",
        FUNCTION + "if n == 1 or n != 2:\n        pass\n    else:\n        return 1\n    return 0",
    ],
)
def test_the_subset_is_accepted(text: str) -> None:
    assert isinstance(check(text), ast.Module)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("import os", "program:1: Import is outside the portable subset"),
        ("A = 'x'", "A is no whole number"),
        ("A = 1.5", "A is no whole number"),
        ("A = True", "A is no whole number"),
        ("A = (1, (2,))", "A is no whole number"),
        ("A = B", "A is no whole number"),
        ("A = 1\nA = 2", "program:2: 'A' is defined twice"),
        ("A = B = 1", "Assign is outside"),
        ("print(1)", "Expr is outside"),
        ("class A: pass", "ClassDef is outside"),
        ("def f(: ", "cannot be read"),
        ("A = 1\x00", "cannot be read"),
        ("def f(*a): return 0", "takes more than plain arguments"),
        ("def f(a=1): return 0", "takes more than plain arguments"),
        ("def f(*, a): return 0", "takes more than plain arguments"),
        ("def f(**a): return 0", "takes more than plain arguments"),
        ("def f(a, /): return 0", "takes more than plain arguments"),
        ("def f(a: str) -> int: return 0", "'str' is no type of the subset"),
        ("def f(a) -> open('x'): return 0", "is no type of the subset"),
        ("A = 1\n@A\ndef f(): return 0", "'f' is decorated"),
        ("def f(): return 0\ndef f(): return 1", "program:2: 'f' is defined twice"),
        ("A = 1\ndef f(A): return 0", "'A' stands for something else"),
        ("A = 1\ndef f():\n    A = 2\n    return A", "'A' stands for something else"),
        ("def f():\n    f = 1\n    return 0", "'f' stands for something else"),
        (FUNCTION + "return", "Return is outside"),
        (FUNCTION + "return 'x'", "'x' is no whole number"),
        (FUNCTION + "'doc'\n    'x'\n    return 0", "Expr is outside"),
        (FUNCTION + "return 1.0", "1.0 is no whole number"),
        (FUNCTION + "return True", "True is no whole number"),
        (FUNCTION + "return s.x", "Attribute is outside"),
        (FUNCTION + "return open", "'open' is not known"),
        (FUNCTION + "return open(n)", "'open' is no function of 1 values here"),
        (FUNCTION + "return f(s)", "'f' is no function of 1 values here"),
        (FUNCTION + "return f(s, n=1)", "Call is outside"),
        (FUNCTION + "return f(*s)", "is no function of 1 values here"),
        (FUNCTION + "return f(*s, n)", "Starred is outside"),
        (FUNCTION + "return s[0][1]", "Subscript is outside"),
        (FUNCTION + "return s[0:1]", "Slice is outside"),
        (FUNCTION + "return n ** 2", "BinOp is outside"),
        (FUNCTION + "return n / 2", "BinOp is outside"),
        (FUNCTION + "return ~n", "UnaryOp is outside"),
        (FUNCTION + "return n in s", "only numbers are compared"),
        (FUNCTION + "return 1 < n < 3", "Compare is outside"),
        (FUNCTION + "return [n]", "List is outside"),
        (FUNCTION + "return lambda: 0", "Lambda is outside"),
        (FUNCTION + "return (n := 1)", "NamedExpr is outside"),
        (FUNCTION + "return f'{n}'", "JoinedStr is outside"),
        (FUNCTION + "return (yield)", "Yield is outside"),
        (FUNCTION + "n += 1\n    return n", "AugAssign is outside"),
        (FUNCTION + "n, n = 1, 2\n    return n", "Assign is outside"),
        (FUNCTION + "s.x = 1\n    return n", "Assign is outside"),
        (FUNCTION + "global n\n    return n", "Global is outside"),
        (
            FUNCTION + "try:\n        n = 1\n    finally:\n        n = 2\n    return n",
            "Try is outside",
        ),
        (
            FUNCTION + "while n:\n        n = 0\n    else:\n        n = 1\n    return n",
            "While is outside",
        ),
        (FUNCTION + "def g(): return 0\n    return n", "FunctionDef is outside"),
        (FUNCTION + "for n in s:\n        pass\n    return n", "For is outside"),
        (FUNCTION + "del s[0]\n    return n", "Delete is outside"),
        (FUNCTION + "raise n", "Raise is outside"),
        ("async def f(): return 0", "AsyncFunctionDef is outside"),
    ],
)
def test_everything_else_is_refused_with_its_line(text: str, said: str) -> None:
    with pytest.raises(ProgramUnsafe) as caught:
        check(text)
    assert said in str(caught.value)


def test_an_id_cannot_take_the_place_of_the_kernels_own_functions() -> None:
    program = program_of("river")
    written = {
        node.name
        for name in ("flow", "orders", "deals", "playout")
        for node in ast.parse((ROOT / "portable" / f"{name}.py").read_text(encoding="utf8")).body
        if isinstance(node, ast.FunctionDef)
    }
    prefixes = [
        *("needs", "act", "net", "addend", "outcome", "event", "option", "pool", "scripted"),
        *("rule", "upkeep", "clash", "term", "goal", "score", "weight", "worth", "preset", "legal"),
    ]
    assert not [name for name in written if name.startswith(tuple(f"{p}_" for p in prefixes))]
    moves = {"of": program.scenario.moves["dig_wells"], **program.scenario.moves}
    renamed = build(attrs.evolve(program.scenario, moves=moves))
    s = begin(renamed, Setup(seed=1))
    assert renamed.run.playout(s, renamed.scratch(), 0, 0) > 0
