"""Dossier: what a seat has learnt about another team, from nothing but its own view."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from wargame.errors import UsageInvalid
from wargame.kernel.view import Deed, GoalView, OfferView, TeamView, View
from wargame.language import tr, trn
from wargame.plain.deals import offer_line
from wargame.text import nearest


@frozen
class Dossier:
    """Is what is known about one team."""

    team: TeamView
    turns: tuple[tuple[int, tuple[str, ...]], ...]  # what it did, turn by turn, newest first
    deals: tuple[OfferView, ...]  # offers and deals with it that this seat knows of
    goals: tuple[GoalView, ...]  # the goals that all know, and its agenda's once that is out


def dossiers(view: View) -> tuple[Dossier, ...]:
    """Returns a dossier of each team but the seat's own."""
    return tuple(_dossier(view, team) for team in view.teams if team.id != view.seat)


def _dossier(view: View, team: TeamView) -> Dossier:
    turns: dict[int, list[str]] = {}
    for deed in view.deeds:
        if deed.team == team.id:
            turns.setdefault(deed.turn, []).append(_named(deed))
    return Dossier(
        team=team,
        turns=tuple((turn, tuple(acts)) for turn, acts in reversed(turns.items())),
        deals=tuple(offer for offer in view.offers if team.id in (offer.team, offer.to)),
        goals=(*team.goals, *team.agenda_goals),
    )


def _named(deed: Deed) -> str:
    boost = f" +{deed.boost}" if deed.boost else ""
    return f"“{deed.claim}”" if deed.claim else f"{deed.title}{boost}"


def lines(view: View, asked: str = "") -> Iterator[str]:
    """Returns the dossiers as lines; with a team's id, only that one.

    Raises:
        UsageInvalid: there is no other team of that id.
    """
    found = dossiers(view)
    ids = [dossier.team.id for dossier in found]
    if asked and asked not in ids:
        raise UsageInvalid(
            tr("no other team '{word}'{nearest}", word=asked[:40], nearest=nearest(asked, ids)),
            remedy=tr("one of: {teams}", teams=", ".join(ids)),
        )
    names = {team.id: team.title for team in view.teams}
    for dossier in found:
        if asked in ("", dossier.team.id):
            yield from _told(dossier, names)


def _told(dossier: Dossier, names: dict[str, str]) -> Iterator[str]:
    team = dossier.team
    yield f"{team.title}: {team.says}"
    promises = tr("Promises kept {kept}, broken {broken}.", kept=team.kept, broken=team.broken)
    cards = trn("{number} card in hand.", "{number} cards in hand.", team.hand_size)
    yield f"{promises} {cards}"
    for goal in dossier.goals:
        yield tr(
            "Goal: {goal}, now {standing} of {points} points.",
            goal=goal.title,
            standing=goal.standing,
            points=goal.points,
        )
    for offer in dossier.deals:
        yield offer_line(offer, names)
    for turn, acts in dossier.turns:
        yield tr("Turn {turn}: {orders}.", turn=turn, orders="; ".join(acts))
    if not dossier.turns:
        yield tr("None of its orders is known yet.")
