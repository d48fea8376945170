"""A clock and salts that repeat, and small journals to break."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from wargame.scenario.load import load_scenario
from wargame.scenario.model import Scenario
from wargame.table.autopilot import Autopilot
from wargame.table.header import Header
from wargame.table.journal import Journal
from wargame.table.session import Session
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


@cache
def river() -> Scenario:
    return load_scenario("river")


def seated(**options: Any) -> TableSetup:
    """Returns a table at which people hold every seat, unless `options` say otherwise."""
    seats = {"averil": "human", "ossany": "human"}
    return TableSetup(**{"scenario": "river", "seed": 3, "seats": seats} | options)


def sit(folder: Path, *, name: str = "game", **options: Any) -> Session:
    """Returns a new game of the river, facilitated by a person unless `options` say otherwise."""
    clock = options.pop("clock", None) or ticking()
    setup = seated(**{"facilitator": "human"} | options)
    return Session.start(
        setup, name=name, save_dir=folder, scenario=river(), clock=clock, salt=numbered()
    )


def run(session: Session, autopilot: Autopilot | None = None) -> int:
    """Lets the autopilot play until a person must decide; returns how much it played."""
    autopilot, played = autopilot or session.autopilot(), 0
    while autopilot.step():
        played += 1
    return played


def reach(session: Session, phase: str) -> None:
    """Plays on to a phase: everybody seals nothing, every outcome stands."""
    facilitator = session.client("facilitator")
    run(session)
    while facilitator.view().phase != phase:
        pass_once(session)


def finish(session: Session) -> None:
    """Plays on to the end of the game."""
    run(session)
    while not session.is_over:
        pass_once(session)


def pass_once(session: Session) -> None:
    view = session.client("facilitator").view()
    if view.node == "choice":
        seat = view.waiting_for[0]
        options = session.client(seat).view().options
        session.client(seat).decide(next(o.decision for o in options if o.kind == "choose"))
    elif view.node == "ruling":
        session.client("facilitator").decide("accept")
    elif view.node == "weigh":
        session.client("facilitator").decide('weigh 0 success [] failure [] because "even"')
    else:
        session.client("facilitator").decide("advance")
    run(session)
