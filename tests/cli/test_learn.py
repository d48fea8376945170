from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Printed
from wargame.table.memory import remembered

Wargame = Callable[..., Printed]


@pytest.fixture(autouse=True)
def _interpreted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARGAME_NATIVE", "0")


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_learning_goes_on_with_the_next_lesson(
    wargame: Wargame, monkeypatch: pytest.MonkeyPatch, environment: Path
) -> None:
    typed(monkeypatch, *["lesson"] * 30, "quit")
    first = wargame("learn", "--plain")
    assert first.code == 0
    assert "Lesson, 1 of 11: " in first.out
    assert "The lesson is over: Orders, odds and sealing." in first.out
    assert remembered(environment).lessons == {"river": ("orders_and_odds",)}
    typed(monkeypatch, "quit")
    assert "Lesson, 1 of 10: " in wargame("learn", "--plain").out


def test_a_lesson_can_be_named(wargame: Wargame, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "quit")
    told = wargame("learn", "secrets_and_the_table", "--scenario", "river", "--plain")
    assert "Lesson, 1 of 8: Two bots play and you run the table." in told.out


def test_a_lesson_that_there_is_not_is_refused(wargame: Wargame) -> None:
    told = wargame("learn", "orders_and_ods", "--plain")
    assert told.code == 2
    assert "did you mean 'orders_and_odds'?" in told.err


def test_a_scenario_without_lessons_is_refused(wargame: Wargame) -> None:
    told = wargame("learn", "--scenario", "s400", "--plain")
    assert told.code == 2
    assert "has no lessons" in told.err
