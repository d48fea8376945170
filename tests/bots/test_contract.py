"""The contract itself: bots that peek, or go by anything but what they see, do not hold to it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest
from attrs import define

from tests.bots import contract
from tests.bots.contract import BotContract
from wargame.bots import Bot
from wargame.kernel.decisions import Choose, Decision, Order, Seal
from wargame.kernel.legal import decisions
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.sight import Glimpse, glimpse, imagine

Clue = Callable[[Glimpse], int]


@define
class Planted:
    """Is a bot that goes by a clue: the decision whose number it is, among those it can make."""

    clue: Clue
    name: str = "planted"

    def decide(self, seen: Glimpse) -> Decision:
        legal = decisions(seen.program, imagine(seen), seen.seat)
        known = [decision for decision in legal if isinstance(decision, Order | Seal | Choose)]
        return known[self.clue(seen) % len(known)]

    def talk(self, seen: Glimpse) -> tuple[Decision, ...]:
        return ()


class Held(BotContract):
    """Holds planted bots to the contract; `clue` makes the clue of a new bot."""

    def __init__(self, clue: Callable[[], Clue]) -> None:
        self.clue = clue

    def bot(self, seed: int = 1) -> Bot:
        return Planted(self.clue())


def by_what_is_seen() -> Clue:
    return lambda seen: sum(seen.slots)


def keeps(held: BotContract) -> list[str]:
    """Returns the tests of what a bot goes by that it passes."""
    passed = []
    for test in (
        BotContract.test_the_same_seed_and_glimpse_give_the_same_decision,
        BotContract.test_what_it_was_asked_before_changes_nothing,
        BotContract.test_what_it_does_not_see_changes_nothing,
    ):
        try:
            test(held, 0)
        except AssertionError:
            continue
        passed.append(test.__name__.removeprefix("test_"))
    return passed


SAME = "the_same_seed_and_glimpse_give_the_same_decision"
BEFORE = "what_it_was_asked_before_changes_nothing"
UNSEEN = "what_it_does_not_see_changes_nothing"


def test_a_bot_that_goes_by_what_it_sees_keeps_the_contract() -> None:
    assert keeps(Held(by_what_is_seen)) == [SAME, BEFORE, UNSEEN]


@pytest.mark.parametrize("area", ["AGENDA", "SEED_B", "PLACE", "ORDER"])
def test_a_bot_that_looks_at_the_state_of_play_is_caught(
    area: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has the state itself, by whatever way: here the last one that anybody had a glimpse of."""
    looked_at: list[State] = [[]]

    def spied(program: Program, state: State, seat: str) -> Glimpse:
        looked_at[0] = state
        return glimpse(program, state, seat)

    def by_the_truth(seen: Glimpse) -> int:
        layout = seen.program.layout
        first = layout[area]
        sizes = {"AGENDA": len(seen.program.teams), "SEED_B": 1}
        size = sizes.get(area, 8)
        return sum(looked_at[0][first : first + size])

    monkeypatch.setattr(contract, "glimpse", spied)
    assert UNSEEN not in keeps(Held(lambda: by_the_truth))


def test_a_bot_that_goes_by_the_clock_is_caught() -> None:
    clock = count()
    assert keeps(Held(lambda: lambda seen: next(clock) // 2)) == []


def test_a_bot_that_goes_by_how_often_it_was_asked_is_caught() -> None:
    def counting() -> Clue:
        asked = count()
        return lambda seen: next(asked)

    assert BEFORE not in keeps(Held(counting))
