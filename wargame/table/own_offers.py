"""OwnOffers: offers as each team counts those that it makes or is made.

In the journal an offer goes by its place in the list of all offers, and from that number a team
would learn how many stand between others. So every team is shown, and types, numbers of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import itemgetter

from attrs import evolve, frozen

from wargame.errors import DecisionIllegal
from wargame.kernel.decisions import Answer, Decision, Offer, Withdraw
from wargame.kernel.notation import parse
from wargame.kernel.options import bargain_title
from wargame.kernel.setup import State
from wargame.kernel.sight import meant, offers
from wargame.kernel.slots import OFFER_FIELDS
from wargame.kernel.view import Option, View
from wargame.language import tr
from wargame.table.course import Course
from wargame.table.record import ORIGIN


@frozen
class _Held:
    """Is what stands in each place, as the numbers that its parties have for it, and the counts."""

    places: tuple[Mapping[str, int], ...]
    counts: Mapping[str, int]


class OwnOffers:
    """Is the numbers of a course's offers for each team."""

    def __init__(self, course: Course) -> None:
        """Numbers the offers of a course, which may go on growing."""
        self._course = course
        places: tuple[Mapping[str, int], ...] = ({},) * course.program.layout["OFFERS"]
        self._held: dict[int, _Held] = {ORIGIN: _Held(places, {})}

    def shown(self, view: View, point: int) -> View:
        """Returns a view of a team with its own numbers in the place of those of its glimpse."""
        held = self._at(point).places
        places = offers(self._course.program, self._course.state(point), view.seat)
        own = (
            evolve(offer, number=held[places[offer.number - 1]][view.seat]) for offer in view.offers
        )
        return evolve(
            view,
            offers=tuple(sorted(own, key=lambda offer: offer.number)),
            options=tuple(self._options(view, point)),
        )

    def told(self, decision: Decision, seat: str, point: int) -> Decision:
        """Returns a decision made at a point as a team reads it."""
        if not isinstance(decision, Answer | Withdraw):
            return decision
        return _renumbered(decision, self._at(point).places[decision.offer - 1].get(seat))

    def meant(self, decision: Decision, seat: str, point: int) -> Decision:
        """Returns a decision that a team has typed, with the number of the journal.

        Raises:
            DecisionIllegal: the team has no open offer of that number to answer or withdraw.
        """
        if not isinstance(decision, Answer | Withdraw):
            return decision
        program, state = self._course.program, self._course.state(point)
        party = 2 if isinstance(decision, Answer) else 1
        for place, numbers in enumerate(self._at(point).places):
            slot = program.layout["OFFER"] + place * OFFER_FIELDS
            decides = program.teams[state[slot + party]] == seat and self._is_open(state, place)
            if numbers.get(seat) == decision.offer and decides:
                return _renumbered(decision, place + 1)
        raise DecisionIllegal(
            tr("no open offer {number} is yours to decide", number=decision.offer),
            remedy=tr("see the offers"),
        )

    def _options(self, view: View, point: int) -> Iterator[Option]:
        """Yields the options: those about offers last, by their numbers."""
        program, state = self._course.program, self._course.state(point)
        about_offers: list[tuple[int, Option]] = []
        for option in view.options:
            if option.kind not in ("answer", "withdraw"):
                yield option
                continue
            own = self.told(meant(program, state, parse(option.decision)), view.seat, point)
            assert isinstance(own, Answer | Withdraw)
            renamed = evolve(option, decision=str(own), title=bargain_title(own))
            about_offers.append((own.offer, renamed))
        yield from (option for _, option in sorted(about_offers, key=itemgetter(0)))

    def _at(self, point: int) -> _Held:
        ahead = []
        while point not in self._held:
            ahead.append(point)
            point = self._course.parent(point)
        held = self._held[point]
        for later in reversed(ahead):
            held = self._held[later] = self._after(held, later)
        return held

    def _after(self, held: _Held, point: int) -> _Held:
        made = self._course.decision(point)
        if not isinstance(made, Offer):
            return held
        before, after = self._course.state(self._course.parent(point)), self._course.state(point)
        taken = next(
            place
            for place in range(len(held.places))
            if self._is_open(after, place) and not self._is_open(before, place)
        )
        own = {team: held.counts.get(team, 0) + 1 for team in (made.team, made.to)}
        places = (*held.places[:taken], own, *held.places[taken + 1 :])
        return _Held(places, {**held.counts, **own})

    def _is_open(self, state: State, place: int) -> bool:
        layout = self._course.program.layout
        return state[layout["OFFER"] + place * OFFER_FIELDS] == layout["F_OFFERED"]


def _renumbered(decision: Answer | Withdraw, number: int | None) -> Answer | Withdraw:
    return decision if number is None else evolve(decision, offer=number)
