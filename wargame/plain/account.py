"""Tells a recorded game from one record on, phase by phase, with what one seat may read."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.plain import board
from wargame.plain.told import Told
from wargame.table.replay import Replay


def account(replay: Replay, seat: str) -> Iterator[str]:
    """Returns the game from the replay's position on as lines; leaves the replay at its end."""
    told = Told()
    if replay.position:
        list(told.story(replay.view(seat)))
    while True:
        before = replay.position
        replay.seek(replay.next_phase())
        yield from told.story(replay.view(seat))
        if replay.position == before:
            break
    yield from board.ending(replay.view(seat))
