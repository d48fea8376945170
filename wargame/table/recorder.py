"""Recorder: plays a script through a session, so that the same script gives the same bytes.

The clock and the salts are the recorder's own. Salts that can be known keep nothing secret, which
is right for a game that is shipped to be read.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from pathlib import Path

from wargame.errors import WargameError
from wargame.kernel.decisions import CHANCE, seat_of
from wargame.kernel.node import node, phase_of
from wargame.kernel.notation import parse
from wargame.kernel.play import chance
from wargame.kernel.view import FACILITATOR
from wargame.language import tr
from wargame.table.saves import save_path
from wargame.table.script import Line, Script
from wargame.table.session import Session
from wargame.text import LINE_LIMIT, together

PAUSE = timedelta(seconds=20)
"""Time between two records, beside the minutes that a phase is meant to take."""


class Recorder:
    """Plays one script."""

    def __init__(self, script: Script) -> None:
        """Takes a script; `record` plays it."""
        self._script = script
        self._now = script.begins
        self._salts = 0

    def record(self, folder: Path) -> Path:
        """Writes the script's game into the folder, under the script's name; returns the save.

        Raises:
            ScriptFaulty: a line is not possible where it stands; the message names it.
            SaveExists, SaveNameInvalid, SaveUnwritable: the save cannot be begun.
            ScenarioUnknown, ScenarioFaulty, UsageInvalid: nor can the game.
        """
        name = self._script.path.stem
        try:
            with Session.start(
                self._script.setup, name=name, save_dir=folder, clock=self._clock, salt=self._salt
            ) as session:
                for line in self._script.lines:
                    self._play(session, line)
        finally:
            path = save_path(name, folder)
            path.with_suffix(".lock").unlink(missing_ok=True)
        return path

    def _clock(self) -> datetime:
        self._now += PAUSE
        return self._now

    def _salt(self) -> str:
        self._salts += 1
        return hashlib.sha256(f"{self._script.path.stem} {self._salts}".encode()).hexdigest()[:32]

    def _play(self, session: Session, line: Line) -> None:
        if len(line.text) > LINE_LIMIT and line.verb in ("note", "say", "tell", "bookmark"):
            raise self._script.fault(
                line,
                tr("{number} characters", number=len(line.text)),
                remedy=tr("keep to {number}", number=LINE_LIMIT),
            )
        try:
            self._do(session, line)
        except WargameError as fault:
            problem = tr(
                "'{line}' in {phase}, waiting for {seats}: {fault}",
                line=line.text[:60],
                phase=phase_of(session.program, session.state) or tr("set-up"),
                seats=together(node(session.program, session.state).seats) or tr("nobody"),
                fault=fault.message,
            )
            raise self._script.fault(line, problem, remedy=fault.remedy) from fault

    def _do(self, session: Session, line: Line) -> None:
        facilitator = session.client("facilitator")
        if line.verb == "engine":
            session.play("chance", chance(session.program, session.state))
        elif line.verb == "bookmark":
            facilitator.bookmark(line.rest)
        elif line.verb == "undo":
            facilitator.undo(reason=line.rest)
        elif line.verb == "note":
            seat, _, text = line.rest.partition(" ")
            words = text.split()
            tags = tuple(word[1:] for word in words if word.startswith("#"))
            said = " ".join(word for word in words if not word.startswith("#"))
            session.client(seat).note(said, tags=tags)
        elif line.verb == "say":
            seat, _, text = line.rest.partition(" ")
            session.client(seat).say(text)
        elif line.verb == "tell":
            seat, to, text = (*line.rest.split(" ", 2), "", "")[:3]
            session.client(seat).say(text, to=to)
        else:
            self._decide(session, line)

    def _decide(self, session: Session, line: Line) -> None:
        decision = parse(line.text)
        if line.verb == "advance":
            self._let_pass(session)
        seat = FACILITATOR if isinstance(decision, CHANCE) else seat_of(decision)
        session.decide(seat, line.text)

    def _let_pass(self, session: Session) -> None:
        """Lets the time pass that the phase is meant to take."""
        phase = session.program.scenario.phases.get(phase_of(session.program, session.state))
        if phase is not None:
            self._now += timedelta(minutes=phase.minutes)
