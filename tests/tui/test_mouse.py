"""The facilitator's lists by mouse: a click marks, and going on by mouse is as going on by key."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from attrs import evolve, frozen
from textual.events import MouseScrollDown, MouseScrollUp
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from tests.tui import sample, screen
from tests.tui.seat_app import SeatApp
from wargame.kernel.view import View
from wargame.tui.clipping import clipping
from wargame.tui.clock import PhaseClock
from wargame.tui.console import SECTIONS, ConsoleScreen
from wargame.tui.widgets.key_line import KeyLine
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.sections import Sections

CARDS = (sample.NEWS, evolve(sample.NEWS, id="frost", title="A late frost", text="It freezes."))
TALK = tuple(
    evolve(sample.MESSAGES[0], record=30 + number, text=f"Message number {number}.")
    for number in range(60)
)


def desk() -> View:
    return sample.view("facilitator", injects=CARDS, messages=TALK)


pytestmark = pytest.mark.usefixtures("painted")


@asynccontextmanager
async def seated(shown: View) -> AsyncIterator[tuple[Pilot[None], sample.FakeClient]]:
    client = sample.FakeClient(shown)
    app = SeatApp(ConsoleScreen(client, clock=PhaseClock(clock=sample.Clock())))
    async with app.run_test(size=(80, 24)) as pilot:
        await screen.settle(pilot)
        yield pilot, client


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await screen.settle(pilot)


async def click(pilot: Pilot[None], selector: str | type, x: int, y: int) -> None:
    assert await pilot.click(selector, offset=(x, y)), f"{selector} is covered at {x}, {y}"
    await screen.settle(pilot)


async def click_row(pilot: Pilot[None], selector: str, row: int) -> None:
    """Clicks a row of a list, wherever it is drawn."""
    front = pilot.app.screen
    region = front.query_one(selector).region
    drawn = (
        y
        for y in range(region.height)
        if front.get_style_at(region.x + 4, region.y + y).meta.get("option") == row
    )
    await click(pilot, selector, 4, next(drawn))


def state(pilot: Pilot[None]) -> tuple[str, str | None]:
    """Returns what is shown, and which part has the keyboard."""
    focused = pilot.app.focused
    return screen.text(pilot.app), focused.id if focused is not None else None


@frozen
class Listing:
    """Is a list of the console: how it is opened, and a row of it that is not marked at first."""

    keys: tuple[str, ...]
    selector: str
    row: int
    seen: str  # on the screen while the row is marked


DESK = (
    Listing(("i",), "#cards", 2, "It freezes."),
    Listing(("i",), "#cards", 0, "what happens, as the room will hear it"),
    Listing(("r",), "#patch", 3, "Northern debt"),
    Listing(("u",), "#history", 2, "This takes back 2 decisions"),
    Listing(("m",), "#to", 2, "South"),
    Listing(("l", "end"), "#lines", 0, "advance: The"),
    Listing(("q",), "#happened", 1, "Melt water fills the reservoir."),
    Listing(("f12",), "#drawings", 3, "Trust, 0 to 10"),
)
RULING = (
    Listing(("o",), "#bands", 2, "Clean"),
    Listing(("o",), "#bands", 3, "↑↓ pick"),
)
WEIGHING = (
    Listing(("w",), "#success", 2, "Northern grain"),
    Listing(("w",), "#failure", 1, "Trust"),
)


async def test_a_click_marks_and_a_second_one_goes_on_as_enter_does() -> None:
    async with seated(desk()) as (pilot, client):
        for shown, lists in (
            (desk(), DESK),
            (sample.ruling(), RULING),
            (sample.weighing(), WEIGHING),
        ):
            client.change(shown)
            await screen.settle(pilot)
            for listing in lists:
                await _try(listing, pilot)
        assert isinstance(pilot.app.screen, ConsoleScreen)
        assert client.decided == client.moved == []


async def _try(listing: Listing, pilot: Pilot[None]) -> None:
    """Goes on from a row by mouse, then again by key, and looks for the same."""
    rows = await opened(pilot, listing)
    await click_row(pilot, listing.selector, listing.row)
    assert rows.highlighted == listing.row, listing
    assert listing.seen in screen.text(pilot.app), listing
    await click_row(pilot, listing.selector, listing.row)
    by_mouse = state(pilot)
    await press(pilot, "escape")
    rows = await opened(pilot, listing)
    by = listing.row - (rows.highlighted or 0)
    await press(pilot, *["down" if by > 0 else "up"] * abs(by), "enter")
    assert rows.highlighted == listing.row, listing
    assert state(pilot) == by_mouse, listing
    await press(pilot, "escape")


async def opened(pilot: Pilot[None], listing: Listing) -> OptionList:
    """Opens a list, which then has the keyboard, and on which another row is marked."""
    await press(pilot, *listing.keys)
    rows = pilot.app.screen.query_one(listing.selector, OptionList)
    rows.focus()
    assert rows.highlighted != listing.row, listing
    return rows


async def test_an_inject_is_made_by_mouse_as_by_key() -> None:
    async with seated(desk()) as (pilot, client):
        await click(pilot, KeyLine, foot(pilot, "Inject"), 0)
        await click_row(pilot, "#cards", 2)
        assert pilot.app.focused is pilot.app.screen.query_one("#reason")
        await press(pilot, *"Now")
        await click(pilot, "#confirm", 3, 0)
        await press(pilot, "i", "down", "enter", *"Now", "enter")
        assert client.decided == ['inject frost because "Now"'] * 2


async def test_a_form_is_left_by_mouse_as_by_key() -> None:
    async with seated(desk()) as (pilot, client):
        for leave in (click(pilot, "#cancel", 3, 0), press(pilot, "escape")):
            await click(pilot, KeyLine, foot(pilot, "Ruling"), 0)
            assert not isinstance(pilot.app.screen, ConsoleScreen)
            await leave
            assert isinstance(pilot.app.screen, ConsoleScreen)
        assert client.decided == []


async def test_a_marked_record_is_copied_and_the_search_is_clicked_into() -> None:
    async with seated(desk()) as (pilot, _):
        await click_section(pilot, "log")
        await click_row(pilot, "#lines", 1)
        assert "News: Spring floods" in clipping(pilot.app.screen)
        await click(pilot, "#search", 3, 0)
        await press(pilot, *"seals")
        assert pilot.app.screen.query_one("#search", Input).value == "seals"
        assert pilot.app.screen.query_one("#lines", OptionList).option_count == 1


async def test_a_click_on_a_section_is_as_its_key() -> None:
    async with seated(desk()) as (pilot, _):
        for name, key, _ in SECTIONS:
            await press(pilot, "escape", key)
            by_key = state(pilot)
            await press(pilot, "escape")
            await click_section(pilot, name)
            assert state(pilot) == by_key, name


async def test_what_is_read_is_given_the_keyboard_by_a_click_and_scrolls_by_the_wheel() -> None:
    scrolled = set()
    async with seated(desk()) as (pilot, _):
        for name in ("teams", "gauges", "bargains", "changes", "talk"):
            await click_section(pilot, name)
            pane = pilot.app.screen.query_one(f"#{name}", Pane)
            pilot.app.screen.set_focus(None)
            await click(pilot, f"#{name}", 3, 3)
            assert pane.has_focus, name
            pane.scroll_home(animate=False)
            if pane.max_scroll_y:
                scrolled.add(name)
                pane.post_message(wheel(pane, MouseScrollDown))
                await screen.settle(pilot)
                assert pane.scroll_y > 0, name
                pane.post_message(wheel(pane, MouseScrollUp))
                await screen.settle(pilot)
                assert pane.scroll_y == 0, name
    assert {"gauges", "talk"} <= scrolled


def wheel(
    pane: Pane, way: type[MouseScrollDown | MouseScrollUp]
) -> MouseScrollDown | MouseScrollUp:
    """Returns a turn of the wheel over a pane."""
    return way(pane, 3, 3, 0, 0, 0, False, False, False)


def foot(pilot: Pilot[None], title: str) -> int:
    """Returns where a key stands in the line at the foot."""
    return screen.text(pilot.app).splitlines()[-1].index(title)


async def click_section(pilot: Pilot[None], name: str) -> None:
    title = next(title for section, _, title in SECTIONS if section == name)
    line = pilot.app.screen.query_one(Sections)
    row = screen.text(pilot.app).splitlines()[line.region.y]
    await click(pilot, Sections, row.index(title) - line.region.x, 0)
