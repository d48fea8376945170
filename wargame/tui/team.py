"""TeamScreen: what a team wants, what it can do, what that costs and how likely it is to work."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical

from wargame.kernel.view import Option, View
from wargame.language import marked, tr
from wargame.plain.compare import comparable
from wargame.plain.redraft import without
from wargame.plain.sealing import losses
from wargame.table.client import SeatClient
from wargame.table.coach import Coach
from wargame.tui import notation
from wargame.tui.base import SeatScreen
from wargame.tui.keys import COMMON, bindings
from wargame.tui.team_keys import TEAM
from wargame.tui.widgets.aims import Aims, AimsLine, Brief
from wargame.tui.widgets.argue_form import ArgueForm
from wargame.tui.widgets.changes import Changes
from wargame.tui.widgets.coach_line import CoachLine
from wargame.tui.widgets.coach_sheet import CoachSheet
from wargame.tui.widgets.compare_sheet import CompareSheet
from wargame.tui.widgets.detail import Detail
from wargame.tui.widgets.dossiers import Dossiers
from wargame.tui.widgets.ending import Ending
from wargame.tui.widgets.gauges import Gauges
from wargame.tui.widgets.hand import Hand
from wargame.tui.widgets.key_line import KeyLine
from wargame.tui.widgets.note_form import NoteForm
from wargame.tui.widgets.offer_form import OfferForm
from wargame.tui.widgets.offers import Offers
from wargame.tui.widgets.option_list import Options
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.phase_bar import PhaseBar
from wargame.tui.widgets.prompt_line import PromptLine
from wargame.tui.widgets.seal_form import SealForm
from wargame.tui.widgets.seat_bar import SeatBar
from wargame.tui.widgets.sections import Sections
from wargame.tui.widgets.slip import Slip
from wargame.tui.widgets.talk import Talk
from wargame.tui.widgets.talk_form import TalkForm

SECTIONS = tuple(key for key in TEAM if key.action.startswith("section("))
BESIDE = ("aims", "gauges")
"""Sections that stand in a column of their own."""


WIDTHS: list[tuple[int, str]] = [(0, "-narrow"), (130, "-wide")]
"""Columns from which the sections stand side by side."""

HELP = marked("""
The list on the left holds what your team can do now: the number in front marks an order, the
number behind is what it costs, and the small columns show the odds, from the worst result to the
best. A square marks a card of your hand, a quotation mark an argument. Orders that are not
possible now stand below, with the reason.

Mark an order to read what it does, how the dice may fall, what helps or hurts, and which orders of
others it would clash with. {play} gives it, {more} puts a point on its roll. Orders are secret
until the reveal. When you have given all you want, press {seal} to seal them; {recall} takes them
back. {compare} puts the odds of all possible orders side by side, and {drop} takes only the last
one back.

{known} opens the file that you keep on the others: their word, their aims, and what they did so
far.

Where one person plays against bots, a coach looks back on each turn that has ended: what every
order you could give came to when it was played on, and what the others seem to be after. {coach}
opens its notes, and {switch} in there switches it off.

Odds are for what your team knows: a range says what they become if you are wrong about what you
cannot see. Gauges marked as old are shown as they were some turns ago.

At any outcome press {why} to ask why: the rule or card, the dice, what was added to them, what
changed and the statements of the source behind it, for each thing that happened this turn and the
last.
""")


class TeamScreen(SeatScreen):
    """Is a team's seat.

    On a small terminal one section is in front beside the orders; on a large one detail, aims
    and gauges are always in sight, and the others share the place below the detail.
    """

    PAGE = "team"
    KEYS = TEAM
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("common", COMMON[:1]),
        *bindings("team", TEAM),
        *bindings("common", COMMON[1:]),
    ]
    HELP = HELP
    CSS_PATH = "team.tcss"
    HORIZONTAL_BREAKPOINTS = WIDTHS

    boost = 0
    _explained = ""
    _boostable = False
    _read = 0
    _told = (0, False)
    front = "detail"
    lower = "changes"

    def __init__(self, client: SeatClient, *, coach: Coach | None = None) -> None:
        super().__init__(client)
        self.coach = coach

    def compose(self) -> ComposeResult:
        """Lays out bars above, then orders, detail and state side by side."""
        yield SeatBar(id="seat", markup=False)
        yield PhaseBar(id="phases")
        yield PromptLine(id="prompt")
        yield CoachLine(self.coach, id="coach")
        yield AimsLine(id="aims-line", markup=False)
        yield Sections(self.PAGE, SECTIONS, id="sections")
        with Horizontal(id="body"):
            with Vertical(id="orders"):
                yield Options(id="options")
                yield Slip(id="slip")
            with Vertical(id="more"):
                yield Detail(id="detail", classes="section")
                yield Changes(id="changes", classes="section lower")
                yield Hand(id="hand", classes="section lower")
                yield Offers(id="offers")
                yield Dossiers(id="known", classes="section lower")
                yield Talk(id="talk", classes="section lower")
                yield Brief(id="brief", classes="section lower")
                yield Ending(id="ending", classes="section lower")
            with Vertical(id="state"):
                yield Aims(id="aims", classes="section")
                yield Gauges(id="gauges", classes="section")
        yield KeyLine()

    def on_mount(self) -> None:
        """Brings the detail to the front; the base class then begins to listen."""
        self.query_one(Offers).set_classes("section lower")
        self._bring(self.front)
        self.query_one(Options).focus()

    def show(self, view: View) -> None:
        """Redraws every part; a new turn's changes and the ending come to the front."""
        front = self._news(view) or self.front
        self.query_one(SeatBar).show(view)
        self.query_one(PhaseBar).show(view)
        self.query_one(PromptLine).show(view)
        self.query_one(CoachLine).show(view)
        self.query_one(AimsLine).show(view)
        self.query_one(Options).show(view)
        self.query_one(Offers).show(view)
        for pane in self.query(Pane):
            pane.show(view)
        marked = self.query_one(Options).marked
        if marked is not None:
            self._explain(marked)
        self._bring(front)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Returns whether an action makes sense now, so that the footer offers only those."""
        view = self.seen
        if view is None:
            return action not in ("seal", "recall", "argue", "drop", "compare")
        if action in ("seal", "recall", "argue"):
            return any(option.kind == action and option.legal for option in view.options)
        if action == "why":
            return bool(view.changes)
        if action == "drop":
            return view.node == "orders" and bool(view.team(view.seat).orders)
        if action == "compare":
            return bool(comparable(view))
        if action == "offer":
            return view.node != "over"
        if action == "play":
            return bool(self.query_one(Options).listed)
        if action == "boost":
            return self._boostable and self.query_one(Options).marked is not None
        if action == "section" and parameters == ("ending",):
            return view.ending is not None
        return True

    async def action_play(self) -> None:
        """Plays the marked option, with its boost."""
        option = self.query_one(Options).marked
        if option is None:
            return
        if not option.legal:
            reasons = "; ".join(option.reasons) or tr("not possible now")
            self.tell(f"{option.title}: {reasons}")
            return
        boost = min(self.boost, option.boosts)
        if await self.decide(notation.order(option.decision, boost)):
            self.boost = 0

    async def action_seal(self) -> None:
        """Seals the orders; asks first if something would be lost."""
        view = self.seen
        if view is not None and (lost := tuple(losses(view))):
            self.app.push_screen(SealForm(self.client, view.turn, lost), self._seal)
        else:
            await self._give("seal")

    async def action_recall(self) -> None:
        """Takes the orders back."""
        await self._give("recall")

    async def action_drop(self) -> None:
        """Takes the last order back and leaves the others as they are."""
        if self.seen is not None:
            for decision in without(self.seen):
                if not await self.decide(decision):
                    return

    def action_compare(self) -> None:
        """Opens the odds of all possible orders, side by side."""
        if self.seen is not None:
            self.app.push_screen(CompareSheet(self.seen))

    def action_coach(self) -> None:
        """Opens the coach's notes; the line follows if the coach was switched off there."""
        if self.coach is None:
            self.tell(tr("The coach is for one person who plays alone against bots."))
        else:
            self.app.push_screen(CoachSheet(self.coach), lambda _: self.look())

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
        if event.option.id != self._explained:
            self.boost = 0
            was_boostable = self._boostable
            self._explain(event.option)
            if self.query_one(Options).has_focus and self.front != "detail":
                self._bring("detail")
            if self._boostable != was_boostable:
                self.refresh_bindings()

    @on(Options.Played)
    async def _played(self) -> None:
        await self.action_play()

    @on(Sections.Chosen)
    def _chosen(self, event: Sections.Chosen) -> None:
        self.action_section(event.name)

    def _news(self, view: View) -> str:
        """Returns the section that should come to the front because of what has happened."""
        ended, turn = view.ending is not None, view.turn
        before, self._told = self._told, (turn, ended)
        if ended and not before[1]:
            return "ending"
        reading = self.front not in ("detail", "changes")
        return "changes" if 0 < before[0] < turn and not reading else ""

    def _explain(self, option: Option) -> None:
        self._explained = option.id
        self._boostable = option.legal and option.boosts > 0
        pending = self.seen.pending if self.seen is not None else None
        self.query_one(Detail).explain(option, self.boost, pending)

    def _bring(self, name: str) -> None:
        """Brings a section to the front; on a large terminal also to the place below the detail."""
        self.front = name
        if self.query_one(f"#{name}").has_class("lower"):
            self.lower = name
        for section in self.query(".section"):
            section.set_class(section.id == name, "-front")
            section.set_class(section.id == self.lower, "-lower")
        self.query_one("#state").set_class(name in BESIDE, "-front")
        self.query_one("#more").set_class(name not in BESIDE, "-front")
        self.set_class(name == "ending", "-ended")
        self._mark_sections()

    def _mark_sections(self) -> None:
        view = self.seen
        fresh: set[str] = set()
        if view is not None and any(
            offer.status == "offered" and offer.to == view.seat for offer in view.offers
        ):
            fresh.add("offers")
        if view is not None and len(view.messages) > self._read:
            if self.front == "talk":
                self._read = len(view.messages)
            else:
                fresh.add("talk")
        ended = view is not None and view.ending is not None
        hidden = frozenset() if ended else frozenset({"ending"})
        self.query_one(Sections).show(self.front, fresh=frozenset(fresh), hidden=hidden)

    async def _seal(self, is_meant: bool | None) -> None:
        if is_meant:
            await self._give("seal")

    async def _give(self, kind: str) -> None:
        for option in self.seen.options if self.seen is not None else ():
            if option.kind == kind:
                await self.decide(option.decision)
                return

    async def _deal(self, act: Callable[[str, int], str]) -> None:
        offer = self.query_one(Offers).marked
        if offer is None:
            self.tell(tr("There is no offer to answer or withdraw."))
            return
        await self.decide(act(self.client.seat, offer.number))

    def _show_offers(self, made: bool | None) -> None:
        if made:
            self.action_section("offers")
