"""How scores may end: by what the seat sees, the same each time, and it can be stopped."""

from __future__ import annotations

import pytest

from tests.analysis.planted import TEAM, last_turn_with, scored_by
from wargame.analysis.finals import finals
from wargame.kernel.program import build
from wargame.kernel.sight import glimpse, hidden
from wargame.kernel.view import FACILITATOR, PUBLIC

ORDER = "flush_mud"


@pytest.fixture(autouse=True)
def _interpreted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARGAME_NATIVE", "0")


@pytest.mark.parametrize("seat", [TEAM, FACILITATOR, PUBLIC])
def test_what_is_certain_is_no_spread(seat: str) -> None:
    program = build(scored_by("6", always="2"))
    first, second = finals(glimpse(program, last_turn_with(program, ORDER).state, seat), games=9)
    assert (first.mean, first.half, sum(first.counts)) == (6, (6, 6), 9)
    assert (second.mean, second.half) == (2, (2, 2))


def test_the_same_glimpse_gives_the_same_spread_whatever_it_does_not_show() -> None:
    program = build(scored_by("min(10, harvest)"))
    state = last_turn_with(program, ORDER).state
    other = list(state)
    other[program.layout["SEED_B"]] ^= 99
    slot = program.layout["AGENDA"] + 1
    assert slot in hidden(program, state, TEAM)
    other[slot] = 3 - state[slot]
    seen = [finals(glimpse(program, s, TEAM), games=20) for s in (state, other)]
    assert seen[0] == seen[1]


def test_it_can_be_stopped() -> None:
    program = build(scored_by("6"))
    seen = glimpse(program, last_turn_with(program, ORDER).state, TEAM)
    assert finals(seen, go_on=lambda done, whole: done < 3) == ()
