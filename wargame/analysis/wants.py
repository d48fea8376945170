"""What a team would like to order in a turn, and what it can pay."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from wargame.bots.match import TeamTurn
from wargame.bots.standpoint import agendas_of
from wargame.kernel.program import Program

INDIFFERENT = 1
"""The weight of sealing, and of an order of which a doctrine says nothing."""


@frozen
class Wants:
    """Is what one team had to spend in one turn (`budget`) and what all it wanted would `cost`.

    `most` is what all would cost that it does not refuse, whether it is wanted or not.
    """

    budget: int
    cost: int
    most: int


def wants_of(program: Program, turn: TeamTurn) -> Wants:
    """Returns what a team wanted in a turn and what it had.

    It wants every order that the rules would let it give if it could pay, hand cards included, and
    that its agenda's doctrine weighs more than keeping the points. It refuses what weighs nothing.
    """
    run, layout, s = program.run, program.layout, turn.state
    team, place = program.teams.index(turn.team), layout["PLACE"]
    held = s[layout["AGENDA"] + team]
    agenda = agendas_of(program, team)[held - 1] if held else -1
    cost = most = 0
    for order, card in orders_of(program, team):
        if card >= 0 and s[place + card] != team + 1:
            continue
        if agenda >= 0 and run.needs(s, order) > 0:
            weight = run.weight(s, agenda, order)
            cost += run.COST[order] if weight > INDIFFERENT else 0
            most += run.COST[order] if weight > 0 else 0
    budget = sum(
        run.left_in(s, purse) for purse, owner in enumerate(run.PURSE_TEAM) if owner == team
    )
    return Wants(budget, cost, most)


@lru_cache(maxsize=64)
def orders_of(program: Program, team: int) -> tuple[tuple[int, int], ...]:
    """Returns the orders that a team may ever give, each with its hand card's number or -1."""
    run, teams = program.run, len(program.teams)
    return tuple(
        (order, run.CARD[order])
        for order in range(len(program.orders))
        if run.PAYS[order * teams + team] >= 0
    )
