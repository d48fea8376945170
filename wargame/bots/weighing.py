"""How the search bot judges deals: by what they change in games that are played on."""

from __future__ import annotations

from itertools import islice

from attrs import frozen

from wargame.bots.bargains import Bargain
from wargame.bots.haggling import prospects
from wargame.bots.halving import halve
from wargame.bots.scales import Deal, Scales
from wargame.bots.standpoint import Standpoint
from wargame.kernel.decisions import Offer

CANDIDATES = 6
"""How many offers are weighed: those from which the doctrine expects most."""

MARGIN = 10
"""What a deal must bring to be accepted, in hundredths of a point: who proposed it knew more."""

REFUSED = 10_000
"""How much worse an offer is that the other side would not accept, in the same."""


@frozen
class Weighing:
    """Weighs an answer over so many worlds, and offers over twice as many games together."""

    worlds: int

    def accepts(self, here: Standpoint, offered: Bargain) -> bool:
        """Returns whether the seat gains from an offer that is made to it."""
        give, want = offered.give, offered.want
        deal = (give.by, give.to, give.term + 1, give.due, want.term + 1, want.due)
        gains = Scales.at(here).gains(deal, range(self.worlds))
        return gains[here.team] > MARGIN * self.worlds

    def best_offer(self, here: Standpoint) -> Offer | None:
        """Returns the offer that brings most, among those from which the other gains too."""
        offers = [prospect.offer for prospect in islice(prospects(here), CANDIDATES)]
        if not offers:
            return None
        scales, teams = Scales.at(here), here.program.teams
        visits = [0] * len(offers)
        own, others = visits.copy(), visits.copy()

        def attempt(number: int, first: int, count: int) -> tuple[int, int]:
            offer = offers[number]
            gains = scales.gains(_numbers(here, offer), range(first, first + count))
            visits[number] += count
            own[number] += gains[here.team]
            others[number] += gains[teams.index(offer.to)]
            refused = 0 if others[number] > 0 else REFUSED * visits[number]
            return visits[number], own[number] - refused

        alike = dict.fromkeys(range(len(offers)), 1.0)
        best = halve(alike, range(2 * self.worlds), attempt)
        return offers[best] if own[best] > 0 and others[best] > 0 else None


def _numbers(here: Standpoint, offer: Offer) -> Deal:
    teams, terms = here.program.teams, list(here.program.scenario.terms)
    return (
        teams.index(offer.team),
        teams.index(offer.to),
        terms.index(offer.give) + 1,
        offer.give_by,
        terms.index(offer.want) + 1,
        offer.want_by,
    )
