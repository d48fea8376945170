from __future__ import annotations

import pytest
from attrs import evolve

from tests.plain.views import view
from wargame.errors import UsageInvalid
from wargame.kernel.view import Addend, Change, Delta
from wargame.plain.why import why
from wargame.scenario.model import Claim, Scenario


def change(record: int, kind: str, title: str, **given: object) -> Change:
    fields: dict[str, object] = {
        "turn": 1,
        "team": "",
        "says": "It is printed so.",
        "deltas": (),
        "source": (),
        "voice": "design",
    }
    return Change(record=record, kind=kind, title=title, **{**fields, **given})  # type: ignore[arg-type]


@pytest.fixture
def scenario(river: Scenario) -> Scenario:
    claim = Claim(kind="claim", voice="article", text="Whoever holds the gate holds the valley.")
    return evolve(river, claims={"V1.1": claim})


HAPPENED = (
    change(
        3,
        "event",
        "Floods",
        deltas=(Delta(gauge="lake", title="Lake", before="4", after="6"),),
        source=("design",),
    ),
    change(4, "move", "Dig", team="north"),
    change(
        5,
        "outcome",
        "Dig",
        team="north",
        source=("V1.1",),
        faces=(4, 2),
        total=7,
        addends=(
            Addend(add=1, low=1, high=1, why="The gate is open", source=()),
            Addend(add=-1, low=-2, high=0, why="They may be arming", source=()),
            Addend(add=0, low=0, high=0, why="Nobody came", source=()),
        ),
        overruled="It rained.",
    ),
    change(5, "rule", "Mud"),
)


def test_the_last_decision_is_explained_in_full(scenario: Scenario) -> None:
    assert list(why(view(changes=HAPPENED), scenario)) == [
        "Outcome of North: Dig. It is printed so.",
        "The dice: 4 and 2, plus 1, total 7.",
        "Modifier plus 1: The gate is open.",
        "Modifier minus 1 (between minus 2 and plus 0): They may be arming.",
        "Modifier plus 1: The roll's limit, or what you cannot see.",
        "The facilitator overruled the dice: It rained.",
        "Nothing that you see on the board changed by it.",
        "Source V1.1 (article): Whoever holds the gate holds the valley.",
        "Rule: Mud. It is printed so.",
        "Nothing that you see on the board changed by it.",
    ]


def test_a_number_counts_back_from_the_last(scenario: Scenario) -> None:
    assert list(why(view(changes=HAPPENED), scenario, "4")) == [
        "Event: Floods. It is printed so.",
        "Lake: from 4 to 6, because of Floods.",
        "Source: design",
    ]
    (moved, nothing) = why(view(changes=HAPPENED), scenario, "3")
    assert moved.startswith("Move of North: Dig.")
    assert nothing.startswith("Nothing ")


@pytest.mark.parametrize("asked", ["0", "5", "-1", "x", "\u0663", "9" * 40])
def test_what_is_no_number_of_a_change_is_refused(asked: str, scenario: Scenario) -> None:
    with pytest.raises(UsageInvalid, match="no change of this turn"):
        list(why(view(changes=HAPPENED), scenario, asked))


def test_before_anything_has_changed_there_is_nothing_to_explain(scenario: Scenario) -> None:
    assert list(why(view(), scenario)) == ["Nothing has changed yet."]
    assert list(why(view(), scenario, "3")) == ["Nothing has changed yet."]
