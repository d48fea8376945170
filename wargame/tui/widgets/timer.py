"""PhaseTimer: how much of a phase's suggested time is left; a countdown that people steer."""

from __future__ import annotations

import time
from collections.abc import Callable

from rich.text import Text
from textual.widgets import Static

WARNING = 60
"""Seconds before the end from which the timer warns."""


class Countdown:
    """Is a countdown in seconds that can be started, paused and extended; it goes on below zero."""

    def __init__(self, minutes: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._left = minutes * 60.0
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


class PhaseTimer(Static):
    """Shows the countdown of the phase: minutes and seconds, and whether it runs."""

    DEFAULT_CSS = """
    PhaseTimer { width: auto; height: 1; padding: 0 1; }
    PhaseTimer.-warning { background: $warning; color: $text; text-style: bold; }
    PhaseTimer.-over { background: $error; color: $text; text-style: bold; }
    """

    def __init__(
        self, *, clock: Callable[[], float] = time.monotonic, id: str | None = None
    ) -> None:
        super().__init__(id=id, markup=False)
        self._clock = clock
        self.countdown = Countdown(0, clock=clock)
        self._phase: tuple[int, str] | None = None

    def on_mount(self) -> None:
        """Ticks twice a second, so that no second is skipped."""
        self.set_interval(0.5, self.tick)
        self.tick()

    def follow(self, turn: int, phase: str, minutes: int) -> None:
        """Starts afresh, paused, when another phase has begun."""
        if self._phase != (turn, phase):
            self._phase = (turn, phase)
            self.countdown = Countdown(minutes, clock=self._clock)
            self.tick()

    def toggle(self) -> None:
        """Starts or pauses."""
        self.countdown.toggle()
        self.tick()

    def extend(self, minutes: int) -> None:
        """Gives so many minutes more."""
        self.countdown.extend(minutes)
        self.tick()

    def tick(self) -> None:
        """Shows the time that is left now."""
        left, runs = self.countdown.left, self.countdown.is_running
        self.set_class(runs and 0 < left <= WARNING, "-warning")
        self.set_class(left < 0 or (runs and left <= 0), "-over")
        minutes, seconds = divmod(abs(left), 60)
        mark = "▶" if runs else "Ⅱ"
        text = f"{mark} {'-' if left < 0 else ''}{minutes}:{seconds:02}"
        if runs and left <= 0:
            text += " time is up"
        elif runs and left <= WARNING:
            text += " ending soon"
        self.update(Text(text))
