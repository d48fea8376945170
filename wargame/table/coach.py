"""Coach: looks back on each turn of a game that one person plays against bots."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from wargame.analysis.coaching import PLAYOUTS, Advice, GoOn, Moment, advise
from wargame.kernel.view import FACILITATOR
from wargame.table.memory import remembered
from wargame.table.moments import finished, moment
from wargame.table.session import Session


class Coach:
    """Is a seat's coach; it knows what that seat saw, and nothing else.

    Whether it is on is remembered from game to game. Every method may be called from any thread.
    """

    def __init__(self, session: Session, seat: str, *, playouts: int = PLAYOUTS) -> None:
        """Sits down beside a seat."""
        self.seat = seat
        self._session = session
        self._playouts = playouts
        self._folder: Path = session.path.parent
        self._lock = Lock()
        self._advice: dict[Moment, Advice] = {}
        self.is_on = remembered(self._folder).coach

    @classmethod
    def of(cls, session: Session) -> Coach | None:
        """Returns the coach of a person who plays alone; none where several sit or nobody plays."""
        setup = session.setup
        seats = [seat for seat in (*session.program.teams, FACILITATOR) if setup.is_human(seat)]
        alone = len(seats) == 1 and seats[0] != FACILITATOR
        return cls(session, seats[0]) if alone else None

    @property
    def finished(self) -> int:
        """The last turn that is over, 0 for none."""
        with self._session.locked() as course:
            return finished(course)

    def switch(self) -> None:
        """Turns the coach off or on again, and remembers it.

        Raises:
            SaveUnwritable: the disk refuses; it is switched all the same, for this game.
        """
        self.is_on = not self.is_on
        remembered(self._folder).with_coach(self.is_on).keep(self._folder)

    def advice(self, turn: int, *, go_on: GoOn | None = None) -> Advice | None:
        """Returns the note on a turn, which may take seconds; asked again it is at hand.

        None if the turn is not over, if the seat ordered nothing, or if `go_on` has said no.
        """
        with self._session.locked() as course:
            found = moment(course, self.seat, turn)
        if found is None:
            return None
        with self._lock:
            known = self._advice.get(found)
            if known is None:
                known = advise(found, playouts=self._playouts, go_on=go_on)
                if known is not None:
                    self._advice[found] = known
            return known
