"""A translator that makes one mistake is caught, whichever it is."""

from __future__ import annotations

import ast
from itertools import product

import pytest

from tests.fuzz import programs
from tests.kernel.games import FAIR, program_of
from tests.native.mutants import CONSTRUCTS, GAMES, Mutant
from wargame.kernel.program import compile_program
from wargame.native import engine, translate
from wargame.native.engine import buffer, compile_native, load_native
from wargame.native.translate import LIST, NUMBER

EXPORTS = {"main": (LIST, NUMBER, NUMBER)}

SOURCE = '''\
BYTES = (3, -1, 100)
WORDS = (3, -300, 400)
LONG = (3, -70000, 5000000000)

def main(s, a, b):
    """Uses every construct; whatever goes wrong, no place beyond s[15] is named."""
    i = 0
    while i < 3:
        s[i] = BYTES[i] + WORDS[i] - LONG[i]
        i = i + 1
    s[3] = a // 4
    s[4] = a % 4
    s[5] = (a >> 2) ^ ((b & 6) | (a & 12) | 5)
    s[6] = a << 2
    s[7] = 10 if a > b and a < 7 else b
    s[8] = touch(s, 9) if a == 3 else touch(s, 10) - b
    if a > 0 and touch(s, 11) > 3 or not b == 1:
        s[12] = pick(a)
    else:
        s[12] = 1 + (a != b)
    return not a > b

def touch(s, i):
    s[i] = s[i] + 1
    return s[i]

def pick(i):
    if i < 1:
        return 10
    if i < 2:
        return 20
    if i < 3:
        return 30
    return 40
'''


def constructs() -> list[list[int]]:
    """Returns what the source comes to natively, for numbers of both signs and around bounds."""
    made = load_native(compile_native(SOURCE, EXPORTS), EXPORTS)
    found = []
    for a, b in product((-9, -4, -1, 0, 1, 2, 3, 6, 7, 8, 40), (-3, 0, 1, 3, 7)):
        s = buffer([0] * 16)
        found.append([made.main(s, a, b), *s])
    return found


@pytest.fixture(scope="module")
def meant() -> list[list[int]]:
    """What the source comes to in CPython, and natively by the right translator."""
    space: dict[str, object] = {"__builtins__": {}}
    exec(compile_program(SOURCE), space)
    main = space["main"]
    assert callable(main)
    found = []
    for a, b in product((-9, -4, -1, 0, 1, 2, 3, 6, 7, 8, 40), (-3, 0, 1, 3, 7)):
        s = [0] * 16
        found.append([int(main(s, a, b)), *s])
    assert constructs() == found
    return found


@pytest.mark.parametrize("mutant", CONSTRUCTS, ids=lambda mutant: mutant.title)
def test_a_wrong_construct_is_caught(
    mutant: Mutant, meant: list[list[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "translate", mutant.translate)
    assert constructs() != meant


def test_a_table_that_is_too_narrow_is_caught(
    meant: list[list[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translate, "_width", lambda _: "i8")
    assert constructs() != meant


def test_operands_that_are_evaluated_in_vain_are_caught(
    meant: list[list[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translate, "is_plain", lambda node, constants: True)
    assert constructs() != meant


def test_cases_that_are_one_off_are_caught(
    meant: list[list[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    right = translate.cases

    def shifted(node: ast.FunctionDef) -> tuple[str, list[tuple[int, ast.expr]]] | None:
        found = right(node)
        return found and (found[0], [(first + 1, value) for first, value in found[1]])

    monkeypatch.setattr(translate, "cases", shifted)
    assert constructs() != meant


@pytest.fixture(scope="module")
def games() -> list[list[int]]:
    program = program_of(FAIR)
    return programs.series(program, programs.plain(program), 1, 60)


@pytest.mark.parametrize("mutant", GAMES, ids=lambda mutant: mutant.title)
def test_games_of_a_wrong_translator_are_caught(
    mutant: Mutant, games: list[list[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    program = program_of(FAIR)
    monkeypatch.setattr(engine, "translate", mutant.translate)
    assert programs.series(program, programs.native(program.source), 1, 60) != games


def test_games_of_the_right_translator_are_the_same(games: list[list[int]]) -> None:
    program = program_of(FAIR)
    assert programs.series(program, programs.native(program.source), 1, 60) == games
