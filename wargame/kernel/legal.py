"""Legal decisions: everything that a seat could decide at this node, as records."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.kernel import decisions as d
from wargame.kernel.node import CHANCE, boosts, does, node
from wargame.kernel.play import chance
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.view import FACILITATOR


def decisions(program: Program, state: State, seat: str) -> tuple[d.Decision, ...]:
    """Returns the legal decisions of a seat: a team's id, `facilitator` or `chance`.

    Free text, offers, rulings and injects are outside the count; chance has the engine's draw.
    """
    return tuple(_decisions(program, state, seat))


def _decisions(program: Program, state: State, seat: str) -> Iterator[d.Decision]:
    waiting = node(program, state)
    if seat == CHANCE and seat in waiting.seats:
        yield chance(program, state)
    elif seat == FACILITATOR:
        if waiting.kind in ("phase", "orders"):
            yield d.Advance()
        if waiting.kind == "ruling":
            yield d.Accept()
    elif waiting.kind == "choice" and seat in waiting.seats:
        card = program.scenario.cards[program.cards[state[program.layout["WHAT"]]]]
        yield from (
            d.Choose(seat, option) for option in (card.choice.options if card.choice else ())
        )
    elif waiting.kind == "orders" and seat in waiting.seats:
        team = program.teams.index(seat)
        out = program.scratch()
        for number in out[: program.run.legal(state, team, out)]:
            for points in range(boosts(program, state, team, number) + 1):
                yield d.Order(seat, program.orders[number], points)
        yield d.Seal(seat)
    if (
        seat in program.teams
        and does(program, state) == "orders"
        and waiting.kind in ("orders", "phase")
    ):
        yield d.Recall(seat)
