"""Tells a recorded game, whole or in brief, with what one seat may read."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.kernel.view import View
from wargame.language import tr
from wargame.plain import board
from wargame.plain.record import KINDS
from wargame.plain.told import Told
from wargame.table.replay import Replay

BRIEF = ("event", "clash", "outcome", "choice", "deal", "ruling", "inject")
"""Kinds of changes that are told in brief, beside the orders."""


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


def brief(replay: Replay, seat: str) -> Iterator[str]:
    """Returns the game turn by turn: orders, what came of them, events; then the ending."""
    replay.seek(0)
    while replay.position < len(replay):
        before = replay.view(seat)
        yield tr(
            "Turn {turn} of {turns}, {date}.",
            turn=before.turn,
            turns=before.turns,
            date=before.date,
        )
        replay.seek(replay.next_turn())
        yield from _turn(replay.view(seat), before.turn)
    yield from board.ending(replay.view(seat))


def _turn(view: View, turn: int) -> Iterator[str]:
    names = {team.id: team.title for team in view.teams}
    for change in view.changes:
        whose = f"{names[change.team]}, " if change.team in names else ""
        if change.turn == turn and change.kind == "reveal":
            yield tr("{team} orders: {order}.", team=names[change.team], order=change.title)
        elif change.turn == turn and change.kind in BRIEF and change.says:
            yield f"{tr(KINDS[change.kind])}, {whose}{change.title}: {change.says}"
