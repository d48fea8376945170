"""The public board: large, steady, without a secret, and a briefing that steps forward."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from attrs import evolve
from textual.pilot import Pilot

from tests.tui import sample, screen
from tests.tui.sample import Clock
from tests.tui.seat_app import SIZES, SeatApp
from tests.tui.test_team import haunted
from wargame.kernel.view import View
from wargame.scenario.board import Board
from wargame.tui.board import BoardScreen, named
from wargame.tui.board_keys import BOARD
from wargame.tui.clock import PhaseClock
from wargame.tui.commands import ScreenCommands
from wargame.tui.keys import COMMON
from wargame.tui.widgets.big_clock import BigClock
from wargame.tui.widgets.bigtext import ROWS, big_rows
from wargame.tui.widgets.dial import Dial

ALL_SIZES = (*SIZES, (100, 30))

NEWS = (
    *sample.CHANGES,
    sample.change(29, "The bridge holds.", "water", "6", "5"),
    sample.change(30, "A late frost.", "grain", "4", "3"),
)
"""Two changes of turn 2, which has ended, and two of turn 3."""


@asynccontextmanager
async def shown_board(
    shown: View | None = None,
    *,
    size: tuple[int, int] = (80, 24),
    clock: PhaseClock | None = None,
) -> AsyncIterator[tuple[Pilot[None], sample.FakeClient]]:
    client = sample.FakeClient(shown or sample.view("public", turn=2))
    app = SeatApp(BoardScreen(client, clock=clock))
    async with app.run_test(size=size) as pilot:
        await screen.settle(pilot)
        yield pilot, client


async def press(pilot: Pilot[None], *keys: str) -> str:
    for key in keys:
        await pilot.press(key)
        await screen.settle(pilot)
    return screen.text(pilot.app)


@pytest.mark.parametrize("size", ALL_SIZES)
async def test_board_tells_turn_phase_seals_relations_and_the_reading(
    size: tuple[int, int],
) -> None:
    async with shown_board(size=size) as (pilot, _):
        text = screen.text(pilot.app)
        for expected in (
            *big_rows("2/6", 20),
            "[Orders]",
            "Waiting for North",
            "N O R T H",
            "○ deciding",
            "● sealed",
            "Goodwill",
            "4/10 ▲1",
            "The Valley Post",
            "“A dispute”",
            "Water in the reservoir",
            "▼1",
        ):
            assert expected in text, expected


@pytest.mark.parametrize("size", ALL_SIZES)
async def test_gauges_have_bars_steps_and_trends(size: tuple[int, int]) -> None:
    async with shown_board(size=size) as (pilot, _):
        text = await press(pilot, "g")
        for expected in ("Northern grain", "▼2", "█"):
            assert expected in text, expected
        assert text.upper().count("HALF OPEN") == 1


@pytest.mark.parametrize("size", ALL_SIZES)
async def test_gauges_that_belong_together_stand_in_a_table(size: tuple[int, int]) -> None:
    async with shown_board(size=size) as (pilot, _):
        assert "Credibility" not in await press(pilot, "g")
        text = await press(pilot, "t")
        for expected in ("Word against word", "Of the north", "-1", "hidden"):
            assert expected in text, expected
    async with shown_board(sample.view("public", board=Board()), size=size) as (pilot, _):
        assert "Tables" not in screen.text(pilot.app).splitlines()[-1]
        assert "Credibility, North" in await press(pilot, "g")


async def test_what_the_room_may_not_see_leaves_no_trace() -> None:
    async with shown_board(size=(160, 50)) as (pilot, _):
        assert "Southern mood" not in screen.text(pilot.app)


async def test_few_gauges_are_drawn_large_where_they_fit_and_z_zooms() -> None:
    few = sample.GAUGES[:2] + sample.GAUGES[8:9]
    async with shown_board(sample.view("public", gauges=few), size=(160, 50)) as (pilot, _):
        assert {dial.size.height for dial in pilot.app.screen.query(Dial)} == {4}
        assert "Shut ─  HALF OPEN  ─ Open" in screen.text(pilot.app)
        await press(pilot, "z")
        assert {dial.size.height for dial in pilot.app.screen.query(Dial)} == {1}
        await press(pilot, "z")
        assert {dial.size.height for dial in pilot.app.screen.query(Dial)} == {4}


async def test_gauges_that_do_not_fit_are_reached_by_scrolling() -> None:
    many = tuple(sample.gauge(f"g{n}", f"Gauge number {n}", n % 10) for n in range(40))
    async with shown_board(sample.view("public", gauges=many)) as (pilot, _):
        assert "Gauge number 39" not in await press(pilot, "g")
        assert "Gauge number 39" in await press(pilot, "down", "down", "down")
        assert "Gauge number 0" in await press(pilot, "up", "up", "up")


@pytest.mark.parametrize("size", ALL_SIZES)
async def test_one_key_tells_the_news_then_the_paper_then_the_map(size: tuple[int, int]) -> None:
    async with shown_board(sample.view("public", changes=NEWS), size=size) as (pilot, _):
        text = await press(pilot, *([] if size[0] >= 120 else ["space"]))
        assert "Briefing 3/4" in text
        assert "The bridge holds." in text
        assert "6 → 5" in text
        text = await press(pilot, "space")
        assert "that is all" in text
        assert "A late frost." in text
        text = await press(pilot, "space")
        for expected in (
            "The Valley Post".upper() if size[1] < 40 else big_rows("The Valley Post", 150)[0],
            "All the news that flows",
            "After turn 2",
            "Melt water fills the reservoir.",
            "Water in the reservoir 4 → 6",
            "“A dispute”",
            "Interest falls due",
        ):
            assert expected in text, expected
        assert "The bridge holds." not in text
        assert "A late frost." in await press(pilot, "backspace")
        text = await press(pilot, "space", "space")
        assert "N O R T H" in text


async def test_briefing_steps_back() -> None:
    async with shown_board(size=(80, 24)) as (pilot, _):
        assert "Melt water" in await press(pilot, "b")
        assert "The bank does not wait." in await press(pilot, "space")
        assert "Melt water" in await press(pilot, "backspace")


async def test_briefing_goes_on_with_what_is_new() -> None:
    async with shown_board() as (pilot, client):
        await press(pilot, "space", "space")
        news = evolve(sample.CHANGES[0], record=30, title="A bridge falls", says="It was old.")
        client.change(sample.view("public", turn=2, changes=(*sample.CHANGES, news)))
        await screen.settle(pilot)
        text = screen.text(pilot.app)
        assert "A bridge falls" in text
        assert "Briefing 3/3" in text


async def test_a_turn_that_ends_brings_its_front_page() -> None:
    async with shown_board() as (pilot, client):
        assert "Paper" not in screen.text(pilot.app).splitlines()[-1]
        client.change(sample.view("public", changes=NEWS))
        await screen.settle(pilot)
        text = screen.text(pilot.app)
        assert "THE VALLEY POST" in text
        assert "After turn 2" in text


async def test_the_clock_that_the_facilitator_keeps_is_on_the_board() -> None:
    moving = Clock()
    clock = PhaseClock(clock=moving)
    clock.follow(2, "orders", 5)
    async with shown_board(clock=clock) as (pilot, _):
        assert big_rows("5:00", 20)[0] in screen.text(pilot.app)
        clock.toggle()
        moving.now = 250
        pilot.app.screen.query_one(BigClock).tick()
        await pilot.pause()
        assert big_rows("0:50 !", 20)[0] in screen.text(pilot.app)


async def test_orders_come_to_the_board_when_they_are_revealed() -> None:
    given = evolve(sample.NORTH.orders[0], status="voided")
    async with shown_board() as (pilot, client):
        assert "Audit the meters" not in await press(pilot, "b")
        client.change(sample.view("public", turn=2, orders=(given,)))
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
        for key in ("space", "space", "z", "down", "m", "g", "t", "b", "p"):
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
        for key in (*BOARD, *COMMON):
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
