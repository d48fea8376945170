from __future__ import annotations

import pytest

from tests.interop.games import IDS, question, rules_of
from tests.kernel.games import position, positions
from wargame.errors import DecisionMalformed
from wargame.interop.actions import Actions
from wargame.kernel import decisions as d
from wargame.kernel import legal
from wargame.kernel.play import step
from wargame.kernel.sight import glimpse


@pytest.mark.parametrize("id", IDS)
def test_legal_actions_are_the_legal_decisions_numbered(id: str) -> None:
    rules, asked = rules_of(id), 0
    program, actions = rules.program, rules.actions
    for s, _, _ in positions(id, 2)[::3]:
        for team, seat in enumerate(program.teams):
            numbers = actions.legal(s, team)
            assert numbers == sorted(set(numbers))
            assert all(0 <= number < actions.size for number in numbers)
            found = [actions.decision(s, seat, number) for number in numbers]
            assert set(found) == {
                made for made in legal.decisions(program, s, seat) if not isinstance(made, d.Recall)
            }
            assert [actions.number(s, made) for made in found] == numbers
            asked += len(numbers)
    assert asked > 100


@pytest.mark.parametrize("id", IDS)
def test_an_action_does_what_its_decision_does(id: str) -> None:
    rules = rules_of(id)
    program, actions = rules.program, rules.actions
    for s, _, _ in positions(id, 2)[::7]:
        for team, seat in enumerate(program.teams):
            for number in actions.legal(s, team)[::5]:
                after = s.copy()
                actions.take(after, team, number)
                program.run.settle(after, program.scratch())
                made = step(program, s, actions.decision(s, seat, number))
                # the step also passes over cards that are owed and not to be had
                if made[program.layout["WAIT"]] == after[program.layout["WAIT"]]:
                    assert after == made


def test_the_numbering_is_the_documented_one() -> None:
    rules = rules_of("river")
    actions, program = rules.actions, rules.program
    s = position("river", "orders")
    assert actions.levels == program.scenario.about.boosts + 1 == 2
    seat, order = program.teams[0], program.orders[3]
    assert actions.decision(s, seat, 3 * 2 + 1) == d.Order(seat, order, 1)
    assert actions.seal == len(program.orders) * 2
    assert actions.decision(s, seat, actions.seal) == d.Seal(seat)
    s = question("river")
    card = program.scenario.cards[program.cards[s[program.layout["WHAT"]]]]
    assert card.choice
    seat = program.teams[s[program.layout["WHO"]]]
    for k, option in enumerate(card.choice.options):
        assert actions.decision(s, seat, actions.seal + 1 + k) == d.Choose(seat, option)


def test_options_are_read_from_a_glimpse_too() -> None:
    rules, s = rules_of("river"), question("river")
    seat = rules.program.teams[s[rules.program.layout["WHO"]]]
    seen = glimpse(rules.program, s, seat)
    first = rules.actions.seal + 1
    assert rules.actions.decision(seen.slots, seat, first) == rules.actions.decision(s, seat, first)


@pytest.mark.parametrize("number", [-1, 53, 10**9])
def test_a_number_that_stands_for_nothing_is_refused(number: int) -> None:
    actions, s = rules_of("river").actions, position("river", "orders")
    with pytest.raises(DecisionMalformed, match=f"action {number} stands for nothing"):
        actions.decision(s, "averil", number)


@pytest.mark.parametrize(
    "made",
    [
        d.Recall("averil"),
        d.Answer("averil", 1, True),
        d.Order("averil", "no_such_move"),
        d.Order("averil", "open_gates", 7),
        d.Choose("averil", "anything"),
    ],
)
def test_a_decision_without_a_number_is_refused(made: d.Decision) -> None:
    actions: Actions = rules_of("river").actions
    with pytest.raises(DecisionMalformed, match="has no number for 'averil'"):
        actions.number(position("river", "orders"), made)
