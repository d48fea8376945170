"""StartScreen: what to do first: play, go on, replay, read."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import ClassVar

from attrs import frozen
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from textual.widgets.option_list import Option as Row

from wargame import __version__
from wargame.errors import WargameError
from wargame.language import marked, tr
from wargame.report.library import Library, read_library
from wargame.scenario.files import default_scenario
from wargame.scenario.load import load_scenario
from wargame.scenario.model import Scenario
from wargame.table.replay import Replay
from wargame.table.saves import SaveInfo, list_saves, save_dir
from wargame.table.session import Session
from wargame.table.tutor import Tutor, begin_lesson
from wargame.tui.about import AboutScreen
from wargame.tui.keys import START, bindings
from wargame.tui.library import LibraryScreen
from wargame.tui.new_game import NewGame
from wargame.tui.save_list import SaveList
from wargame.tui.widgets.bigtext import BigText
from wargame.tui.widgets.key_line import KeyLine
from wargame.tui.widgets.plain_text import plain
from wargame.tui.widgets.row_list import RowList

HELP = marked("""
A tabletop wargame: teams give secret orders, the dice settle how these are received, and a
facilitator, who may be the program, adjudicates.

Learn begins a short lesson in a game of its own: the keys and the ideas, step by step.

Play now seats you at the first team of the default scenario, against bots. New game lets you choose
scenario, seats, dice and more. Every decision is on disk before it counts, so a game can be left at
any time and gone on with later.
""")


TALL = 40
"""From how many rows on the menu stands in the middle, under the name in big letters."""

HEIGHTS = [(0, "-short"), (TALL, "-tall")]


@frozen
class Entry:
    """Is a line of the menu: the action it runs, and what is told about it."""

    action: str
    title: str
    text: str


class StartScreen(Screen[None]):
    """Is the first screen."""

    PAGE = "start"
    KEYS = START
    HELP = HELP
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("start", START)]
    CSS_PATH = "start.tcss"
    VERTICAL_BREAKPOINTS = HEIGHTS

    class GameOpened(Message):
        """Says that a game has been begun or gone on with."""

        def __init__(self, session: Session, tutor: Tutor | None = None) -> None:
            super().__init__()
            self.session = session
            self.tutor = tutor

    class ReplayOpened(Message):
        """Says that a recorded game has been opened."""

        def __init__(self, replay: Replay) -> None:
            super().__init__()
            self.replay = replay

    def __init__(self, *, saves: Path | None, scenarios: Path | None) -> None:
        super().__init__()
        self.saves = save_dir(saves)
        self.scenarios = scenarios
        self.found: tuple[SaveInfo, ...] = ()
        self._entries: list[Entry] = []
        self._default: Scenario | None = None

    def compose(self) -> ComposeResult:
        """Lays out the name, the menu and what each line of it does."""
        yield Static(Text.assemble(("wargame", "bold"), f"  {__version__}"), id="name")
        with Vertical(id="middle"):
            yield BigText(from_height=TALL, id="sign")
            with Horizontal(id="choice"):
                yield RowList(id="menu")
                yield Static(id="about", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Shows the menu."""
        self.query_one(BigText).show("wargame")
        self.query_one("#menu", RowList).border_title = tr("What would you like to do?")
        self.query_one("#menu").focus()
        self._list_entries()

    def on_screen_resume(self) -> None:
        """Looks for scenarios and saves, beside the screen's own work."""
        self.run_worker(self._look(), exclusive=True, group="look")

    async def action_play(self) -> None:
        """Sets up a game alone against bots: one more Enter starts it."""
        await self.action_new()

    async def action_last(self) -> None:
        """Goes on with the game played last."""
        last = self._last
        if last is not None:
            await self._resume(last)

    async def action_new(self) -> None:
        """Sets up a new game."""
        self.app.push_screen(NewGame(saves=self.saves, scenarios=self.scenarios), self._begin)

    async def action_learn(self) -> None:
        """Begins the first lesson that has not been finished."""
        try:
            tutor = await asyncio.to_thread(self._lesson)
        except WargameError as error:
            self.notify(str(error), severity="error", timeout=12, markup=False)
            return
        self.post_message(self.GameOpened(tutor.session, tutor))

    async def action_continue(self) -> None:
        """Lists the games that can be gone on with."""
        mine = tuple(save for save in self.found if not save.over)
        self.app.push_screen(SaveList(mine, tr("Continue a game")), self._resume)

    async def action_replay(self) -> None:
        """Lists the games that can be replayed."""
        self.app.push_screen(SaveList(self.found, tr("Replay a game")), self._replay)

    async def action_scenarios(self) -> None:
        """Tells about the scenarios."""
        self.app.push_screen(AboutScreen(self.scenarios))

    async def action_browse(self) -> None:
        """Opens the library of the default scenario."""
        self.app.push_screen(LibraryScreen(self._library))

    @property
    def _last(self) -> SaveInfo | None:
        for save in self.found:
            if not (save.over or save.shipped or save.problem):
                return save
        return None

    async def _look(self) -> None:
        self.found = await asyncio.to_thread(list_saves, self.saves)
        if self._default is None:
            try:
                self._default = await asyncio.to_thread(self._load)
            except WargameError as error:
                self.notify(str(error), severity="error", markup=False)
        self._list_entries()

    def _lesson(self) -> Tutor:
        return begin_lesson(self.saves, self.scenarios)

    def _load(self) -> Scenario:
        return load_scenario(default_scenario(self.scenarios), self.scenarios)

    def _library(self) -> Library:
        return read_library(self._default or self._load())

    def _list_entries(self) -> None:
        entries = []
        last = self._last
        if last is not None:
            entries.append(
                Entry(
                    "last",
                    tr("Go on with {name}", name=last.name),
                    tr(
                        "{title}\n\nTurn {turn}, {records} records, last played {when}.",
                        title=last.title,
                        turn=last.turn,
                        records=last.records,
                        when=when(last.modified),
                    ),
                )
            )
        entries += [
            Entry("play", tr("Play now"), self._play_text()),
            Entry(
                "learn",
                tr("Learn"),
                tr(
                    "Three short lessons, or what another scenario has: in a game of"
                    " its own each, step by step. What you have finished is remembered."
                ),
            ),
            Entry("new", tr("New game"), tr("Choose scenario, seats, facilitator, dice and name.")),
            Entry("continue", tr("Continue"), tr("Go on with a saved game, where you left it.")),
            Entry(
                "replay",
                tr("Replay"),
                tr("Step through a recorded game, yours or one that ships."),
            ),
            Entry(
                "scenarios",
                tr("Scenarios"),
                tr("Read what each scenario is about, with its briefs."),
            ),
            Entry(
                "browse",
                tr("Cards and sources"),
                tr("Browse and search all that is printed in it."),
            ),
            Entry("app.help", tr("Help"), tr("How to play, and the keys.")),
            Entry("app.quit", tr("Quit"), tr("End the program.")),
        ]
        menu = self.query_one("#menu", RowList)
        if [entry.title for entry in entries] == [entry.title for entry in self._entries]:
            self._entries = entries
            self._tell(menu.highlighted or 0)
            return
        self._entries = entries
        menu.clear_options()
        menu.add_options(Row(plain(entry.title)) for entry in entries)
        menu.highlighted = 0

    def _play_text(self) -> str:
        if self._default is None:
            return tr("A game alone, against bots.")
        team = next(iter(self._default.teams.values()))
        about = self._default.about
        return tr(
            "{title}\n\n{summary}\n\nYou play {team}: {says}\n\n"
            "Bots play the others; the program is the facilitator.",
            title=about.title,
            summary=about.summary.strip(),
            team=team.title,
            says=team.says,
        )

    def _tell(self, number: int) -> None:
        entry = self._entries[number]
        first, _, rest = entry.text.partition("\n\n")
        text = Text.assemble((first, "bold"), f"\n\n{rest}") if rest else plain(entry.text)
        self.query_one("#about", Static).update(text)

    @on(RowList.OptionHighlighted, "#menu")
    def _highlighted(self, event: RowList.OptionHighlighted) -> None:
        if event.option_index < len(self._entries):
            self._tell(event.option_index)

    @on(RowList.OptionSelected, "#menu")
    async def _selected(self, event: RowList.OptionSelected) -> None:
        await self.run_action(self._entries[event.option_index].action)

    def _begin(self, session: Session | None) -> None:
        if session is not None:
            self.post_message(self.GameOpened(session))

    async def _resume(self, save: SaveInfo | None) -> None:
        if save is None:
            return
        try:
            session = await asyncio.to_thread(
                Session.resume, save.path, save_dir=self.saves, scenarios=self.scenarios
            )
        except WargameError as error:
            self.notify(str(error), severity="error", timeout=12, markup=False)
            return
        self.post_message(self.GameOpened(session))

    async def _replay(self, save: SaveInfo | None) -> None:
        if save is None:
            return
        try:
            replay = await asyncio.to_thread(
                Replay.open, save.path, save_dir=self.saves, scenarios=self.scenarios
            )
        except WargameError as error:
            self.notify(str(error), severity="error", timeout=12, markup=False)
            return
        self.post_message(self.ReplayOpened(replay))


def when(modified: str) -> str:
    """Returns a time as people read it: day and minute."""
    return modified[:16].replace("T", " ")
