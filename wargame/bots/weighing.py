"""How the search bot judges deals: by playing the same worlds on with a deal and without it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from attrs import frozen

from wargame.bots.bargains import Bargain
from wargame.bots.beliefs import beliefs
from wargame.bots.haggling import prospects
from wargame.bots.standpoint import Standpoint
from wargame.kernel.decisions import Offer
from wargame.kernel.resample import Unknown
from wargame.native import fastest

CANDIDATES = 6
"""How many offers are weighed: those from which the doctrine expects most."""

MARGIN = 10
"""What a deal must bring to be accepted, in hundredths of a point: who proposed it knew more."""


@frozen
class Weighing:
    """Weighs deals over so many worlds each."""

    worlds: int

    def accepts(self, here: Standpoint, offered: Bargain) -> bool:
        """Returns whether the seat gains from an offer that is made to it."""
        give, want = offered.give, offered.want
        deal = (give.by, give.to, give.term + 1, give.due, want.term + 1, want.due)
        return self._gains(here, _unknown(here), deal)[here.team] > MARGIN * self.worlds

    def best_offer(self, here: Standpoint) -> Offer | None:
        """Returns the offer that brings most, among those from which the other gains too."""
        best, most = None, 0
        unknown = _unknown(here)
        for prospect in islice(prospects(here), CANDIDATES):
            offer = prospect.offer
            gains = self._gains(here, unknown, _numbers(here, offer))
            if gains[here.program.teams.index(offer.to)] > 0 and gains[here.team] > most:
                best, most = offer, gains[here.team]
        return best

    def _gains(self, here: Standpoint, unknown: Unknown, deal: tuple[int, ...]) -> Sequence[int]:
        """Returns what a deal changes for each team, summed over the worlds."""
        program = here.program
        run, lists = fastest(program)
        gains = lists([0] * len(program.teams))
        run.weigh_deal(
            gains,
            lists(list(deal)),
            lists([0] * program.layout.size),
            lists(program.scratch()),
            *(lists(numbers) for numbers in unknown.lists),
            here.random.getrandbits(32),
            here.random.getrandbits(32),
            self.worlds,
        )
        found: Sequence[int] = gains
        return found


def _unknown(here: Standpoint) -> Unknown:
    return Unknown.of(here.seen, beliefs(here))


def _numbers(here: Standpoint, offer: Offer) -> tuple[int, ...]:
    teams, terms = here.program.teams, list(here.program.scenario.terms)
    return (
        teams.index(offer.team),
        teams.index(offer.to),
        terms.index(offer.give) + 1,
        offer.give_by,
        terms.index(offer.want) + 1,
        offer.want_by,
    )
