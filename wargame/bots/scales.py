"""Scales: what a deal changes, weighed by playing the same worlds on with it and without it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import define, field

from wargame.bots.beliefs import beliefs
from wargame.bots.standpoint import Standpoint
from wargame.kernel.resample import Unknown
from wargame.native import fastest

Deal = tuple[int, int, int, int, int, int]
"""Who offers and to whom, then for each side the term it promises, from 1, and by which turn."""


@define
class Scales:
    """Weighs deals at one standpoint; all of them in the same worlds, with the same chance.

    What games are worth without a deal is played only once, whatever is weighed against it.
    """

    _here: Standpoint
    _lists: tuple[Any, ...]
    _seeds: tuple[int, int]
    _without: dict[range, Sequence[int]] = field(factory=dict, init=False)

    @classmethod
    def at(cls, here: Standpoint) -> Scales:
        """Returns the scales of a standpoint."""
        program, (_, lists) = here.program, fastest(here.program)
        known = Unknown.of(here.seen, beliefs(here)).lists
        scratch = ([0] * program.layout.size, program.scratch(), *known)
        seeds = (here.random.getrandbits(32), here.random.getrandbits(32))
        return cls(here, tuple(map(lists, scratch)), seeds)

    def gains(self, deal: Deal, worlds: range) -> tuple[int, ...]:
        """Returns what a deal changes for each team, in hundredths of a point, over those worlds.

        Nothing where there is no room for another deal.
        """
        if worlds not in self._without:
            self._without[worlds] = self._worths(deal, worlds, struck=False)
        pairs = zip(self._worths(deal, worlds, struck=True), self._without[worlds], strict=True)
        return tuple(with_it - without for with_it, without in pairs)

    def _worths(self, deal: Deal, worlds: range, *, struck: bool) -> Sequence[int]:
        program = self._here.program
        run, lists = fastest(program)
        worths: Sequence[int] = lists([0] * len(program.teams))
        place = (worlds.start, len(worlds), int(struck))
        run.play_deal(worths, lists(list(deal)), *self._lists, *self._seeds, *place)
        return worths
