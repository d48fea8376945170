"""ReplayScreen: a recorded game, stepped through or played, seen through any seat's eyes."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import OptionList, Static

from wargame.kernel.view import View
from wargame.language import marked, tr
from wargame.table.replay import Replay
from wargame.tui.base import SeatScreen
from wargame.tui.keys import Key, bindings
from wargame.tui.reader import Reader
from wargame.tui.replay_keys import REPLAY, SHARED
from wargame.tui.widgets.branch_form import BranchForm
from wargame.tui.widgets.gauges import Gauges
from wargame.tui.widgets.jump_form import JumpForm
from wargame.tui.widgets.key_line import KeyLine
from wargame.tui.widgets.phase_bar import PhaseBar
from wargame.tui.widgets.plain_text import FAINT
from wargame.tui.widgets.records import Records
from wargame.tui.widgets.seat_bar import SeatBar
from wargame.tui.widgets.seats import Seats
from wargame.tui.widgets.sections import Sections
from wargame.tui.widgets.timeline import Timeline
from wargame.tui.widgets.why import Why

SECTIONS = tuple(key for key in REPLAY if key.action.startswith("section("))
SPEEDS = ((marked("slow"), 3.0), (marked("steady"), 1.0), (marked("fast"), 0.25))
"""The speeds, each with the seconds that a record stays."""

HELP = marked("""
A recorded game: nothing can be changed here. {previous} and {next} step by decision,
{previous_phase} and {next_phase} by phase, {previous_turn} and {next_turn} by turn, {next_swing}
and {previous_swing} by big swing. {play} plays on, and pauses; {slow}, {steady} and {fast} play on
slowly, steadily and fast.

The timeline marks turns with a bar, phases with a thin line, and the facilitator's rulings and
injects with a diamond. The columns above it are how far the board moved for the eyes it is seen
with; the largest tenth of them, drawn bold, are the big swings.

{branch} asks what if: it begins a game of its own with all that was decided up to here. You take
the seat whose eyes you look through, all others are who they were, and the record stays as it is.

The viewpoint is everybody's at first; {eyes} changes it. In a game that is not over, only what you
may know is shown.
""")

WIDTHS = [(0, "-narrow"), (130, "-wide")]
"""From how many columns on the screen is laid out how."""


class ReplayScreen(SeatScreen):
    """Is the screen of a recorded game."""

    PAGE: ClassVar[str] = "replay"
    KEYS: ClassVar[tuple[Key, ...]] = REPLAY
    ALSO: ClassVar[tuple[Key, ...]] = SHARED
    HELP: ClassVar[str] = HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("replay", REPLAY),
        *bindings("common", SHARED),
    ]
    CSS_PATH = "replay.tcss"
    HORIZONTAL_BREAKPOINTS = WIDTHS

    client: Reader

    class Branched(Message):
        """Says that a save has begun from where the replay stands."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    def __init__(self, replay: Replay, *, saves: Path | None = None) -> None:
        super().__init__(Reader(replay))
        self.saves = saves
        self.replay = replay
        self.speed = 1
        self.front = "gauges"
        self._clock: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lays out the bars, the timeline, and the board beside the explanation."""
        yield SeatBar(id="seat", markup=False)
        yield PhaseBar(id="phases")
        yield Timeline(self.replay.records, id="timeline")
        yield Static(id="record", markup=False)
        yield Sections(self.PAGE, SECTIONS, id="sections")
        with Horizontal(id="desk"):
            yield Why(id="why")
            with Vertical(id="more"):
                yield Gauges(id="gauges", classes="section")
                yield Seats(id="teams", classes="section")
            yield Records(self.replay.records, id="records", classes="section")
        yield KeyLine()

    def on_mount(self) -> None:
        """Says what is wrong with the record; the base class then fetches its start."""
        for notice in self.replay.notices:
            self.tell(notice)
        self._bring(self.front)
        self.query_one(Timeline).focus()
        self._measure()

    def show(self, view: View) -> None:
        """Shows the game as it stood after the record."""
        self.query_one(SeatBar).show(view)
        self.query_one(PhaseBar).show(view)
        self.query_one(Gauges).show(view)
        self.query_one(Seats).show(view)
        self.query_one(Timeline).show(self.client.at)
        self.query_one(Why).explain(view, self.client)
        self.query_one(Records).show(self.client.at)
        self._say_record()

    def action_play(self) -> None:
        """Plays the record on, or pauses."""
        if self._clock is not None:
            self._pause()
        elif self.client.at < len(self.replay):
            self._clock = self.set_interval(SPEEDS[self.speed][1], self.tick)
            self._say_record()

    def action_speed(self, by: int) -> None:
        """Plays faster or slower."""
        self.speed = max(0, min(len(SPEEDS) - 1, self.speed + by))
        if self._clock is not None:
            self._pause()
            self.action_play()
        self._say_record()

    def action_pace(self, speed: int) -> None:
        """Plays on at one of the speeds."""
        self.speed = speed
        self._pause()
        self.action_play()

    async def action_swing(self, by: int) -> None:
        """Goes to the next big swing, or the one before."""
        index = await asyncio.to_thread(self.client.swing, by)
        if index == self.client.at:
            after = tr("There is no big swing after this.")
            self.tell(after if by > 0 else tr("There is none before."))
        self.action_seek(index)

    def tick(self) -> None:
        """Goes on by one record while playing; pauses at the end."""
        self.action_step(1)
        if self.client.at >= len(self.replay):
            self._pause()

    def action_step(self, by: int) -> None:
        """Goes on by so many decisions."""
        self.action_seek(max(0, self.client.at + by))

    def action_phase(self, by: int) -> None:
        """Goes to the next phase, or back a phase."""
        self.action_seek(self.client.phase(by))

    def action_turn(self, by: int) -> None:
        """Goes to the next turn, or back a turn."""
        self.action_seek(self.client.turn(by))

    def action_seek(self, index: int) -> None:
        """Goes to where so many records have happened; -1 is the end."""
        last = len(self.replay)
        self.client.at = last if index < 0 else min(last, index)
        self.look()

    def action_jump(self) -> None:
        """Opens the form to go somewhere."""
        self._pause()
        form = JumpForm(self.replay.records, self.client.at)
        self.app.push_screen(form, lambda went: self.action_seek(form.found) if went else None)

    def action_branch(self) -> None:
        """Asks whether to play on from here in a game of its own."""
        self._pause()
        form = BranchForm(self.replay, self.client.at, self.client.seat, self.saves)

        def play(begun: bool | None) -> None:
            if begun:
                self.post_message(self.Branched(form.begun))

        self.app.push_screen(form, play)

    def action_eyes(self) -> None:
        """Looks through the eyes of the next seat that may be looked through."""
        seats = self.client.seats
        if len(seats) == 1:
            self.tell(tr("The game is not over: only what everybody may see is shown."))
        self.client.seat = seats[(seats.index(self.client.seat) + 1) % len(seats)]
        self.look()
        self._measure()

    def action_section(self, name: str) -> None:
        """Brings a section to the front and gives it the keyboard."""
        self._bring(name)
        self.query_one(f"#{name}").focus()

    def action_home(self) -> None:
        """Gives the keyboard back to the timeline."""
        self.query_one(Timeline).focus()

    @on(Timeline.Sought)
    def _sought(self, event: Timeline.Sought) -> None:
        self.action_seek(event.index)

    @on(OptionList.OptionSelected, "#records")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.action_seek(event.option_index + 1)

    @on(Sections.Chosen)
    def _section(self, event: Sections.Chosen) -> None:
        self.action_section(event.name)

    @work(exclusive=True, group="swings")
    async def _measure(self) -> None:
        """Works out beside the screen how far the board moved, for the eyes it is seen with."""
        self.query_one(Timeline).swing(await asyncio.to_thread(self.client.swings))

    def _pause(self) -> None:
        if self._clock is not None:
            self._clock.stop()
            self._clock = None
            self._say_record()

    def _say_record(self) -> None:
        record = self.client.record
        text = Text(no_wrap=True, overflow="ellipsis")
        playing = f"▶ {tr(SPEEDS[self.speed][0])}" if self._clock else "Ⅱ"
        text.append(f"{playing}  ", "bold")
        if record is None:
            text.append(tr("The start"))
        else:
            text.append(f"{record.number}  ", FAINT).append(record.text, "bold")
            if not record.on_line:
                text.append("  ").append(tr("taken back later"), "italic")
        self.query_one("#record", Static).update(text, layout=False)

    def _bring(self, name: str) -> None:
        if name != "why":
            self.front = name
        for section in self.query(".section"):
            section.set_class(section.id == self.front, "-front")
        self.query_one("#more").set_class(self.front != "records", "-front")
        self.query_one(Sections).show(name, fresh=frozenset(), hidden=frozenset())
