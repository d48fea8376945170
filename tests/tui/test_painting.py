"""What a key press paints: the footer and the panes redraw themselves, the rest stands still."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from attrs import evolve
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip

from tests.tui import sample, screen
from tests.tui.seat_app import SeatApp
from wargame.kernel.view import View
from wargame.tui.console import ConsoleScreen
from wargame.tui.keys import Key
from wargame.tui.team import TeamScreen
from wargame.tui.widgets.changes import Changes
from wargame.tui.widgets.detail import Detail
from wargame.tui.widgets.gauges import Gauges
from wargame.tui.widgets.key_line import KeyLine
from wargame.tui.widgets.option_list import Options
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.pending import PendingPane
from wargame.tui.widgets.sections import Sections

pytestmark = pytest.mark.usefixtures("painted")


@asynccontextmanager
async def seated(
    client: sample.FakeClient | None = None, *, size: tuple[int, int] = (160, 50)
) -> AsyncIterator[Pilot[None]]:
    app = SeatApp(TeamScreen(client or sample.FakeClient()))
    async with app.run_test(size=size) as pilot:
        await screen.settle(pilot)
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> str:
    for key in keys:
        await pilot.press(key)
        await screen.settle(pilot)
    return screen.text(pilot.app)


def footer(pilot: Pilot[None]) -> str:
    return screen.text(pilot.app).splitlines()[-1]


async def test_marking_another_order_lays_nothing_out() -> None:
    async with seated() as pilot:
        await press(pilot, "down", "up")
        laid_out: list[Screen[object]] = []
        shown = pilot.app.screen
        shown.screen_layout_refresh_signal.subscribe(shown, laid_out.append)
        text = await press(pilot, *["down"] * 5, *["up"] * 5)
        assert "Open the gate: what it looks like" in text
        assert laid_out == []


async def test_a_mark_that_moves_paints_two_rows_of_the_list() -> None:
    async with seated() as pilot:
        await press(pilot, "down")
        options = pilot.app.screen.query_one(Options)
        painted: set[int] = set()

        def paint(y: int) -> Strip:
            painted.add(y)
            return Options.render_line(options, y)

        options.render_line = paint  # type: ignore[method-assign]
        await press(pilot, "down")
        assert painted == {1, 2}


async def test_neither_does_one_whose_explanation_is_too_long_for_its_pane() -> None:
    long = evolve(sample.OPTIONS[0], text="Water. " * 400)
    client = sample.FakeClient()
    client.change(sample.view(options=(*sample.OPTIONS[:2], long, *sample.OPTIONS[3:])))
    async with seated(client) as pilot:
        bar = pilot.app.screen.query_one(Detail).vertical_scrollbar
        await press(pilot, "down")
        # it is drawn as a mere track: there is nothing to scroll to
        assert bar.window_virtual_size == bar.window_size
        laid_out: list[Screen[object]] = []
        shown = pilot.app.screen
        shown.screen_layout_refresh_signal.subscribe(shown, laid_out.append)
        await press(pilot, "down")
        assert bar.window_virtual_size > bar.window_size
        await press(pilot, "up")
        assert bar.window_virtual_size == bar.window_size
        assert laid_out == []


async def test_the_footer_offers_what_makes_sense_now() -> None:
    async with seated() as pilot:
        assert "+ Boost" in footer(pilot)
        await press(pilot, "down")
        assert "+ Boost" not in footer(pilot)
        await press(pilot, "down")
        assert "+ Boost" in footer(pilot)
        await press(pilot, "end")
        assert "+ Boost" not in footer(pilot)
        assert "^p palette" in footer(pilot)


async def test_boost_goes_when_another_view_takes_its_points_away() -> None:
    client = sample.FakeClient()
    async with seated(client) as pilot:
        poor = tuple(evolve(option, boosts=0) for option in sample.OPTIONS)
        client.change(sample.view(options=poor))
        await screen.settle(pilot)
        assert "+ Boost" not in footer(pilot)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_a_click_on_a_key_presses_it(size: tuple[int, int]) -> None:
    client = sample.FakeClient()
    async with seated(client, size=size) as pilot:
        at = footer(pilot).index("s Seal")
        for x in (at, at + 5):
            await pilot.click(KeyLine, offset=(x, 0))
            await screen.settle(pilot)
        assert client.decided == ["seal north", "seal north"]
        await pilot.click(KeyLine, offset=(size[0] - 3, 0))
        await screen.settle(pilot)
        assert not isinstance(pilot.app.screen, TeamScreen)


async def test_a_click_beside_the_keys_presses_none() -> None:
    client = sample.FakeClient()
    async with seated(client) as pilot:
        await pilot.click(KeyLine, offset=(footer(pilot).index("\u258f") - 3, 0))
        await screen.settle(pilot)
        assert client.decided == []
        assert isinstance(pilot.app.screen, TeamScreen)


async def test_a_key_that_does_not_fit_is_left_out_whole() -> None:
    async with seated(size=(80, 24)) as pilot:
        left, _, palette = footer(pilot).partition("\u258f")
        assert palette.startswith("^p palette")
        titles = [key.title for key in pilot.app.screen.KEYS]  # type: ignore[attr-defined]
        assert left.split()[-1] in {word for title in titles for word in title.split()}


async def test_a_pane_wraps_anew_when_the_terminal_changes() -> None:
    async with seated() as pilot:
        wide = screen.text(pilot.app)
        await pilot.resize_terminal(100, 30)
        await screen.settle(pilot)
        await press(pilot, "d")
        narrow = screen.text(pilot.app)
        assert "Open the gate: what it looks like on the ground" in wide
        assert "Open the gate: what it looks like" in narrow
        assert all(len(line) <= 100 for line in narrow.splitlines())
        await pilot.resize_terminal(160, 50)
        await screen.settle(pilot)
        assert screen.text(pilot.app).splitlines()[5:20] == wide.splitlines()[5:20]


async def test_a_pane_scrolls_and_begins_above_for_another_order() -> None:
    async with seated(size=(80, 24)) as pilot:
        detail = pilot.app.screen.query_one(Detail)
        assert detail.show_vertical_scrollbar
        assert "Source:" not in screen.text(pilot.app)
        detail.focus()
        assert "Source: V1.1" in await press(pilot, "end")
        await press(pilot, "escape", "3")
        assert detail.scroll_y == 0
        assert "Audit the meters" in screen.text(pilot.app)


async def test_a_pane_out_of_sight_is_up_to_date_when_it_comes_into_sight() -> None:
    client = sample.FakeClient()
    async with seated(client, size=(80, 24)) as pilot:
        client.change(sample.view(changes=(sample.OUTCOME,)))
        await screen.settle(pilot)
        assert not pilot.app.screen.query_one(Changes).has_class("-front")
        assert "Northern grain" in await press(pilot, "c")
        assert "Interest falls due" not in screen.text(pilot.app)


STEADY = sorted(
    (kind for kind in Pane.__subclasses__() if kind.PARTS), key=lambda kind: kind.__name__
)
"""The panes that are not redrawn for every view."""


class Watched:
    """Is a view that remembers which of its fields were read."""

    def __init__(self, shown: View) -> None:
        self.shown = shown
        self.read: set[str] = set()

    def __getattr__(self, name: str) -> object:
        self.read.add("teams" if name == "team" else name)
        return getattr(self.shown, name)


@pytest.mark.parametrize("shown", [sample.view(), sample.over()], ids=["playing", "over"])
@pytest.mark.parametrize("kind", STEADY)
async def test_a_pane_that_stands_still_names_all_that_it_shows(
    kind: type[Pane], shown: View
) -> None:
    async with seated() as pilot:
        watched = Watched(shown)
        pane = kind()
        await pilot.app.screen.mount(pane)
        pane.lines(watched)  # type: ignore[arg-type]
        assert watched.read <= set(kind.PARTS)


async def test_a_pane_is_drawn_again_only_when_what_it_shows_has_changed() -> None:
    client = sample.FakeClient()
    async with seated(client) as pilot:
        pane = pilot.app.screen.query_one(Gauges)
        drawn: list[object] = []
        pane.put = lambda *lines: drawn.append(lines)  # type: ignore[method-assign]
        client.change(sample.view(prompt="Something else."))
        await screen.settle(pilot)
        assert drawn == []
        client.change(sample.view(gauges=sample.GAUGES[1:]))
        await screen.settle(pilot)
        assert len(drawn) == 1


async def test_a_pane_that_is_as_high_as_its_lines_grows_and_shrinks_with_them() -> None:
    client = sample.FakeClient(sample.ruling())
    app = SeatApp(ConsoleScreen(client))
    async with app.run_test(size=(160, 50)) as pilot:
        await screen.settle(pilot)
        pane = app.screen.query_one(PendingPane)
        before = pane.size.height
        shown = sample.ruling()
        assert shown.pending is not None
        client.change(evolve(shown, pending=evolve(shown.pending, reasons=("one", "two"))))
        await screen.settle(pilot)
        assert pane.size.height == before + 2
        assert not pane.show_vertical_scrollbar
        client.change(shown)
        await screen.settle(pilot)
        assert pane.size.height == before
        client.change(evolve(shown, pending=evolve(shown.pending, title="Shut the gate")))
        await screen.settle(pilot)
        assert "Shut the gate" in screen.text(app)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_no_word_of_a_pane_touches_its_scrollbar(size: tuple[int, int]) -> None:
    async with seated(size=size) as pilot:
        detail = pilot.app.screen.query_one(Detail)
        width = detail.scrollable_content_region.width
        for y in range(detail.size.height):
            assert detail.render_line(y).text[width - 1 :].strip() == ""


async def test_sections_stand_closer_where_they_do_not_fit() -> None:
    titles = ("First", "Second", "Third")
    keys = tuple(Key(title.lower(), title[0].lower(), "", title, "") for title in titles)
    sections = Sections("zz", keys, id="sections")
    shown = Screen[None]()
    shown.compose = lambda: [sections]  # type: ignore[method-assign]
    async with SeatApp(shown).run_test(size=(23, 3)) as pilot:
        sections.show("third", fresh=frozenset({"first"}), hidden=frozenset())
        await screen.settle(pilot)
        assert screen.text(pilot.app).splitlines()[0].rstrip() == " First*  Second  Third"
        await pilot.resize_terminal(21, 3)
        await screen.settle(pilot)
        assert screen.text(pilot.app).splitlines()[0].rstrip() == " First* Second Third"
