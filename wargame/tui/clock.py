"""PhaseClock: how much of a phase's suggested time is left; a countdown that people steer."""

from __future__ import annotations

import time
from collections.abc import Callable

WARNING = 60
"""Seconds before the end from which there is a warning."""


class PhaseClock:
    """Is the countdown of the phase in play.

    It begins afresh, paused, with each phase, can be started, paused and extended, and goes on
    below zero. It belongs to the game and not to a screen, so that it runs on whatever is shown.
    """

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._phase: tuple[int, str] | None = None
        self._left = 0.0
        self._since: float | None = None

    @property
    def is_running(self) -> bool:
        """Is whether time is being counted."""
        return self._since is not None

    @property
    def left(self) -> int:
        """Is how many whole seconds are left; negative when it is overdue."""
        gone = 0.0 if self._since is None else self._clock() - self._since
        return round(self._left - gone)

    @property
    def is_warning(self) -> bool:
        """Is whether it runs and the end is near."""
        return self.is_running and 0 < self.left <= WARNING

    @property
    def is_over(self) -> bool:
        """Is whether the time is up."""
        return self.left < 0 or (self.is_running and self.left <= 0)

    @property
    def shown(self) -> str:
        """Is the time that is left, as in `4:30` or `-0:10`."""
        minutes, seconds = divmod(abs(self.left), 60)
        return f"{'-' if self.left < 0 else ''}{minutes}:{seconds:02}"

    def follow(self, turn: int, phase: str, minutes: int) -> None:
        """Begins afresh, paused, if another phase has begun."""
        if self._phase != (turn, phase):
            self._phase = (turn, phase)
            self._left = minutes * 60.0
            self._since = None

    def toggle(self) -> None:
        """Starts the countdown, or pauses it."""
        if self._since is None:
            self._since = self._clock()
        else:
            self._left -= self._clock() - self._since
            self._since = None

    def extend(self, minutes: int) -> None:
        """Gives so many minutes more; overdue time is forgiven first."""
        if self.left < 0:
            self._left -= self.left
        self._left += minutes * 60
