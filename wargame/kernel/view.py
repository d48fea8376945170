"""What a seat is shown: the only form in which anything outside the kernel meets a game.

Plain frozen records of strings, numbers and tuples, so that a view can cross a network. Built by
`sight` (the board, the options, the odds) and completed by the table (log, messages, records).
"""

from __future__ import annotations

from attrs import frozen

from wargame.scenario.board import PLAIN, Board

FACILITATOR = "facilitator"
PUBLIC = "public"


@frozen(kw_only=True)
class Gauge:
    """Is one track, ladder or flag as this seat sees it."""

    id: str
    title: str
    kind: str  # "track", "ladder" or "flag"
    of: str  # the team it belongs to, or ""
    says: str
    low: int
    high: int
    value: int | None  # None: this seat does not see it at all
    text: str  # the value in words: "6", "Delivered", "yes", "hidden"
    before: int | None  # the value this seat was shown a turn ago
    late: int  # how many turns old the shown value is
    steps: tuple[str, ...]  # titles of a ladder's steps
    good: str  # "high", "low" or ""
    source: tuple[str, ...]


@frozen(kw_only=True)
class Chance:
    """Is one band of a roll with its probability (0 to 1) for this seat's knowledge."""

    band: str
    title: str
    says: str
    probability: float
    low: float  # over what this seat cannot know
    high: float
    effects: tuple[str, ...]


@frozen(kw_only=True)
class Addend:
    """Is one modifier of a roll: what it adds for this seat's knowledge, and why."""

    add: int
    low: int
    high: int
    why: str
    source: tuple[str, ...]


@frozen(kw_only=True)
class Meeting:
    """Is a clash that this order would cause if another order is given in the same turn."""

    with_team: str
    with_order: str
    with_title: str
    title: str
    says: str
    voids_this: bool


@frozen(kw_only=True)
class Option:
    """Is something this seat could decide: an order, an answer, the end of a phase."""

    decision: str  # its notation, ready to send
    kind: str  # the notation's verb: "order", "choose", "seal", "advance", "accept" ...
    id: str  # the move, card or option
    title: str
    text: str
    card: bool
    argument: bool
    cost: int
    purse: str  # the purse's title
    legal: bool
    reasons: tuple[str, ...]  # why it is not legal now, or what it needs
    effects: tuple[str, ...]  # what the act itself does, in words
    odds: tuple[Chance, ...]
    addends: tuple[Addend, ...]
    boost_gain: tuple[float, ...]  # probability of a better band with +1, +2 ...
    boosts: int  # points that may still be added
    meetings: tuple[Meeting, ...]
    source: tuple[str, ...]
    voice: str


@frozen(kw_only=True)
class CardView:
    """Is a card in a hand or on the table."""

    id: str
    title: str
    text: str
    deck: str
    argument: bool
    cost: int
    effects: tuple[str, ...]
    source: tuple[str, ...]
    voice: str
    date: str


@frozen(kw_only=True)
class PurseView:
    """Is a purse: what is left after the orders given so far."""

    id: str
    title: str
    left: int
    income: int
    bank: int


@frozen(kw_only=True)
class GoalView:
    """Is a goal and how it stands for this seat's knowledge."""

    id: str
    title: str
    says: str
    points: int
    standing: int
    source: tuple[str, ...]


@frozen(kw_only=True)
class OrderView:
    """Is an order that has been given: one's own, or anybody's after the reveal."""

    team: str
    id: str
    title: str
    boost: int
    status: str  # "given", "waiting", "voided", "lapsed", "carried out", "pending"
    claim: str = ""  # of a free matrix argument
    reasons: tuple[str, ...] = ()


@frozen(kw_only=True)
class Deed:
    """Is an order that has been revealed, in whatever turn."""

    turn: int
    team: str
    title: str
    boost: int
    claim: str  # of a free matrix argument


@frozen(kw_only=True)
class OfferView:
    """Is an offer or deal that this seat may know of."""

    number: int
    team: str
    to: str
    give: str
    give_title: str
    give_by: int
    give_state: str  # "", "open", "kept", "broken"
    want: str
    want_title: str
    want_by: int
    want_state: str
    status: str  # "offered", "struck", "finished"


@frozen(kw_only=True)
class TermView:
    """Is a promise that a team could make."""

    id: str
    by: str
    title: str
    says: str
    due: int


@frozen(kw_only=True)
class TeamView:
    """Is a team as this seat sees it; secret parts are empty for others."""

    id: str
    title: str
    says: str
    brief: str
    sealed: bool
    hand_size: int
    purses: tuple[PurseView, ...]
    kept: int
    broken: int
    goals: tuple[GoalView, ...]  # core goals, public
    agenda: str  # title, or ""
    agenda_text: str
    agenda_goals: tuple[GoalView, ...]
    hand: tuple[CardView, ...]
    orders: tuple[OrderView, ...]
    score: int | None  # standing for this seat's knowledge; everybody's when the game is over
    achieved: bool


@frozen(kw_only=True)
class Pending:
    """Is what is being adjudicated right now, or a question put to a team."""

    kind: str  # "dice", "ruling", "weigh", "choice", "card", "agenda"
    team: str
    id: str
    title: str
    text: str
    dice: int = 0
    sides: int = 0
    faces: tuple[int, ...] = ()
    total: int = 0  # with the net modifier
    net: int = 0
    addends: tuple[Addend, ...] = ()
    band: str = ""
    band_title: str = ""
    says: str = ""
    bands: tuple[tuple[str, str], ...] = ()  # ids and titles, for an overrule
    band_texts: tuple[str, ...] = ()  # what each of them says; none for a matrix argument
    claim: str = ""
    reasons: tuple[str, ...] = ()
    source: tuple[str, ...] = ()


@frozen(kw_only=True)
class Delta:
    """Is the change of one gauge."""

    gauge: str
    title: str
    before: str
    after: str


@frozen(kw_only=True)
class Change:
    """Is something that happened and what it changed, as far as this seat may see it."""

    record: int  # number of the decision in the journal
    turn: int
    kind: str  # "reveal", "move", "outcome", "event", "choice", "rule", "clash", ...
    team: str
    title: str  # of the move, card, rule ...
    says: str
    deltas: tuple[Delta, ...]
    source: tuple[str, ...]
    voice: str
    faces: tuple[int, ...] = ()  # of the dice that it came from
    addends: tuple[Addend, ...] = ()  # for this seat's knowledge when the outcome was settled
    total: int = 0  # with the net modifier
    overruled: str = ""  # why the facilitator put this in the place of what the dice said


@frozen(kw_only=True)
class Statement:
    """Is a statement of the source, with who makes it."""

    id: str
    kind: str
    voice: str
    text: str


@frozen(kw_only=True)
class LogLine:
    """Is one line of the record, as this seat may read it."""

    record: int
    turn: int
    phase: str
    seat: str
    kind: str
    text: str
    time: str  # when it was written, ISO 8601


@frozen(kw_only=True)
class MessageView:
    """Is a message between seats; `to` is empty for the whole room."""

    record: int
    turn: int
    sender: str
    to: str
    text: str


@frozen(kw_only=True)
class PhaseView:
    """Is a phase of the turn, for the bar that shows where the turn stands."""

    id: str
    title: str
    does: str
    says: str
    minutes: int


@frozen(kw_only=True)
class Health:
    """Is the state of the record: shown in one line to the facilitator."""

    save: str
    records: int
    line: int  # records on the current line of play
    head: str  # first characters of the last record's hash
    saved_at: str


@frozen(kw_only=True)
class EndingView:
    """Is how the game ended."""

    id: str
    title: str
    closing: tuple[str, ...]
    source: tuple[str, ...]


@frozen(kw_only=True)
class View:
    """Is everything one seat may know, what it may do now, and nothing else."""

    seat: str
    scenario: str
    scenario_title: str
    summary: str
    turn: int
    turns: int
    date: str
    phase: str  # id of the phase, "" while agendas are dealt
    phase_title: str
    phases: tuple[PhaseView, ...]
    node: str  # "agenda", "card", "dice", "choice", "orders", "ruling", "weigh", "phase", "over"
    waiting_for: tuple[str, ...]  # seats that have to decide something now
    prompt: str  # what this seat is to do now, one line
    gauges: tuple[Gauge, ...]
    teams: tuple[TeamView, ...]
    options: tuple[Option, ...]
    offers: tuple[OfferView, ...]
    terms: tuple[TermView, ...]
    pending: Pending | None
    table: tuple[CardView, ...]  # table cards that happened this turn, in the order of their decks
    orders: tuple[OrderView, ...]  # orders revealed this turn
    ending: EndingView | None
    changes: tuple[Change, ...] = ()  # this turn's and last turn's, newest last
    log: tuple[LogLine, ...] = ()
    deeds: tuple[Deed, ...] = ()  # all orders revealed so far, oldest first
    messages: tuple[MessageView, ...] = ()
    injects: tuple[CardView, ...] = ()  # the facilitator's: cards that could be brought in
    health: Health | None = None  # the facilitator's
    board: Board = PLAIN  # how the scenario wants its board shown

    def team(self, id: str) -> TeamView:
        """Returns the team of that id.

        Raises:
            KeyError: there is none.
        """
        for team in self.teams:
            if team.id == id:
                return team
        raise KeyError(id)
