"""Sitting: which seats of a game are played at this terminal, and whose turn at it is."""

from __future__ import annotations

from wargame.kernel.view import FACILITATOR, PUBLIC
from wargame.language import tr
from wargame.table.coach import Coach
from wargame.table.session import Session
from wargame.table.tutor import Tutor
from wargame.tui.clock import PhaseClock


class Sitting:
    """Is one running game together with the people at this terminal."""

    def __init__(self, session: Session, *, coach: bool = True, tutor: Tutor | None = None) -> None:
        self.session = session
        self.autopilot = session.autopilot()
        self.clock = PhaseClock()
        self.tutor = tutor
        self.coach = Coach.of(session) if coach else None
        setup = session.setup
        teams = tuple(session.program.scenario.teams)
        self.seats = tuple(seat for seat in (*teams, FACILITATOR) if setup.is_human(seat))

    @property
    def is_shared(self) -> bool:
        """Says whether several people sit here, so that seats must be covered in between."""
        return len(self.seats) > 1

    @property
    def first(self) -> str:
        """Is the seat to begin with: one that has to decide, or else any seat played here."""
        return self.wanted(PUBLIC) or next(iter(self.seats), PUBLIC)

    def wanted(self, now: str) -> str:
        """Returns the seat that should have the keyboard, if not the one that has it now."""
        waiting = [seat for seat in self.autopilot.waiting_for() if seat in self.seats]
        return "" if now in waiting or not waiting else waiting[0]

    def after(self, seat: str) -> str:
        """Returns the next seat played here, round and round; "" if there is none."""
        if not self.seats:
            return ""
        at = self.seats.index(seat) + 1 if seat in self.seats else 0
        return self.seats[at % len(self.seats)]

    def title(self, seat: str) -> str:
        """Returns what a seat is called."""
        teams = self.session.program.scenario.teams
        return teams[seat].title if seat in teams else tr("Facilitator")
