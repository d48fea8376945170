"""Session: one running game, its seats and its save."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Literal, overload

from attrs import evolve

from wargame import __version__
from wargame.errors import DecisionIllegal, DecisionStale, SaveUnwritable, SeatRefused, UsageInvalid
from wargame.kernel.decisions import CHANCE, Decision, seat_of
from wargame.kernel.play import digest
from wargame.kernel.program import Program, build
from wargame.kernel.setup import Setup, State
from wargame.kernel.view import FACILITATOR, PUBLIC, Health, View
from wargame.scenario.load import load, load_scenario
from wargame.scenario.model import Scenario
from wargame.table.client import Listener
from wargame.table.course import Course
from wargame.table.header import Header
from wargame.table.journal import Clock, Journal, Salt, now, salt, stamp
from wargame.table.machine import OVER, Turn, place
from wargame.table.outlook import Outlook
from wargame.table.record import ORIGIN, Record
from wargame.table.saves import copy_shipped, find_save, is_shipped, save_dir, save_path
from wargame.table.seat import LocalClient, LocalFacilitator
from wargame.table.setup import TableSetup
from wargame.text import nearest

if TYPE_CHECKING:
    from wargame.table.autopilot import Autopilot

DIGEST_STRIDE = 16
"""Decisions between two records that carry a digest of the state."""


class Session:
    """Is one running game. Every method may be called from any thread.

    What is refused, by the rules or by the disk, changes nothing.
    """

    def __init__(self, journal: Journal, program: Program, course: Course) -> None:
        """Takes over an open journal and its course; use `start` or `resume`."""
        self.setup = journal.header.setup
        self.program = program
        self.course = course
        self.notices = journal.notices
        self._journal = journal
        self._outlook = Outlook(course)
        self._lock = RLock()
        self._listeners: list[Listener] = []
        self._views: dict[str, tuple[int, View]] = {}
        self._seat = ""  # who makes the decision that is being played
        self._turn = Turn(program, course.state(course.at), write=self._write, enter=self._enter)

    @classmethod
    def start(
        cls,
        setup: TableSetup,
        *,
        name: str,
        folder: Path | None = None,
        scenario: Scenario | None = None,
        clock: Clock = now,
        salt: Salt = salt,
    ) -> Session:
        """Begins a game and its save."""
        raise NotImplementedError
