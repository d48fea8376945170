"""The command palette: every action of the screen in front, from the list of keys."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from attrs import frozen
from textual.app import App
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode

from wargame.language import tr
from wargame.tui.held import in_force, shown
from wargame.tui.keys import Key


@frozen
class Act:
    """Is one line of the palette: an action, where it is run, and the keys that do the same."""

    action: str
    title: str
    help: str
    keys: str
    node: DOMNode

    @property
    def name(self) -> str:
        """Is the line as it is shown and searched."""
        return f"{self.title} ({shown(self.keys)})"


class ScreenCommands(Provider):
    """Offers the actions of the screen in front and of the part that has the keyboard."""

    async def discover(self) -> Hits:
        """Offers every action before anything is typed."""
        for act in self._acts():
            yield DiscoveryHit(
                Content(act.name), partial(self._run, act), text=act.title, help=act.help
            )

    async def search(self, query: str) -> Hits:
        """Offers the actions that match what is typed."""
        matcher = self.matcher(query)
        for act in self._acts():
            score = matcher.match(act.name)
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(act.name),
                    partial(self._run, act),
                    text=act.title,
                    help=act.help,
                )

    def _acts(self) -> Iterator[Act]:
        """Returns the screen's keys as they are listed, then what its focused part can do."""
        screen = self.screen
        own: tuple[Key, ...] = (*getattr(screen, "KEYS", ()), *getattr(screen, "ALSO", ()))
        page: str = getattr(screen, "PAGE", "")
        seen = set()
        for key in own:
            if key.action not in seen:
                seen.add(key.action)
                keys = in_force(page, key)
                yield Act(key.action, key.label, key.explanation, keys, screen)
        for node, binding, _, _ in screen.active_bindings.values():
            if binding.id and binding.action not in seen and not isinstance(node, App):
                seen.add(binding.action)
                yield Act(binding.action, tr(binding.description), "", binding.key, node)

    async def _run(self, act: Act) -> None:
        await self.app.run_action(act.action, default_namespace=act.node)
