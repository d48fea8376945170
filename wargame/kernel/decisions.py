"""Decisions: everything that can happen in a game, each a frozen record with a printed form.

`str(decision)` is its notation and `notation.parse` reads it back.
The notation is what journals hold, what plain mode accepts and what logs show:

    deal north patience            roll 4 2                   order north build +1
    draw floods                    accept                     seal north
    draw windfall north            advance                    recall north
    choose north refuse            overrule clean because "..."
    argue north "claim" for "reason" "reason"
    offer north south give open_gates by 3 want payment by 4
    answer south 1 yes             withdraw north 1
    weigh +1 success [trust += 1] failure [] because "..."
    rule [water -= 2, gate = open] because "..."
    inject floods because "..."    inject "A leak" [trust -= 1] because "..."
"""

from __future__ import annotations

import json

from attrs import frozen

OPERATORS = ("=", "+=", "-=")


@frozen
class Adjust:
    """Sets, raises or lowers one track, ladder, flag or purse; `value` is a number or a step."""

    name: str
    operator: str
    value: int | str

    def __str__(self) -> str:
        return f"{self.name} {self.operator} {self.value}"


Patch = tuple[Adjust, ...]


@frozen
class Deal:
    """Chance deals a team its agenda."""

    team: str
    agenda: str

    def __str__(self) -> str:
        return f"deal {self.team} {self.agenda}"


@frozen
class Draw:
    """Chance draws a card: for the table, or for the hand of `team`."""

    card: str
    team: str = ""

    def __str__(self) -> str:
        return f"draw {self.card} {self.team}".rstrip()


@frozen
class Roll:
    """Chance, or the facilitator's own dice, show these faces."""

    faces: tuple[int, ...]

    def __str__(self) -> str:
        return "roll " + " ".join(map(str, self.faces))


@frozen
class Choose:
    """A team answers the question that a card puts to it."""

    team: str
    option: str

    def __str__(self) -> str:
        return f"choose {self.team} {self.option}"


@frozen
class Order:
    """A team orders a move or plays a card from its hand, with `boost` points on the roll."""

    team: str
    order: str
    boost: int = 0

    def __str__(self) -> str:
        return f"order {self.team} {self.order}" + (f" +{self.boost}" if self.boost else "")


@frozen
class Argue:
    """A team makes a matrix argument in its own words; the facilitator will weigh it."""

    team: str
    claim: str
    reasons: tuple[str, ...] = ()

    def __str__(self) -> str:
        reasons = " for " + " ".join(map(_quote, self.reasons)) if self.reasons else ""
        return f"argue {self.team} {_quote(self.claim)}{reasons}"


@frozen
class Seal:
    """A team seals its orders."""

    team: str

    def __str__(self) -> str:
        return f"seal {self.team}"


@frozen
class Recall:
    """A team takes all its orders of this turn back; possible until the reveal."""

    team: str

    def __str__(self) -> str:
        return f"recall {self.team}"


@frozen
class Offer:
    """A team offers a deal: `give` by turn `give_by` for `want` by turn `want_by`.

    Either term may be empty: a one-sided promise, or a request.
    """

    team: str
    to: str
    give: str
    give_by: int
    want: str
    want_by: int

    def __str__(self) -> str:
        give = f" give {self.give} by {self.give_by}" if self.give else ""
        want = f" want {self.want} by {self.want_by}" if self.want else ""
        return f"offer {self.team} {self.to}{give}{want}"


@frozen
class Answer:
    """A team accepts or declines the offer of that number."""

    team: str
    offer: int
    accept: bool

    def __str__(self) -> str:
        return f"answer {self.team} {self.offer} {'yes' if self.accept else 'no'}"


@frozen
class Withdraw:
    """A team takes back an offer that has not been answered."""

    team: str
    offer: int

    def __str__(self) -> str:
        return f"withdraw {self.team} {self.offer}"


@frozen
class Accept:
    """The facilitator lets the pending outcome stand."""

    def __str__(self) -> str:
        return "accept"


@frozen
class Overrule:
    """The facilitator replaces the pending outcome: by another band, or by a patch."""

    reason: str
    band: str = ""
    patch: Patch = ()

    def __str__(self) -> str:
        return f"overrule {self.band or _patch(self.patch)} because {_quote(self.reason)}"


@frozen
class Weigh:
    """The facilitator weighs a free argument: a net modifier, and what follows either way."""

    net: int
    success: Patch
    failure: Patch
    reason: str

    def __str__(self) -> str:
        return (
            f"weigh {self.net:+d} success {_patch(self.success)} failure {_patch(self.failure)}"
            f" because {_quote(self.reason)}"
        )


@frozen
class Ruling:
    """The facilitator changes the board, always with a reason."""

    patch: Patch
    reason: str

    def __str__(self) -> str:
        return f"rule {_patch(self.patch)} because {_quote(self.reason)}"


@frozen
class Inject:
    """The facilitator brings a card of a table deck, or an event of his own, into play."""

    reason: str
    card: str = ""
    title: str = ""
    patch: Patch = ()

    def __str__(self) -> str:
        what = self.card or f"{_quote(self.title)} {_patch(self.patch)}"
        return f"inject {what} because {_quote(self.reason)}"


@frozen
class Advance:
    """The facilitator ends the phase."""

    def __str__(self) -> str:
        return "advance"


Decision = (
    Deal
    | Draw
    | Roll
    | Choose
    | Order
    | Argue
    | Seal
    | Recall
    | Offer
    | Answer
    | Withdraw
    | Accept
    | Overrule
    | Weigh
    | Ruling
    | Inject
    | Advance
)

CHANCE = (Deal, Draw, Roll)
FACILITATOR = (Accept, Overrule, Weigh, Ruling, Inject, Advance)


def seat_of(decision: Decision) -> str:
    """Returns who decides: a team's id, `facilitator` or `chance`."""
    if isinstance(decision, CHANCE):
        return "chance"
    if isinstance(decision, FACILITATOR):
        return "facilitator"
    return decision.team


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _patch(patch: Patch) -> str:
    return "[" + ", ".join(map(str, patch)) + "]"
