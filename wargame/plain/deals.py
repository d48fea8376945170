"""Offers, deals and the promises that can be made, as lines."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.kernel.view import OfferView, View
from wargame.language import marked, tr

STATES = {"offered": marked("offered"), "struck": marked("struck"), "finished": marked("finished")}
"""What may have become of an offer."""

PROMISES = {"open": marked("open"), "kept": marked("kept"), "broken": marked("broken")}
"""What may have become of a promise in it."""


def offers(view: View) -> Iterator[str]:
    """Returns every offer and deal that this seat may know, with its number."""
    names = {team.id: team.title for team in view.teams}
    if not view.offers:
        yield tr("There are no offers or deals.")
    for offer in view.offers:
        yield offer_line(offer, names)
        if offer.status == "offered" and offer.to == view.seat:
            yield tr(
                "To answer: 'answer {number} yes' or 'answer {number} no'.", number=offer.number
            )
        if offer.status == "offered" and offer.team == view.seat:
            yield tr("To take it back: 'withdraw {number}'.", number=offer.number)


def offer_line(offer: OfferView, names: dict[str, str]) -> str:
    """Returns one offer or deal: who promises what by when, and what became of it."""
    team, to = names.get(offer.team, offer.team), names.get(offer.to, offer.to)
    parts = [
        tr(
            "Offer {number}, {state}: {team} to {other}",
            number=offer.number,
            state=tr(STATES[offer.status]),
            team=team,
            other=to,
        )
    ]
    if offer.give:
        parts.append(_promise(team, offer.give_title, offer.give_by, offer.give_state))
    if offer.want:
        parts.append(_promise(to, offer.want_title, offer.want_by, offer.want_state))
    return "; ".join(parts) + "."


def _promise(team: str, promise: str, turn: int, state: str) -> str:
    told = tr("{team} gives: {promise} by turn {turn}", team=team, promise=promise, turn=turn)
    return f"{told} ({tr(PROMISES[state])})" if state else told


def terms(view: View) -> Iterator[str]:
    """Returns the promises that teams can make, by team."""
    names = {team.id: team.title for team in view.teams}
    for term in view.terms:
        whose = names.get(term.by, term.by)
        yield tr(
            "{team} can promise {promise} ({id}): {says}",
            team=whose,
            promise=term.title,
            id=term.id,
            says=term.says,
        )
