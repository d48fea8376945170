"""TeamScreen: what a team wants, what it can do, what that costs and how likely it is to work."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Footer

from wargame.kernel.view import Option, View
from wargame.tui import notation
from wargame.tui.base import SeatScreen
from wargame.tui.keys import COMMON, TEAM, bindings
from wargame.tui.widgets.aims import Aims, AimsLine, Brief
from wargame.tui.widgets.argue_form import ArgueForm
from wargame.tui.widgets.changes import Changes
from wargame.tui.widgets.detail import Detail
from wargame.tui.widgets.ending import Ending
from wargame.tui.widgets.gauges import Gauges
from wargame.tui.widgets.hand import Hand
from wargame.tui.widgets.note_form import NoteForm
from wargame.tui.widgets.offer_form import OfferForm
from wargame.tui.widgets.offers import Offers
from wargame.tui.widgets.option_list import Options
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.phase_bar import PhaseBar
from wargame.tui.widgets.prompt_line import PromptLine
from wargame.tui.widgets.seat_bar import SeatBar
from wargame.tui.widgets.sections import Sections
from wargame.tui.widgets.slip import Slip
from wargame.tui.widgets.talk import Talk
from wargame.tui.widgets.talk_form import TalkForm

SECTIONS = tuple(
    (key.name, key.keys, key.title) for key in TEAM if key.action.startswith("section(")
)
BESIDE = ("aims", "gauges")
"""Sections that stand in a column of their own."""


class TeamScreen(SeatScreen):
    """Is a team's seat.

    On a small terminal one section is in front beside the orders; on a large one detail, aims
    and gauges are always in sight, and the others share the place below the detail.
    """

    PAGE = "team"
    KEYS = TEAM
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("team", TEAM), *bindings("common", COMMON)]
    CSS_PATH = "team.tcss"
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]]] = [(0, "-narrow"), (130, "-wide")]

    boost = 0
    front = "detail"
    lower = "changes"

    def compose(self) -> ComposeResult:
        """Lays out bars above, then orders, detail and state side by side."""
        yield SeatBar(id="seat", markup=False)
        yield PhaseBar(id="phases")
        yield PromptLine(id="prompt")
        yield AimsLine(id="aims-line", markup=False)
        yield Sections(SECTIONS, id="sections")
        with Horizontal(id="body"):
            with Vertical(id="orders"):
                yield Options(id="options")
                yield Slip(id="slip")
            with Vertical(id="more"):
                yield Detail(id="detail", classes="section")
                yield Changes(id="changes", classes="section lower")
                yield Hand(id="hand", classes="section lower")
                yield Offers(id="offers")
                yield Talk(id="talk", classes="section lower")
                yield Brief(id="brief", classes="section lower")
                yield Ending(id="ending", classes="section lower")
            with Vertical(id="state"):
                yield Aims(id="aims", classes="section")
                yield Gauges(id="gauges", classes="section")
        yield Footer()

    def on_mount(self) -> None:
        """Brings the detail to the front and begins to listen."""
        self.query_one(Offers).set_classes("section lower")
        self._bring(self.front)
        self.query_one(Options).focus()
        super().on_mount()

    def show(self, view: View) -> None:
        """Redraws every part; an ending comes to the front once."""
        ended = view.ending is not None and not self.query_one(Ending).has_class("-known")
        for part in (SeatBar, PhaseBar, PromptLine, AimsLine, Options, Offers):
            self.query_one(part).show(view)
        for pane in self.query(Pane):
            pane.show(view)
        marked = self.query_one(Options).marked
        if marked is not None:
            self._explain(marked)
        self._bring("ending" if ended else self.front)
        self.query_one(Ending).set_class(view.ending is not None, "-known")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Returns whether an action makes sense now, so that the footer offers only those."""
        view = self.seen
        if view is None:
            return action not in ("seal", "recall", "argue")
        if action in ("seal", "recall"):
            return any(option.kind == action and option.legal for option in view.options)
        if action == "argue":
            return view.node == "orders" and view.seat in view.waiting_for
        if action == "play":
            return bool(self.query_one(Options).listed)
        if action == "boost":
            marked = self.query_one(Options).marked
            return marked is not None and marked.legal and marked.boosts > 0
        if action == "section" and parameters == ("ending",):
            return view.ending is not None
        return True

    async def action_play(self) -> None:
        """Plays the marked option, with its boost."""
        option = self.query_one(Options).marked
        if option is None:
            return
        if not option.legal:
            self.tell(f"{option.title}: {'; '.join(option.reasons) or 'not possible now'}")
            return
        boost = min(self.boost, option.boosts)
        if await self.decide(notation.order(option.decision, boost)):
            self.boost = 0

    async def action_seal(self) -> None:
        """Seals the orders."""
        await self._give("seal")

    async def action_recall(self) -> None:
        """Takes the orders back."""
        await self._give("recall")

    def action_boost(self, by: int) -> None:
        """Changes the points on the marked order's roll."""
        option = self.query_one(Options).marked
        if option is not None:
            self.boost = max(0, min(option.boosts, self.boost + by))
            self._explain(option)

    def action_mark(self, number: int) -> None:
        """Marks an option by its number and shows its detail."""
        self.query_one(Options).mark(number)

    def action_home(self) -> None:
        """Goes back to the orders and their detail."""
        self._bring("detail")
        self.query_one(Options).focus()

    def action_section(self, name: str) -> None:
        """Brings a section to the front and gives it the keyboard."""
        self._bring(name)
        if name == "detail":
            self.query_one(Options).focus()
        else:
            self.query_one(f"#{name}").focus()

    def action_argue(self) -> None:
        """Opens the form of a matrix argument."""
        if self.seen is not None:
            self.app.push_screen(ArgueForm(self.client, self.seen))

    def action_offer(self) -> None:
        """Opens the form of an offer."""
        if self.seen is not None:
            self.app.push_screen(OfferForm(self.client, self.seen), self._show_offers)

    def action_message(self) -> None:
        """Opens the form of a message."""
        if self.seen is not None:
            self.app.push_screen(TalkForm(self.client, self.seen))

    def action_note(self) -> None:
        """Opens the form of a note."""
        self.app.push_screen(NoteForm(self.client))

    async def action_answer(self, accept: bool) -> None:
        """Accepts or declines the marked offer."""
        await self._deal(lambda team, number: notation.answer(team, number, accept))

    async def action_withdraw(self) -> None:
        """Takes the marked offer back."""
        await self._deal(notation.withdraw)

    @on(Options.Marked)
    def _marked(self, event: Options.Marked) -> None:
        self.boost = 0
        self._explain(event.option)
        self._bring("detail", keep_lower=True)
        self.refresh_bindings()

    @on(Options.Played)
    async def _played(self) -> None:
        await self.action_play()

    @on(Sections.Chosen)
    def _chosen(self, event: Sections.Chosen) -> None:
        self.action_section(event.name)
