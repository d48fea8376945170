"""A team's opening: how its orders are weighed before its agenda shows."""

from __future__ import annotations

from attrs import evolve

from wargame.kernel.play import begin
from wargame.kernel.program import build
from wargame.kernel.setup import Setup
from wargame.scenario.load import load_scenario
from wargame.scenario.model import Formula, Opening

TURNS = 3


def test_an_opening_weighs_the_orders_that_it_names_in_its_turns_alone() -> None:
    plain = load_scenario("river")
    team = next(iter(plain.teams))
    order, *others = (id for id, move in plain.moves.items() if move.by == team)
    opening = Opening(turns=TURNS, doctrine={order: Formula("90 + turn")})
    program = build(
        evolve(plain, teams={**plain.teams, team: evolve(plain.teams[team], opening=opening)})
    )
    usual, turn = build(plain), program.layout["TURN"]
    for now in range(1, TURNS + 3):
        s, t = begin(program, Setup(seed=1)), begin(usual, Setup(seed=1))
        s[turn] = t[turn] = now
        for agenda in range(len(plain.agendas)):
            own = list(plain.agendas.values())[agenda].by == team
            named, unnamed = program.order_number[order], program.order_number[others[0]]
            expected = 90 + now if own and now <= TURNS else usual.run.weight(t, agenda, named)
            assert program.run.weight(s, agenda, named) == expected
            assert program.run.weight(s, agenda, unnamed) == usual.run.weight(t, agenda, unnamed)
