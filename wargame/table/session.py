"""Session: one running game, its seats and its save."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Literal, overload

from attrs import evolve

from wargame import __version__
from wargame.errors import DecisionStale, SaveUnwritable, SeatRefused, UsageInvalid
from wargame.kernel.decisions import CHANCE, Decision, seat_of
from wargame.kernel.digest import digest
from wargame.kernel.node import phase_of, turn_of
from wargame.kernel.notation import parse
from wargame.kernel.setup import State
from wargame.kernel.view import FACILITATOR, PUBLIC, Health, View
from wargame.language import tr
from wargame.scenario.load import load_scenario
from wargame.scenario.model import Scenario
from wargame.table import saves
from wargame.table.client import Listener
from wargame.table.course import Course
from wargame.table.header import Header
from wargame.table.journal import Clock, Journal, Salt, now, salt, stamp
from wargame.table.machine import OVER, Turn, place
from wargame.table.outlook import Outlook
from wargame.table.seat import LocalClient, LocalFacilitator
from wargame.table.setup import HUMAN, TableSetup
from wargame.table.written import HEAD
from wargame.text import nearest

if TYPE_CHECKING:
    from wargame.table.autopilot import Autopilot

DIGEST_STRIDE = 16
"""Decisions between two records that carry a digest of the state."""


class Session:
    """Is one running game. Every method may be called from any thread.

    What is refused, by the rules or by the disk, changes nothing.
    """

    def __init__(self, journal: Journal, course: Course) -> None:
        """Takes over an open journal and its course; use `start` or `resume`."""
        self.setup = journal.header.setup
        self.program = course.program
        self.course = course
        self.notices = journal.notices
        self._journal = journal
        self._outlook = Outlook(course)
        self._lock = RLock()
        self._listeners: list[Listener] = []
        self._views: dict[str, tuple[int, View]] = {}
        self._decider = ""
        state = course.state(course.at)
        self._turn = Turn(self.program, state, write=self._write, enter=self._enter)

    @classmethod
    def start(
        cls,
        setup: TableSetup,
        *,
        name: str,
        save_dir: Path | None = None,
        scenario: Scenario | None = None,
        clock: Clock = now,
        salt: Salt = salt,
    ) -> Session:
        """Begins a game and its save.

        Raises:
            UsageInvalid: the set-up names what the scenario does not have.
            BotUnknown: a seat is given to a bot that there is not.
            SaveExists, SaveNameInvalid, SaveUnwritable: the save cannot be begun.
        """
        scenario = scenario or load_scenario(setup.scenario)
        for team in setup.seats:
            if team not in scenario.teams:
                teams = tuple(scenario.teams)
                raise UsageInvalid(
                    tr(
                        "no team '{team}' to be seated{guess}",
                        team=team,
                        guess=nearest(team, teams),
                    ),
                    remedy=tr("one of: {known}", known=", ".join(teams)),
                )
        setup = evolve(setup, seats={team: setup.seats.get(team, HUMAN) for team in scenario.teams})
        from wargame.table.autopilot import require_bots

        require_bots(setup)
        course = Course.begin(scenario, setup)
        header = Header(
            program=__version__,
            language=scenario.about.language,
            title=scenario.name,
            setup=setup,
            created=stamp(clock),
            salt=salt(),
            texts=scenario.texts,
        )
        path = saves.save_path(name, saves.save_dir(save_dir))
        return cls(Journal.create(path, header, clock=clock, salt=salt), course)

    @classmethod
    def resume(
        cls,
        name_or_path: str | Path,
        *,
        save_dir: Path | None = None,
        scenarios: Path | None = None,
        clock: Clock = now,
        salt: Salt = salt,
    ) -> Session:
        """Opens a save to play on; one that ships is copied to the save folder first.

        `notices` says what was found wrong with it and put right; the record says so too.

        Raises:
            SaveMissing, SaveLocked, SaveNewer, SaveCorrupt: the save cannot be opened.
            SaveDiverged: playing it again leads elsewhere.
        """
        folder = saves.save_dir(save_dir)
        path = saves.find_save(name_or_path, folder)
        if saves.is_shipped(path):
            path = saves.copy_shipped(path, folder)
        journal = Journal.open(path, clock=clock, salt=salt)
        try:
            course = Course.begin_again(journal.header, scenarios)
            for record in journal.records:
                course.add(record)
            session = cls(journal, course)
            for notice in journal.found:
                session.note(FACILITATOR, notice, tags=("save",))
        except BaseException:
            journal.close()
            raise
        return session

    @property
    def name(self) -> str:
        """The name of the save."""
        return self._journal.path.stem

    @property
    def path(self) -> Path:
        """The file of the save."""
        return self._journal.path

    @property
    def is_over(self) -> bool:
        """Whether the game has ended."""
        return self._turn.phase == OVER

    @property
    def state(self) -> State:
        """The kernel's state, for the autopilot; never to be shown."""
        return self._turn.state

    @overload
    def client(self, seat: Literal["facilitator"]) -> LocalFacilitator: ...
    @overload
    def client(self, seat: str) -> LocalClient: ...
    def client(self, seat: str) -> LocalClient:
        """Returns the client of a seat: a team's id, `facilitator` or `public`.

        Raises:
            UsageInvalid: there is no such seat.
        """
        seats = (*self.program.teams, FACILITATOR, PUBLIC)
        if seat not in seats:
            raise UsageInvalid(
                tr("no seat '{seat}'{guess}", seat=seat, guess=nearest(seat, seats)),
                remedy=tr("one of: {known}", known=", ".join(seats)),
            )
        return LocalFacilitator(seat, self) if seat == FACILITATOR else LocalClient(seat, self)

    def autopilot(self) -> Autopilot:
        """Returns what plays for everybody who is no person."""
        from wargame.table.autopilot import Autopilot

        return Autopilot(self)

    def decide(self, seat: str, text: str, *, own: bool = False) -> None:
        """Plays a seat's decision, given in its notation.

        Offers go by their numbers in the journal, or with `own` by those that the seat is shown.

        Raises:
            DecisionMalformed: the text is no decision.
            SeatRefused: the decision is not that seat's.
            PhaseRefused, DecisionIllegal, CapacityReached: it is not possible now.
            SaveUnwritable: the disk refuses it.
        """
        decision = parse(text)
        owner = seat_of(decision)
        if owner != seat and not (
            isinstance(decision, CHANCE) and seat == FACILITATOR and self.setup.is_human("chance")
        ):
            raise _not_yours(seat, owner)
        if own and seat in self.program.teams:
            with self._lock:
                decision = self._outlook.offers.meant(decision, seat, self.course.at)
        self.play(seat, decision)

    def play(self, seat: str, decision: Decision, *, at: int | None = None) -> None:
        """Plays a decision of a seat, `chance` included, whose right to it has been checked.

        `at` is the point that the decision was made for.

        Raises:
            DecisionStale: play no longer stands at that point.
            PhaseRefused, DecisionIllegal, CapacityReached, SaveUnwritable: as for `decide`.
        """
        with self._changing():
            if at is not None and at != self.course.at:
                raise DecisionStale(
                    tr("'{decision}' was decided for a state that has moved on", decision=decision),
                    remedy=tr("look again"),
                )
            self._decider = seat
            self._turn.play(decision)

    def say(self, seat: str, text: str, *, to: str = "") -> None:
        """Sends a message to a seat, or to the whole room; clean text."""
        self.add(seat, "message", {"text": text, "to": to})

    def note(self, seat: str, text: str, *, tags: tuple[str, ...] = ()) -> None:
        """Writes a note of a seat; clean text."""
        self.add(seat, "note", {"text": text, "tags": list(tags)})

    def add(self, seat: str, kind: str, body: dict[str, object]) -> None:
        """Appends a record that is no decision."""
        with self._changing():
            self._append(seat, kind, body)

    def _append(self, seat: str, kind: str, body: dict[str, object]) -> None:
        self.course.add(
            self._journal.append(parent=self.course.at, seat=seat, kind=kind, body=body)
        )

    def move(self, to: int, *, way: str, reason: str = "") -> None:
        """Moves play to another point, on disk first; `way` is "undo" or "redo"."""
        with self._changing():
            state = self.course.state(to)
            body = {"to": to, "way": way, "reason": reason, **self._standing(state)}
            self._append(FACILITATOR, "goto", body)
            self._turn.state = state

    def view(self, seat: str) -> View:
        """Returns what a seat may know now."""
        with self._lock:
            count = len(self.course.records)
            cached = self._views.get(seat)
            if cached and cached[0] == count:
                return cached[1]
            view = self._outlook.view(seat, self.course.at, upto=count)
            if seat == FACILITATOR:
                view = evolve(view, health=self._health())
            self._views[seat] = (count, view)
            return view

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` after every record, from whatever thread wrote it."""
        with self._lock:
            self._listeners.append(listener)

        def stop() -> None:
            with self._lock, contextlib.suppress(ValueError):
                self._listeners.remove(listener)

        return stop

    @contextlib.contextmanager
    def locked(self) -> Iterator[Course]:
        """Holds the game still while its course is read."""
        with self._lock:
            yield self.course

    def close(self) -> None:
        """Lets go of the save; closing twice does nothing."""
        with self._lock:
            if self._journal.is_open:
                self._journal.close()
                self._turn.leave()

    def __enter__(self) -> Session:
        """Returns the session, which the end of the block closes."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Closes the session."""
        self.close()

    @contextlib.contextmanager
    def _changing(self) -> Iterator[None]:
        """Holds the lock for a change, and tells the listeners once it is let go."""
        with self._lock:
            before = len(self.course.records)
            yield
            grown = len(self.course.records) > before
            listeners = tuple(self._listeners) if grown else ()
        for listener in listeners:
            listener()

    def _write(self, decision: Decision, state: State) -> None:
        """Puts a decision that the machine has allowed on disk, and then into the course."""
        point = self.course.at
        standing = self._standing(state)
        wanted = (self.course.depth(point) + 1) % DIGEST_STRIDE == 0 or standing["over"]
        record = self._journal.append(
            parent=point,
            seat=self._decider,
            kind="decision",
            body={"do": str(decision), **standing},
            digest=digest(self.program, state) if wanted else "",
        )
        self.course.add(record, state)

    def _standing(self, state: State) -> dict[str, object]:
        """Returns where a state stands, for whoever lists saves without playing them."""
        return {
            "turn": turn_of(self.program, state),
            "phase": phase_of(self.program, state),
            "over": place(self.program, state) == OVER,
        }

    def _enter(self, phase: str) -> None:
        """Tells the room the head of the record at each reveal and at the end.

        Whoever has noted it can tell later that nothing before it was changed or left out.
        """
        phases = self.program.scenario.phases
        if phase == OVER or (phase in phases and phases[phase].does == "reveal"):
            # The decision that led here is safe already, so a full disk costs only the notice.
            with contextlib.suppress(SaveUnwritable):
                text = HEAD.format(hash=self._journal.head.hash[:12])
                self._append(PUBLIC, "message", {"text": text, "to": ""})

    def _health(self) -> Health:
        records = self._journal.records
        return Health(
            save=str(self._journal.path),
            records=len(records),
            line=self.course.depth(self.course.at),
            head=self._journal.head.hash[:12],
            saved_at=records[-1].at if records else self._journal.header.created,
        )


def _not_yours(seat: str, owner: str) -> SeatRefused:
    """Returns the refusal of a decision that another seat, or chance, has to make."""
    if owner == "chance":
        return SeatRefused(
            tr("'{seat}' cannot decide for chance", seat=seat),
            remedy=tr("dice are typed only where the table was set up so"),
        )
    return SeatRefused(
        tr("'{seat}' cannot decide for '{owner}'", seat=seat, owner=owner),
        remedy=tr("that is decided at the seat of '{owner}'", owner=owner),
    )
