"""What several steps check before anything is changed."""

from __future__ import annotations

from wargame.errors import DecisionIllegal, DecisionMalformed
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.slots import NODES
from wargame.text import nearest


def refuse(message: str, remedy: str) -> DecisionIllegal:
    return DecisionIllegal(message, remedy=remedy)


def require(program: Program, s: State, kind: str, what: str) -> None:
    now = NODES[s[program.layout["WAIT"]]]
    if now != kind:
        raise refuse(f"{what} is not possible now", f"play waits for: {now}")


def team_number(program: Program, team: str) -> int:
    """Returns a team's number.

    Raises:
        DecisionMalformed: there is no such team.
    """
    if team not in program.teams:
        raise DecisionMalformed(
            f"no team '{team}'{nearest(team, program.teams)}",
            remedy="one of: " + ", ".join(program.teams),
        )
    return program.teams.index(team)
