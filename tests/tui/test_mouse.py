"""The facilitator's lists by mouse: a click marks, and going on by mouse is as going on by key."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from attrs import evolve, frozen
from textual.events import MouseScrollDown, MouseScrollUp
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

import wargame.tui
from tests.tui import sample, screen
from tests.tui.seat_app import SeatApp
from wargame.kernel.view import View
from wargame.tui.clipping import clipping
from wargame.tui.clock import PhaseClock
from wargame.tui.console import SECTIONS, ConsoleScreen
from wargame.tui.team import TeamScreen
from wargame.tui.widgets.key_line import KeyLine
from wargame.tui.widgets.offers import Offers
from wargame.tui.widgets.option_list import Options
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.patch_list import PatchList
from wargame.tui.widgets.sections import Sections
from wargame.tui.widgets.weigh_form import NetDial

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
        if front.get_style_at(region.x + 14, region.y + y).meta.get("option") == row
    )
    await click(pilot, selector, 14, next(drawn))


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
        assert pilot.app.focused is pilot.app.screen.query_one("#cards")
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
        for name, key in ((key.name, key.keys) for key in SECTIONS):
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
    title = next(key.title for key in SECTIONS if key.name == name)
    line = pilot.app.screen.query_one(Sections)
    row = screen.text(pilot.app).splitlines()[line.region.y]
    await click(pilot, Sections, row.index(title) - line.region.x, 0)


# -- the teams' lists, and what is weighed


@asynccontextmanager
async def at_a_team(shown: View) -> AsyncIterator[tuple[Pilot[None], sample.FakeClient]]:
    client = sample.FakeClient(shown)
    async with SeatApp(TeamScreen(client)).run_test(size=(80, 24)) as pilot:
        await screen.settle(pilot)
        yield pilot, client


async def test_one_click_marks_an_order_and_a_second_one_gives_it() -> None:
    async with at_a_team(sample.view("north")) as (pilot, client):
        options = pilot.app.screen.query_one(Options)
        for row in (1, 0):
            await click_row(pilot, "#options", row)
            assert options.highlighted == row
            assert client.decided == []
        await click_row(pilot, "#options", 0)
        assert client.decided == [options.listed[0].decision]
        await click_row(pilot, "#options", 0)
        assert len(client.decided) == 1, "the third click of a hurried hand gave it again"


async def test_an_order_that_the_program_has_marked_is_not_given_by_one_click() -> None:
    async with at_a_team(sample.view("north")) as (pilot, client):
        assert pilot.app.screen.query_one(Options).highlighted == 0
        await click_row(pilot, "#options", 0)
        assert client.decided == []


async def test_the_marked_row_bears_a_mark_that_is_no_colour() -> None:
    async with at_a_team(sample.view("north")) as (pilot, _):
        options = pilot.app.screen.query_one(Options)
        title = options.listed[1].title[:10]
        assert f"▸1 {options.listed[0].title[:10]}" in screen.text(pilot.app)
        await press(pilot, "down")
        marks = [line for line in screen.text(pilot.app).splitlines() if "▸" in line]
        assert len(marks) == 1
        assert title in marks[0]
        await press(pilot, "g")
        assert "▹" in screen.text(pilot.app)


def test_every_list_of_the_screens_is_one_that_marks_its_row() -> None:
    made = [
        path.name
        for path in Path(wargame.tui.__file__).parent.rglob("*.py")
        if "OptionList(" in path.read_text(encoding="utf-8").replace("class RowList(", "")
    ]
    assert made == []


async def click_word(pilot: Pilot[None], selector: str | type, word: str, row: int = 0) -> None:
    """Clicks the middle of a word in a line of a part of the screen."""
    region = pilot.app.screen.query_one(selector).region
    line = screen.text(pilot.app).splitlines()[region.y + row]
    await click(pilot, selector, line.index(word, region.x) - region.x + len(word) // 2, row)


async def roll_wheel(pilot: Pilot[None], selector: str | type, row: int, by: int) -> None:
    """Turns the wheel over a line of a part of the screen: up, or down if `by` is negative."""
    part = pilot.app.screen.query_one(selector)
    way = MouseScrollUp if by > 0 else MouseScrollDown
    x, y = 14, row
    at = (part.region.x + x, part.region.y + y)
    for _ in range(abs(by)):
        turned = way(part, x, y, 0, 0, 0, False, False, False, *at)
        turned.style = pilot.app.screen.get_style_at(*at)
        part.post_message(turned)
        await screen.settle(pilot)


async def test_an_argument_is_weighed_by_click_and_by_wheel() -> None:
    async with seated(sample.weighing()) as (pilot, client):
        await press(pilot, "w")
        dial = pilot.app.screen.query_one(NetDial)
        await click_word(pilot, NetDial, " +2 ")
        assert dial.net == 2
        await roll_wheel(pilot, NetDial, 0, -3)
        assert dial.net == -1
        await roll_wheel(pilot, NetDial, 0, 1)
        assert dial.net == 0
        await click(pilot, NetDial, 1, 0)
        assert dial.net == 0, "a click beside the numbers chooses none"
        await click_word(pilot, "#success", "+", row=1)
        await press(pilot, "tab", "tab", *"Sound")
        await click(pilot, "#confirm", 3, 0)
        (weighed,) = client.decided
        assert weighed.startswith("weigh +0 success [")
        assert "+= 1]" in weighed


async def test_a_value_is_changed_by_click_and_by_wheel() -> None:
    async with seated(desk()) as (pilot, _):
        await press(pilot, "r")
        patch = pilot.app.screen.query_one(PatchList)
        names = list(patch.draft.entries)
        for _ in range(2):
            await click_word(pilot, "#patch", "+", row=2)
        assert patch.highlighted == 1
        assert patch.draft.edits[names[1]].number == 2
        await click_word(pilot, "#patch", "−", row=2)
        assert patch.draft.edits[names[1]].number == 1
        await roll_wheel(pilot, "#patch", 2, -3)
        assert patch.draft.edits[names[1]].number == -2
        await click_word(pilot, "#patch", "→", row=2)
        assert patch.draft.edits[names[1]].is_set
        await click_word(pilot, "#patch", "●", row=2)
        assert not patch.draft.edits
        await roll_wheel(pilot, "#patch", 3, 1)
        assert not patch.draft.edits, "only the marked row is changed by the wheel"


async def test_another_outcome_is_chosen_by_wheel() -> None:
    async with seated(sample.ruling()) as (pilot, client):
        await press(pilot, "o")
        bands = pilot.app.screen.query_one("#bands", OptionList)
        await roll_wheel(pilot, "#bands", 2, -2)
        assert bands.highlighted == 2
        await roll_wheel(pilot, "#bands", 2, 1)
        assert bands.highlighted == 1
        assert client.decided == []


@pytest.mark.parametrize(
    ("by", "word", "decided"),
    [
        ("south", "accepts", "answer north 1 yes"),
        ("south", "declines", "answer north 1 no"),
        ("north", "withdraws", "withdraw north 1"),
    ],
)
async def test_a_click_on_what_can_be_done_about_the_marked_offer_does_it(
    by: str, word: str, decided: str
) -> None:
    other = {"south": "north", "north": "south"}[by]
    first, second = (
        evolve(sample.OFFERS[0], team=by, to=other, number=number) for number in (1, 2)
    )
    client = sample.FakeClient(sample.view(offers=(first, second)))
    app = SeatApp(TeamScreen(client))
    async with app.run_test(size=(160, 50)) as pilot:
        await screen.settle(pilot)
        await press(pilot, "o")
        rows = screen.text(app).splitlines()
        mine = app.screen.query_one(Offers).region
        lines = [at - mine.y for at, row in enumerate(rows) if word in row[mine.x : mine.right]]
        await click_word(pilot, Offers, word, lines[1])
        await screen.settle(pilot)
        assert client.decided == [], "the offer was not marked yet"
        await press(pilot, "up")
        await click_word(pilot, Offers, word, lines[0])
        await screen.settle(pilot)
        assert client.decided == [decided]
