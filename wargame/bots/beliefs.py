"""What a seat makes of the others' orders: how likely each of their agendas is."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

from wargame.bots.standpoint import Standpoint, agendas_of
from wargame.kernel.program import Program
from wargame.kernel.setup import State

FAITH = 0.5
"""How far doctrines are trusted to tell of agendas: 0 not at all, 1 as if all followed them."""

WHOLE = 1000


def beliefs(here: Standpoint) -> list[int]:
    """Returns a weight for each agenda of each team, ROOTS a team; all of them 1 or more.

    Bayes' rule over the orders that have been carried out, which everybody saw, as if each had been
    drawn by the doctrine of its agenda from all that its team can ever order.
    """
    program = here.program
    room = program.layout["ROOTS"]
    found: list[int] = []
    for team in range(len(program.teams)):
        likely = _likelihoods(program, here.state, team)
        highest = max(likely, default=0.0)
        weights = [1 + round(WHOLE * exp(FAITH * (value - highest))) for value in likely]
        found += [*weights, *[1] * (room - len(weights))]
    return found


def _likelihoods(program: Program, state: State, team: int) -> Sequence[float]:
    """Returns the logarithm of how likely a team's orders are, for each of its agendas."""
    times = program.layout["TIMES"]
    own = [
        o
        for o in range(len(program.orders))
        if program.run.PAYS[o * len(program.teams) + team] >= 0
    ]
    found = []
    for agenda in agendas_of(program, team):
        squares = {order: 1 + program.run.weight(state, agenda, order) ** 2 for order in own}
        whole = sum(squares.values())
        found.append(
            sum(state[times + order] * log(square / whole) for order, square in squares.items())
        )
    return found
