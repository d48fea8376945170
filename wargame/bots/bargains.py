"""The offers and deals that a seat is party to, read from its glimpse."""

from __future__ import annotations

from attrs import frozen

from wargame.kernel.sight import Glimpse
from wargame.kernel.slots import HIDDEN, OFFER_FIELDS, OFFER_STATES


@frozen
class Promise:
    """Is one side of a bargain: team `by` promises a term to `to`, until the turn `due`.

    `term` is a number, or -1 where this side promises nothing; `state` is 0 open, 1 kept, 2 broken.
    """

    by: int
    to: int
    term: int
    due: int
    state: int


@frozen
class Bargain:
    """Is an offer or a struck deal: `give` is promised by who made the offer, `want` in return."""

    number: int
    status: str
    give: Promise
    want: Promise

    def promise_of(self, team: int) -> Promise:
        """Returns what that party promises."""
        return self.give if self.give.by == team else self.want


def bargains(seen: Glimpse) -> tuple[Bargain, ...]:
    """Returns every offer and deal that the seat sees."""
    layout = seen.program.layout
    found = []
    for k in range(layout["OFFERS"]):
        slot = layout["OFFER"] + k * OFFER_FIELDS
        status = seen.slots[slot]
        if status in (HIDDEN, 0):
            continue
        by, to, give, give_due, want, want_due, given, wanted = seen.slots[
            slot + 1 : slot + OFFER_FIELDS
        ]
        found.append(
            Bargain(
                number=k + 1,
                status=OFFER_STATES[status],
                give=Promise(by, to, give - 1, give_due, given),
                want=Promise(to, by, want - 1, want_due, wanted),
            )
        )
    return tuple(found)


def open_promises(found: tuple[Bargain, ...], team: int) -> tuple[Promise, ...]:
    """Returns what a team has promised in struck deals and has neither kept nor broken yet."""
    made = (
        bargain.promise_of(team)
        for bargain in found
        if bargain.status == "struck" and team in (bargain.give.by, bargain.want.by)
    )
    return tuple(promise for promise in made if promise.term >= 0 and promise.state == 0)
