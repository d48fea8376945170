"""The page of sources: everything that cites a statement, in words."""

from __future__ import annotations

import pytest
from attrs import evolve

from wargame.cli import run
from wargame.kernel.program import Program, build
from wargame.report.sources import carriers, sources
from wargame.scenario.load import load_scenario
from wargame.scenario.model import Claim, Scenario

CLAIM = "X1"


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load_scenario("s400")


@pytest.fixture(scope="module")
def program(scenario: Scenario) -> Program:
    return build(scenario)


def told(program: Program, claim: str, path: str) -> str:
    """Returns the line about one carrier of a statement."""
    return next(str(c) for c in carriers(program)[claim] if "/".join(c.path) == path)


def test_every_statement_and_everything_that_cites_it_is_on_the_page(program: Program) -> None:
    page, cited = sources(program), carriers(program)
    for id, claim in program.scenario.claims.items():
        part = page.split(f"\n## {id}\n")[1].split("\n## ")[0]
        assert claim.text in part
        assert part.count("\n- ") == len(cited[id]) > 0


def test_a_statement_that_nothing_cites_has_no_carrier(scenario: Scenario) -> None:
    bare = {CLAIM: Claim(kind="event", voice="fact", text="Nobody says so.")}
    program = build(evolve(scenario, claims={**scenario.claims, **bare}))
    assert carriers(program)[CLAIM] == ()
    assert sources(program).endswith("in the voice *fact*.\n\n")


def test_a_move_says_what_it_costs_needs_and_does(program: Program) -> None:
    line = told(program, "C4.1", "moves/audit_system")
    assert "**Move of Ankara: Audit the system**" in line
    assert "Ordered for 1 point, if The S-400 at least Stored in crates" in line
    assert "Vulnerability to Russia −1" in line


def test_a_modifier_names_its_move_and_what_it_adds(program: Program) -> None:
    line = told(program, "C4.5", "moves/reassure/modifiers/3")
    assert "**Modifier of Reassure Ankara: A Russian system stands in the way**" in line
    assert "Adds −1 if The S-400 is Active" in line


def test_cards_say_how_they_come_to_the_table(program: Program) -> None:
    assert "Happens by itself as soon as turn is 1" in told(program, "E1.1", "cards/istanbul_rerun")
    assert "Drawn from the pile" in told(program, "D3.1", "cards/two_ministers")
    hand = told(program, "D3.1", "cards/names_on_a_list")
    assert "**Hand card of Washington: Names on a list**" in hand
    assert "Dealt to a hand; ordered for 1 point" in hand
    argued = told(program, "E2.2", "cards/case_against_sanctions")
    assert "Argument card of Ankara and Moscow" in argued


def test_a_question_is_told_with_what_each_answer_does(program: Program) -> None:
    line = told(program, "B1.2", "cards/three_reasons")
    assert "Ankara is asked: Which reason does the spokesman put first?" in line
    assert line.count("; or ") == 2


def test_rules_clashes_promises_and_endings_say_when(program: Program) -> None:
    assert "By itself in End of turn, if" in told(program, "D4.6", "rules/no_precedent")
    clash = told(program, "C2.1", "clashes/shipped_and_delayed")
    assert "when Ship the system and Put delivery off are ordered in the same turn" in clash
    assert "Ship the system comes to nothing" in clash
    assert "Broken as soon as" in told(program, "D4.2", "terms/keep_aircraft")
    assert "Kept as soon as" in told(program, "D1.1", "terms/waiver")
    assert "Judged after any turn, if Notice given" in told(program, "A1.3", "endings/notice_given")


def test_the_board_says_who_sees_it(program: Program) -> None:
    assert "seen by the facilitator alone" in told(program, "A2.4", "tracks/real")
    assert "seen live by Moscow" in told(program, "C4.1", "tracks/vulnerability")
    assert "seen by all" in told(program, "S2.1", "ladders/s400")


def test_the_command_prints_the_page(program: Program, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sources", "s400"]) == 0
    assert capsys.readouterr().out == sources(program)
