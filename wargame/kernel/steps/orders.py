"""Takes orders: given, sealed, taken back."""

from __future__ import annotations

from typing import Any

from wargame.errors import CapacityReached, DecisionMalformed
from wargame.kernel import decisions as d
from wargame.kernel.node import boosts, can_argue, does
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.slots import NODES
from wargame.kernel.steps.checks import refuse, require, require_unsealed, team_number
from wargame.language import marked, tr
from wargame.text import nearest


def _ordering(program: Program, s: State, team: int) -> None:
    if does(program, s) != "orders":
        raise refuse(tr("orders are not given now"), tr("wait for the phase of orders"))
    require_unsealed(program, s, team)
    require(program, s, "orders", marked("giving orders"))


def order(program: Program, run: Any, s: State, decision: d.Order) -> None:
    team = team_number(program, decision.team)
    _ordering(program, s, team)
    if decision.order not in program.order_number:
        raise DecisionMalformed(
            tr(
                "no move or card '{order}'{guess}",
                order=decision.order,
                guess=nearest(decision.order, program.orders),
            ),
            remedy=tr("see the options"),
        )
    out = program.scratch()
    number = program.order_number[decision.order]
    possible = out[: run.legal(s, team, out)]
    if number not in possible:
        orders = ", ".join(program.orders[i] for i in possible)
        raise refuse(
            tr("'{order}' cannot be ordered now", order=decision.order),
            tr("possible: {orders}", orders=orders or tr("nothing, seal")),
        )
    spare = boosts(program, s, team, number)
    if not 0 <= decision.boost <= spare:
        sentence = marked("a boost of {boost} on '{order}'")
        raise refuse(
            tr(sentence, boost=decision.boost, order=decision.order),
            tr("at most {number}", number=spare),
        )
    run.place_order(s, team, number, decision.boost)


def argue(program: Program, run: Any, s: State, decision: d.Argue) -> None:
    team = team_number(program, decision.team)
    _ordering(program, s, team)
    if not can_argue(program, s, team):
        raise CapacityReached(
            tr("'{team}' has made its argument this turn", team=decision.team),
            remedy=tr("recall it first"),
        )
    run.place_order(s, team, program.layout["FREE"], 0)


def seal(program: Program, run: Any, s: State, decision: d.Seal) -> None:
    team = team_number(program, decision.team)
    _ordering(program, s, team)
    run.seal(s, team)


def recall(program: Program, run: Any, s: State, decision: d.Recall) -> None:
    team = team_number(program, decision.team)
    if does(program, s) != "orders" or NODES[s[program.layout["WAIT"]]] not in ("orders", "phase"):
        raise refuse(tr("orders can be taken back until the reveal only"), tr("play on"))
    run.recall(s, team)
