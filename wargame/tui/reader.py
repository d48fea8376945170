"""Reader: a recorded game as a seat at the table that can only look."""

from __future__ import annotations

from collections.abc import Callable

from wargame.errors import UsageInvalid
from wargame.kernel.view import PUBLIC, Pending, View
from wargame.table.client import Listener
from wargame.table.replay import RecordLine, Replay

SETTLES = ("accept", "overrule")
"""Kinds of decision that settle a pending outcome; its dice are in the view before them."""


class Reader:
    """Is a SeatClient over a replay: `at` is the record looked at, `seat` through whose eyes."""

    def __init__(self, replay: Replay) -> None:
        self.replay = replay
        self.seat = PUBLIC
        self.at = replay.position
        self.settled: Pending | None = None  # what the record looked at has settled

    @property
    def record(self) -> RecordLine | None:
        """Is the record looked at, if there is any."""
        records = self.replay.records
        return records[self.at] if self.at < len(records) else None

    def view(self) -> View:
        """Returns what the seat saw just after the record."""
        record = self.record
        self.settled = None
        if record is not None and record.kind in SETTLES and self.at > 0:
            self.replay.seek(self.at - 1)
            self.settled = self.replay.view(self.seat).pending
        self.replay.seek(self.at)
        return self.replay.view(self.seat)

    def last_view(self) -> View:
        """Returns what everybody sees at the end of the record."""
        self.replay.seek(max(0, len(self.replay) - 1))
        return self.replay.view(PUBLIC)

    def decide(self, decision: str) -> None:
        """Refuses: what is recorded is not played again."""
        raise UsageInvalid(f"a replay cannot play '{decision}'", remedy="open the game to play on")

    def say(self, text: str, *, to: str = "") -> None:
        """Refuses."""
        self.decide(f"say {to}".strip())

    def note(self, text: str, *, tags: tuple[str, ...] = ()) -> None:
        """Refuses."""
        self.decide("note")

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Never calls: a record that is only read does not grow."""
        return lambda: None
