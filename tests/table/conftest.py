"""A clock and salts that repeat, and small journals to break."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from wargame.table.header import Header
from wargame.table.journal import Journal
from wargame.table.setup import TableSetup

Begin = Callable[..., Journal]


def ticking() -> Callable[[], datetime]:
    """Returns a clock that is one second later every time it is read."""
    start, ticks = datetime(2024, 1, 1, tzinfo=UTC), count()
    return lambda: start + timedelta(seconds=next(ticks))


def numbered() -> Callable[[], str]:
    """Returns salts that count."""
    numbers = count()
    return lambda: f"{next(numbers):032x}"


def header() -> Header:
    return Header(
        program="0",
        language=1,
        title="A river",
        setup=TableSetup(scenario="river", seed=7, seats={"north": "human", "south": "random"}),
        created="2024-01-01T00:00:00+00:00",
        salt="00",
        texts={"rulesets/river/a.yaml": "scenario: {}\n"},
    )


def begin(path: Path, *, records: int = 0, **options: object) -> Journal:
    """Returns a new journal with so many records."""
    path.parent.mkdir(parents=True, exist_ok=True)
    journal = Journal.create(path, header(), clock=ticking(), salt=numbered(), **options)
    for number in range(records):
        write(journal, number)
    return journal


def write(journal: Journal, number: int) -> None:
    journal.append(
        parent=journal.head.number,
        seat="north",
        kind="decision",
        body={"do": f"order north dig +{number}", "turn": 1, "phase": "orders"},
    )


@pytest.fixture
def save(tmp_path: Path) -> Path:
    return tmp_path / "saves" / "river-1.jsonl"
