"""The command palette: every action of the screen in front, from the list of keys."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from wargame.tui.base import SeatScreen
from wargame.tui.keys import COMMON, Key


class ScreenCommands(Provider):
    """Offers the actions of the screen in front."""

    async def discover(self) -> Hits:
        """Offers every action before anything is typed."""
        for key in self._keys():
            yield DiscoveryHit(
                Content(_name(key)), partial(self._run, key), text=key.title, help=key.help
            )

    async def search(self, query: str) -> Hits:
        """Offers the actions that match what is typed."""
        matcher = self.matcher(query)
        for key in self._keys():
            score = matcher.match(_name(key))
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(_name(key)),
                    partial(self._run, key),
                    text=key.title,
                    help=key.help,
                )

    def _keys(self) -> Iterator[Key]:
        own: tuple[Key, ...] = getattr(self.screen, "KEYS", ())
        seen = set()
        for key in (*own, *(COMMON if isinstance(self.screen, SeatScreen) else ())):
            if key.action not in seen:
                seen.add(key.action)
                yield key

    async def _run(self, key: Key) -> None:
        await self.screen.run_action(key.action)


def _name(key: Key) -> str:
    first = key.keys.split(",")[0]
    return f"{key.title} ({first})"
