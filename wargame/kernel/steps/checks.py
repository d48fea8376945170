"""What several steps check before anything is changed."""

from __future__ import annotations

from wargame.errors import DecisionIllegal, DecisionMalformed
from wargame.kernel.node import awaited
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.slots import NODES
from wargame.language import tr
from wargame.text import nearest


def refuse(message: str, remedy: str) -> DecisionIllegal:
    return DecisionIllegal(message, remedy=remedy)


def require(program: Program, s: State, kind: str, what: str) -> None:
    """Refuses unless play waits for something of that kind; `what` is marked for translation."""
    now = NODES[s[program.layout["WAIT"]]]
    if now != kind:
        message = tr("{what} is not possible now", what=tr(what))
        raise refuse(message, tr("play waits for: {what}", what=awaited(now)))


def require_unsealed(program: Program, s: State, team: int) -> None:
    """Refuses if the team has sealed its orders."""
    if s[program.layout["SEALED"] + team]:
        message = tr("'{team}' has sealed its orders", team=program.teams[team])
        raise refuse(message, tr("recall them first"))


def team_number(program: Program, team: str) -> int:
    """Returns a team's number.

    Raises:
        DecisionMalformed: there is no such team.
    """
    if team not in program.teams:
        raise DecisionMalformed(
            tr("no team '{team}'{guess}", team=team, guess=nearest(team, program.teams)),
            remedy=tr("one of: {known}", known=", ".join(program.teams)),
        )
    return program.teams.index(team)
