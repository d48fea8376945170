"""ReplayScreen: a recorded game, stepped through or played, seen through any seat's eyes."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import OptionList, Static

from wargame.kernel.view import View
from wargame.language import marked, tr
from wargame.table.replay import Replay
from wargame.tui.base import SeatScreen
from wargame.tui.keys import COMMON, EVERYWHERE, Key, bindings
from wargame.tui.keys import HELP as HELP_KEY
from wargame.tui.reader import Reader
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

REPLAY = (
    Key("play", "space", "play", marked("Play"), marked("Plays the record on, or pauses.")),
    Key("next", "right", "step(1)", marked("Next"), marked("Goes to the next decision.")),
    Key(
        "previous",
        "left",
        "step(-1)",
        marked("Back"),
        marked("Goes back by one decision."),
        footer=False,
    ),
    Key("next_phase", "down", "phase(1)", marked("Phase"), marked("Goes to the next phase.")),
    Key(
        "previous_phase",
        "up",
        "phase(-1)",
        marked("Phase back"),
        marked("Goes back a phase."),
        footer=False,
    ),
    Key("next_turn", "pagedown", "turn(1)", marked("Turn"), marked("Goes to the next turn.")),
    Key(
        "previous_turn",
        "pageup",
        "turn(-1)",
        marked("Turn back"),
        marked("Goes back a turn."),
        footer=False,
    ),
    Key(
        "first",
        "home",
        "seek(0)",
        marked("Start"),
        marked("Goes to the first record."),
        footer=False,
    ),
    Key("last", "end", "seek(-1)", marked("End"), marked("Goes to the last record."), footer=False),
    Key(
        "next_swing",
        "n",
        "swing(1)",
        marked("Swing"),
        marked("Goes to the next big swing of the board."),
    ),
    Key(
        "previous_swing",
        "p",
        "swing(-1)",
        marked("Swing back"),
        marked("Goes back a big swing."),
        footer=False,
    ),
    Key("slow", "1", "pace(0)", marked("Slow"), marked("Plays on slowly."), footer=False),
    Key(
        "steady",
        "2",
        "pace(1)",
        marked("Steady"),
        marked("Plays on at a steady pace."),
        footer=False,
    ),
    Key("fast", "3", "pace(2)", marked("Fast"), marked("Plays on fast."), footer=False),
    Key("faster", "plus,equals_sign", "speed(1)", marked("Faster"), marked("Plays faster.")),
    Key("slower", "minus", "speed(-1)", marked("Slower"), marked("Plays slower."), footer=False),
    Key(
        "jump", "j", "jump", marked("Go to"), marked("Goes to a record's number, a turn or a word.")
    ),
    Key(
        "eyes", "v", "eyes", marked("Viewpoint"), marked("Looks through the eyes of the next seat.")
    ),
    Key(
        "why", "w,q", "section('why')", marked("Why"), marked("Explains the record."), footer=False
    ),
    Key(
        "gauges",
        "g",
        "section('gauges')",
        marked("Gauges"),
        marked("Shows the board."),
        footer=False,
    ),
    Key(
        "teams",
        "t",
        "section('teams')",
        marked("Teams"),
        marked("Shows the teams and orders."),
        footer=False,
    ),
    Key(
        "records",
        "r",
        "section('records')",
        marked("Record"),
        marked("Lists every decision."),
        footer=False,
    ),
    Key(
        "back", "escape", "home", marked("Back"), marked("Goes back to the timeline."), footer=False
    ),
)
"""Keys of the replay."""

SHARED = (
    HELP_KEY,
    *(key for key in COMMON if key.name == "scenario"),
    *EVERYWHERE,
    *(key for key in COMMON if key.name in ("charts", "leave")),
)
"""Of the keys of seats, those that a replay has too."""

SECTIONS = tuple(
    (key.name, key.keys[0], key.title) for key in REPLAY if key.action.startswith("section(")
)
SPEEDS = ((marked("slow"), 3.0), (marked("steady"), 1.0), (marked("fast"), 0.25))
"""The speeds, each with the seconds that a record stays."""

HELP = marked("""
A recorded game: nothing can be changed here. Left and right step by decision, up and down by phase,
page up and page down by turn, n and p by big swing. Space plays on, and pauses; 1, 2 and 3 play on
slowly, steadily and fast.

The timeline marks turns with a bar, phases with a thin line, and the facilitator's rulings and
injects with a diamond. The columns above it are how far the board moved for the eyes it is seen
with; the largest tenth of them, drawn bold, are the big swings.

The viewpoint is everybody's at first; v changes it. In a game that is not over, only what you may
know is shown.
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

    def __init__(self, replay: Replay) -> None:
        super().__init__(Reader(replay))
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
        yield Sections(SECTIONS, id="sections")
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
