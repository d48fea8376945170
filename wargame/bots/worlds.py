"""Worlds: all that a bot at a standpoint cannot tell apart, to be drawn and played on."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from wargame.bots.beliefs import beliefs
from wargame.bots.standpoint import Standpoint
from wargame.kernel.resample import Unknown
from wargame.native import fastest


@frozen
class Worlds:
    """Is what the program takes to draw worlds from, in its own order: `lists`, then `seeds`."""

    lists: tuple[Any, ...]
    seeds: tuple[int, int]

    @classmethod
    def at(cls, here: Standpoint) -> Worlds:
        """Returns the worlds of a standpoint, and uses up some of its chance."""
        program, (_, lists) = here.program, fastest(here.program)
        known = Unknown.of(here.seen, beliefs(here)).lists
        found = ([0] * program.layout.size, program.scratch(), *known)
        seeds = (here.random.getrandbits(32), here.random.getrandbits(32))
        return cls(tuple(map(lists, found)), seeds)
