"""Guests: bots of other packages, found by the entry points of the group `wargame.bots`.

An entry point's name is the bot's; what it names is called with what follows the colon in
`name:argument` (None where there is no colon) and the keyword `seed`, and returns the bot.
"""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import Protocol

from wargame.bots.bot import Bot
from wargame.errors import BotUnknown
from wargame.language import tr

GROUP = "wargame.bots"


class Host(Protocol):
    """Makes a bot."""

    def __call__(self, argument: str | None, /, *, seed: int) -> Bot:
        """Returns a new bot; raises a WargameError where it cannot."""


def guests() -> tuple[str, ...]:
    """Returns the names of all guests."""
    return tuple(sorted({point.name for point in entry_points(group=GROUP)}))


def host_of(kind: str) -> Host | None:
    """Returns what makes the bot of that name, or None if nobody brings one.

    Raises:
        BotUnknown: its package is broken.
        ExtraMissing: it needs a package that is not installed.
    """
    points = tuple(entry_points(group=GROUP, name=kind))
    return _load(points[0]) if points else None


def _load(point: EntryPoint) -> Host:
    try:
        host: Host = point.load()
    except (ImportError, AttributeError) as fault:
        raise BotUnknown(
            tr("the bot '{bot}' cannot be loaded: {fault}", bot=point.name, fault=fault),
            remedy=tr("install again the package that brings {object}", object=point.value),
        ) from fault
    return host
