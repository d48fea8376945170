"""Sets of choices in several ints: a team may have more orders than an int has bits."""

from __future__ import annotations

import pytest

from tests.kernel.games import program_of
from wargame.kernel import choices, generate, slots
from wargame.kernel.program import Program, build
from wargame.kernel.setup import Setup, empty_state

RIVER = program_of("river")


def _played(program: Program, policy: int) -> list[int]:
    hashes = []
    for seed in range(12):
        s = empty_state(program, Setup())
        s[program.layout["SEED_B"]] = seed
        program.run.playout(s, program.scratch(), policy, 0)
        hashes.append(program.run.state_hash(s))
    return hashes


@pytest.mark.parametrize("policy", [0, -1])
def test_games_are_the_same_with_ints_of_three_bits(
    monkeypatch: pytest.MonkeyPatch, policy: int
) -> None:
    for module in (choices, generate, slots):
        monkeypatch.setattr(module, "WORD", 3)
    for module in (choices, slots):
        monkeypatch.setattr(module, "ALL_BITS", 7)
    narrow = build(RIVER.scenario)
    assert narrow.layout["WORDS"] > 1
    assert _played(narrow, policy) == _played(RIVER, policy)
