"""Makes the pictures of docs/pictures/ from the program itself: `make pictures`.

One recorded game of bots, with a fixed seed and a fixed clock, is stopped at the moments that the
pictures show, so that the same program gives the same pictures, byte for byte.

`docs/pictures.py --every FOLDER` makes each of them at each size, in all colours and languages, to
look the program through; names of pictures after the options make those alone.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import product
from pathlib import Path
from unittest.mock import patch

from attrs import evolve, frozen
from textual.screen import Screen
from textual.widgets import Input

from wargame.kernel.view import FACILITATOR, PUBLIC, View
from wargame.language import ENGLISH, languages, speak
from wargame.report.library import library
from wargame.scenario.files import default_scenario
from wargame.scenario.load import load_scenario
from wargame.scenario.model import Scenario
from wargame.table.coach import Coach
from wargame.table.replay import Replay
from wargame.table.session import Session
from wargame.table.setup import TableSetup
from wargame.table.tutor import begin_lesson
from wargame.tui.app import WargameApp
from wargame.tui.board import BoardScreen
from wargame.tui.console import ConsoleScreen
from wargame.tui.library import LibraryScreen
from wargame.tui.replay import ReplayScreen
from wargame.tui.settings import Settings
from wargame.tui.team import TeamScreen
from wargame.tui.theme import DARK, THEMES

FOLDER = (Path(__file__).parent / "pictures").resolve()
SEED = 2019
SMALL, MIDDLE, LARGE = (80, 24), (100, 30), (160, 50)
SIZES = (SMALL, MIDDLE, LARGE)

CLAIM = "The delivery is announced as technical cooperation between two air forces"
REASONS = ("both sides have signed for training already", "nobody has to say the word missile")


@frozen
class Shot:
    """Is what one picture shows: who looks at which moment of the game, after which keys."""

    name: str
    moment: str
    opens: Callable[[Session], WargameApp | Screen[None]]
    keys: tuple[str, ...] = ()
    sizes: tuple[tuple[int, int], ...] = (LARGE,)
    theme: str = DARK.name
    language: str = ENGLISH

    def path(self, size: tuple[int, int]) -> str:
        """Returns the name of the file at one size."""
        return f"{self.name}-{size[0]}x{size[1]}.svg"


def start(session: Session) -> WargameApp:
    """Opens the start screen, with an empty folder of saves."""
    return WargameApp(saves=Path("none"), settings=Settings())


def lesson(session: Session) -> WargameApp:
    """Opens the first lesson, in a game of its own."""
    tutor = begin_lesson(Path(tempfile.mkdtemp(dir=".")))
    return WargameApp(session=tutor.session, tutor=tutor, settings=Settings())


def team(session: Session) -> TeamScreen:
    """Opens the first team's screen."""
    return TeamScreen(session.client(_first(session)))


def coached(session: Session) -> TeamScreen:
    """Opens the first team's screen as one person sees it who plays alone."""
    return TeamScreen(session.client(_first(session)), coach=Coach(session, _first(session)))


def board(session: Session) -> BoardScreen:
    """Opens the public board."""
    return BoardScreen(session.client(PUBLIC))


def console(session: Session) -> ConsoleScreen:
    """Opens the facilitator's console."""
    return ConsoleScreen(session.client("facilitator"))


def cards(session: Session) -> LibraryScreen:
    """Opens the library."""
    return LibraryScreen(partial(library, session.program))


def replay(session: Session) -> ReplayScreen:
    """Opens the recorded game in the middle."""
    recorded = Replay.open(session.path)
    recorded.seek(len(recorded) // 2)
    return ReplayScreen(recorded)


def argue(session: Session) -> None:
    """Has the first team make an argument, which no bot does."""
    reasons = " ".join(f'"{reason}"' for reason in REASONS)
    session.client(_first(session)).decide(f'argue {_first(session)} "{CLAIM}" for {reasons}')


MOMENTS: dict[str, Callable[[View], bool]] = {
    "orders": lambda view: view.turn == 3 and view.node == "orders",
    "weigh": lambda view: view.node == "weigh",
    "ruling": lambda view: view.node == "ruling",
    "turn": lambda view: view.turn == 4 and view.node == "orders",
    "over": lambda view: view.node == "over",
}
"""When the game is stopped, in the order of play, by what the facilitator then sees."""

AFTER: dict[str, Callable[[Session], None]] = {"orders": argue}
"""What is done once the pictures of a moment are made."""

SHOTS = (
    Shot("start", "orders", start),
    Shot("new-game", "orders", start, ("n",)),
    Shot("settings", "orders", start, ("comma",)),
    Shot("lesson", "orders", lesson),
    Shot("team", "orders", team, sizes=SIZES),
    Shot("team-tr", "orders", team, language="tr"),
    Shot("team-compare", "orders", team, ("v",)),
    Shot("team-known", "orders", team, ("k",)),
    Shot("team-hand", "orders", team, ("h",)),
    Shot("team-why", "orders", team, ("q",)),
    Shot("coach", "orders", coached, ("u",)),
    Shot("charts", "turn", team, ("f12",)),
    Shot("help", "orders", team, ("f1",)),
    Shot("jump", "orders", team, ("f6",)),
    Shot("library", "orders", cards, ("right", "tab")),
    Shot("console-weigh", "weigh", console, ("enter",)),
    Shot("console", "ruling", console, sizes=SIZES),
    Shot("console-inject", "ruling", console, ("i",)),
    Shot("console-undo", "ruling", console, ("u", "down", "down", "down")),
    Shot("board", "turn", board, sizes=SIZES),
    Shot("board-tr", "turn", board, language="tr"),
    Shot("board-light", "turn", board, theme="wargame-light"),
    Shot("board-safe", "turn", board, theme="wargame-safe"),
    Shot("board-gauges", "turn", board, ("g",), sizes=(SMALL,)),
    Shot("board-tables", "turn", board, ("t",)),
    Shot("board-news", "turn", board, ("b",), sizes=(SMALL,)),
    Shot("board-paper", "turn", board, ("p",)),
    Shot("ending", "over", team),
    Shot("replay", "over", replay, sizes=SIZES),
)

LEAN = (
    # nothing in the repository may load anything from the network
    (r"@font-face\s*\{[^}]*\}", ""),
    (r"<!--.*?-->", ""),
    (r"terminal-\d+-", "terminal-"),
    # what is said once for all, and blanks
    (r'<clipPath id="terminal-line-\d+">.*?</clipPath>', ""),
    (r' clip-path="url\(#terminal-line-\d+\)"', ""),
    (r' shape-rendering="crispEdges"', ""),
    (r"</style>", "g rect { shape-rendering: crispEdges }</style>"),
    (r"<text [^>]*>(?:&#160;)+</text>", ""),
    (r"(\.\d\d)\d+", r"\1"),
    (r"\s*\n\s*", "\n"),
)
"""What is done to a picture so that it is the same each time, and a third of the size."""

BLOCK = re.compile(
    r'<rect fill="([^"]*)" x="([^"]*)" y="([^"]*)" width="([^"]*)" (height="[^"]*")/>'
)


def lean(svg: str) -> str:
    """Returns a picture that looks the same and is smaller."""
    for pattern, instead in LEAN:
        svg = re.sub(pattern, instead, svg, flags=re.DOTALL)
    return re.sub(rf"(?:{BLOCK.pattern})+", lambda run: "".join(joined(run[0])), svg)


def joined(run: str) -> Iterator[str]:
    """Gives the rectangles of a run, neighbours of one colour in a line as one."""
    held: tuple[str, str, str] | None = None
    left = right = 0.0
    for fill, x, y, width, height in BLOCK.findall(run):
        if held == (fill, y, height) and abs(right - float(x)) < 0.1:
            right = float(x) + float(width)
            continue
        if held is not None:
            yield _block(held, left, right)
        held, left, right = (fill, y, height), float(x), float(x) + float(width)
    if held is not None:
        yield _block(held, left, right)


def _block(held: tuple[str, str, str], left: float, right: float) -> str:
    fill, y, height = held
    return f'<rect fill="{fill}" x="{left:g}" y="{y}" width="{right - left:.6g}" {height}/>'


def steady(app: WargameApp) -> None:
    """Stops the cursor of each field from blinking, and shows it."""
    for field in app.screen.query(Input):
        field.cursor_blink = False


async def take(shot: Shot, session: Session, folder: Path) -> None:
    """Saves a picture at each of its sizes."""
    for size in shot.sizes:
        opened = shot.opens(session)
        app = opened if isinstance(opened, WargameApp) else WargameApp(settings=Settings())
        app.settings = Settings(theme=shot.theme)
        async with app.run_test(size=size) as pilot:
            app.animation_level = "none"
            if isinstance(opened, Screen):
                await app.push_screen(opened)
            await pilot.pause()
            for key in ("", *shot.keys, ""):
                if key:
                    await pilot.press(key)
                await app.workers.wait_for_complete()
                await pilot.pause()
            steady(app)
            svg = app.export_screenshot(title="wargame")
        (folder / shot.path(size)).write_text(lean(svg), encoding="utf8")


async def film(shots: Sequence[Shot], scenario: Scenario, folder: Path) -> None:
    """Plays one game and makes the pictures of it."""
    seats = dict.fromkeys(scenario.teams, "doctrine")
    with Session.start(
        TableSetup(scenario=scenario.id, seed=SEED, seats=seats),
        name="pictures",
        save_dir=Path(tempfile.mkdtemp(dir=".")),
        scenario=scenario,
        clock=lambda: datetime(2019, 7, 12, 9, 30, tzinfo=UTC),
        salt=lambda: "0" * 32,
    ) as session:
        for moment, wanted in MOMENTS.items():
            play_until(session, wanted)
            for shot in shots:
                if shot.moment == moment:
                    await take(shot, session, folder)
            AFTER.get(moment, lambda session: None)(session)


def play_until(session: Session, wanted: Callable[[View], bool]) -> None:
    """Lets the bots play until the facilitator's view is as wanted."""
    autopilot = session.autopilot()
    facilitator = session.client(FACILITATOR)
    while not wanted(facilitator.view()):
        if not autopilot.step():
            raise SystemExit("the game ended before the picture could be taken")


def every(shots: Sequence[Shot]) -> Iterator[Shot]:
    """Gives each shot at each size, in all colours and languages."""
    for shot, theme, told in product(shots, THEMES, languages()):
        if (shot.theme, shot.language) == (DARK.name, ENGLISH):
            name = f"{shot.name}-{theme.name.removeprefix('wargame-')}-{told}"
            yield evolve(shot, name=name, sizes=SIZES, theme=theme.name, language=told)


def _first(session: Session) -> str:
    return next(iter(session.program.scenario.teams))


def main() -> None:
    """Makes the pictures that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=Path, metavar="FOLDER")
    parser.add_argument("names", nargs="*", metavar="NAME")
    asked = parser.parse_args()
    folder: Path = (asked.every or FOLDER).resolve()
    folder.mkdir(exist_ok=True, parents=True)
    shots = [shot for shot in SHOTS if not asked.names or shot.name in asked.names]
    if asked.every:
        shots = list(every(shots))
    os.environ.update(WARGAME_SETTINGS="settings.toml", WARGAME_SAVE_DIR="saves")
    chance = patch("secrets.randbelow", return_value=SEED)
    with tempfile.TemporaryDirectory() as games, contextlib.chdir(games), chance:
        for told in languages():
            speak(told)
            spoken = [shot for shot in shots if shot.language == told]
            if spoken:
                scenario = load_scenario(default_scenario())
                asyncio.run(film(spoken, scenario, folder))


if __name__ == "__main__":
    main()
