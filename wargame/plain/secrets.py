"""Until a game is over its record shows what everybody saw; more has to be asked for by name."""

from __future__ import annotations

from wargame.errors import SeatRefused, UsageInvalid
from wargame.kernel.view import FACILITATOR, PUBLIC
from wargame.language import tr
from wargame.table.replay import Replay
from wargame.text import clean, nearest


def require_seat(replay: Replay, seat: str) -> None:
    """Refuses a seat through whose eyes the record may not be seen.

    Raises:
        UsageInvalid: there is no such seat.
        SeatRefused: it has secrets, and the game is neither over nor revealed.
    """
    seats = (PUBLIC, FACILITATOR, *replay.program.teams)
    if seat not in seats:
        word = clean(seat, limit=40)
        raise UsageInvalid(
            tr("there is no seat '{word}'{nearest}", word=word, nearest=nearest(word, seats)),
            remedy=tr("the seats are {seats}", seats=", ".join(seats)),
        )
    if seat != PUBLIC and not replay.is_open:
        raise SeatRefused(
            tr("the game is not over, and the seat '{seat}' has secrets", seat=seat),
            remedy=tr("start again with --reveal if nobody at the table minds"),
        )
