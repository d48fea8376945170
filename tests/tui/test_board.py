"""The public board: large, steady, without a secret, and a briefing that steps forward."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from attrs import evolve
from textual.pilot import Pilot

from tests.tui import sample, screen
from tests.tui.seat_app import SIZES, SeatApp
from tests.tui.test_team import haunted
from wargame.kernel.view import View
from wargame.tui.board import KEYS, BoardScreen, named
from wargame.tui.commands import ScreenCommands
from wargame.tui.keys import COMMON
from wargame.tui.widgets.bigtext import ROWS, big_rows
from wargame.tui.widgets.dial import Dial


@asynccontextmanager
async def shown_board(
    shown: View | None = None, *, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[None], sample.FakeClient]]:
    client = sample.FakeClient(shown or sample.view("public", turn=2))
    app = SeatApp(BoardScreen(client))
    async with app.run_test(size=size) as pilot:
        await screen.settle(pilot)
        yield pilot, client


async def press(pilot: Pilot[None], *keys: str) -> str:
    for key in keys:
        await pilot.press(key)
        await screen.settle(pilot)
    return screen.text(pilot.app)


@pytest.mark.parametrize("size", SIZES)
async def test_board_tells_turn_phase_gauges_trend_and_seals(size: tuple[int, int]) -> None:
    async with shown_board(size=size) as (pilot, _):
        text = screen.text(pilot.app)
        for expected in (
            *big_rows("2/6", 20),
            "[Orders]",
            "Water in the reservoir",
            "▼1",
            "Credibility, North",
            "Waiting for North",
            "North  ○ deciding",
            "South  ● sealed",
        ):
            assert expected in text, expected
        assert text.upper().count("HALF OPEN") == 1


async def test_what_the_room_may_not_see_leaves_no_trace() -> None:
    async with shown_board(size=(160, 50)) as (pilot, _):
        assert "Southern mood" not in screen.text(pilot.app)


async def test_few_gauges_on_a_large_screen_are_drawn_large_and_z_zooms() -> None:
    async with shown_board(size=(160, 50)) as (pilot, _):
        assert {dial.size.height for dial in pilot.app.screen.query(Dial)} == {4}
        assert "Shut ─  HALF OPEN  ─ Open" in screen.text(pilot.app)
        await press(pilot, "z")
        assert {dial.size.height for dial in pilot.app.screen.query(Dial)} == {1}
        await press(pilot, "z")
        assert {dial.size.height for dial in pilot.app.screen.query(Dial)} == {4}


async def test_gauges_that_do_not_fit_are_reached_by_scrolling() -> None:
    many = tuple(sample.gauge(f"g{n}", f"Gauge number {n}", n % 10) for n in range(40))
    async with shown_board(sample.view("public", gauges=many)) as (pilot, _):
        assert "Gauge number 39" not in screen.text(pilot.app)
        assert "Gauge number 39" in await press(pilot, "down", "down", "down")
        assert "Gauge number 0" in await press(pilot, "up", "up", "up")


@pytest.mark.parametrize("size", SIZES)
async def test_briefing_steps_forward_and_back(size: tuple[int, int]) -> None:
    async with shown_board(size=size) as (pilot, _):
        text = screen.text(pilot.app)
        assert "Briefing 1/2" in text
        assert "Melt water fills the reservoir." in text
        assert "4 → 6" in text
        text = await press(pilot, "space")
        assert "The bank does not wait." in text
        assert "that is all" in text
        assert "The bank does not wait." in await press(pilot, "space")
        assert "Melt water" in await press(pilot, "backspace")


async def test_briefing_goes_on_with_what_is_new() -> None:
    async with shown_board() as (pilot, client):
        await press(pilot, "space")
        news = evolve(sample.CHANGES[0], record=30, title="A bridge falls", says="It was old.")
        client.change(sample.view("public", turn=2, changes=(*sample.CHANGES, news)))
        await screen.settle(pilot)
        text = screen.text(pilot.app)
        assert "A bridge falls" in text
        assert "Briefing 3/3" in text


async def test_orders_come_to_the_board_when_they_are_revealed() -> None:
    given = evolve(sample.NORTH.orders[0], status="voided")
    async with shown_board() as (pilot, client):
        assert "Audit the meters" not in screen.text(pilot.app)
        client.change(sample.view("public", orders=(given,)))
        await screen.settle(pilot)
        text = screen.text(pilot.app)
        assert "Orders, revealed" in text
        assert "✗ voided North  Audit the m" in text


@pytest.mark.parametrize("size", SIZES)
async def test_end_shows_closing_text_and_scores(size: tuple[int, int]) -> None:
    async with shown_board(sample.over("public"), size=size) as (pilot, _):
        text = screen.text(pilot.app)
        for expected in ("A dry truce", "The gate stands half open.", "8 North", "Thirst"):
            assert expected in text, expected


@pytest.mark.parametrize(("shift", "size"), [(0, SIZES[0]), (3, SIZES[1]), (7, SIZES[0])])
async def test_hostile_text_is_shown_as_it_is(shift: int, size: tuple[int, int]) -> None:
    async with shown_board(haunted(sample.view("public"), shift), size=size) as (pilot, client):
        for key in ("space", "space", "z", "down"):
            text = await press(pilot, key)
            assert "\x1b" not in text
            assert "\x9b" not in text
        client.change(haunted(sample.over("public"), shift))
        await screen.settle(pilot)
        assert pilot.app.is_running


async def test_every_action_is_in_the_palette() -> None:
    async with shown_board() as (pilot, _):
        provider = ScreenCommands(pilot.app.screen)
        titles = [hit.text async for hit in provider.discover()]
        for key in (*KEYS, *COMMON):
            assert key.title in titles


def test_gauges_that_share_a_title_are_told_apart() -> None:
    titles = [gauge.title for gauge in named(sample.view("public"))]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize("text", ["THE DRY VALLEY", "3/6", "S-400: why?", "Çeşme, İzmir"])
def test_big_letters_are_three_rows_and_fit(text: str) -> None:
    rows = big_rows(text, 80)
    assert len(rows) == ROWS
    assert all(len(row) <= 80 for row in rows)
    assert set("".join(rows)) <= set(" ▀▄█")


def test_big_letters_wrap_at_blanks_and_give_up_on_what_they_cannot_draw() -> None:
    assert len(big_rows("one two", 14)) == 2 * ROWS
    assert big_rows("one two", 8) == ()
    assert big_rows("漢字", 80) == ()
