"""A bare app that shows one screen, for tests of screens without a game behind them."""

from __future__ import annotations

from pathlib import Path

from textual.app import App
from textual.screen import Screen

import wargame.tui
from wargame.tui.commands import ScreenCommands
from wargame.tui.theme import DARK, LIGHT

SIZES = ((80, 24), (160, 50))


class SeatApp(App[None]):
    CSS_PATH = str(Path(wargame.tui.__file__).parent / "wargame.tcss")
    COMMANDS = frozenset({*App.COMMANDS, ScreenCommands})

    def __init__(self, shown: Screen[None]) -> None:
        super().__init__()
        self.shown = shown
        self.done: list[str] = []

    async def on_mount(self) -> None:
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name
        await self.push_screen(self.shown)

    def action_help(self) -> None:
        self.done.append("help")

    def action_seat(self) -> None:
        self.done.append("seat")

    def action_board(self) -> None:
        self.done.append("board")

    def action_console(self) -> None:
        self.done.append("console")

    def action_scenario(self) -> None:
        self.done.append("scenario")

    def action_leave(self) -> None:
        self.done.append("leave")

    def action_shade(self) -> None:
        self.done.append("shade")
