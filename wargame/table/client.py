"""SeatClient: the one door through which screens, plain mode, bots and remote seats play."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from wargame.analysis.coaching import GoOn
from wargame.analysis.finals import Final
from wargame.kernel.view import Statement, View
from wargame.table.trends import Trends

Listener = Callable[[], None]


class SeatClient(Protocol):
    """Is a seat at a table: a view in, a decision out.

    `seat` is a team's id, `facilitator` or `public`. A client shows its own seat's view and
    nothing else; what it may not decide is refused with a WargameError, and nothing changes.
    """

    @property
    def seat(self) -> str:
        """The seat's id."""
        ...

    def view(self) -> View:
        """Returns what this seat may know now."""
        ...

    def decide(self, decision: str) -> None:
        """Plays the decision in its notation; returns when it is safely on disk."""
        ...

    def say(self, text: str, *, to: str = "") -> None:
        """Sends a message to a seat, or to the whole room."""
        ...

    def note(self, text: str, *, tags: tuple[str, ...] = ()) -> None:
        """Writes a note into the record; a team's notes are its own, the facilitator's are his."""
        ...

    def statement(self, id: str) -> Statement | None:
        """Returns a statement of the source; none for what names no statement."""
        ...

    def trends(self) -> Trends:
        """Returns what this seat was shown of gauges and scores, turn by turn."""
        ...

    def finals(self, *, go_on: GoOn | None = None) -> tuple[Final, ...]:
        """Returns how the final scores may spread, for what this seat sees; takes seconds."""
        ...

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` after every record; returns what ends that."""
        ...


class FacilitatorClient(SeatClient, Protocol):
    """Is the facilitator's seat: it may also move the line of play."""

    def roll(self) -> None:
        """Rolls the dice that play waits for with the engine, where real ones are usual."""
        ...

    def undo(self, *, to: int | None = None, reason: str = "") -> None:
        """Takes the line of play back: to the record of that number, 0 for the start.

        Without a number it goes back to before the last decision that a person made, since what
        the program decides by itself it would at once decide again.
        """
        ...

    def redo(self) -> None:
        """Follows the line that the last undo left, one decision forward."""
        ...

    def preview_undo(self, *, to: int | None = None) -> tuple[str, ...]:
        """Returns the decisions that an undo would take back, newest first."""
        ...

    def bookmark(self, title: str) -> None:
        """Marks this point of play, to be found again in a replay."""
        ...

    def history(self) -> tuple[tuple[int, str], ...]:
        """Returns number and notation of every decision on the current line."""
        ...
