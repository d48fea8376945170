"""Bars and marks drawn with characters, so that they carry their meaning without colour."""

from __future__ import annotations

from rich.text import Text
from textual._context import active_app

from wargame.language import tr
from wargame.tui.settings import Settings

FULL, HALF, EMPTY = "━", "╸", "─"
RISES = " ▁▂▃▄▅▆▇█"


def are_wanted() -> bool:
    """Tells whether the user wants bars beside the figures; without them, blanks stand there."""
    app = active_app.get(None)
    return app is None or getattr(app, "settings", Settings()).bars


def bar(fraction: float, width: int, style: str = "bold") -> Text:
    """Returns a bar of `width` cells, filled up to `fraction` (0 to 1)."""
    if not are_wanted():
        return Text(" " * width)
    halves = round(max(0.0, min(1.0, fraction)) * width * 2)
    full, half = divmod(halves, 2)
    filled = FULL * full + HALF * half
    return Text.assemble((filled, style), (EMPTY * (width - len(filled)), "dim"))


def balance(value: int, low: int, high: int, width: int) -> Text:
    """Returns a bar that grows to the left or right of zero, for what can be negative."""
    if not are_wanted():
        return Text(" " * width)
    zero = round(-low * width / (high - low))
    at = round((value - low) * width / (high - low))
    first, last = min(zero, at), max(zero, at)
    if value and first == last:
        first, last = (first - 1, last) if value < 0 else (first, last + 1)
    return Text.assemble(
        (EMPTY * first, "dim"),
        (FULL * (last - first) if value else "┼", "bold"),
        (EMPTY * (width - last - (0 if value else 1)), "dim"),
    )


def rises(fractions: tuple[float, ...]) -> str:
    """Returns one small column for each fraction (0 to 1): the shape of the odds at a glance."""
    return "".join(RISES[1 + round(max(0.0, min(1.0, part)) * 7)] for part in fractions)


def percent(fraction: float) -> str:
    """Returns `17%`; what is possible is never shown as 0 and what is uncertain never as 100."""
    if 0 < fraction < 0.005:
        return tr("<1%")
    if 0.995 <= fraction < 1:
        return tr(">99%")
    return tr("{number:.0f}%", number=fraction * 100)


def trend(before: int | None, now: int | None) -> str:
    """Returns `▲2`, `▼1` or nothing: what has changed since the last turn."""
    if before is None or now is None or before == now:
        return ""
    return f"▲{now - before}" if now > before else f"▼{before - now}"
