"""Games by the thousand, natively and in CPython: one digest."""

from __future__ import annotations

import ast
import hashlib

import pytest

from tests.kernel.games import FAIR, SHIPPED, program_of
from wargame.kernel.play import begin
from wargame.kernel.program import Program
from wargame.kernel.setup import Setup
from wargame.native import fast, store
from wargame.native.engine import buffer

SEEDS, PARTS = 10_000, 8
"""Games of the whole scenario, and how many tests they are shared out over."""


def seeds(first: int, count: int) -> list[int]:
    return [(number * 2654435761 + 97) % 2**32 for number in range(first * 2, (first + count) * 2)]


def plain(program: Program, first: int, count: int, policy: int) -> bytes:
    results = [0] * program.layout["RESULT_SIZE"] * count
    start = begin(program, Setup())
    s, out = [0] * program.layout.size, program.scratch()
    program.run.play_series(s, out, start, seeds(first, count), results, count, policy)
    return buffer(results).tobytes()


def native(program: Program, first: int, count: int, policy: int) -> bytes:
    engine = fast(program)
    assert engine
    results = buffer([0] * program.layout["RESULT_SIZE"] * count)
    start = buffer(begin(program, Setup()))
    s, out = buffer([0] * program.layout.size), buffer(program.scratch())
    engine.play_series(s, out, start, buffer(seeds(first, count)), results, count, policy)
    return results.tobytes()


@pytest.mark.parametrize("id", [FAIR, *SHIPPED])
@pytest.mark.parametrize("policy", [0, -1])
def test_games_end_alike(id: str, policy: int) -> None:
    program = program_of(id)
    assert native(program, 0, 100, policy) == plain(program, 0, 100, policy)


@pytest.mark.parametrize("part", range(PARTS))
def test_ten_thousand_games_of_the_whole_scenario_have_one_digest(part: int) -> None:
    program, count = program_of(SHIPPED[-1]), SEEDS // PARTS
    plainly, natively = (
        hashlib.sha256(play(program, part * count, count, part * 5 % 16)).hexdigest()
        for play in (plain, native)
    )
    assert plainly == natively


def test_a_wrong_translator_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    from wargame.native import translate

    program = program_of(FAIR)
    # draws stay within their bounds, so that no wrong place is written to
    monkeypatch.setitem(translate.ARITHMETIC, ast.BitXor, "or")  # type: ignore[arg-type]
    monkeypatch.setattr(store, "_translator", lambda: "wrong")
    store._engine.cache_clear()
    assert native(program, 0, 50, 0) != plain(program, 0, 50, 0)
    store._engine.cache_clear()
