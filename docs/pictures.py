"""Makes the pictures of docs/pictures/ from the program itself: `make pictures`.

One recorded game of bots, with a fixed seed and a fixed clock, is stopped at the moments that the
pictures show, so that the same program gives the same pictures.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from textual.screen import Screen

from wargame.kernel.view import FACILITATOR, PUBLIC, View
from wargame.scenario.files import default_scenario
from wargame.scenario.load import load_scenario
from wargame.table.replay import Replay
from wargame.table.session import Session
from wargame.table.setup import TableSetup
from wargame.tui.app import WargameApp
from wargame.tui.board import BoardScreen
from wargame.tui.console import ConsoleScreen
from wargame.tui.replay import ReplayScreen
from wargame.tui.settings import Settings
from wargame.tui.team import TeamScreen
from wargame.tui.theme import DARK, LIGHT, SAFE

FOLDER = Path(__file__).parent / "pictures"
SIZES = {"80x24": (80, 24), "100x30": (100, 30), "160x50": (160, 50)}
SEED = 2019


def clock() -> datetime:
    """Returns the time that every record of the pictured game has."""
    return datetime(2019, 7, 12, 9, 30, tzinfo=UTC)


def play_until(session: Session, wanted: Callable[[View], bool]) -> None:
    """Lets the bots play until the facilitator's view is as wanted."""
    autopilot = session.autopilot()
    facilitator = session.client(FACILITATOR)
    while not wanted(facilitator.view()):
        if not autopilot.step():
            raise SystemExit("the game ended before the picture could be taken")


async def picture(
    name: str,
    screen: Callable[[], Screen[None]] | None,
    *keys: str,
    theme: str = DARK.name,
) -> None:
    """Saves a screen, after some keys, at each size."""
    for label, size in SIZES.items():
        app = WargameApp(settings=Settings(theme=theme))
        async with app.run_test(size=size) as pilot:
            if screen is not None:
                await app.push_screen(screen())
            await pilot.pause()
            for key in keys:
                await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause()
            svg = app.export_screenshot(title="wargame")
        # nothing in the repository may load anything from the network
        svg = re.sub(r"@font-face\s*\{[^}]*\}", "", svg)
        svg = re.sub(r"terminal-\d+-", "terminal-", svg)
        (FOLDER / f"{name}-{label}.svg").write_text(svg, encoding="utf8")


async def main() -> None:
    """Makes every picture."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        scenario = load_scenario(default_scenario())
        teams = tuple(scenario.teams)
        seats = dict.fromkeys(teams, "doctrine")
        setup = TableSetup(scenario=scenario.id, seed=SEED, seats=seats)
        await picture("start", None)
        await picture("new-game", None, "n")
        with Session.start(
            setup,
            name="pictures",
            save_dir=Path(folder),
            scenario=scenario,
            clock=clock,
            salt=lambda: "0" * 32,
        ) as session:
            first = session.client(teams[0])
            play_until(session, lambda view: view.turn == 3 and view.node == "orders")
            await picture("team", lambda: TeamScreen(first))
            await picture("team-compare", lambda: TeamScreen(first), "v")
            await picture("team-known", lambda: TeamScreen(first), "k")
            await picture("team-hand", lambda: TeamScreen(first), "h")
            play_until(session, lambda view: view.node == "ruling")
            await picture("console", lambda: ConsoleScreen(session.client("facilitator")))
            play_until(session, lambda view: view.turn == 4 and view.node == "orders")
            board = session.client(PUBLIC)
            await picture("board", lambda: BoardScreen(board))
            await picture("board-tables", lambda: BoardScreen(board), "t")
            await picture("board-paper", lambda: BoardScreen(board), "p")
            await picture("board-light", lambda: BoardScreen(board), theme=LIGHT.name)
            await picture("board-safe", lambda: BoardScreen(board), theme=SAFE.name)
            play_until(session, lambda view: view.node == "over")
            await picture("ending", lambda: TeamScreen(first))
            replay = Replay.open(session.path)
            replay.seek(len(replay) // 2)
            await picture("replay", lambda: ReplayScreen(replay))


if __name__ == "__main__":
    asyncio.run(main())
