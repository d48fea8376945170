"""WargameApp: the start screen, the seats of a running game, and who is at the keyboard."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import signal
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import ClassVar

from attrs import evolve
from textual import on, work
from textual.actions import ActionParseResult
from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.dom import DOMNode
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.screen import ModalScreen

from wargame.errors import WargameError
from wargame.kernel.view import FACILITATOR, PUBLIC
from wargame.language import marked, preferred, speak, tr
from wargame.report.library import Library, library
from wargame.table.replay import Replay
from wargame.table.saves import save_dir
from wargame.table.session import Session
from wargame.table.tutor import Tutor
from wargame.tui.base import SeatScreen
from wargame.tui.board import BoardScreen
from wargame.tui.clipping import clipping
from wargame.tui.commands import ScreenCommands
from wargame.tui.console import ConsoleScreen
from wargame.tui.cover import Cover
from wargame.tui.held import held
from wargame.tui.help import HelpScreen
from wargame.tui.jump import JumpMode, parts_of
from wargame.tui.keymap import keys_path
from wargame.tui.keys import COMMON
from wargame.tui.library import LibraryScreen
from wargame.tui.own import Own, read_own
from wargame.tui.replay import ReplayScreen
from wargame.tui.scenario_page import ScenarioPage
from wargame.tui.settings import Settings, settings_path, write_settings
from wargame.tui.settings_page import SettingsPage
from wargame.tui.sitting import Sitting
from wargame.tui.small import TooSmall, fits
from wargame.tui.spoken import SpokenApp
from wargame.tui.start import StartScreen
from wargame.tui.team import TeamScreen
from wargame.tui.theme import ANSI_DARK, ANSI_LIGHT, ANSI_SAFE, COLOURLESS, DARK, SAFE, THEMES
from wargame.tui.widgets.lesson_bar import LessonBar

PATIENCE = (50_000, 20, 100)
"""Thresholds of the garbage collector: looking through a long game for garbage takes 90 ms, which
is felt when a key press waits for it, and by default comes every few presses."""

SIGNALS = {"SIGTERM": 143, "SIGHUP": 129}
"""Signals that end the program in order, with the exit code of each."""


class WargameApp(SpokenApp):
    """Is the Textual interface.

    It opens the start screen, or a running game, a replay, a library. `return_code` says how it
    ended.
    """

    TITLE = "wargame"
    CSS_PATH = "wargame.tcss"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {
        *App.COMMANDS,
        ScreenCommands,
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", marked("Quit"), show=False, priority=True, id="app.quit"),
    ]

    class Moved(Message):
        """Says that a record has been added to the game."""

    def __init__(
        self,
        *,
        saves: Path | None = None,
        scenarios: Path | None = None,
        session: Session | None = None,
        replay: Replay | None = None,
        browse: Callable[[], Library] | None = None,
        tutor: Tutor | None = None,
        settings: Settings | None = None,
    ) -> None:
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        own = Own(settings) if settings is not None else read_own()
        self.saves = session.path.parent if saves is None and session is not None else saves
        self.scenarios = scenarios
        self.settings = own.settings
        self._faults = own.faults
        self.sitting: Sitting | None = None
        self._session = session
        self._replay = replay
        self._browse = browse
        self._tutor = tutor
        self._silence: Callable[[], None] | None = None
        self._thinking = False
        self._again = False

    async def on_mount(self) -> None:
        """Sets colours, keys and signals up and opens what was asked for."""
        gc.set_threshold(*PATIENCE)
        for theme in THEMES:
            self.register_theme(theme)
        self.ansi_theme_light = ANSI_LIGHT
        self._obey()
        self.set_keymap(dict(self.settings.keys))
        self._catch_signals()
        if self._session is not None:
            await self.sit_down(self._session, tutor=self._tutor)
        elif self._replay is not None:
            await self.push_screen(ReplayScreen(self._replay, saves=self.saves))
        else:
            await self._go_to_start()
            if self._browse is not None:
                await self.push_screen(LibraryScreen(self._browse))
        await self._fit()
        for fault in self._faults:
            self.notify(fault, severity="error", timeout=20, markup=False)

    @property
    def fault(self) -> Exception | None:
        """What ended the program, if no screen could deal with it."""
        return self._exception

    def _fatal_error(self) -> None:
        # the command line tells it, without a traceback, once the terminal is restored
        self._close_messages_no_wait()

    def on_unmount(self) -> None:
        """Closes the game's file."""
        if self.sitting is not None:
            self.sitting.session.close()

    async def on_resize(self, event: Resize) -> None:
        """Asks for a larger terminal while this one is too small."""
        await self._fit(event.size)

    async def sit_down(self, session: Session, *, tutor: Tutor | None = None) -> None:
        """Opens a game for the people at this terminal."""
        await self.get_up()
        self.sitting = Sitting(session, coach=self.settings.coach, tutor=tutor)
        self._silence = session.client(PUBLIC).listen(self._hear)
        for notice in session.notices:
            self.notify(notice, markup=False, timeout=10)
        await self.go(self.sitting.first)
        self.post_message(self.Moved())

    async def get_up(self) -> None:
        """Closes the running game, if there is one, and what is shown of it."""
        await self._fall_back()
        sitting, self.sitting = self.sitting, None
        if sitting is not None:
            self.workers.cancel_group(self, "autopilot")
            if self._silence is not None:
                self._silence()
            await asyncio.to_thread(sitting.session.close)

    async def go(self, seat: str) -> None:
        """Shows a seat; where several people sit here, a private one is covered first."""
        assert self.sitting is not None
        self.clear_notifications()
        if seat != PUBLIC and self.sitting.is_shared:
            await self._fall_back()
            await self.push_screen(Cover(seat, self.sitting.title(seat)))
            await self._fit()
        else:
            await self.action_uncover(seat)

    async def action_uncover(self, seat: str) -> None:
        """Shows a seat's screen."""
        await self._fall_back()
        if self.sitting is None:
            return
        await self.push_screen(self._screen_of(seat))
        self._teach()
        await self._fit()

    async def action_seat(self) -> None:
        """Goes to a seat played here; from one of them to the next."""
        if self.sitting is None:
            return
        seat = self.sitting.wanted(PUBLIC) if self._seat not in self.sitting.seats else ""
        seat = seat or self.sitting.after(self._seat)
        if not seat:
            self.notify(tr("No seat of this game is played here."), markup=False)
        elif seat != self._seat:
            await self.go(seat)

    async def action_board(self) -> None:
        """Shows the public board."""
        if self.sitting is not None and self._seat != PUBLIC:
            await self.go(PUBLIC)

    async def action_console(self) -> None:
        """Shows the facilitator's console, if a person is the facilitator."""
        if self.sitting is None or self._seat == FACILITATOR:
            return
        if FACILITATOR in self.sitting.seats:
            await self.go(FACILITATOR)
        else:
            self.notify(tr("The program is the facilitator of this game."), markup=False)

    async def action_leave(self) -> None:
        """Leaves the game or the replay."""
        await self.get_up()
        await self._go_to_start()
        await self._fit()

    def action_shade(self) -> None:
        """Goes on to the next colours: dark, light, and safe for the colour-blind."""
        if not self.no_color:
            names = [theme.name for theme in THEMES]
            at = names.index(self.theme) + 1 if self.theme in names else 0
            self._keep(evolve(self.settings, theme=names[at % len(names)]))
            if isinstance(self.screen, SettingsPage):
                self.screen.show(self.settings)

    def action_settings(self) -> None:
        """Opens the page of the settings."""
        places = (
            (tr("Saves"), str(save_dir(self.saves))),
            (tr("Settings"), str(settings_path())),
            (tr("Keys"), tr("{file} ('wargame keys' prints them)", file=keys_path())),
        )
        self.push_screen(SettingsPage(self.settings, places))

    def action_copy(self) -> None:
        """Copies the text of the part with the keyboard, through the terminal (OSC 52)."""
        text = clipping(self.screen)
        if text:
            self.copy_to_clipboard(text)
        told = tr("Copied {number} characters.", number=len(text))
        self.notify(told if text else tr("Nothing to copy here."), timeout=3, markup=False)

    def action_jump(self) -> None:
        """Puts a letter on each part of the screen, to go there."""
        front = self.screen
        if parts := parts_of(front.focus_chain):
            self.push_screen(JumpMode(parts), lambda part: front.set_focus(part) if part else None)

    def watch_theme(self, theme: str) -> None:
        """Gives the named colours of game text their shade in the theme."""
        self.ansi_theme_dark = ANSI_SAFE if theme == SAFE.name else ANSI_DARK

    def action_help(self) -> None:
        """Explains the screen in front."""
        screen = self.screen
        if isinstance(screen, HelpScreen):
            return
        scenario = self.sitting.session.program.scenario if self.sitting else None
        keys = (
            *getattr(screen, "KEYS", ()),
            *getattr(screen, "ALSO", ()),
            *getattr(screen.focused, "KEYS", ()),
        )
        self.push_screen(
            HelpScreen(
                getattr(screen, "HELP", ""),
                getattr(screen, "PAGE", ""),
                keys,
                glossary=scenario.glossary if scenario else {},
            )
        )

    def action_lesson(self) -> None:
        """Goes on with the lesson that is under way, after its hint."""
        tutor = self.sitting.tutor if self.sitting else None
        if tutor is not None:
            self._teach(hinted=tutor.nudge())

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Runs an action; the lesson learns what was looked at."""
        keys = (*getattr(self.screen, "KEYS", ()), *COMMON) if self.screen_stack else ()
        done = await super().run_action(action, default_namespace, namespaces)
        tutor = self.sitting.tutor if self.sitting else None
        if done and tutor is not None and tutor.step is not None and tutor.step.look:
            looked = next((key.name for key in keys if key.action == action), "")
            if tutor.looked(looked):
                self._teach()
        return done

    def _teach(self, *, hinted: bool = False) -> None:
        """Shows the step of the lesson on every seat's screen."""
        tutor = self.sitting.tutor if self.sitting else None
        if tutor is None:
            return
        tutor.watch()
        for screen in self.screen_stack:
            if isinstance(screen, SeatScreen):
                bar = next(iter(screen.query(LessonBar)), None)
                if bar is None:
                    bar = LessonBar(tutor)
                    screen.mount(bar)
                look = tutor.step.look if tutor.step else ""
                bar.show(held(screen.PAGE).get(look, look), hinted=hinted)

    def action_scenario(self) -> None:
        """Shows the scenario's briefs, questions and terms."""
        program = self.sitting.session.program if self.sitting else None
        for screen in self.screen_stack:
            if isinstance(screen, ReplayScreen):
                program = screen.replay.program
        if program is not None and not isinstance(self.screen, ScenarioPage):
            self.push_screen(ScenarioPage(program.scenario, partial(library, program)))

    @on(SettingsPage.Changed)
    def _set(self, event: SettingsPage.Changed) -> None:
        self._keep(event.settings)

    @on(StartScreen.GameOpened)
    async def _opened(self, event: StartScreen.GameOpened) -> None:
        await self.sit_down(event.session, tutor=event.tutor)

    @on(StartScreen.ReplayOpened)
    async def _replay_opened(self, event: StartScreen.ReplayOpened) -> None:
        await self.push_screen(ReplayScreen(event.replay, saves=self.saves))
        await self._fit()

    @on(ReplayScreen.Branched)
    async def _branched(self, event: ReplayScreen.Branched) -> None:
        # a long record takes its time to be read, and nothing may hold up the screen
        session = await asyncio.to_thread(
            Session.resume, event.path, save_dir=self.saves, scenarios=self.scenarios
        )
        await self.sit_down(session)

    @on(Moved)
    def _moved(self) -> None:
        self._again = True
        self._teach()
        if not self._thinking and self.sitting is not None:
            self._thinking = True
            self._play_on(self.sitting)

    @work(group="autopilot")
    async def _play_on(self, sitting: Sitting) -> None:
        """Plays what no human has to decide, until somebody must; then hands the keyboard over."""
        self._say_thinking(True)
        played = False
        try:
            while self._again:
                self._again = False
                while await asyncio.to_thread(sitting.autopilot.step):
                    played = True
        except WargameError as error:
            self.notify(str(error), severity="error", timeout=15, markup=False)
        finally:
            self._thinking = False
            self._say_thinking(False)
        wanted = sitting.wanted(self._seat)
        if self.settings.sound and played and sitting.wanted(PUBLIC):
            self.bell()
        if sitting.is_shared and self._seat in sitting.seats and wanted and not self._is_busy:
            await self.go(wanted)

    def _keep(self, settings: Settings) -> None:
        """Obeys other settings from now on, and writes them for the next time."""
        bars = settings.bars != self.settings.bars
        if settings.language != self.settings.language:
            speak(settings.language or preferred())
        self.settings = settings
        self._obey()
        if bars:
            for screen in self.screen_stack:
                if isinstance(screen, SeatScreen):
                    screen.draw_anew()
        try:
            write_settings(settings)
        except WargameError as error:
            self.notify(str(error), severity="error", timeout=10, markup=False)

    def _obey(self) -> None:
        known = self.settings.theme in self.available_themes
        self.theme = COLOURLESS if self.no_color else self.settings.theme if known else DARK.name
        self.animation_level = "full" if self.settings.motion else "none"

    @property
    def _seat(self) -> str:
        """Is the seat in front, or ""."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, SeatScreen):
                return screen.client.seat
            if isinstance(screen, Cover):
                return screen.seat
        return ""

    @property
    def _is_busy(self) -> bool:
        return isinstance(self.screen, ModalScreen)

    def _say_thinking(self, thinking: bool) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, SeatScreen):
                screen.think(thinking)

    def _screen_of(self, seat: str) -> SeatScreen:
        assert self.sitting is not None
        session = self.sitting.session
        screen: SeatScreen
        if seat == PUBLIC:
            clock = self.sitting.clock if FACILITATOR in self.sitting.seats else None
            screen = BoardScreen(session.client(PUBLIC), clock=clock)
        elif seat == FACILITATOR:
            screen = ConsoleScreen(session.client("facilitator"), clock=self.sitting.clock)
        else:
            screen = TeamScreen(session.client(seat), coach=self.sitting.coach)
        screen.call_after_refresh(screen.think, self._thinking)
        return screen

    async def _fall_back(self) -> None:
        """Closes everything above the start screen, which need not be there."""
        while len(self.screen_stack) > 1 and not isinstance(self.screen, StartScreen):
            await self.pop_screen()

    async def _go_to_start(self) -> None:
        if not isinstance(self.screen, StartScreen):
            await self.push_screen(StartScreen(saves=self.saves, scenarios=self.scenarios))

    async def _fit(self, size: Size | None = None) -> None:
        """Covers the screens while the terminal, of `size` from now on, is too small for them."""
        size = size or self.size
        small = self.screen if isinstance(self.screen, TooSmall) else None
        if fits(size):
            if small is not None:
                await self.pop_screen()
        elif small is None:
            await self.push_screen(TooSmall(size))
        else:
            small.tell(size)

    def _hear(self) -> None:
        self.post_message(self.Moved())

    def _catch_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for name, code in SIGNALS.items():
            number = getattr(signal, name, None)
            # Signals can be caught on POSIX in the main thread only; elsewhere the default holds.
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                if number is not None:
                    loop.add_signal_handler(number, partial(self.exit, return_code=code))
