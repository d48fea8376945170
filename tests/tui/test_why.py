"""Why: each thing that happened with its rule, dice, modifiers, changes and statements."""

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
from wargame.tui.board import BoardScreen
from wargame.tui.console import ConsoleScreen
from wargame.tui.team import TeamScreen
from wargame.tui.widgets.statements import cited

HAPPENED = (*sample.CHANGES, sample.OUTCOME)


@asynccontextmanager
async def asking(
    shown: View | None = None, *, size: tuple[int, int] = (160, 50)
) -> AsyncIterator[Pilot[None]]:
    client = sample.FakeClient(shown or sample.view(changes=HAPPENED))
    app = SeatApp(TeamScreen(client))
    async with app.run_test(size=size) as pilot:
        await screen.settle(pilot)
        await press(pilot, "q")
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> str:
    for key in keys:
        await pilot.press(key)
        await screen.settle(pilot)
    return screen.text(pilot.app)


async def test_the_newest_outcome_is_explained_in_one_panel() -> None:
    async with asking() as pilot:
        text = screen.text(pilot.app)
        for expected in (
            "North: Open the gate  outcome",
            "It works; somebody pays.",
            " 4   3  +1 = 8",
            "The facilitator overruled them: They were promised it [/]",
            "+1 The reservoir is high",
            "-1 The other side may be arming (-2 to +0)",
            "3 → 4",
            "V1.1 article: Whoever holds the gate [/] holds the valley.",
            "V2.3 miller: Nobody knows what the south has in its barns.",
        ):
            assert expected in text, expected


async def test_older_changes_are_explained_when_they_are_marked() -> None:
    async with asking() as pilot:
        rule = await press(pilot, "down")
        assert "The bank does not wait." in rule
        assert "What the source says" not in rule
        news = await press(pilot, "down")
        assert "V3.1 article: In spring the water comes by itself." in news
        assert "4 → 6" in news
        assert "The dice" not in news


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_the_sheet_closes_and_nothing_has_happened(key: str) -> None:
    async with asking() as pilot:
        await press(pilot, key)
        assert isinstance(pilot.app.screen, TeamScreen)


async def test_the_reasons_scroll_on_a_small_terminal() -> None:
    async with asking(size=SIZES[0]) as pilot:
        assert "V2.3" in await press(pilot, "tab", "end")


async def test_before_anything_has_happened_there_is_nothing_to_ask() -> None:
    async with asking(sample.view(changes=())) as pilot:
        assert isinstance(pilot.app.screen, TeamScreen)
        assert "q Why?" not in screen.text(pilot.app)


@pytest.mark.parametrize(("shift", "size"), [(0, SIZES[0]), (4, SIZES[1])])
async def test_hostile_text_is_shown_as_it_is(shift: int, size: tuple[int, int]) -> None:
    async with asking(haunted(sample.view(changes=HAPPENED), shift), size=size) as pilot:
        text = await press(pilot, "down", "down", "tab", "end")
        assert "\x1b" not in text
        assert pilot.app.is_running


async def test_the_facilitator_reads_the_statements_behind_what_is_pending() -> None:
    shown = sample.ruling()
    assert shown.pending is not None
    pending = evolve(shown.pending, source=("V3.1", "design"), addends=sample.ADDENDS[:1])
    app = SeatApp(ConsoleScreen(sample.FakeClient(evolve(shown, pending=pending))))
    async with app.run_test(size=(160, 50)) as pilot:
        await screen.settle(pilot)
        text = screen.text(pilot.app)
        assert "V3.1 article: In spring" in text
        assert "V1.1 article: Whoever" in text
        assert "V2.3 miller" not in text


def test_a_statement_is_cited_once_and_an_idle_modifier_cites_nothing() -> None:
    high, arming = sample.ADDENDS
    idle = evolve(arming, add=0, low=0, high=0)
    assert cited(("V1.2", "V1.1"), ("V1.2",), addends=(high, idle)) == ("V1.2", "V1.1")


@pytest.mark.parametrize("screen_of", [ConsoleScreen, BoardScreen])
async def test_the_facilitator_and_the_room_can_ask_why_too(
    screen_of: type[ConsoleScreen | BoardScreen],
) -> None:
    seat = "facilitator" if screen_of is ConsoleScreen else "public"
    client = sample.FakeClient(sample.view(seat, changes=HAPPENED))
    app = SeatApp(screen_of(client))
    async with app.run_test(size=(160, 50)) as pilot:
        await screen.settle(pilot)
        text = await press(pilot, "q")
        assert "North: Open the gate  outcome" in text
        assert "Whoever holds the gate [/] holds the valley." in text
