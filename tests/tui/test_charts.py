"""The charts by key on every seat's screen, without a word of markup in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.screen import Screen

from tests.tui import sample, screen
from tests.tui.seat_app import SIZES, SeatApp
from wargame.table.replay import Replay
from wargame.tui.board import BoardScreen
from wargame.tui.console import ConsoleScreen
from wargame.tui.replay import ReplayScreen
from wargame.tui.team import TeamScreen
from wargame.tui.widgets.chart_sheet import ChartSheet

SEATS: dict[str, Callable[[], Screen[None]]] = {
    "team": lambda: TeamScreen(sample.FakeClient()),
    "console": lambda: ConsoleScreen(sample.FakeClient(sample.view("facilitator"))),
    "board": lambda: BoardScreen(sample.FakeClient(sample.view("public"))),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("seat", SEATS)
async def test_charts_open_by_key_and_close(seat: str, size: tuple[int, int]) -> None:
    app = SeatApp(SEATS[seat]())
    async with app.run_test(size=size) as pilot:
        await screen.settle(pilot)
        await pilot.press("f12")
        await screen.settle(pilot)
        assert "Scores, 0 to 10" in screen.text(app)
        await pilot.press("down", "down")
        await screen.settle(pilot)
        text = screen.text(app)
        assert "Water in the reservoir, 0 to 10" in text
        assert "▆▅ Water" in text
        for row in ("7 │   ██", "0 ┼──────────", "2  now", "7    6"):
            assert row in text, row
        await pilot.press("escape")
        await screen.settle(pilot)
        assert not isinstance(app.screen, ChartSheet)


async def test_charts_open_although_the_first_view_is_still_on_its_way() -> None:
    shown = TeamScreen(sample.FakeClient())
    app = SeatApp(shown)
    async with app.run_test(size=(160, 50)) as pilot:
        await screen.settle(pilot)
        shown.seen = None
        await pilot.press("f12")
        await screen.settle(pilot)
        assert isinstance(app.screen, ChartSheet)


async def test_a_team_has_the_odds_of_its_orders_drawn() -> None:
    app = SeatApp(SEATS["team"]())
    async with app.run_test(size=(160, 50)) as pilot:
        await screen.settle(pilot)
        await pilot.press("f12", "end")
        await screen.settle(pilot)
        assert "58 percent ██████████████▌" in screen.text(app)


async def test_a_replay_draws_what_has_happened_so_far() -> None:
    replay = Replay.open("river-tutorial")
    app = SeatApp(ReplayScreen(replay))
    async with app.run_test(size=(100, 30)) as pilot:
        await screen.settle(pilot)
        await pilot.press("end", "f12", "down")
        await screen.settle(pilot)
        assert "end" in screen.text(app)


async def test_the_final_scores_are_played_for_when_they_are_looked_at() -> None:
    app = SeatApp(SEATS["console"]())
    async with app.run_test(size=(160, 50)) as pilot:
        await screen.settle(pilot)
        await pilot.press("f12", "down")
        await screen.settle(pilot)
        assert "North ··▃·▃█▅···· half of them from 4 to 5, mean 4.8" in screen.text(app)
