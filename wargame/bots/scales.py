"""Scales: what a deal changes, weighed by playing the same worlds on with it and without it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from wargame.bots.standpoint import Standpoint
from wargame.bots.worlds import Worlds
from wargame.kernel.program import Program
from wargame.native import fastest

Deal = tuple[int, int, int, int, int, int]
"""Who offers and to whom, then for each side the term it promises, from 1, and by which turn."""


@define
class Scales:
    """Weighs deals at one standpoint; all of them in the same worlds, with the same chance.

    What games are worth without a deal is played only once, whatever is weighed against it.
    """

    _program: Program
    _worlds: Worlds
    _without: dict[range, Sequence[int]] = field(factory=dict, init=False)

    @classmethod
    def at(cls, here: Standpoint) -> Scales:
        """Returns the scales of a standpoint."""
        return cls(here.program, Worlds.at(here))

    def gains(self, deal: Deal, worlds: range) -> tuple[int, ...]:
        """Returns what a deal changes for each team, in hundredths of a point, over those worlds.

        Nothing where there is no room for another deal.
        """
        if worlds not in self._without:
            self._without[worlds] = self._worths(deal, worlds, struck=False)
        pairs = zip(self._worths(deal, worlds, struck=True), self._without[worlds], strict=True)
        return tuple(with_it - without for with_it, without in pairs)

    def _worths(self, deal: Deal, worlds: range, *, struck: bool) -> Sequence[int]:
        run, lists = fastest(self._program)
        worths: Sequence[int] = lists([0] * len(self._program.teams))
        known, place = self._worlds, (worlds.start, len(worlds), int(struck))
        run.play_deal(worths, lists(list(deal)), *known.lists, *known.seeds, *place)
        return worths
