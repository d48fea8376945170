from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from wargame.plain.console import Console
from wargame.scenario.load import load_scenario
from wargame.scenario.model import Scenario
from wargame.table.session import Session
from wargame.table.setup import HUMAN, TableSetup

Start = Callable[..., Session]


class Script:
    """Is a console that reads from a list and writes to one."""

    def __init__(self, *lines: str, is_terminal: bool = False) -> None:
        self.left = list(lines)
        self.written: list[str] = []
        self.prompts: list[str] = []
        self.console = Console(read=self._read, write=self.written.append, is_terminal=is_terminal)

    @property
    def text(self) -> str:
        return "\n".join(self.written)

    def _read(self, prompt: str) -> str | None:
        self.prompts.append(prompt)
        self.written.append(f"[{prompt}]")
        return self.left.pop(0) if self.left else None


@pytest.fixture(scope="session")
def river() -> Scenario:
    """Returns the tutorial: two teams, three turns."""
    return load_scenario("river")


@pytest.fixture
def start(river: Scenario, tmp_path: Path) -> Iterator[Start]:
    """Starts games that are closed after the test; people hold all teams unless told otherwise."""
    begun: list[Session] = []

    def begin(**given: Any) -> Session:
        fields: dict[str, Any] = {
            "scenario": river.id,
            "seed": 3,
            "seats": dict.fromkeys(river.teams, HUMAN),
        }
        setup = TableSetup(**{**fields, **given})
        name = f"game-{len(begun) + 1}"
        session = Session.start(setup, name=name, save_dir=tmp_path, scenario=river)
        begun.append(session)
        return session

    yield begin
    for session in begun:
        session.close()
