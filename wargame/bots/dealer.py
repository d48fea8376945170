"""How bots talk: an answer to every open offer, or an offer of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import define, field

from wargame.bots.bargains import Bargain, bargains
from wargame.bots.market import can_talk
from wargame.bots.standpoint import Standpoint
from wargame.kernel.decisions import Answer, Decision, Offer

OFFERS_A_TURN = 2


@define
class Dealer:
    """Remembers what it has offered this turn; what gains, `accepts` and `best_offer` judge."""

    accepts: Callable[[Standpoint, Bargain], bool]
    best_offer: Callable[[Standpoint], Offer | None]
    _offered: set[str] = field(factory=set, init=False)
    _turn: int = field(default=0, init=False)

    def talk(self, here: Standpoint) -> tuple[Decision, ...]:
        """Returns what the seat says now."""
        if not can_talk(here):
            return ()
        said: list[Decision] = [*self._answers(here)]
        turn = here.state[here.program.layout["TURN"]]
        if turn != self._turn:
            self._turn = turn
            self._offered.clear()
        if not said and len(self._offered) < OFFERS_A_TURN:
            offer = self.best_offer(here)
            if offer and str(offer) not in self._offered:
                self._offered.add(str(offer))
                said.append(offer)
        return tuple(said)

    def _answers(self, here: Standpoint) -> Iterator[Answer]:
        """Yields an answer to each open offer: yes where it gains and can put up the stake."""
        stake = here.program.scenario.deals.stake
        left = here.purse(here.team)
        for bargain in bargains(here.seen):
            if bargain.status != "offered" or bargain.give.to != here.team:
                continue
            accepts = left >= stake and self.accepts(here, bargain)
            left -= stake if accepts else 0
            yield Answer(here.seen.seat, bargain.number, accepts)
