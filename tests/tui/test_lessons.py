"""A lesson on the screens: begun from the start screen, followed by keys, its box in sight."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui import screen
from tests.tui.seat_app import SIZES
from wargame.scenario.lessons import LOOKS
from wargame.table.memory import remembered
from wargame.table.tutor import begin_lesson
from wargame.tui.app import WargameApp
from wargame.tui.console_keys import CONSOLE
from wargame.tui.keys import COMMON
from wargame.tui.settings import Settings
from wargame.tui.team import TeamScreen
from wargame.tui.team_keys import TEAM


@pytest.fixture(autouse=True)
def _interpreted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARGAME_NATIVE", "0")


@asynccontextmanager
async def started(
    folder: Path, lesson: str = "", *, size: tuple[int, int] = (100, 30)
) -> AsyncIterator[Pilot[None]]:
    tutor = begin_lesson(folder, scenario="river", lesson=lesson) if lesson else None
    app = WargameApp(
        saves=folder,
        session=tutor.session if tutor else None,
        tutor=tutor,
        settings=Settings(coach=False),
    )
    async with app.run_test(size=size, notifications=True) as pilot:
        await screen.settle(pilot)
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> str:
    for key in keys:
        await pilot.press(key)
        await screen.settle(pilot)
    return " ".join(screen.text(pilot.app).replace("│", " ").split())


async def test_learn_begins_the_first_lesson(tmp_path: Path) -> None:
    async with started(tmp_path) as pilot:
        assert "Learn" in screen.text(pilot.app)
        text = await press(pilot, "l")
        assert isinstance(pilot.app.screen, TeamScreen)
        assert "1 of 11" in text
        assert "F9 goes on" in text


@pytest.mark.parametrize("size", [*SIZES, (100, 30)])
async def test_keys_decisions_and_f9_lead_through_a_lesson(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with started(tmp_path, "orders_and_odds", size=size) as pilot:
        assert "'b' opens your team's page" in await press(pilot, "f9")
        assert "3 of 11" in await press(pilot, "b")
        assert "'a' shows both" in await press(pilot, "escape")
        assert "4 of 11" in await press(pilot, "a")
        assert "5 of 11" in await press(pilot, "v", "escape")
        assert "Hint: Choose it from the list" in await press(pilot, "f9")
        assert "6 of 11" in await press(pilot, "f9")


async def test_a_palette_choice_counts_as_a_key(tmp_path: Path) -> None:
    async with started(tmp_path, "orders_and_odds") as pilot:
        await press(pilot, "f9")
        await pilot.app.screen.run_action("section('brief')")
        await screen.settle(pilot)
        assert "3 of 11" in screen.text(pilot.app)


async def test_the_desk_has_its_lesson_and_its_end_is_remembered(tmp_path: Path) -> None:
    async with started(tmp_path, "secrets_and_the_table") as pilot:
        assert "3 of 8" in await press(pilot, "f9", "g")
        assert "4 of 8" in await press(pilot, "n")
        assert "The lesson is over" in await press(pilot, *["f9"] * 4, "f12", "escape", *["f9"] * 2)
    assert remembered(tmp_path).lessons == {"river": ("secrets_and_the_table",)}


async def test_without_a_lesson_there_is_no_box(tmp_path: Path) -> None:
    async with started(tmp_path) as pilot:
        await press(pilot, "enter", "f9", "f9")
        assert "Hint" not in screen.text(pilot.app)


def test_everything_that_can_be_looked_at_has_a_key() -> None:
    assert set(LOOKS) <= {key.name for key in (*TEAM, *CONSOLE, *COMMON)}
