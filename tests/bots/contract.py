"""What every bot has to hold to; each bot's tests subclass `BotContract`."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from tests.bots.course import COUNTRYSIDE, seats_to_decide, states_of_a_game
from wargame.bots import Bot, make
from wargame.kernel.decisions import Answer, Offer, Seal, seat_of
from wargame.kernel.legal import decisions
from wargame.kernel.play import step
from wargame.kernel.resample import resample
from wargame.kernel.setup import State
from wargame.kernel.sight import glimpse

SEEDS = range(3)


class BotContract:
    """Holds a bot to its interface, at every node of whole games."""

    name = ""

    def bot(self, seed: int = 1) -> Bot:
        return make(self.name, seed=seed)

    def occasions(self, seed: int) -> Iterator[tuple[State, str]]:
        """Yields the states of a game in which a seat has to decide, with that seat."""
        for state in states_of_a_game(seed, self.bot):
            for seat in seats_to_decide(state):
                yield state, seat

    def test_goes_by_its_name(self) -> None:
        assert self.bot().name == self.name

    @pytest.mark.parametrize("seed", SEEDS)
    def test_decides_legally_and_for_its_own_seat(self, seed: int) -> None:
        asked = 0
        for state, seat in self.occasions(seed):
            decision = self.bot().decide(glimpse(COUNTRYSIDE, state, seat))
            assert decision in decisions(COUNTRYSIDE, state, seat)
            assert seat_of(decision) == seat
            asked += 1
        assert asked > 10

    @pytest.mark.parametrize("seed", SEEDS)
    def test_comes_to_seal(self, seed: int) -> None:
        state, seat = next(
            (state, seat)
            for state, seat in self.occasions(seed)
            if Seal(seat) in decisions(COUNTRYSIDE, state, seat)
        )
        about = COUNTRYSIDE.scenario.about
        bot = self.bot()
        for _ in range(about.orders + about.arguments + 1):
            decision = bot.decide(glimpse(COUNTRYSIDE, state, seat))
            state = step(COUNTRYSIDE, state, decision)
            if decision == Seal(seat):
                return
        pytest.fail("it gave more orders than there is room for")

    @pytest.mark.parametrize("seed", SEEDS)
    def test_says_only_what_the_rules_allow(self, seed: int) -> None:
        for state in states_of_a_game(seed, self.bot, talk=False):
            for seat in COUNTRYSIDE.teams:
                after = state
                for said in self.bot().talk(glimpse(COUNTRYSIDE, state, seat)):
                    assert isinstance(said, Offer | Answer)
                    assert seat_of(said) == seat
                    after = step(COUNTRYSIDE, after, said)

    def test_repeats_no_offer_within_a_turn(self) -> None:
        for state in states_of_a_game(0, self.bot, talk=False):
            for seat in COUNTRYSIDE.teams:
                bot, seen = self.bot(), glimpse(COUNTRYSIDE, state, seat)
                said = [decision for _ in range(4) for decision in bot.talk(seen)]
                offers = [decision for decision in said if isinstance(decision, Offer)]
                assert len(offers) == len(set(offers))

    @pytest.mark.parametrize("seed", SEEDS)
    def test_the_same_seed_and_glimpse_give_the_same_decision(self, seed: int) -> None:
        for state, seat in self.occasions(seed):
            seen = glimpse(COUNTRYSIDE, state, seat)
            assert self.bot().decide(seen) == self.bot().decide(seen)
            assert self.bot().talk(seen) == self.bot().talk(seen)

    @pytest.mark.parametrize("seed", SEEDS)
    def test_what_it_was_asked_before_changes_nothing(self, seed: int) -> None:
        asked = [glimpse(COUNTRYSIDE, state, seat) for state, seat in self.occasions(seed)]
        one, other = self.bot(), self.bot()
        # what it says may remember what it has offered in the turn; what it decides may not
        forwards = [one.decide(seen) for seen in asked]
        backwards = [other.decide(seen) for seen in reversed(asked)]
        assert forwards == backwards[::-1]

    @pytest.mark.parametrize("seed", SEEDS)
    def test_what_it_does_not_see_changes_nothing(self, seed: int) -> None:
        random, altered = Random(seed), 0
        for state, seat in self.occasions(seed):
            # asked while this is the state of play, so that a bot that could look at it would
            seen = glimpse(COUNTRYSIDE, state, seat)
            decided, said = self.bot().decide(seen), self.bot().talk(seen)
            other = resample(seen, random)
            twin = glimpse(COUNTRYSIDE, other, seat)
            assert twin == seen
            altered += other != state
            assert self.bot().decide(twin) == decided
            assert self.bot().talk(twin) == said
        assert altered > 10
