"""Takes offers and their answers."""

from __future__ import annotations

from typing import Any

from wargame.errors import CapacityReached, DecisionMalformed
from wargame.kernel import decisions as d
from wargame.kernel.node import awaited, does
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.slots import NODES, OFFER_FIELDS
from wargame.kernel.steps.checks import refuse, require_unsealed, team_number
from wargame.language import tr
from wargame.text import nearest


def _talking(program: Program, s: State, team: int) -> None:
    kind = NODES[s[program.layout["WAIT"]]]
    if not (kind == "phase" and does(program, s) == "talk") and kind != "orders":
        raise refuse(
            tr("offers are made while teams talk or write orders"),
            tr("play waits for: {what}", what=awaited(kind)),
        )
    require_unsealed(program, s, team)


def offer(program: Program, run: Any, s: State, decision: d.Offer) -> None:
    layout, deals = program.layout, program.scenario.deals
    team, to = team_number(program, decision.team), team_number(program, decision.to)
    _talking(program, s, team)
    if team == to:
        message = tr("'{team}' cannot deal with itself", team=decision.team)
        raise refuse(message, tr("name another team"))
    latest = min(s[layout["TURN"]] + deals.longest, s[layout["LAST_TURN"]])
    for term, by, promiser in (
        (decision.give, decision.give_by, decision.team),
        (decision.want, decision.want_by, decision.to),
    ):
        if not term:
            continue
        terms = {id: t for id, t in program.scenario.terms.items() if t.by == promiser}
        if term not in terms:
            raise DecisionMalformed(
                tr(
                    "'{team}' cannot promise '{term}'{guess}",
                    team=promiser,
                    term=term,
                    guess=nearest(term, tuple(terms)),
                ),
                remedy=tr("one of: {known}", known=", ".join(terms)),
            )
        if not s[layout["TURN"]] <= by <= latest:
            raise refuse(
                tr("turn {turn} is no deadline for '{term}'", turn=by, term=term),
                tr("{first} to {last}", first=s[layout["TURN"]], last=latest),
            )
    for k in range(deals.limit):
        slot = layout["OFFER"] + k * OFFER_FIELDS
        if s[slot] in (layout["F_FREE"], layout["F_FINISHED"]):
            break
    else:
        raise CapacityReached(
            tr("{number} offers and deals stand already", number=deals.limit),
            remedy=tr("withdraw or answer one"),
        )
    ids = list(program.scenario.terms)
    s[slot : slot + OFFER_FIELDS] = [
        layout["F_OFFERED"],
        team,
        to,
        ids.index(decision.give) + 1 if decision.give else 0,
        decision.give_by,
        ids.index(decision.want) + 1 if decision.want else 0,
        decision.want_by,
        0,
        0,
    ]


def _open_offer(program: Program, s: State, number: int, party: int, field: int) -> int:
    """Returns the slot of an open offer in which `party` is the one that `field` names."""
    layout = program.layout
    slot = layout["OFFER"] + (number - 1) * OFFER_FIELDS
    known = 1 <= number <= program.scenario.deals.limit
    if not known or s[slot] != layout["F_OFFERED"] or s[slot + field] != party:
        message = tr("no open offer {number} is yours to decide", number=number)
        raise refuse(message, tr("see the offers"))
    return slot


def answer(program: Program, run: Any, s: State, decision: d.Answer) -> None:
    team = team_number(program, decision.team)
    _talking(program, s, team)
    slot = _open_offer(program, s, decision.offer, team, 2)
    if not decision.accept:
        run.clear_offer(s, slot)
        return
    layout = program.layout
    for party in (s[slot + 1], s[slot + 2]):
        purse = run.FIRST_PURSE[party]
        if s[layout["PURSE"] + purse] - s[layout["SPENT"] + purse] < layout["STAKE"]:
            raise refuse(
                tr(
                    "'{team}' cannot put up the stake of {stake}",
                    team=program.teams[party],
                    stake=layout["STAKE"],
                ),
                tr("keep a point back, or recall orders"),
            )
    run.strike(s, decision.offer - 1)


def withdraw(program: Program, run: Any, s: State, decision: d.Withdraw) -> None:
    team = team_number(program, decision.team)
    _talking(program, s, team)
    run.clear_offer(s, _open_offer(program, s, decision.offer, team, 1))
