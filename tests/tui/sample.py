"""A made-up little game, as views written by hand, and a client that answers from them."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from wargame.analysis.coaching import GoOn
from wargame.analysis.finals import Final
from wargame.errors import DecisionIllegal
from wargame.kernel.view import (
    Addend,
    CardView,
    Chance,
    Change,
    Delta,
    EndingView,
    Gauge,
    GoalView,
    Health,
    LogLine,
    Meeting,
    MessageView,
    OfferView,
    Option,
    OrderView,
    Pending,
    PhaseView,
    PurseView,
    Statement,
    TeamView,
    TermView,
    View,
)
from wargame.scenario.board import Board, GaugeTable, Press, Reading, Relation, Row, Words
from wargame.table.trends import Trends, shown

HOSTILE = (
    "[/]",
    "[@click=app.quit]x[/]",
    "[bold red]red[/bold red",
    "\x1b[31mred\x1b[0m",
    "\x9b31mred",
    "\u202egnp.exe",
    "\u6f22\u5b57\uff21 wide",
    "e\u0301\u0302\u0303\u0304 zalgo",
    "a" * 300,
    "",
)
"""What a player may type as a name or a message."""

PHASES = (
    PhaseView(id="news", title="News", does="events", says="Read the news aloud.", minutes=3),
    PhaseView(id="talk", title="Talks", does="talk", says="Let them talk.", minutes=10),
    PhaseView(id="orders", title="Orders", does="orders", says="Collect orders.", minutes=5),
    PhaseView(id="reveal", title="Reveal", does="reveal", says="Turn them over.", minutes=2),
    PhaseView(id="dice", title="Adjudication", does="adjudication", says="Roll.", minutes=10),
    PhaseView(id="end", title="End of turn", does="upkeep", says="Tally.", minutes=2),
)


def gauge(id: str, title: str, value: int | None, **rest: object) -> Gauge:
    given: dict[str, object] = {
        "id": id,
        "title": title,
        "kind": "track",
        "of": "",
        "says": f"What {title.lower()} means.",
        "low": 0,
        "high": 10,
        "value": value,
        "text": "hidden" if value is None else str(value),
        "before": value,
        "late": 0,
        "steps": (),
        "good": "high",
        "source": ("V1.1",),
    }
    return Gauge(**(given | rest))  # type: ignore[arg-type]


GAUGES = (
    gauge("water", "Water in the reservoir", 6, before=7, of=""),
    gauge("trust", "Trust", 4, before=3),
    gauge("grain", "Northern grain", 3, before=5, of="north"),
    gauge("debt", "Northern debt", 7, before=6, of="north", good="low"),
    gauge("arms", "Southern arms", 5, before=5, of="south", late=2),
    gauge("mood", "Southern mood", None, of="south"),
    gauge("north.face", "Credibility", -1, before=0, low=-3, high=3, of="north"),
    gauge("south.face", "Credibility", 1, before=1, low=-3, high=3, of="south"),
    gauge(
        "gate",
        "Sluice gate",
        1,
        kind="ladder",
        low=0,
        high=2,
        before=0,
        text="Half open",
        steps=("Shut", "Half open", "Open"),
        good="",
    ),
    gauge("audited", "Meters audited", 0, kind="flag", low=0, high=1, text="no", good=""),
)

CHANCES = (
    Chance(
        band="bad",
        title="Backlash",
        says="The valley is up in arms.",
        probability=0.17,
        low=0.08,
        high=0.28,
        effects=("Trust -1",),
    ),
    Chance(
        band="price",
        title="Works at a price",
        says="It works; somebody pays.",
        probability=0.58,
        low=0.5,
        high=0.62,
        effects=("Northern grain +1", "Northern debt +1"),
    ),
    Chance(
        band="good",
        title="Clean",
        says="It simply works.",
        probability=0.25,
        low=0.2,
        high=0.31,
        effects=("Northern grain +2",),
    ),
)

ADDENDS = (
    Addend(add=1, low=1, high=1, why="The reservoir is high", source=("V1.1",)),
    Addend(add=-1, low=-2, high=0, why="The other side may be arming", source=("V2.3",)),
)


def option(id: str, title: str, **rest: object) -> Option:
    given: dict[str, object] = {
        "decision": f"order north {id}",
        "kind": "order",
        "id": id,
        "title": title,
        "text": f"{title}: what it looks like on the ground, in a sentence or two.",
        "card": False,
        "argument": False,
        "cost": 1,
        "purse": "Initiative",
        "legal": True,
        "reasons": (),
        "effects": ("Water in the reservoir -1",),
        "odds": CHANCES,
        "addends": ADDENDS,
        "boost_gain": (0.11, 0.19),
        "boosts": 2,
        "meetings": (),
        "source": ("V1.1", "V1.2"),
        "voice": "article",
    }
    return Option(**(given | rest))  # type: ignore[arg-type]


MEETING = Meeting(
    with_team="south",
    with_order="shut",
    with_title="Shut the gate",
    title="Two hands on one wheel",
    says="If they shut the gate in the same turn, both orders come to nothing.",
    voids_this=True,
)

OPTIONS = (
    option("open", "Open the gate", meetings=(MEETING,)),
    option("sow", "Sow winter wheat", cost=2, odds=(), addends=(), boost_gain=(), boosts=0),
    option("audit", "Audit the meters", cost=1),
    option("charter", "An old charter", card=True, cost=1),
    option(
        "plea",
        "A plea in the assembly",
        card=True,
        argument=True,
        cost=0,
    ),
    option(
        "build",
        "Build a second dam",
        legal=False,
        cost=3,
        reasons=("costs 3 Initiative, 2 are left", "needs Northern debt of at most 4"),
    ),
    option("argue", "Argue", decision="argue north", kind="argue", cost=0, text="", odds=()),
    option("seal", "Seal orders", decision="seal north", kind="seal", cost=0, text="", odds=()),
)

CARDS = (
    CardView(
        id="charter",
        title="An old charter",
        text="A parchment gives the upper valley the first cut of the water.",
        deck="North",
        argument=False,
        cost=1,
        effects=("Trust +1",),
        source=("V1.4",),
        voice="article",
        date="",
    ),
    CardView(
        id="plea",
        title="A plea in the assembly",
        text="You ask the assembly for patience.",
        deck="Arguments",
        argument=True,
        cost=0,
        effects=(),
        source=("design",),
        voice="design",
        date="",
    ),
)

NEWS = CardView(
    id="floods",
    title="Spring floods",
    text="Melt water fills the reservoir faster than the gate can pass it.",
    deck="News",
    argument=False,
    cost=0,
    effects=("Water in the reservoir +2",),
    source=("V3.1",),
    voice="article",
    date="12 March",
)


def goal(id: str, title: str, standing: int, points: int = 3) -> GoalView:
    return GoalView(
        id=id,
        title=title,
        says=f"{title} at the end of the game.",
        points=points,
        standing=standing,
        source=("V1.1",),
    )


NORTH = TeamView(
    id="north",
    title="North",
    says="The upper valley: fields, and the hand on the gate.",
    brief="You hold the gate and owe the bank.\n\nEvery drop you keep is a field that lives.",
    sealed=False,
    hand_size=2,
    purses=(PurseView(id="north.initiative", title="Initiative", left=2, income=3, bank=2),),
    kept=1,
    broken=0,
    goals=(goal("grain", "Grain stands at 4", 0, 2), goal("peace", "No open quarrel", 2, 2)),
    agenda="Patience",
    agenda_text="You can wait longer than they can.",
    agenda_goals=(goal("debt", "Debt is down to 4", 1), goal("keep", "The gate is yours", 3)),
    hand=CARDS,
    orders=(
        OrderView(team="north", id="audit", title="Audit the meters", boost=1, status="given"),
    ),
    score=6,
    achieved=False,
)

SOUTH = TeamView(
    id="south",
    title="South",
    says="The lower valley: mills, and thirst.",
    brief="",
    sealed=True,
    hand_size=3,
    purses=(PurseView(id="south.initiative", title="Initiative", left=1, income=3, bank=2),),
    kept=0,
    broken=1,
    goals=(goal("mills", "The mills turn", 1, 2),),
    agenda="",
    agenda_text="",
    agenda_goals=(),
    hand=(),
    orders=(),
    score=None,
    achieved=False,
)

TERMS = (
    TermView(id="no_build", by="north", title="No second dam", says="North builds no dam.", due=2),
    TermView(id="gate_open", by="north", title="Gate open", says="The gate is open.", due=2),
    TermView(id="payment", by="south", title="Payment", says="South pays for water.", due=2),
)

OFFERS = (
    OfferView(
        number=1,
        team="south",
        to="north",
        give="payment",
        give_title="Payment",
        give_by=4,
        give_state="",
        want="gate_open",
        want_title="Gate open",
        want_by=3,
        want_state="",
        status="offered",
    ),
    OfferView(
        number=2,
        team="north",
        to="south",
        give="no_build",
        give_title="No second dam",
        give_by=3,
        give_state="open",
        want="payment",
        want_title="Payment",
        want_by=4,
        want_state="kept",
        status="struck",
    ),
    OfferView(
        number=3,
        team="north",
        to="south",
        give="",
        give_title="",
        give_by=0,
        give_state="",
        want="payment",
        want_title="Payment",
        want_by=4,
        want_state="",
        status="offered",
    ),
)

CHANGES = (
    Change(
        record=21,
        turn=2,
        kind="event",
        team="",
        title="Spring floods",
        says="Melt water fills the reservoir.",
        deltas=(
            Delta(gauge="water", title="Water in the reservoir", before="4", after="6"),
            Delta(gauge="trust", title="Trust", before="3", after="4"),
        ),
        source=("V3.1",),
        voice="article",
    ),
    Change(
        record=24,
        turn=2,
        kind="rule",
        team="",
        title="Interest falls due",
        says="The bank does not wait.",
        deltas=(Delta(gauge="debt", title="Northern debt", before="6", after="7"),),
        source=("design",),
        voice="design",
    ),
)


def change(record: int, says: str, gauge: str, before: str, after: str) -> Change:
    """Returns a piece of news of turn 3."""
    return Change(
        record=record,
        turn=3,
        kind="event",
        team="",
        title=f"News {record}",
        says=says,
        deltas=(Delta(gauge=gauge, title=gauge.capitalize(), before=before, after=after),),
        source=("design",),
        voice="design",
    )


OUTCOME = Change(
    record=26,
    turn=3,
    kind="outcome",
    team="north",
    title="Open the gate",
    says="It works; somebody pays.",
    deltas=(Delta(gauge="grain", title="Northern grain", before="3", after="4"),),
    source=("V1.1", "design"),
    voice="article",
    faces=(4, 3),
    addends=ADDENDS,
    total=8,
    overruled="They were promised it [/]",
)

STATEMENTS = {
    id: Statement(id=id, kind="fact", voice=voice, text=text)
    for id, voice, text in (
        ("V1.1", "article", "Whoever holds the gate [/] holds the valley."),
        ("V2.3", "miller", "Nobody knows what the south has in its barns."),
        ("V3.1", "article", "In spring the water comes by itself."),
    )
}

LOG = (
    LogLine(
        record=24,
        turn=2,
        phase="end",
        seat="facilitator",
        kind="advance",
        text="The facilitator ends the phase",
        time="2026-01-02T10:04:05Z",
    ),
    LogLine(
        record=25,
        turn=3,
        phase="news",
        seat="chance",
        kind="draw",
        text="News: Spring floods",
        time="2026-01-02T10:05:05Z",
    ),
    LogLine(
        record=26,
        turn=3,
        phase="orders",
        seat="south",
        kind="seal",
        text="South seals its orders",
        time="2026-01-02T10:09:05Z",
    ),
)

MESSAGES = (
    MessageView(record=27, turn=3, sender="south", to="north", text="Water first, then we talk."),
    MessageView(record=28, turn=3, sender="facilitator", to="", text="Five minutes left."),
)

BOARD = Board(
    relations=(Relation(between=("north", "south"), gauge="trust", title="Goodwill"),),
    tables=(
        GaugeTable(
            title="Word against word",
            columns=("Word", "Mood"),
            rows=(
                Row(title="Of the north", cells=("north.face", "-")),
                Row(title="Of the south", cells=("south.face", "mood")),
            ),
        ),
    ),
    reading=Reading(
        track="water", words=(Words(says="A drought", upto=3), Words(says="A dispute"))
    ),
    press=Press(title="The Valley Post", says="All the news that flows"),
)

HEALTH = Health(
    save="valley-1", records=29, line=27, head="9f3c21ab", saved_at="2026-01-02T10:09:06Z"
)


def view(seat: str = "north", **rest: object) -> View:
    """Returns the sample game, in the orders phase of turn 3, as `seat` sees it."""
    given: dict[str, object] = {
        "seat": seat,
        "scenario": "valley",
        "scenario_title": "The Dry Valley",
        "summary": "Two halves of a valley share one reservoir and one gate.",
        "turn": 3,
        "turns": 6,
        "date": "March",
        "phase": "orders",
        "phase_title": "Orders",
        "phases": PHASES,
        "node": "orders",
        "waiting_for": ("north",),
        "prompt": "Give up to 2 orders, then seal them.",
        "gauges": GAUGES,
        "teams": (NORTH, SOUTH),
        "options": OPTIONS if seat == "north" else (),
        "offers": OFFERS,
        "terms": TERMS,
        "pending": None,
        "table": (NEWS,),
        "orders": (),
        "ending": None,
        "changes": CHANGES,
        "log": LOG,
        "messages": MESSAGES,
        "injects": (NEWS,) if seat == "facilitator" else (),
        "health": HEALTH if seat == "facilitator" else None,
        "board": BOARD,
    }
    return View(**(given | rest))  # type: ignore[arg-type]


def choosing() -> View:
    """Returns the view while a card puts a question to the north."""
    options = tuple(
        option(
            id,
            title,
            decision=f"choose north {id}",
            kind="choose",
            cost=0,
            odds=(),
            addends=(),
            boost_gain=(),
            boosts=0,
        )
        for id, title in (("take", "Take the money"), ("refuse", "Refuse it"))
    )
    pending = Pending(
        kind="choice",
        team="north",
        id="loan",
        title="A lender at the door",
        text="A bank offers a bridging loan. Do you take it?",
        dice=0,
        sides=0,
        faces=(),
        total=0,
        net=0,
        addends=(),
        band="",
        band_title="",
        says="",
        bands=(),
    )
    return view(
        node="choice",
        phase="news",
        phase_title="News",
        options=options,
        pending=pending,
        prompt="Answer the question.",
    )


def ruling(*, dice: bool = False) -> View:
    """Returns the facilitator's view of a pending outcome, or of dice about to be thrown."""
    pending = Pending(
        kind="dice" if dice else "ruling",
        team="north",
        id="open",
        title="Open the gate",
        text="The gate is opened by a hand's breadth.",
        dice=2,
        sides=6,
        faces=() if dice else (4, 3),
        total=0 if dice else 8,
        net=1,
        addends=ADDENDS,
        band="" if dice else "price",
        band_title="" if dice else "Works at a price",
        says="" if dice else "It works; somebody pays.",
        bands=(("bad", "Backlash"), ("price", "Works at a price"), ("good", "Clean")),
    )
    accept = option(
        "accept",
        "Let it stand",
        decision="accept",
        kind="accept",
        cost=0,
        odds=(),
        addends=(),
        boost_gain=(),
        boosts=0,
    )
    return view(
        "facilitator",
        node="dice" if dice else "ruling",
        phase="dice",
        phase_title="Adjudication",
        waiting_for=("facilitator",),
        pending=pending,
        options=() if dice else (accept,),
        prompt="Type the faces." if dice else "Let the outcome stand, or overrule it.",
    )


def weighing() -> View:
    """Returns the facilitator's view of a free matrix argument."""
    before = ruling()
    assert before.pending is not None
    pending = evolve(
        before.pending,
        kind="weigh",
        id="",
        title="A matrix argument",
        faces=(),
        band="",
        band_title="",
        says="",
        claim="The mills agree to grind at night.",
        reasons=("They are paid", "It is cooler"),
    )
    return evolve(before, node="weigh", options=(), pending=pending, prompt="Weigh the argument.")


def over(seat: str = "north") -> View:
    """Returns the view of a finished game."""
    return view(
        seat,
        node="over",
        waiting_for=(),
        options=(),
        prompt="The game is over.",
        teams=(
            evolve(NORTH, score=8, achieved=True),
            evolve(
                SOUTH,
                score=4,
                agenda="Thirst",
                agenda_text="Water at any price.",
                agenda_goals=(goal("water", "Water at 8", 2),),
            ),
        ),
        ending=EndingView(
            id="truce",
            title="A dry truce",
            closing=("The gate stands half open.", "Nobody is content, and nobody is thirsty."),
            source=("V9.1",),
        ),
    )


class Clock:
    """Is a clock that stands still until it is moved."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class FakeClient:
    """Is a client that shows a given view and remembers what it was told."""

    def __init__(self, shown: View | None = None, *, refuses: bool = False) -> None:
        self.shown = shown or view()
        self.seat = self.shown.seat
        self.refuses = refuses
        self.decided: list[str] = []
        self.said: list[tuple[str, str]] = []
        self.notes: list[tuple[str, tuple[str, ...]]] = []
        self.moved: list[str] = []  # undo and redo
        self.listeners: list[Callable[[], None]] = []

    def view(self) -> View:
        return self.shown

    def statement(self, id: str) -> Statement | None:
        return STATEMENTS.get(id)

    def finals(self, *, go_on: GoOn | None = None) -> tuple[Final, ...]:
        return (Final("North", (0, 0, 1, 0, 1, 4, 2, 0, 0, 0, 0)), Final("South", (8, *[0] * 10)))

    def trends(self) -> Trends:
        before = evolve(
            self.shown,
            gauges=tuple(evolve(gauge, value=gauge.before) for gauge in self.shown.gauges),
        )
        return shown(("2", "now"), (before, self.shown))

    def change(self, shown: View) -> None:
        """Shows another view from now on, and says so."""
        self.shown = shown
        self._ring()

    def decide(self, decision: str) -> None:
        self._refuse()
        self.decided.append(decision)
        self._ring()

    def say(self, text: str, *, to: str = "") -> None:
        self._refuse()
        self.said.append((text, to))
        self._ring()

    def note(self, text: str, *, tags: tuple[str, ...] = ()) -> None:
        self._refuse()
        self.notes.append((text, tags))
        self._ring()

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)

    def roll(self) -> None:
        self._refuse()
        self.moved.append("roll")
        self._ring()

    def undo(self, *, to: int | None = None, reason: str = "") -> None:
        self._refuse()
        self.moved.append(f"undo {to} {reason}".strip())
        self._ring()

    def redo(self) -> None:
        self._refuse()
        self.moved.append("redo")
        self._ring()

    def preview_undo(self, *, to: int | None = None) -> tuple[str, ...]:
        return ("seal south", "draw floods")

    def history(self) -> tuple[tuple[int, str], ...]:
        return ((24, "advance"), (25, "draw floods"), (26, "seal south"))

    def _refuse(self) -> None:
        if self.refuses:
            raise DecisionIllegal("this is [/] refused", remedy="do [b]something[/ else")

    def _ring(self) -> None:
        for listener in tuple(self.listeners):
            listener()
