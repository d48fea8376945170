from __future__ import annotations

import ast

import pytest

from tests.kernel.games import FAIR, program_of
from wargame.kernel import words
from wargame.kernel.settled import settled
from wargame.kernel.setup import Setup, empty_state
from wargame.scenario.model import Formula

PROGRAM = program_of(FAIR)


@pytest.mark.parametrize(
    ("text", "on", "off"),
    [
        ("1 if switch.damp else 0", "1", "0"),
        ("1 if switch.damp and rot < 8 else 0", "1 if rot < 8 else 0", "0"),
        ("1 if rot < 8 or switch.damp else 0", "1", "1 if rot < 8 else 0"),
        ("1 if not switch.damp else 2", "2", "1"),
        (
            "1 if switch.damp and rot < 8 and unrest > 1 else 0",
            "1 if rot < 8 and unrest > 1 else 0",
            "0",
        ),
        ("max(0, rot - 1)", "max(0, rot - 1)", "max(0, rot - 1)"),
        ("1 if switch.feast and switch.damp else 0", "1", "0"),
    ],
)
def test_switches_are_settled(text: str, on: str, off: str) -> None:
    for setup, expected in ((Setup(), on), (Setup(off=("damp",)), off)):
        tree = ast.parse(text, mode="eval").body
        assert ast.unparse(settled(PROGRAM, tree, empty_state(PROGRAM, setup))) == expected


def test_people_are_not_told_of_switches_that_are_on() -> None:
    effect = Formula("unrest += 1 if switch.damp and rot < 8 else 0")
    title, condition = (words.title_of(PROGRAM, name) for name in ("unrest", "rot"))
    told = words.effect(PROGRAM, effect, empty_state(PROGRAM, Setup()))
    assert told == f"{title} +1 if {condition} below 8"
    assert "in play" in words.effect(PROGRAM, effect)
