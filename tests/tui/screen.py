"""Reads a running app's screen as plain text, and takes pictures of it."""

from __future__ import annotations

from textual.app import App
from textual.pilot import Pilot


def text(app: App[object]) -> str:
    """Returns what the terminal shows, line by line, trailing blanks cut."""
    rows = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in rows)


async def settle(pilot: Pilot[object]) -> None:
    """Waits until workers have finished and their messages have been shown.

    What is shown may start another worker; where there is none, one look is enough.
    """
    await pilot.pause()
    while pilot.app.workers:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
