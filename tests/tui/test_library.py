"""The library on the screen: sections, search as one types, cards, jumps and the way back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, OptionList

from tests.tui import screen
from tests.tui.seat_app import SIZES
from tests.tui.test_app import press, started, table
from wargame.errors import UsageInvalid
from wargame.report.catalogue import Key
from wargame.report.library import Library, read_library
from wargame.scenario.load import load_scenario
from wargame.tui.app import WargameApp
from wargame.tui.commands import ScreenCommands
from wargame.tui.help import HelpScreen
from wargame.tui.keys import LIBRARY
from wargame.tui.library import LibraryScreen
from wargame.tui.scenario_page import ScenarioPage
from wargame.tui.settings import Settings
from wargame.tui.start import StartScreen
from wargame.tui.team import TeamScreen
from wargame.tui.widgets.card_face import CardFace


@cache
def shelves() -> Library:
    return read_library(load_scenario("s400"))


@asynccontextmanager
async def browsing(size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    app = WargameApp(browse=shelves, settings=Settings())
    async with app.run_test(size=size, notifications=True) as pilot:
        await screen.settle(pilot)
        yield pilot


def library_of(pilot: Pilot[None]) -> LibraryScreen:
    front = pilot.app.screen
    assert isinstance(front, LibraryScreen)
    return front


@pytest.mark.parametrize("size", SIZES)
async def test_sections_entries_and_a_card_are_shown(size: tuple[int, int]) -> None:
    async with browsing(size) as pilot:
        text = screen.text(pilot.app)
        first = next(iter(shelves().scenario.moves.values()))
        assert f"All {len(shelves().catalogue.entries)}" in text
        assert f"Moves {len(shelves().scenario.moves)}" in text
        assert first.title[:20] in text
        assert " ".join(first.text.split()[:3]) in text


async def test_the_list_shrinks_with_every_letter_and_grows_again() -> None:
    async with browsing((160, 50)) as pilot:
        await press(pilot, "slash")
        counts = []
        for letter in "SİLT MUD"[:3]:
            await press(pilot, letter)
            counts.append(pilot.app.screen.query_one("#entries", OptionList).option_count)
        assert counts == sorted(counts, reverse=True)
        assert counts[-1] < len(shelves().catalogue.entries)
        pilot.app.screen.query_one("#search", Input).value = "xyzzy"
        await screen.settle(pilot)
        assert "Nothing has all of these words" in screen.text(pilot.app)
        await press(pilot, "enter", "enter", "escape")
        entries = pilot.app.screen.query_one("#entries", OptionList)
        assert entries.option_count == len(shelves().catalogue.entries)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, StartScreen)


async def test_sections_are_gone_through_by_key_and_by_mouse() -> None:
    async with browsing((160, 50)) as pilot:
        await press(pilot, "right", "right", "left")
        assert library_of(pilot).place.section == "moves"
        await press(pilot, "left", "left")
        assert library_of(pilot).place.section == shelves().catalogue.sections[-1]
        await pilot.click("#sections", offset=(4, 3))
        await screen.settle(pilot)
        assert library_of(pilot).place.section == shelves().catalogue.sections[1]
        await pilot.click("#entries", offset=(4, 2))
        await screen.settle(pilot)
        shown = library_of(pilot).place.key
        assert shown == Key("cards", list(shelves().scenario.cards)[1])


async def test_a_card_leads_to_its_statements_and_they_lead_to_what_carries_them() -> None:
    async with browsing((160, 50)) as pilot:
        await press(pilot, "slash", *"reassure", "enter")
        front = library_of(pilot)
        move = front.place
        assert move.key == Key("moves", "reassure")
        await press(pilot, "l", "enter")
        claim = front.place.key
        assert claim is not None
        assert claim.section == "claims"
        assert f"Carried by: {len(shelves().catalogue.carried(claim.id))}" in screen.text(pilot.app)
        await press(pilot, "down", "enter")
        carried = front.place.key
        assert carried == shelves().catalogue.carried(claim.id)[1]
        await press(pilot, "backspace")
        assert front.place.key == claim
        await press(pilot, "backspace", "backspace")
        assert front.place == move
        assert front.query_one("#search", Input).value == "reassure"


async def test_links_are_followed_by_mouse() -> None:
    async with browsing((160, 50)) as pilot:
        await pilot.click("#links", offset=(4, 1))
        await screen.settle(pilot)
        key = library_of(pilot).place.key
        assert key is not None
        assert key.section == "claims"


async def test_every_key_of_the_library_is_in_the_palette_and_on_the_help_page() -> None:
    async with browsing((160, 50)) as pilot:
        offered = [hit.text async for hit in ScreenCommands(pilot.app.screen).discover()]
        assert offered == [key.title for key in LIBRARY]
        text = await press(pilot, "f1")
        assert isinstance(pilot.app.screen, HelpScreen)
        assert "Everything that is printed" in text


async def test_a_library_that_cannot_be_read_is_told_of() -> None:
    def broken() -> Library:
        raise UsageInvalid("no such scenario [/]", remedy="see the list")

    async with WargameApp(browse=broken, settings=Settings()).run_test() as pilot:
        await screen.settle(pilot)
        assert isinstance(pilot.app.screen, StartScreen)


async def test_it_opens_from_the_start_and_from_the_list_of_scenarios() -> None:
    async with started() as pilot:
        await press(pilot, "b")
        assert "Moves" in screen.text(pilot.app)
        await press(pilot, "q", "s", "b")
        assert isinstance(pilot.app.screen, LibraryScreen)
        first = library_of(pilot)._library
        assert first is not None
        await press(pilot, "escape", "down", "enter")
        second = library_of(pilot)._library
        assert second is not None
        assert first.scenario.id != second.scenario.id


async def test_in_a_game_it_shows_what_is_printed_and_nothing_of_the_deal() -> None:
    session = table(1)
    async with started(session=session) as pilot:
        before = session.client("facilitator").view()
        await press(pilot, "f5", "b")
        front = library_of(pilot)
        assert front._library is not None
        # the library of a game is the same object graph as without one: it was given the rules only
        alone = read_library(session.program.scenario)
        for key in alone.catalogue.entries:
            assert front._library.card(key) == alone.card(key)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ScenarioPage)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, TeamScreen)
        assert session.client("facilitator").view() == before


@pytest.mark.parametrize("size", SIZES)
async def test_marking_other_cards_lays_nothing_out(size: tuple[int, int]) -> None:
    async with browsing(size) as pilot:
        await press(pilot, "down", "up")
        laid_out: list[Screen[object]] = []
        library = library_of(pilot)
        library.screen_layout_refresh_signal.subscribe(library, laid_out.append)
        entries = library.query_one("#entries", OptionList)
        seen = set()
        for at in range(0, entries.option_count, 23):
            entries.highlighted = at
            await screen.settle(pilot)
            card = library.query_one(CardFace)
            seen.add(card.max_scroll_y > 0)
        assert seen == {True, False}
        assert laid_out == []
