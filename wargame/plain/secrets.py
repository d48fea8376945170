"""Until a game is over its record shows what everybody saw; more has to be asked for by name."""

from __future__ import annotations

from wargame.errors import UsageInvalid
from wargame.kernel.view import FACILITATOR, PUBLIC
from wargame.table.replay import Replay
from wargame.text import clean, nearest


def is_over(replay: Replay) -> bool:
    """Tells whether the recorded game has ended; leaves the replay where it was."""
    before = replay.position
    replay.seek(len(replay))
    over = replay.view(PUBLIC).node == "over"
    replay.seek(before)
    return over


def require_seat(replay: Replay, seat: str, *, is_open: bool) -> None:
    """Refuses a seat that may not be looked through; `is_open` says that nothing is secret.

    Raises:
        UsageInvalid: there is no such seat, or it has secrets.
    """
    seats = (PUBLIC, FACILITATOR, *replay.program.teams)
    if seat not in seats:
        word = clean(seat, limit=40)
        raise UsageInvalid(
            f"there is no seat '{word}'{nearest(word, seats)}",
            remedy=f"the seats are {', '.join(seats)}",
        )
    if seat != PUBLIC and not is_open:
        raise UsageInvalid(
            f"the game is not over, and the seat '{seat}' has secrets",
            remedy="start again with --reveal if nobody at the table minds",
        )
