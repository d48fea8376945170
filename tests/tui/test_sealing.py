"""Sealing by key: asks where something would be lost, and never seals a turn that was not seen."""

from __future__ import annotations

import pytest
from attrs import evolve
from textual.events import Key
from textual.pilot import Pilot

from tests.tui import sample, screen
from tests.tui.seat_app import SeatApp
from wargame.kernel.view import View
from wargame.tui.team import TeamScreen
from wargame.tui.widgets.seal_form import SealForm


def with_north(**given: object) -> View:
    return sample.view(teams=(evolve(sample.NORTH, **given), sample.SOUTH))


def rich(left: int) -> View:
    return with_north(purses=tuple(evolve(purse, left=left) for purse in sample.NORTH.purses))


class FastTable(sample.FakeClient):
    """Is a table at which bots answer a seal at once: the next turn has begun when it is done."""

    def decide(self, decision: str) -> None:
        if decision.startswith("seal"):
            self.shown = evolve(with_north(orders=()), turn=self.shown.turn + 1)
        super().decide(decision)


async def press(pilot: Pilot[None], *keys: str) -> str:
    await pilot.press(*keys)
    await screen.settle(pilot)
    return screen.text(pilot.app)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_points_that_would_be_lost_are_asked_about(size: tuple[int, int]) -> None:
    client = sample.FakeClient(rich(3))
    async with SeatApp(TeamScreen(client)).run_test(size=size) as pilot:
        text = await press(pilot, "s")
        assert "1 Initiative would be lost: at most 2 can be kept" in text
        assert client.decided == []
        await press(pilot, "escape")
        assert client.decided == []
        await press(pilot, "s", "f9")
        assert client.decided == ["seal north"]
        assert isinstance(pilot.app.screen, TeamScreen)


async def test_a_second_press_does_not_seal_the_turn_that_has_just_begun() -> None:
    client = FastTable()
    async with SeatApp(TeamScreen(client)).run_test() as pilot:
        for _ in range(3):
            pilot.app.post_message(Key("s", "s"))
        await screen.settle(pilot)
        text = screen.text(pilot.app)
        assert client.decided == ["seal north"]
        assert "You have given no order." in text
        await press(pilot, "escape")
        assert client.decided == ["seal north"]


async def test_a_question_about_a_turn_that_has_ended_seals_nothing() -> None:
    client = sample.FakeClient(rich(3))
    async with SeatApp(TeamScreen(client)).run_test() as pilot:
        await press(pilot, "s")
        client.change(evolve(client.shown, turn=client.shown.turn + 1))
        text = await press(pilot, "f9")
        assert client.decided == []
        assert "turn 3 has ended meanwhile" in text
        assert isinstance(pilot.app.screen, SealForm)
