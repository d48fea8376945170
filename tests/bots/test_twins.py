"""In every scenario that ships: two states equal to a seat give the same choice of a search bot."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from tests.kernel.games import SHIPPED, play, program_of
from wargame.bots import make
from wargame.kernel.node import does, node
from wargame.kernel.resample import resample
from wargame.kernel.setup import Setup, State
from wargame.kernel.sight import glimpse

WAYS = ["native", "cpython"]


def occasions(id: str, kind: str, count: int) -> Iterator[tuple[State, str]]:
    """Yields some states of a random game in which a seat decides or may talk, and the seat."""
    program, random = program_of(id), Random(7)
    met = []
    for state, _, _ in play(program, Setup(seed=7), random):
        waiting = node(program, state)
        if waiting.kind == kind and (kind != "phase" or does(program, state) == "talk"):
            seats = program.teams if kind == "phase" else waiting.seats
            met += [(state, seat) for seat in seats]
    yield from random.sample(met, min(count, len(met)))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("id", SHIPPED)
def test_search_bots_choose_alike_in_what_they_cannot_tell_apart(
    id: str, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if way == "cpython":
        monkeypatch.setenv("WARGAME_NATIVE", "0")
    program, random, altered = program_of(id), Random(1), 0
    for kind in ("orders", "phase", "choice"):
        for state, seat in occasions(id, kind, 3):
            seen = glimpse(program, state, seat)
            twin = resample(seen, random)
            assert glimpse(program, twin, seat) == seen
            altered += twin != state
            one, two = (make("search:12", seed=3) for _ in range(2))
            same = glimpse(program, twin, seat)
            if kind == "phase":
                assert one.talk(seen) == two.talk(same)
            else:
                assert one.decide(seen) == two.decide(same)
    assert altered > 3


@pytest.mark.parametrize("id", SHIPPED)
def test_search_bots_choose_alike_natively_and_in_cpython(
    id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, bot = program_of(id), make("search:12", seed=3)
    seen = [
        glimpse(program, state, seat)
        for kind in ("orders", "choice")
        for state, seat in occasions(id, kind, 3)
    ]
    native = [bot.decide(each) for each in seen]
    monkeypatch.setenv("WARGAME_NATIVE", "0")
    assert [bot.decide(each) for each in seen] == native
    assert native
