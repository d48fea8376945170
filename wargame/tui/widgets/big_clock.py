"""BigClock: the phase's clock in large figures for the room."""

from __future__ import annotations

from wargame.tui.clock import PhaseClock
from wargame.tui.widgets.bigtext import BigText

PAUSE = "‖"
"""What stands before the time while the clock does not run."""


class BigClock(BigText):
    """Shows the countdown that the facilitator keeps; nothing where nobody keeps one.

    A mark of exclamation warns, for those who do not see the colour, and two strokes are a pause.
    """

    DEFAULT_CSS = """
    BigClock { width: 24; text-align: right; padding-right: 2; }
    BigClock.-paused { color: $text-muted; }
    BigClock.-warning { color: $text-warning; }
    BigClock.-over { color: $text-error; }
    """

    def __init__(self, clock: PhaseClock | None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.clock = clock

    def on_mount(self) -> None:
        """Ticks twice a second, so that no second is skipped."""
        if self.clock is not None:
            self.set_interval(0.5, self.tick)
        self.tick()

    def tick(self) -> None:
        """Shows the time that is left now."""
        clock = self.clock
        self.display = clock is not None and (clock.is_running or clock.left != 0)
        if clock is not None:
            self.set_class(clock.is_warning, "-warning")
            self.set_class(clock.is_over, "-over")
            self.set_class(not clock.is_running, "-paused")
            pause = "" if clock.is_running else PAUSE
            warning = " !" if clock.is_warning or clock.is_over else ""
            self.show(f"{pause}{clock.shown}{warning}")
