"""SeatScreen: what the screens of all seats share: listening, redrawing, deciding, complaining."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.message import Message
from textual.screen import Screen

from wargame.errors import WargameError
from wargame.kernel.view import View
from wargame.table.client import SeatClient
from wargame.tui.keys import COMMON, Key
from wargame.tui.widgets.chart_sheet import ChartSheet
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.prompt_line import PromptLine
from wargame.tui.widgets.why_sheet import WhySheet


class SeatScreen(Screen[None]):
    """Is the screen of one seat.

    A subclass sets `PAGE`, `KEYS`, `BINDINGS` (its own, and those of COMMON) and `HELP`, composes
    its widgets and implements `show`, which is called with a fresh view after every record and
    once when it is mounted.
    """

    PAGE: ClassVar[str] = "common"
    KEYS: ClassVar[tuple[Key, ...]] = ()
    ALSO: ClassVar[tuple[Key, ...]] = COMMON
    """Keys that it shares with other screens."""
    HELP: ClassVar[str] = ""

    class Moved(Message):
        """Says that the game has moved on."""

    def __init__(self, client: SeatClient) -> None:
        super().__init__()
        self.client = client
        self.seen: View | None = None
        self._stale = False
        self._looking = asyncio.Lock()
        self._silence: Callable[[], None] | None = None

    def on_mount(self) -> None:
        """Begins to listen; Textual calls this after a subclass's own `on_mount`."""
        if self._silence is None:
            self._silence = self.client.listen(self._hear)
            self.look()

    def on_unmount(self) -> None:
        """Stops listening."""
        if self._silence is not None:
            self._silence()

    def show(self, view: View) -> None:
        """Shows the view; it may be the same as before."""
        raise NotImplementedError

    def think(self, thinking: bool) -> None:
        """Shows that somebody who plays by himself is thinking, or no longer is."""
        for line in self.query(PromptLine):
            line.thinking = thinking

    def look(self) -> None:
        """Fetches a fresh view beside the screen's own work, and shows it."""
        self._stale = True
        if not self._looking.locked():
            self.run_worker(self._look(), group="look", exit_on_error=True)

    def draw_anew(self) -> None:
        """Draws every part again, since how it is drawn has changed."""
        for pane in self.query(Pane):
            pane.forget()
        self.look()

    async def decide(self, decision: str) -> bool:
        """Plays the decision; returns whether it stands. A refusal is shown with its remedy.

        Returns when the screen shows what came of it: a key that was pressed meanwhile is then
        taken for what stands there, and never for a view that play has left behind.
        """
        stands = await self.attempt(lambda: self.client.decide(decision))
        self._stale = True
        await self._look()
        return stands

    async def attempt(self, act: Callable[[], object]) -> bool:
        """Runs `act` in a thread; returns whether it went well. Shows a WargameError otherwise."""
        try:
            await asyncio.to_thread(act)
        except WargameError as error:
            self.complain(error)
            return False
        return True

    def complain(self, error: WargameError) -> None:
        """Shows an error and what to do about it."""
        text = f"{error.message}\n{error.remedy}" if error.remedy else error.message
        self.notify(text, severity="error", timeout=10, markup=False)

    def action_why(self) -> None:
        """Opens the reasons of what has happened."""
        if self.seen is not None:
            self.app.push_screen(WhySheet(self.client, self.seen))

    async def action_charts(self) -> None:
        """Opens the charts of what this seat was shown, turn by turn."""
        # asked for anew, since the key may be pressed before the screen has shown its first view
        view = await asyncio.to_thread(self.client.view)
        trends = await asyncio.to_thread(self.client.trends)
        self.app.push_screen(ChartSheet(self.client, trends, view))

    def tell(self, text: str) -> None:
        """Shows a short notice."""
        self.notify(text, timeout=4, markup=False)

    def _hear(self) -> None:
        self.post_message(self.Moved())

    @on(Moved)
    def _moved(self) -> None:
        self.look()

    async def _look(self) -> None:
        async with self._looking:
            while self._stale:
                self._stale = False
                self.seen = await asyncio.to_thread(self.client.view)
                if self.is_mounted:
                    self.show(self.seen)
