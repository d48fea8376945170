"""Takes orders: given, sealed, taken back."""

from __future__ import annotations

from typing import Any

from wargame.errors import CapacityReached, DecisionMalformed
from wargame.kernel import decisions as d
from wargame.kernel.node import boosts, can_argue, does
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.slots import NODES
from wargame.kernel.steps.checks import refuse, require, team_number
from wargame.text import nearest


def _ordering(program: Program, s: State, team: int) -> None:
    if does(program, s) != "orders":
        raise refuse("orders are not given now", "wait for the phase of orders")
    if s[program.layout["SEALED"] + team]:
        raise refuse(f"'{program.teams[team]}' has sealed its orders", "recall them first")
    require(program, s, "orders", "giving orders")


def order(program: Program, run: Any, s: State, decision: d.Order) -> None:
    team = team_number(program, decision.team)
    _ordering(program, s, team)
    if decision.order not in program.order_number:
        raise DecisionMalformed(
            f"no move or card '{decision.order}'{nearest(decision.order, program.orders)}",
            remedy="see the options",
        )
    out = program.scratch()
    number = program.order_number[decision.order]
    possible = out[: run.legal(s, team, out)]
    if number not in possible:
        raise refuse(
            f"'{decision.order}' cannot be ordered now",
            "possible: " + (", ".join(program.orders[i] for i in possible) or "nothing, seal"),
        )
    spare = boosts(program, s, team, number)
    if not 0 <= decision.boost <= spare:
        raise refuse(f"a boost of {decision.boost} on '{decision.order}'", f"at most {spare}")
    run.place_order(s, team, number, decision.boost)


def argue(program: Program, run: Any, s: State, decision: d.Argue) -> None:
    team = team_number(program, decision.team)
    _ordering(program, s, team)
    if not can_argue(program, s, team):
        raise CapacityReached(
            f"'{decision.team}' has made its argument this turn", remedy="recall it first"
        )
    run.place_order(s, team, program.layout["FREE"], 0)


def seal(program: Program, run: Any, s: State, decision: d.Seal) -> None:
    team = team_number(program, decision.team)
    _ordering(program, s, team)
    run.seal(s, team)


def recall(program: Program, run: Any, s: State, decision: d.Recall) -> None:
    team = team_number(program, decision.team)
    if does(program, s) != "orders" or NODES[s[program.layout["WAIT"]]] not in ("orders", "phase"):
        raise refuse("orders can be taken back until the reveal only", "play on")
    run.recall(s, team)
