"""ConsoleScreen: the facilitator's desk: what to do now, all there is to see, every ruling."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical

from wargame.kernel.view import View
from wargame.language import marked, tr
from wargame.table.client import FacilitatorClient
from wargame.tui.base import SeatScreen
from wargame.tui.clock import PhaseClock
from wargame.tui.console_keys import CONSOLE
from wargame.tui.keys import COMMON, Key, bindings
from wargame.tui.widgets.bargains import Bargains
from wargame.tui.widgets.changes import Changes
from wargame.tui.widgets.dice_form import DiceForm
from wargame.tui.widgets.end_form import EndForm
from wargame.tui.widgets.ending import Ending
from wargame.tui.widgets.gauges import Gauges
from wargame.tui.widgets.health_line import HealthLine
from wargame.tui.widgets.inject_form import InjectForm
from wargame.tui.widgets.key_line import KeyLine
from wargame.tui.widgets.log import Log
from wargame.tui.widgets.message_form import MessageForm
from wargame.tui.widgets.note_form import NoteForm
from wargame.tui.widgets.overrule_form import OverruleForm
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.pending import PendingPane
from wargame.tui.widgets.phase_bar import PhaseBar
from wargame.tui.widgets.ruling_form import RulingForm
from wargame.tui.widgets.seat_bar import SeatBar
from wargame.tui.widgets.seats import Seats
from wargame.tui.widgets.sections import Sections
from wargame.tui.widgets.talk import Talk
from wargame.tui.widgets.task import TaskLine, task
from wargame.tui.widgets.timer import PhaseTimer
from wargame.tui.widgets.undo_form import UndoForm
from wargame.tui.widgets.weigh_form import WeighForm

SECTIONS = tuple(key for key in CONSOLE if key.action.startswith("section(") and key.name != "back")
BESIDE = ("pending", "changes")
"""Sections on the left: both in sight, but for a low screen, on which they take turns."""

WIDTHS = [(0, "-narrow"), (130, "-wide")]
HEIGHTS = [(0, "-low"), (32, "-high")]
"""From how many columns and rows on the screen is laid out how."""

HELP = marked("""
Your desk. The line at the top says what to do now, and {do} does it; everything else you may do at
any time: rule on the board, bring a card or an event of your own in, write notes and messages,
take decisions back. A ruling always asks for its reason, which goes into the record and the
report.

Underlined letters bring a section to the front; on a low terminal {pending} and {changes} change
places on the left. The clock is only a suggestion: {timer} starts and
pauses it, {extend} and {shorten} change it. The line at the bottom says whether the record is safe
on disk.
""")


class ConsoleScreen(SeatScreen):
    """Is the facilitator's seat.

    On a small terminal what is pending stands on the left and one section on the right; on a
    large one every section is in sight and its key only moves the keyboard there. A low one shows
    what is pending or what has changed, and something new that is pending comes to the front.
    """

    PAGE: ClassVar[str] = "facilitator"
    KEYS: ClassVar[tuple[Key, ...]] = CONSOLE
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("facilitator", CONSOLE),
        *bindings("common", COMMON),
    ]
    HELP: ClassVar[str] = HELP
    CSS_PATH = "console.tcss"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    client: FacilitatorClient

    _pending: object = None  # what was pending when the screen was last drawn

    def __init__(self, client: FacilitatorClient, *, clock: PhaseClock | None = None) -> None:
        super().__init__(client)
        self.clock = clock or PhaseClock()
        self.front = "teams"
        self.beside = "pending"

    def compose(self) -> ComposeResult:
        """Lays out the lines at the top, the desk, and the line about the record."""
        yield SeatBar(id="seat", markup=False)
        with Horizontal(id="clockwork"):
            yield PhaseBar(id="phases")
            yield PhaseTimer(self.clock, id="timer")
        yield TaskLine(id="task", markup=False)
        yield Sections(self.PAGE, SECTIONS, id="sections")
        with Horizontal(id="desk"):
            with Vertical(id="left"):
                yield PendingPane(self.client.statement, id="pending")
                yield Changes(id="changes")
                yield Ending(id="ending")
            with Vertical(id="middle"):
                yield Seats(id="teams", classes="section")
                yield Bargains(id="bargains", classes="section")
                yield Log(id="log", classes="section")
            with Vertical(id="right"):
                yield Gauges(id="gauges", classes="section")
                yield Talk(id="talk", classes="section")
        yield HealthLine(id="health", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Brings the teams to the front; the base class then begins to listen."""
        self._bring(self.front)
        self.query_one(Changes).focus()

    def show(self, view: View) -> None:
        """Redraws every part."""
        self.query_one(SeatBar).show(view)
        self.query_one(PhaseBar).show(view)
        self.query_one(TaskLine).show(view)
        self.query_one(HealthLine).show(view)
        self.query_one(Log).show(view)
        for pane in self.query(Pane):
            pane.show(view)
        pending = view.pending and (view.pending.kind, view.pending.id, view.pending.faces)
        if pending != self._pending:
            self._pending, self.beside = pending, "pending"
        self._share()
        minutes = next((phase.minutes for phase in view.phases if phase.id == view.phase), 0)
        self.clock.follow(view.turn, view.phase, minutes)
        self.query_one(PhaseTimer).tick()
        self.set_class(view.ending is not None, "-ended")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Returns whether an action makes sense now, so that the footer offers only those."""
        view = self.seen
        if view is None:
            return action in ("section",)
        nodes = {
            "accept": ("ruling",),
            "overrule": ("ruling",),
            "dice": ("dice",),
            "weigh": ("weigh",),
            "advance": ("phase", "orders"),
        }
        if action in nodes:
            return view.node in nodes[action]
        if action in ("inject", "ruling"):
            return view.node != "over"
        if action == "do":
            return bool(task(view).action)
        return True

    async def action_do(self) -> None:
        """Does the task at the top."""
        if self.seen is not None and (now := task(self.seen).action):
            await self.run_action(now)

    async def action_accept(self) -> None:
        """Lets the pending outcome stand."""
        await self.decide("accept")

    async def action_advance(self) -> None:
        """Ends the phase; asks first if a team has not sealed its orders."""
        if self.seen is not None and self.seen.node == "orders":
            self.app.push_screen(EndForm(self.client, self.seen))
        else:
            await self.decide("advance")

    async def action_redo(self) -> None:
        """Returns to what the last undo took back, one decision forward."""
        await self.attempt(self.client.redo)

    def action_dice(self) -> None:
        """Opens the form for the faces of real dice."""
        if self.seen is not None and self.seen.pending is not None:
            self.app.push_screen(DiceForm(self.client, self.seen.pending))

    def action_overrule(self) -> None:
        """Opens the form of an overruling."""
        if self.seen is not None and self.seen.pending is not None:
            self.app.push_screen(OverruleForm(self.client, self.seen, self.seen.pending))

    def action_weigh(self) -> None:
        """Opens the form of a weighing."""
        if self.seen is not None and self.seen.pending is not None:
            self.app.push_screen(WeighForm(self.client, self.seen, self.seen.pending))

    def action_inject(self) -> None:
        """Opens the form of an inject."""
        if self.seen is not None:
            self.app.push_screen(InjectForm(self.client, self.seen))

    def action_ruling(self) -> None:
        """Opens the form of a ruling."""
        if self.seen is not None:
            self.app.push_screen(RulingForm(self.client, self.seen))

    def action_message(self) -> None:
        """Opens the form of a message."""
        if self.seen is not None:
            self.app.push_screen(MessageForm(self.client, self.seen))

    def action_note(self) -> None:
        """Opens the form of a note."""
        self.app.push_screen(NoteForm(self.client))

    def action_undo(self) -> None:
        """Opens the form of an undo."""
        if self.seen is not None:
            self.app.push_screen(UndoForm(self.client, self.seen))

    def action_head(self) -> None:
        """Copies the head of the record, by which a save can be compared with another."""
        if self.seen is not None and self.seen.health is not None:
            self.app.copy_to_clipboard(self.seen.health.head)
            told = tr("Copied the head of the record: {head}", head=self.seen.health.head)
            self.tell(told)

    def action_timer(self) -> None:
        """Starts or pauses the clock of the phase."""
        self.clock.toggle()
        self.query_one(PhaseTimer).tick()

    def action_extend(self, minutes: int) -> None:
        """Gives the phase so many minutes more."""
        self.clock.extend(minutes)
        self.query_one(PhaseTimer).tick()

    def action_section(self, name: str) -> None:
        """Brings a section to the front and gives it the keyboard."""
        self._bring(name)
        (self.query_one("#lines") if name == "log" else self.query_one(f"#{name}")).focus()

    @on(Sections.Chosen)
    def _chosen(self, event: Sections.Chosen) -> None:
        self.action_section(event.name)

    def _bring(self, name: str) -> None:
        if name in BESIDE:
            self.beside = name
            self._share()
        else:
            self.front = name
        for section in self.query(".section"):
            section.set_class(section.id == self.front, "-front")
        for column in self.query("#middle, #right"):
            column.set_class(bool(column.query(".section.-front")), "-front")
        self.query_one(Sections).show(name, fresh=frozenset(), hidden=frozenset())

    def _share(self) -> None:
        """Has one part of the left column make room for the other, where the screen is low."""
        pending, changes = self.query_one(PendingPane), self.query_one(Changes)
        is_first = self.beside == "pending" and not pending.has_class("-idle")
        had_keyboard = self.focused in (pending, changes)
        pending.set_class(not is_first, "-behind")
        changes.set_class(is_first, "-behind")
        if had_keyboard and self.has_class("-low"):
            (pending if is_first else changes).focus()
