"""Letters that are two cells wide, or none: every line keeps its width and every frame its column.

A terminal's width is counted in cells: a Chinese character takes two, an accent that stands by
itself none, and an emoji made of several characters two in all. Text loses its joiners where it
enters the game, so that an emoji of a family comes apart into its members.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.app import App
from textual.pilot import Pilot
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, OptionList

from tests.tui import middle, sample, screen
from tests.tui.seat_app import SeatApp
from tests.tui.test_replay import FakeReplay
from tests.tui.test_team import haunted
from wargame.kernel.view import View
from wargame.scenario.files import shipped_root
from wargame.scenario.load import load_scenario
from wargame.table.session import Session
from wargame.table.setup import TableSetup
from wargame.text import clean, folded
from wargame.tui.app import WargameApp
from wargame.tui.board import BoardScreen
from wargame.tui.clock import PhaseClock
from wargame.tui.console import ConsoleScreen
from wargame.tui.replay import ReplayScreen
from wargame.tui.settings import Settings
from wargame.tui.team import TeamScreen

TEXTS = (
    "漢字の谷",
    "İstanbul ile ılık Iğdır",
    "e\u0301cole du cafe\u0301",
    "👩\u200d🚀 and 👨\u200d👩\u200d👧",
    "\u2764\ufe0f of 🇹🇷, 👍🏽",
    "全角ＡＢＣ and ﾊﾝｶｸ",
    "한국어",
    "漢" * 60,
    "क्षि and ท้ำ",
)


def worded(seat: str, **changed: object) -> View:
    return haunted(sample.view(seat, **changed), 0, TEXTS)


def crooked(app: App[object]) -> list[str]:
    """Returns the lines that are too long or too short, and the frames that are interrupted."""
    width, strips = app.size.width, app.screen._compositor.render_strips()
    found = [
        f"{cell_len(strip.text)} cells: {strip.text}"
        for strip in strips
        if cell_len(strip.text) != width or strip.cell_length != width
    ]
    front = app.screen
    parts = front.query("*").results()
    for part in parts:
        left, right = part.region.x, part.region.right - 1
        if part.styles.border_left[0] not in ("round", "heavy") or not part.region.area:
            continue
        for y in range(part.region.y + 1, part.region.bottom - 1):
            ends = strips[y].crop(left, left + 1).text, strips[y].crop(right, right + 1).text
            if isinstance(front, ModalScreen) or part.is_on_screen:
                found += [f"{part} has {ends}: {strips[y].text}"] if set(ends) - {"│"} else []
    return found


SEATS: dict[str, tuple[Callable[[], Screen[None]], tuple[str, ...]]] = {
    "team": (
        lambda: TeamScreen(sample.FakeClient(worded("north"))),
        ("o", "t", "h", "a", "g", "b", "c", "v", "escape", "q", "escape", "f", "escape", "f12"),
    ),
    "facilitator": (
        lambda: ConsoleScreen(
            sample.FakeClient(worded("facilitator")), clock=PhaseClock(clock=sample.Clock())
        ),
        ("t", "g", "b", "l", "k", "i", "escape", "r", "right", "escape", "u", "escape", "m"),
    ),
    "public": (
        lambda: BoardScreen(sample.FakeClient(worded("public"))),
        ("g", "z", "t", "b", "p", "m"),
    ),
    "replay": (
        lambda: ReplayScreen(FakeReplay(haunt=0, texts=TEXTS)),
        ("end", "g", "t", "r", "v"),
    ),
}


@pytest.mark.parametrize("seat", SEATS)
async def test_lines_and_frames_are_straight_on_every_seat(seat: str) -> None:
    opened, keys = SEATS[seat]
    app = SeatApp(opened())
    async with app.run_test(size=(80, 24)) as pilot:
        await screen.settle(pilot)
        shown = screen.text(app)
        assert not crooked(app), "at first"
        for key in keys:
            await pilot.press(key)
            await screen.settle(pilot)
            shown += screen.text(app)
            assert not crooked(app), key
    assert "漢字" in shown
    assert "Iğdır" in shown


async def test_lines_and_frames_are_straight_at_the_end() -> None:
    app = SeatApp(TeamScreen(sample.FakeClient(haunted(sample.over(), 3, TEXTS))))
    async with app.run_test(size=(80, 24)) as pilot:
        await screen.settle(pilot)
        assert not crooked(app)


SAID = "İstanbul'a 漢字 👩\u200d🚀 e\u0301cole, ılık \u2764\ufe0f"
NOTED = "Iğdır 漢字 👨\u200d👩\u200d👧 e\u0301cole, ılık"
NAMES = {"Averil": "漢字の谷 Çığ", "Ossany": "Iğdır İli"}


@asynccontextmanager
async def table(folder: Path) -> AsyncIterator[Pilot[None]]:
    """Opens a game of river whose teams have other names, at Averil's seat."""
    root = middle.only_river(folder / "root")
    rules = root / "rulesets" / "river"
    rules.unlink()
    rules.mkdir()
    for file in (shipped_root() / "rulesets" / "river").iterdir():
        text = file.read_text(encoding="utf-8")
        for old, new in NAMES.items():
            text = text.replace(f"title: {old}\n", f"title: {new}\n")
        (rules / file.name).write_text(text, encoding="utf-8")
    session = Session.start(
        TableSetup(scenario="river", seed=3, seats={"ossany": "random"}, facilitator="human"),
        name="wide",
        save_dir=folder / "saves",
        scenario=load_scenario("river", root),
    )
    app = WargameApp(session=session, settings=Settings(motion=False, coach=False))
    async with app.run_test(size=(80, 24)) as pilot:
        await screen.settle(pilot)
        await app.action_uncover("averil")
        await screen.settle(pilot)
        yield pilot


async def write(pilot: Pilot[None], key: str, text: str) -> None:
    """Opens a form, fills in its text and sends it off, with straight lines at each step."""
    await pilot.press(key)
    await screen.settle(pilot)
    pilot.app.screen.query_one("#text", Input).value = text
    await screen.settle(pilot)
    assert not crooked(pilot.app), f"{key} with a text"
    await pilot.press("f9")
    await screen.settle(pilot)


async def test_a_game_holds_any_name_message_and_note(tmp_path: Path) -> None:
    async with table(tmp_path) as pilot:
        app = pilot.app
        assert isinstance(app, WargameApp)
        assert app.sitting is not None
        seat = app.sitting.session.client("averil")
        assert NAMES["Averil"] in screen.text(app)
        await write(pilot, "m", SAID)
        assert seat.view().messages[-1].text == clean(SAID)
        await app.action_uncover("averil")
        await pilot.press("t")
        await screen.settle(pilot)
        assert "漢字 👩🚀 école, ılık" in screen.text(app).replace("│", "")
        assert not crooked(app)
        for view in ("facilitator", "public", "ossany"):
            await app.action_uncover(view)
            await screen.settle(pilot)
            assert not crooked(app), view
        await app.action_uncover("facilitator")
        await screen.settle(pilot)
        await write(pilot, "e", NOTED)
        await pilot.press("l")
        await screen.settle(pilot)
        for typed, hits in (
            ("igdir ecole ilik", 1),
            ("İĞDIR ÉCOLE ILIK", 1),
            ("漢字 ecole", 1),
            ("漢語", 0),
        ):
            app.screen.query_one("#search", Input).value = typed
            await screen.settle(pilot)
            found = app.screen.query_one("#lines", OptionList).option_count
            assert found == hits, typed
            assert not crooked(app), typed


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("İstanbul", "istanbul"),
        ("ISPARTA", "ısparta"),
        ("Iğdır", "IGDIR"),
        ("école", "E\u0301COLE"),
        ("Straße", "STRASSE"),
        ("ＡＢＣ", "abc"),
        ("ﾊﾝｶｸ", "ハンカク"),
    ],
)
def test_search_folds_case_marks_and_widths(text: str, typed: str) -> None:
    assert folded(typed) == folded(text)


def test_search_keeps_apart_what_differs() -> None:
    assert len({folded(text) for text in ("漢字", "漢語", "👩", "👨", "o", "ø")}) == 6
