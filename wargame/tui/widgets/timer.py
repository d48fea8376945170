"""PhaseTimer: the phase's clock in a corner of a screen."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import Static

from wargame.language import tr
from wargame.tui.clock import PhaseClock


class PhaseTimer(Static):
    """Shows the countdown of the phase: minutes and seconds, and whether it runs."""

    DEFAULT_CSS = """
    PhaseTimer { width: auto; height: 1; padding: 0 1; }
    PhaseTimer.-warning { background: $warning; color: $text; text-style: bold; }
    PhaseTimer.-over { background: $error; color: $text; text-style: bold; }
    """

    def __init__(self, clock: PhaseClock, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self.clock = clock

    def on_mount(self) -> None:
        """Ticks twice a second, so that no second is skipped."""
        self.set_interval(0.5, self.tick)
        self.tick()

    def tick(self) -> None:
        """Shows the time that is left now."""
        clock = self.clock
        self.set_class(clock.is_warning, "-warning")
        self.set_class(clock.is_over, "-over")
        text = Text(f"{'▶' if clock.is_running else 'Ⅱ'} {clock.shown}")
        if clock.is_running and clock.is_over:
            text.append(" ").append(tr("time is up"))
        elif clock.is_warning:
            text.append(" ").append(tr("ending soon"))
        self.update(text)
