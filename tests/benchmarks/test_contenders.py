"""The benchmark's contenders play one game: what is compared is the same work."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks.contenders import c, ours
from benchmarks.contenders.contender import (
    ID,
    RULESET,
    digest,
    program,
    seeds_of,
    start_of,
)
from wargame.scenario.files import read_texts
from wargame.scenario.load import inspect

GAMES = 50

FROZEN = 0x28FCAC66
"""The endings and scores of CPython's games when the ruleset was frozen."""


def test_frozen_ruleset_has_neither_fault_nor_warning() -> None:
    scenario, problems = inspect(read_texts(ID, RULESET), ID)

    assert problems == []
    assert scenario is not None
    assert len(scenario.teams) == 4
    assert len(scenario.moves) == 28


def test_ruleset_is_frozen() -> None:
    played = program()
    size, start = played.layout["RESULT_SIZE"], start_of(played)
    results = [0] * (GAMES * size)
    seeds = [half for seed in seeds_of(GAMES) for half in seed]

    played.run.play_series(start.copy(), played.scratch(), start, seeds, results, GAMES, 0)

    # the state's hashes depend on the slots' numbers, which may change
    told = [value for i, value in enumerate(results) if i % size != 1]
    assert digest(told) == FROZEN


@pytest.mark.skipif(shutil.which("gcc") is None, reason="needs gcc")
@pytest.mark.parametrize("make", [c.mechanical, c.tuned, c.unrolled])
def test_c_comes_to_the_same_final_states(make: object, tmp_path: Path) -> None:
    played = program()
    _, right = ours.cpython(played).series(GAMES)

    _, hashes = make(played, tmp_path).series(GAMES)  # type: ignore[operator]

    assert list(hashes) == list(right)


def test_native_comes_to_the_same_final_states() -> None:
    pytest.importorskip("llvmlite")
    played = program()
    _, right = ours.cpython(played).series(GAMES)

    for threads in (1, 2):
        _, hashes = ours.native(played, threads).series(GAMES)
        assert list(hashes) == list(right)


@pytest.mark.parametrize(("module", "maker"), [("openspiel", "openspiel"), ("aec", "pettingzoo")])
def test_libraries_come_to_the_same_final_states(module: str, maker: str) -> None:
    pytest.importorskip({"openspiel": "pyspiel"}.get(maker, maker))
    from importlib import import_module

    played = program()
    make = getattr(import_module(f"benchmarks.contenders.{module}"), maker)
    _, right = ours.cpython(played).series(20)

    assert list(make(played).series(20)[1]) == list(right)


def test_digest_tells_the_order_and_each_hash() -> None:
    assert digest([1, 2]) != digest([2, 1])
    assert digest([1, 2]) != digest([1, 3])
