"""Offers, deals and the promises that can be made, as lines."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.kernel.view import OfferView, View


def offers(view: View) -> Iterator[str]:
    """Returns every offer and deal that this seat may know, with its number."""
    names = {team.id: team.title for team in view.teams}
    if not view.offers:
        yield "There are no offers or deals."
    for offer in view.offers:
        yield offer_line(offer, names)
        if offer.status == "offered" and offer.to == view.seat:
            yield f"To answer: 'answer {offer.number} yes' or 'answer {offer.number} no'."
        if offer.status == "offered" and offer.team == view.seat:
            yield f"To take it back: 'withdraw {offer.number}'."


def offer_line(offer: OfferView, names: dict[str, str]) -> str:
    """Returns one offer or deal: who promises what by when, and what became of it."""
    team, to = names.get(offer.team, offer.team), names.get(offer.to, offer.to)
    parts = [f"Offer {offer.number}, {offer.status}: {team} to {to}"]
    if offer.give:
        parts.append(f"{team} gives: {offer.give_title} by turn {offer.give_by}")
        parts[-1] += f" ({offer.give_state})" if offer.give_state else ""
    if offer.want:
        parts.append(f"{to} gives: {offer.want_title} by turn {offer.want_by}")
        parts[-1] += f" ({offer.want_state})" if offer.want_state else ""
    return "; ".join(parts) + "."


def terms(view: View) -> Iterator[str]:
    """Returns the promises that teams can make, by team."""
    names = {team.id: team.title for team in view.teams}
    for term in view.terms:
        whose = names.get(term.by, term.by)
        yield f"{whose} can promise {term.title} ({term.id}): {term.says}"
