"""How the doctrine makes offers and answers them: by what its agenda says terms are worth."""

from __future__ import annotations

from itertools import product

from attrs import frozen

from wargame.bots.bargains import Bargain, bargains, open_promises
from wargame.bots.market import deadline, terms_of
from wargame.bots.standpoint import Standpoint, agendas_of
from wargame.kernel.decisions import Offer

LIKELY = 0.5
"""The share of the other side's agendas that must gain from an offer for it to be made."""


@frozen
class Prospect:
    """Is an offer that could be made, and what it can be expected to bring."""

    offer: Offer
    gain: float


def accepts(here: Standpoint, offered: Bargain) -> bool:
    """Returns whether the seat gains from an offer that is made to it."""
    own = _worth(here, here.agenda, offered.want.term)
    return own + _trusted(here, offered.give.by, offered.give.term) > 0


def best_offer(here: Standpoint) -> Offer | None:
    """Returns the offer from which the seat can expect most, or None if none gains."""
    found = prospects(here)
    best = [prospect for prospect in found if prospect.gain == found[0].gain]
    return here.random.choice(best).offer if best else None


def prospects(here: Standpoint) -> list[Prospect]:
    """Returns the offers from which the seat gains, from the one that promises most.

    A pair of terms, one from either side, that nobody has promised yet. What it brings is counted
    as often as the other side would accept, over the agendas that it might have.
    """
    stake, program = here.program.scenario.deals.stake, here.program
    if here.purse(here.team) < stake:
        return []
    standing = bargains(here.seen)
    mine = _free_terms(here, standing, here.team)
    costs = {term: _worth(here, here.agenda, term) for term in mine}
    found: list[Prospect] = []
    for other in range(len(program.teams)):
        if other == here.team or here.purse(other) < stake:
            continue
        theirs = _free_terms(here, standing, other)
        gains = {term: _trusted(here, other, term) for term in theirs}
        pleased = {
            agenda: {term: _worth(here, agenda, term) for term in (*mine, *theirs)}
            for agenda in agendas_of(program, other)
        }
        for give, want in product(mine, theirs):
            gain = costs[give] + gains[want]
            if gain <= 0:
                continue
            accept = sum(w[give] + w[want] > 0 for w in pleased.values()) / max(1, len(pleased))
            if accept >= LIKELY:
                found.append(Prospect(_offer(here, other, give, want), gain * accept))
    return sorted(found, key=lambda prospect: -prospect.gain)


def _offer(here: Standpoint, other: int, give: int, want: int) -> Offer:
    program = here.program
    ids = tuple(program.scenario.terms)
    return Offer(
        here.seen.seat,
        program.teams[other],
        *(ids[give], deadline(here, give)),
        *(ids[want], deadline(here, want)),
    )


def _free_terms(here: Standpoint, standing: tuple[Bargain, ...], team: int) -> list[int]:
    """Returns the terms that a team has neither promised nor been asked for, as far as seen."""
    taken = {promise.term for promise in open_promises(standing, team)}
    for bargain in standing:
        if bargain.status == "offered" and team in (bargain.give.by, bargain.want.by):
            taken.add(bargain.promise_of(team).term)
    return [term for term in terms_of(here, team) if term not in taken]


def _trusted(here: Standpoint, team: int, term: int) -> float:
    """Returns what another's promise is worth: less if it has broken promises."""
    layout = here.program.layout
    kept, broken = here.state[layout["KEPT"] + team], here.state[layout["BROKEN"] + team]
    return _worth(here, here.agenda, term) * (kept + 2) / (kept + broken + 2)


def _worth(here: Standpoint, agenda: int, term: int) -> int:
    """Returns what an agenda makes of a term being fulfilled; nothing is worth nothing."""
    if agenda < 0 or term < 0:
        return 0
    worth: int = here.program.run.worth(here.state, agenda, term)
    return worth
