"""Reader: a recorded game as a seat at the table that can only look."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from attrs import evolve

from wargame.analysis.coaching import GoOn
from wargame.analysis.finals import Final, finals
from wargame.errors import UsageInvalid
from wargame.kernel.view import FACILITATOR, PUBLIC, Change, Pending, Statement, View
from wargame.language import tr
from wargame.table.client import Listener
from wargame.table.replay import RecordLine, Replay
from wargame.table.trends import Trends

SETTLES = ("accept", "overrule")
"""Decisions that settle a pending outcome; its dice are in the view before them."""


class Reader:
    """Is a SeatClient over a replay: `at` is where it stands, `seat` through whose eyes it looks.

    `fresh` and `settled` belong to the last view: what the record just before `at` has changed,
    and the outcome that it settled.
    """

    def __init__(self, replay: Replay) -> None:
        self.replay = replay
        self.seat = PUBLIC if replay.is_open else replay.seat
        self.at = replay.position
        self.fresh: tuple[Change, ...] = ()
        self.settled: Pending | None = None
        self._lock = Lock()  # the screen leaps while a thread of its own fetches the view

    @property
    def record(self) -> RecordLine | None:
        """Is the record that has just happened; none at the start."""
        return self.replay.records[self.at - 1] if self.at else None

    @property
    def seats(self) -> tuple[str, ...]:
        """Is through whose eyes the game may be seen."""
        if not self.replay.is_open:
            return tuple(dict.fromkeys((PUBLIC, self.replay.seat)))
        return (PUBLIC, *self.replay.program.teams, FACILITATOR)

    def phase(self, by: int) -> int:
        """Returns where the next phase begins, or with a negative `by` the one before."""
        with self._lock:
            self.replay.seek(self.at)
            return self.replay.next_phase() if by > 0 else self.replay.previous_phase()

    def turn(self, by: int) -> int:
        """Returns where the next turn begins, or with a negative `by` the one before."""
        with self._lock:
            self.replay.seek(self.at)
            return self.replay.next_turn() if by > 0 else self.replay.previous_turn()

    def swing(self, by: int) -> int:
        """Returns where the next big swing has just happened, or the one before."""
        with self._lock:
            self.replay.seek(self.at)
            replay, seat = self.replay, self.seat
            return replay.next_swing(seat) if by > 0 else replay.previous_swing(seat)

    def swings(self) -> tuple[float, ...]:
        """Returns how far each record moved the board for the eyes it is seen with."""
        with self._lock:
            return self.replay.swings(self.seat)

    def view(self) -> View:
        """Returns what the seat saw where the replay stands."""
        at, record = self.at, self.record
        with self._lock:
            before = self._view(at - 1) if record is not None and record.decision else None
            now = self._view(at)
        self.fresh = new_changes(before.changes, now.changes) if before is not None else ()
        settles = record is not None and record.decision.partition(" ")[0] in SETTLES
        self.settled = before.pending if before is not None and settles else None
        return now

    def decide(self, decision: str) -> None:
        """Refuses: what is recorded is not played again."""
        raise UsageInvalid(
            tr("a replay is only looked at"), remedy=tr("continue the game to play on")
        )

    def say(self, text: str, *, to: str = "") -> None:
        """Refuses."""
        self.decide("")

    def note(self, text: str, *, tags: tuple[str, ...] = ()) -> None:
        """Refuses."""
        self.decide("")

    def statement(self, id: str) -> Statement | None:
        """Returns a statement of the source; none for what names no statement."""
        return self.replay.statement(id)

    def trends(self) -> Trends:
        """Returns what the seat was shown, turn by turn, up to where the replay stands."""
        with self._lock:
            self.replay.seek(self.at)
            return self.replay.trends(self.seat)

    def finals(self, *, go_on: GoOn | None = None) -> tuple[Final, ...]:
        """Returns how the final scores could have spread from where the replay stands."""
        with self._lock:
            self.replay.seek(self.at)
            seen = self.replay.glimpse(self.seat)
        return finals(seen, go_on=go_on)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Never calls: a record that is only read does not grow."""
        return lambda: None

    def _view(self, at: int) -> View:
        self.replay.seek(at)
        return self.replay.view(self.seat)


def new_changes(before: tuple[Change, ...], now: tuple[Change, ...]) -> tuple[Change, ...]:
    """Returns the changes at the end of `now` that `before` did not have yet.

    A view holds the changes of two turns, so old ones may have gone, and the numbers that a seat
    is shown may have moved with them.
    """
    old = [evolve(change, record=0) for change in before]
    for kept in range(len(now), 0, -1):
        if [evolve(change, record=0) for change in now[:kept]] == old[len(old) - kept :]:
            return now[kept:]
    return now
