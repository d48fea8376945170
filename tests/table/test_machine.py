from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest

from tests.table.conftest import finish, reach, river, run, sit
from wargame.errors import DecisionIllegal, DecisionMalformed, PhaseRefused
from wargame.kernel.decisions import Advance, seat_of
from wargame.kernel.legal import decisions
from wargame.kernel.node import node, phase_of
from wargame.kernel.notation import parse
from wargame.kernel.play import begin, chance
from wargame.kernel.program import build
from wargame.kernel.setup import Setup
from wargame.table.machine import (
    AT_ANY_NODE,
    AT_NODE,
    CHANCE_VERBS,
    FACILITATOR_VERBS,
    OVER,
    SET_UP,
    Turn,
    turn_machine,
    verb,
)

PHASES = tuple((id, phase.does) for id, phase in river().phases.items())


class Desk:
    """Notes what the machine asks of its session."""

    def __init__(self, seed: int = 1) -> None:
        self.program = build(river())
        self.written: list[str] = []
        self.entered: list[str] = []
        self.failure: Exception | None = None
        state = begin(self.program, Setup(seed=seed))
        self.turn = Turn(self.program, state, write=self.write, enter=self.entered.append)

    def write(self, decision: object, state: list[int]) -> None:
        if self.failure:
            raise self.failure
        self.written.append(str(decision))
        # nothing has changed yet when the decision goes to disk
        assert self.turn.state is not state

    def reach(self, phase: str) -> None:
        """Plays on to a phase; every question is answered with its first option."""
        while self.turn.phase != phase or node(self.program, self.turn.state).kind == "card":
            waiting = node(self.program, self.turn.state)
            self.turn.play(decisions(self.program, self.turn.state, waiting.seats[0])[0])


def test_one_machine_serves_every_game_of_a_ruleset() -> None:
    first, second = Desk(), Desk(seed=2)
    machine = turn_machine(PHASES)
    assert {first.turn, second.turn} <= set(machine.models)
    first.reach("dawn")
    assert (first.turn.phase, second.turn.phase) == ("dawn", SET_UP)
    first.turn.leave()
    second.turn.leave()
    assert not {first.turn, second.turn} & set(machine.models)


def test_the_phase_is_the_slot_of_the_state() -> None:
    desk = Desk()
    other = Desk()
    desk.reach("dawn")
    other.turn.state = desk.turn.state
    assert other.turn.phase == phase_of(desk.program, desk.turn.state) == "dawn"
    with pytest.raises(ValueError, match="the kernel is in 'dawn', not in 'dusk'"):
        other.turn.phase = "dusk"


def test_a_refused_action_names_the_phase_and_what_it_allows() -> None:
    desk = Desk()
    with pytest.raises(PhaseRefused) as caught:
        desk.turn.play(parse("advance"))
    assert str(caught.value) == "'advance' is not possible in the set-up (now: rule, inject)"
    desk.reach("dusk")
    with pytest.raises(PhaseRefused) as caught:
        desk.turn.play(parse("seal averil"))
    assert str(caught.value) == (
        "'seal' is not possible in Dusk (now: nothing for averil; play waits for facilitator)"
    )
    desk.reach("parley")
    with pytest.raises(PhaseRefused) as caught:
        desk.turn.play(parse("order averil run_turbines"))
    assert caught.value.remedy == "now: offer, answer, withdraw"
    desk.turn.play(Advance())
    with pytest.raises(PhaseRefused) as caught:
        desk.turn.play(parse("choose averil accept"))
    assert caught.value.remedy == "now: order, argue, seal, recall, offer, answer, withdraw"
    desk.turn.play(parse("seal averil"))
    assert desk.turn.actions("averil") == ("recall",)
    assert desk.turn.actions("chance") == ()


def test_what_the_rules_refuse_is_the_kernels_to_say() -> None:
    desk = Desk()
    desk.reach("counsel")
    before = desk.turn.state
    with pytest.raises(DecisionIllegal) as caught:
        desk.turn.play(parse("order averil dig_wells"))
    assert not isinstance(caught.value, PhaseRefused)
    assert desk.turn.state is before


def test_what_cannot_be_written_does_not_happen() -> None:
    desk = Desk()
    desk.failure = OSError("full")
    before = desk.turn.state
    with pytest.raises(OSError, match="full"):
        desk.turn.play(chance(desk.program, before))
    assert desk.turn.state is before
    assert desk.entered == []
    desk.failure = None
    desk.reach("dawn")
    assert desk.turn.phase == "dawn"


@pytest.mark.parametrize("seed", range(6))
def test_whatever_the_kernel_allows_the_machine_allows(seed: int) -> None:
    desk, pick = Desk(seed), random.Random(seed)
    phases = []
    while desk.turn.phase != OVER:
        phases.append(desk.turn.phase)
        seats = ("averil", "ossany", "facilitator", "chance")
        possible = [(s, d) for s in seats for d in decisions(desk.program, desk.turn.state, s)]
        assert all(verb(decision) in desk.turn.actions(seat) for seat, decision in possible)
        desk.turn.play(pick.choice(possible)[1])
    begun = [phase for before, phase in pairwise(phases) if phase != before]
    assert desk.entered == [*begun, OVER]
    assert all(desk.turn.actions(seat) == () for seat in ("averil", "facilitator", "chance"))
    with pytest.raises(PhaseRefused, match="an ended game"):
        desk.turn.play(Advance())


def test_a_closed_game_leaves_the_machine(tmp_path: Path) -> None:
    machine = turn_machine(PHASES)
    before = len(machine.models)
    with sit(tmp_path) as session:
        assert len(machine.models) == before + 1
        reach(session, "counsel")
    assert len(machine.models) == before
    session.close()


def test_the_room_is_told_the_head_at_each_reveal_and_at_the_end(tmp_path: Path) -> None:
    with sit(tmp_path, preset="short") as session:
        finish(session)
        assert run(session) == 0
        told = [m for m in session.client("public").view().messages if m.sender == "public"]
        assert [message.turn for message in told] == [1, 2, 2]
        hashes = [record.hash for record in session.course.records]
        for message in told:
            mentioned = message.text.split()[-1].rstrip(".")
            assert any(found.startswith(mentioned) for found in hashes)


def test_every_decision_of_the_notation_is_some_seats_in_some_phase() -> None:
    with pytest.raises(DecisionMalformed) as caught:
        parse("nothing")
    verbs = set(caught.value.remedy.removeprefix("one of: ").split(", "))
    assert set(turn_machine(PHASES).events) == verbs
    taken = {v for kind in AT_NODE.values() for v in kind} | set(AT_ANY_NODE)
    assert taken == verbs
    assert set(CHANCE_VERBS + FACILITATOR_VERBS) < verbs
    for word, seat in (("roll 1", "chance"), ("accept", "facilitator"), ("seal averil", "averil")):
        assert seat_of(parse(word)) == seat
