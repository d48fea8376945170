"""Autopilot: decides wherever no person has to: chance, bots, a facilitator who is not there."""

from __future__ import annotations

import hashlib
from itertools import takewhile
from threading import Lock

from attrs import frozen

from wargame.bots import Bot, make
from wargame.errors import DecisionIllegal, DecisionStale
from wargame.kernel.decisions import Accept, Advance, Answer, Decision, Offer, Weigh, Withdraw
from wargame.kernel.node import Node, does, node
from wargame.kernel.play import chance
from wargame.kernel.setup import State
from wargame.kernel.sight import Glimpse, glimpse, meant
from wargame.kernel.view import FACILITATOR
from wargame.table.course import Course, Place
from wargame.table.record import ORIGIN
from wargame.table.session import Session
from wargame.table.setup import HUMAN, TableSetup
from wargame.table.written import UNWEIGHED

TALK = (Offer, Answer, Withdraw)


def require_bots(setup: TableSetup) -> None:
    """Raises BotUnknown unless there is a bot of each name that the set-up gives a seat to."""
    for name in {name for name in setup.seats.values() if name != HUMAN}:
        make(name, seed=0)


@frozen
class _Standing:
    """Is where play stood when the autopilot looked."""

    at: int
    state: State
    node: Node
    does: str
    place: Place


@frozen
class _Occasion:
    """Is an occasion to talk: a bot is asked again only when somebody else has talked since."""

    seat: str
    place: Place
    heard: int  # the last that another seat said to it in this phase


class Autopilot:
    """Plays for a session's chance, bots and, where nobody facilitates, for the facilitator.

    Bots think while the game is not held still, so screens go on; what they decided for a state
    that has moved on meanwhile is dropped.
    """

    def __init__(self, session: Session) -> None:
        """Plays for that session."""
        self._session = session
        self._lock = Lock()
        self._asked: dict[_Occasion, int] = {}
        self._queue: list[tuple[int, str, Decision]] = []
        self._bots: dict[tuple[str, int], Bot] = {}

    def step(self) -> bool:
        """Plays one decision that no person has to make.

        Returns False when there is none: a person must decide, or the game is over.

        Raises:
            SaveUnwritable: the disk refuses the record; nothing was played.
        """
        with self._lock:
            while True:
                standing = self._look()
                try:
                    if self._talk(standing):
                        return True
                    move = self._move(standing)
                    if move is None:
                        return False
                    self._session.play(*move, at=standing.at)
                except DecisionStale:
                    continue
                return True

    def waiting_for(self) -> tuple[str, ...]:
        """Returns the seats of people who have to decide now."""
        standing = self._look()
        seats = [
            FACILITATOR if seat == "chance" else seat
            for seat in standing.node.seats
            if self._is_human(standing, seat)
        ]
        return tuple(seats)

    def _look(self) -> _Standing:
        program = self._session.program
        with self._session.locked() as course:
            state = self._session.state
            return _Standing(
                at=course.at,
                state=state,
                node=node(program, state),
                does=does(program, state),
                place=course.place(course.at),
            )

    def _is_human(self, standing: _Standing, seat: str) -> bool:
        """Returns whether a person decides; where dice are typed, cards are still the engine's."""
        if seat == "chance" and standing.node.kind != "dice":
            return False
        return self._session.setup.is_human(seat)

    def _move(self, standing: _Standing) -> tuple[str, Decision] | None:
        """Returns who decides what, or nothing if a person must decide first.

        Bots seal after the people, so that they can still answer what people offer them.
        """
        seats = standing.node.seats
        if not seats or any(self._is_human(standing, seat) for seat in seats):
            return None
        seat, kind = seats[0], standing.node.kind
        if seat == "chance":
            return seat, chance(self._session.program, standing.state)
        if seat != FACILITATOR:
            return seat, self._bot(seat, standing).decide(self._glimpse(seat, standing))
        if kind == "ruling":
            return seat, Accept()
        if kind == "weigh":
            return seat, Weigh(0, (), (), UNWEIGHED)
        return seat, Advance()

    def _talk(self, standing: _Standing) -> bool:
        """Plays one offer or answer of a bot, if one has something to say."""
        kind = standing.node.kind
        if kind != "orders" and not (kind == "phase" and standing.does == "talk"):
            return False
        seats = standing.node.seats if kind == "orders" else self._session.program.teams
        for seat in seats:
            if not self._session.setup.is_human(seat) and self._is_new(seat, standing):
                program, seen = self._session.program, self._glimpse(seat, standing)
                for said in self._bot(seat, standing).talk(seen):
                    self._queue.append((standing.at, seat, meant(program, standing.state, said)))
        while self._queue:
            asked, seat, decision = self._queue.pop(0)
            with self._session.locked() as course:
                still_so = course.leads(asked, course.at)
            if still_so and self._say(seat, decision, standing.at):
                return True
        return False

    def _say(self, seat: str, decision: Decision, at: int) -> bool:
        try:
            self._session.play(seat, decision, at=at)
        except DecisionIllegal:
            # Another's words came first: the place is taken, or the offer was withdrawn.
            return False
        return True

    def _is_new(self, seat: str, standing: _Standing) -> bool:
        """Returns whether a bot has not been asked on this occasion, and remembers that it is."""
        with self._session.locked() as course:
            occasion = _Occasion(seat, standing.place, _heard(course, standing, seat))
            asked = self._asked.get(occasion)
            if asked is not None and course.leads(asked, standing.at):
                return False
            self._asked[occasion] = standing.at
            return True

    def _bot(self, seat: str, standing: _Standing) -> Bot:
        """Returns the seat's bot for this turn; what it does by chance, it does in a rerun too."""
        turn, setup = standing.place.turn, self._session.setup
        bot = self._bots.get((seat, turn))
        if bot is None:
            seed = hashlib.sha256(f"{setup.seed} {seat} {turn}".encode()).digest()[:8]
            bot = make(setup.seats[seat], seed=int.from_bytes(seed))
            self._bots[seat, turn] = bot
        return bot

    def _glimpse(self, seat: str, standing: _Standing) -> Glimpse:
        return glimpse(self._session.program, standing.state, seat)


def _heard(course: Course, standing: _Standing, seat: str) -> int:
    """Returns the last point of this phase at which another seat has talked to it, or ORIGIN.

    What others say among themselves must not show in what a bot says and when.
    """
    here = takewhile(lambda point: course.place(point) == standing.place, course.back(standing.at))
    talk = ((p, course.decision(p)) for p in here if seat in course.readers(p))
    return next((p for p, said in talk if isinstance(said, TALK) and said.team != seat), ORIGIN)
