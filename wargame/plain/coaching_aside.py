"""The coach at the keyboard of plain mode: its hint after each turn, its notes when asked."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic

from wargame.analysis.coaching import Advice
from wargame.errors import UsageInvalid
from wargame.language import tr
from wargame.plain.coaching import hint, note
from wargame.plain.console import Console
from wargame.table.coach import Coach

PATIENCE = 0.5
"""Seconds after which it is said that the coach is at work."""


class Aside:
    """Is the coach's voice; without a coach it says nothing, and why when it is asked."""

    def __init__(self, coach: Coach | None, console: Console) -> None:
        """Begins with every turn that is over already as told."""
        self._coach = coach
        self._console = console
        self._told = coach.finished if coach is not None else 0

    def after_turn(self, seat: str) -> Iterator[str]:
        """Returns the hint on a turn that has ended since the last time, if the coach is on."""
        coach = self._coach
        if coach is None or not coach.is_on or seat != coach.seat or coach.finished == self._told:
            return
        self._told = coach.finished
        advice = self._advice(coach, self._told)
        if advice is not None:
            yield tr("Coach, turn {turn}: {hint}", turn=advice.turn, hint=hint(advice))
            yield tr("'coach' tells the whole note.")

    def obey(self, rest: str) -> Iterator[str]:
        """Returns the note on the last turn or that of a number; `on` and `off` switch the coach.

        Raises:
            UsageInvalid: there is no coach here, or no such turn.
        """
        coach = self._coach
        if coach is None:
            raise UsageInvalid(
                tr("there is no coach at this table"),
                remedy=tr("one person alone against bots has one"),
            )
        word = rest.casefold()
        if word in ("on", "off"):
            if coach.is_on != (word == "on"):
                coach.switch()
            if coach.is_on:
                yield tr("The coach is on, in later games too.")
            else:
                yield tr("The coach is off, in later games too.")
            return
        advice = self._advice(coach, self._turn(coach, word))
        if advice is None:
            yield tr("You gave no orders in that turn.")
        else:
            yield from note(advice)

    def _turn(self, coach: Coach, word: str) -> int:
        last = coach.finished
        turn = int(word[:6]) if word.isascii() and word.isdigit() else last if not word else 0
        if 1 <= turn <= last:
            return turn
        fault = tr("no turn is over yet")
        if word:
            fault = tr("'{word}' is no turn that is over", word=word[:40])
        remedy = tr("ask when the first turn has ended")
        if last:
            remedy = tr(
                "'coach' tells of turn {turn}, 'coach off' switches the coach off", turn=last
            )
        raise UsageInvalid(fault, remedy=remedy)

    def _advice(self, coach: Coach, turn: int) -> Advice | None:
        started, said = monotonic(), False

        def go_on(done: int, whole: int) -> bool:
            nonlocal said
            if not said and monotonic() - started >= PATIENCE:
                said = True
                self._console.say(
                    tr("The coach plays turn {turn} on, {games} games ...", turn=turn, games=whole)
                )
            return True

        return coach.advice(turn, go_on=go_on)
