"""The coach on the team's screen: a line after each turn, notes by key, off by key."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Event

import pytest
from textual.pilot import Pilot

from tests.tui import sample, screen
from tests.tui.seat_app import SIZES, SeatApp
from wargame.analysis.coaching import Advice, GoOn, Leaning, Worth
from wargame.tui import beside
from wargame.tui.commands import ScreenCommands
from wargame.tui.team import TeamScreen
from wargame.tui.widgets.coach_sheet import COACH, CoachSheet

ADVICE = Advice(
    turn=2,
    games=180,
    worths=(
        Worth("sow", "Sow [/] winter wheat", False, 5.6, 0.0, 0.0),
        Worth("open", "Open the gate", True, 5.1, 0.5, 0.2),
        Worth("", "", False, 4.0, 1.6, 0.3),
    ),
    leanings=(Leaning("South", "Thirst", 0.62),),
    lost=(),
)


class FakeCoach:
    """Is a coach that knows one note, or one that plays until it is stopped."""

    seat = "north"

    def __init__(self, advice: Advice | None = ADVICE, *, endless: bool = False) -> None:
        self.is_on = True
        self.known = advice
        self.finished = 2
        self.asked: list[int] = []
        self.stopped = Event()
        self._endless = endless

    def switch(self) -> None:
        self.is_on = not self.is_on

    def advice(self, turn: int, *, go_on: GoOn) -> Advice | None:
        self.asked.append(turn)
        while self._endless:
            if not go_on(64, 1024) or self.stopped.wait(0.01):
                self.stopped.set()
                return None
        return self.known if turn == 2 else None


@asynccontextmanager
async def seated(
    coach: FakeCoach | None, *, size: tuple[int, int] = (80, 24), settled: bool = True
) -> AsyncIterator[tuple[Pilot[None], sample.FakeClient]]:
    client = sample.FakeClient()
    app = SeatApp(TeamScreen(client, coach=coach))  # type: ignore[arg-type]
    async with app.run_test(size=size, notifications=True) as pilot:
        if settled:
            await screen.settle(pilot)
        yield pilot, client


async def press(pilot: Pilot[None], *keys: str) -> str:
    for key in keys:
        await pilot.press(key)
        await screen.settle(pilot)
    return screen.text(pilot.app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_hint_stands_above_the_orders(size: tuple[int, int]) -> None:
    async with seated(FakeCoach(), size=size) as (pilot, _):
        text = " ".join(screen.text(pilot.app).split())
        assert "Coach, turn 2: Sow [/] winter wheat came to 0.5 more than Open the gate" in text


async def test_a_turn_that_ends_is_looked_back_on_once() -> None:
    coach = FakeCoach()
    async with seated(coach) as (pilot, client):
        client.change(sample.view(turn=3, date="April"))
        await screen.settle(pilot)
        assert coach.asked == [2]
        client.change(sample.view(turn=4))
        await screen.settle(pilot)
        assert coach.asked == [2, 3]
        assert "Coach" not in screen.text(pilot.app)  # there is no note on that turn


@pytest.mark.parametrize("size", SIZES)
async def test_the_notes_say_what_each_order_came_to(size: tuple[int, int]) -> None:
    async with seated(FakeCoach(), size=size) as (pilot, _):
        text = await press(pilot, "u")
        for expected in (
            "Turn 2",
            "Sow [/] winter wheat",
            "5.6",
            "the most",
            "▶ Open the gate",
            "0.5 less than",
            "no order at all",
            "over 180 games",
            "South seems to be after Thirst: 62 percent",
            "You gave no orders.",
            "x switches",
        ):
            assert expected in text, expected
        assert "Orders" in await press(pilot, "escape")
        assert isinstance(pilot.app.screen, TeamScreen)


async def test_x_switches_the_coach_off_and_on() -> None:
    coach = FakeCoach()
    async with seated(coach) as (pilot, _):
        text = await press(pilot, "u", "x")
        assert "The coach is off" in text
        assert not coach.is_on
        assert "Coach, turn 2" not in await press(pilot, "u")
        assert "the most" in await press(pilot, "u", "x")
        assert coach.is_on
        assert "Coach, turn 2" in await press(pilot, "escape")


async def test_long_work_is_told_of_and_ends_when_it_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(beside, "PATIENCE", 0.0)
    coach = FakeCoach(endless=True)
    async with seated(coach, settled=False) as (pilot, _):
        while "playing turn 2 on, 64 of 1024 games" not in screen.text(pilot.app):
            await pilot.pause(0.01)
        await pilot.app.pop_screen()
        while not coach.stopped.is_set():
            await pilot.pause(0.01)


async def test_a_shared_table_is_told_that_it_has_no_coach() -> None:
    async with seated(None) as (pilot, _):
        assert "plays alone against bots" in await press(pilot, "u")
        assert isinstance(pilot.app.screen, TeamScreen)


async def test_every_action_of_the_notes_is_in_the_palette() -> None:
    async with seated(FakeCoach()) as (pilot, _):
        await press(pilot, "u")
        assert isinstance(pilot.app.screen, CoachSheet)
        provider = ScreenCommands(pilot.app.screen)
        titles = [hit.text async for hit in provider.discover()]
        assert titles == [key.title for key in COACH]
