"""What a seat makes of the others' orders: how likely each of their agendas is."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

from wargame.bots.standpoint import Standpoint, agendas_of
from wargame.native import fastest

FAITH = 0.5
"""How far doctrines are trusted to tell of agendas: 0 not at all, 1 as if all followed them."""

WHOLE = 1000


def beliefs(here: Standpoint) -> list[int]:
    """Returns a weight for each agenda of each team, ROOTS a team; all of them 1 or more.

    Bayes' rule over the orders that have been carried out, which everybody saw, as if each had been
    drawn by the doctrine of its agenda from all that its team can ever order.
    """
    layout, teams = here.program.layout, here.program.teams
    room, orders = layout["ROOTS"], layout["ORDERS"]
    run, lists = fastest(here.program)
    weights = lists([0] * (len(teams) * room * orders))
    run.weigh_orders(lists(here.state), weights)
    times = here.state[layout["TIMES"] : layout["TIMES"] + orders]
    given = [(order, count) for order, count in enumerate(times) if count]
    found: list[int] = []
    for team in range(len(teams)):
        start = team * room * orders
        starts = range(start, start + len(agendas_of(here.program, team)) * orders, orders)
        likely = [_likelihood(weights[first : first + orders], given) for first in starts]
        highest = max(likely, default=0.0)
        known = [1 + round(WHOLE * exp(FAITH * (value - highest))) for value in likely]
        found += [*known, *[1] * (room - len(known))]
    return found


def _likelihood(weights: Sequence[int], given: Sequence[tuple[int, int]]) -> float:
    """Returns the logarithm of how likely orders are that were given so many times."""
    whole = sum(weights)
    return sum(count * log(weights[order] / whole) for order, count in given if weights[order])
