"""The main screens as lines of text, as they were last looked at and found good.

UPDATE_SNAPSHOTS=1 writes them anew; what has changed is then seen in the difference of the files.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest
from attrs import frozen
from textual.screen import Screen

from tests.tui import middle, sample, screen
from tests.tui.test_coach import FakeCoach
from wargame.report.library import read_library
from wargame.scenario.load import load_scenario
from wargame.tui.app import WargameApp
from wargame.tui.settings import Settings
from wargame.tui.team import TeamScreen

SIZES = ((80, 24), (160, 50))
SNAPSHOTS = Path(__file__).parent / "snapshots"
UPDATE = bool(os.environ.get("UPDATE_SNAPSHOTS"))

MASKS = ((r"\b\d\d:\d\d:\d\d\b", "hh:mm:ss"), (r"\b[0-9a-f]{12}\b", "............"))
"""What differs from one recording of the tutorial to the next, and what stands for it."""

PLAIN = Settings(motion=False, coach=False)
PLACES = {"WARGAME_SAVE_DIR": "/games/saves", "WARGAME_SETTINGS": "/games/settings.toml"}
"""Folders that there are not, for the page that names them."""

pytestmark = pytest.mark.usefixtures("painted")


@pytest.fixture(autouse=True)
def _interpreted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARGAME_NATIVE", "0")


def game(point: middle.Point) -> Callable[[Path], WargameApp]:
    return lambda folder: WargameApp(session=middle.begun(folder, point), settings=PLAIN)


def replay(folder: Path) -> WargameApp:
    return WargameApp(saves=folder, replay=middle.replayed(), settings=PLAIN)


def library(folder: Path) -> WargameApp:
    return WargameApp(
        scenarios=middle.only_river(folder / "root"),
        browse=lambda: read_library(load_scenario("river")),
        settings=PLAIN,
    )


def start(folder: Path) -> WargameApp:
    return WargameApp(scenarios=middle.only_river(folder / "root"), settings=PLAIN)


def coached() -> TeamScreen:
    return TeamScreen(sample.FakeClient(), coach=FakeCoach())  # type: ignore[arg-type]


@frozen
class Picture:
    """Is a screen: the program as it begins, and the keys that lead there."""

    begin: Callable[[Path], WargameApp]
    keys: tuple[str, ...] = ()
    shown: Callable[[], Screen[None]] | None = None  # a screen with a made-up game


PICTURES = {
    "board": Picture(game(middle.SECOND), ("enter", "f3")),
    "team": Picture(game(middle.ORDERS), ("enter",)),
    "console": Picture(game(middle.RULING), ("enter",)),
    "replay": Picture(replay, ("pagedown", "pagedown")),
    "library": Picture(library),
    "settings": Picture(start, ("comma",)),
    "coach": Picture(start, ("u",), coached),
    # over the board, where nothing behind the charts scrolls
    "charts": Picture(game(middle.SECOND), ("enter", "f3", "f12", "down", "down")),
}


@pytest.mark.parametrize("name", PICTURES)
async def test_the_screen_is_as_it_was_last_seen(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable, place in PLACES.items():
        monkeypatch.setenv(variable, place)
    picture = PICTURES[name]
    app = picture.begin(tmp_path)
    async with app.run_test(size=SIZES[0]) as pilot:
        await screen.settle(pilot)
        if picture.shown is not None:
            await app.push_screen(picture.shown())
            await screen.settle(pilot)
        for key in picture.keys:
            await pilot.press(key)
            await screen.settle(pilot)
        for columns, rows in SIZES:
            await pilot.resize_terminal(columns, rows)
            await screen.settle(pilot)
            _compare(f"{name}-{columns}x{rows}", screen.text(app))


def _compare(name: str, text: str) -> None:
    for pattern, mask in MASKS:
        text = re.sub(pattern, mask, text)
    path = SNAPSHOTS / f"{name}.txt"
    if UPDATE:
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{text}\n", encoding="utf-8")
        return
    before = path.read_text(encoding="utf-8").removesuffix("\n")
    changed = unified_diff(before.split("\n"), text.split("\n"), "before", "now", lineterm="", n=0)
    assert text == before, "\n".join([*changed, "UPDATE_SNAPSHOTS=1 accepts that"])


def test_there_is_no_snapshot_of_what_is_no_screen() -> None:
    known = {f"{name}-{columns}x{rows}.txt" for name in PICTURES for columns, rows in SIZES}
    assert {path.name for path in SNAPSHOTS.iterdir()} == known
