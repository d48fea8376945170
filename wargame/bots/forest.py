"""The trees of one search, as the program's own search grows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from attrs import frozen

from wargame.bots.standpoint import Standpoint
from wargame.bots.worlds import Worlds
from wargame.kernel.program import Program
from wargame.native import fastest

DOUBT = 700
"""How much an untried order of prior 1 is worth trying, in hundredths of a point (PUCT's c)."""

MOST_NODES = 2_000_000
"""How large trees can grow; a search that has reached it goes on in the trees it has."""


@frozen
class Forest:
    """Is the trees of one search, one for each team and agenda; `root` is where the seat stands."""

    program: Program
    root: int
    _search: Callable[..., int]
    _tree: Any
    _walk: Any
    _worlds: Worlds

    @classmethod
    def of(cls, here: Standpoint, playouts: int) -> Forest:
        """Returns a forest with room for so many playouts; each adds a node a team at most."""
        layout = here.program.layout
        run, lists = fastest(here.program)
        held = here.seen.slots[layout["AGENDA"] + here.team]
        root = 1 + here.team * layout["ROOTS"] + max(0, held - 1)
        roots = 1 + layout["TEAMS"] * layout["ROOTS"]
        room = min(roots + layout["TEAMS"] * playouts, MOST_NODES)
        tree = lists([0] * (room * layout["NODE_FIELDS"]))
        tree[0], tree[1], tree[2], tree[3] = roots, room, DOUBT, root
        walk = lists([0] * (layout["MARKS"] + layout["FIRST_CHOICE"] + layout["MOST_OPTIONS"]))
        return cls(here.program, root, run.search, tree, walk, Worlds.at(here))

    def attempt(self, action: int, first: int, count: int) -> tuple[int, int]:
        """Plays an action at the root in `count` worlds, from `first` on, to the end of the game.

        Returns all its visits so far and the sum of their values, in hundredths of a point: none
        where no world allows it, or the trees are full.
        """
        self._tree[4] = action
        worlds = self._worlds
        self._search(self._tree, self._walk, *worlds.lists, *worlds.seeds, first, count)
        found = ((visits, total) for tried, visits, total in self.tried() if tried == action)
        return next(found, (0, 0))

    def tried(self) -> Iterator[tuple[int, int, int]]:
        """Yields each action that was tried at the root, its visits and the sum of its values."""
        fields = self.program.layout["NODE_FIELDS"]
        child = self._tree[self.root * fields + 2]
        while child:
            node = self._tree[child * fields : (child + 1) * fields]
            action, sibling, _, visits, _, total = node
            yield action, visits, total
            child = sibling
