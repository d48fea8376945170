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
    _require_stake(program, run, s, team)
    slot = _free_place(program, s, team)
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
    run.set_stakes(s)


def _free_place(program: Program, s: State, team: int) -> int:
    """Returns the first free slots for an offer; there are some for all that all teams may make."""
    layout, limit = program.layout, program.scenario.deals.limit
    first, last = layout["OFFER"], layout["OFFER"] + layout["OFFERS"] * OFFER_FIELDS
    slots = range(first, last, OFFER_FIELDS)
    standing = [slot for slot in slots if s[slot] != layout["F_FREE"]]
    if sum(s[slot + 1] == team for slot in standing) >= limit:
        raise CapacityReached(
            tr(
                "{number} offers and deals of '{team}' stand already",
                number=limit,
                team=program.teams[team],
            ),
            remedy=tr("withdraw one, or wait for the next turn"),
        )
    return next(slot for slot in slots if slot not in standing)


def _require_stake(program: Program, run: Any, s: State, team: int) -> None:
    stake = program.layout["STAKE"]
    if run.left_in(s, run.FIRST_PURSE[team]) < stake:
        raise refuse(
            tr(
                "'{team}' cannot put up the stake of {stake}", team=program.teams[team], stake=stake
            ),
            tr("keep a point back, or recall orders"),
        )


def _open_offer(program: Program, s: State, number: int, party: int, field: int) -> int:
    """Returns the slot of an open offer in which `party` is the one that `field` names."""
    layout = program.layout
    slot = layout["OFFER"] + (number - 1) * OFFER_FIELDS
    known = 1 <= number <= layout["OFFERS"]
    if not known or s[slot] != layout["F_OFFERED"] or s[slot + field] != party:
        message = tr("no open offer {number} is yours to decide", number=number)
        raise refuse(message, tr("see the offers"))
    return slot


def answer(program: Program, run: Any, s: State, decision: d.Answer) -> None:
    team = team_number(program, decision.team)
    _talking(program, s, team)
    slot = _open_offer(program, s, decision.offer, team, 2)
    if decision.accept:
        _require_stake(program, run, s, team)
        run.strike(s, decision.offer - 1)
    else:
        _clear(run, s, slot)


def withdraw(program: Program, run: Any, s: State, decision: d.Withdraw) -> None:
    team = team_number(program, decision.team)
    _talking(program, s, team)
    _clear(run, s, _open_offer(program, s, decision.offer, team, 1))


def _clear(run: Any, s: State, slot: int) -> None:
    run.clear_offer(s, slot)
    run.set_stakes(s)
