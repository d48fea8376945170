"""Decisions: everything that can happen in a game, each a frozen record with a printed form.

`str(decision)` is its notation and `parse` reads it back: `parse(str(d)) == d` (a property test).
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
import re
from collections.abc import Callable, Iterator

from attrs import frozen

from wargame.errors import DecisionMalformed
from wargame.text import clean, nearest

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


def parse(text: str) -> Decision:
    """Returns the decision written in `text`.

    Whether it names anything that exists, and whether it is legal, is the kernel's to say.

    Raises:
        DecisionMalformed: the text is no decision.
    """
    words = _Words(text)
    verb = words.word("a verb")
    reader = _READERS.get(verb)
    if reader is None:
        raise DecisionMalformed(
            f"unknown decision '{verb[:40]}'{nearest(verb, tuple(_READERS))}",
            remedy="one of: " + ", ".join(_READERS),
        )
    decision = reader(words)
    words.end()
    return decision


def parse_patch(text: str) -> Patch:
    """Returns the patch written as `water -= 2, gate = open`, with or without brackets.

    Raises:
        DecisionMalformed: the text is no patch.
    """
    inner = text.strip().removeprefix("[").removesuffix("]").strip()
    if not inner:
        return ()
    return tuple(_adjust(part) for part in inner.split(","))


_ADJUST = re.compile(r"([a-z][a-z0-9_.]*)\s*(=|\+=|-=)\s*(-?[0-9]{1,6}|[a-z][a-z0-9_]*)", re.ASCII)


def _adjust(text: str) -> Adjust:
    match = _ADJUST.fullmatch(text.strip())
    if match is None:
        raise DecisionMalformed(
            f"'{text.strip()[:60]}' is no change of the board",
            remedy="write 'name += 1', 'name -= 1' or 'name = value'",
        )
    name, operator, value = match.groups()
    return Adjust(name, operator, int(value) if value.lstrip("-").isdigit() else value)


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _patch(patch: Patch) -> str:
    return "[" + ", ".join(map(str, patch)) + "]"


_TOKEN = re.compile(r'\s*("(?:[^"\\]|\\.)*"|\[[^\[\]]*\]|[^\s"\[\]]+)', re.ASCII)
_ID = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


class _Words:
    """Is the text of a decision, read token by token."""

    def __init__(self, text: str) -> None:
        self._tokens = list(self._split(text))
        self._next = 0

    @staticmethod
    def _split(text: str) -> Iterator[str]:
        at = 0
        text = text.strip()
        while at < len(text):
            match = _TOKEN.match(text, at)
            if match is None:
                raise DecisionMalformed(
                    f"cannot read '{text[at : at + 40]}'", remedy="close the quotes and brackets"
                )
            yield match[1]
            at = match.end()

    def peek(self) -> str:
        return self._tokens[self._next] if self._next < len(self._tokens) else ""

    def word(self, what: str) -> str:
        token = self.peek()
        if not token:
            raise DecisionMalformed(f"{what} is missing", remedy="see 'help decisions'")
        self._next += 1
        return token

    def id(self, what: str) -> str:
        token = self.word(what)
        if not _ID.fullmatch(token):
            raise DecisionMalformed(f"'{token[:40]}' is not {what}", remedy="ids look like 'a_b2'")
        return token

    def number(self, what: str) -> int:
        token = self.word(what)
        if not re.fullmatch(r"[+-]?[0-9]{1,6}", token, re.ASCII):
            raise DecisionMalformed(f"'{token[:40]}' is not {what}", remedy="write a whole number")
        return int(token)

    def quoted(self, what: str) -> str:
        token = self.word(what)
        if not token.startswith('"'):
            raise DecisionMalformed(f"'{token[:40]}' is not {what}", remedy="put it in quotes")
        try:
            return clean(json.loads(token))
        except json.JSONDecodeError as fault:
            raise DecisionMalformed(f"cannot read {token[:40]}", remedy=str(fault)) from None

    def patch(self) -> Patch:
        token = self.word("a list of changes in [ ]")
        if not token.startswith("["):
            raise DecisionMalformed(f"'{token[:40]}' is no list of changes", remedy="put it in [ ]")
        return parse_patch(token)

    def keyword(self, word: str) -> None:
        if self.word(f"'{word}'") != word:
            raise DecisionMalformed(
                f"expected '{word}', not '{self._tokens[self._next - 1][:40]}'",
                remedy="see 'help decisions'",
            )

    def reason(self) -> str:
        self.keyword("because")
        reason = self.quoted("a reason")
        if not reason:
            raise DecisionMalformed("the reason is empty", remedy="say why, for the record")
        return reason

    def end(self) -> None:
        if self.peek():
            raise DecisionMalformed(
                f"'{self.peek()[:40]}' is one word too many", remedy="take it away"
            )


def _read_draw(words: _Words) -> Decision:
    card = words.id("a card")
    return Draw(card, words.id("a team") if words.peek() else "")


def _read_roll(words: _Words) -> Decision:
    faces = [words.number("a face")]
    while words.peek():
        faces.append(words.number("a face"))
    return Roll(tuple(faces))


def _read_order(words: _Words) -> Decision:
    team, order = words.id("a team"), words.id("a move or card")
    boost = words.number("a boost") if words.peek() else 0
    if boost < 0:
        raise DecisionMalformed(f"a boost of {boost}", remedy="boosts only raise a roll")
    return Order(team, order, boost)


def _read_argue(words: _Words) -> Decision:
    team, claim = words.id("a team"), words.quoted("a claim")
    if not claim:
        raise DecisionMalformed("the claim is empty", remedy="say what should come about")
    reasons: list[str] = []
    if words.peek():
        words.keyword("for")
        while words.peek():
            reasons.append(words.quoted("a reason"))
    return Argue(team, claim, tuple(reasons))


def _read_offer(words: _Words) -> Decision:
    team, to = words.id("a team"), words.id("a team")
    terms = {"give": ("", 0), "want": ("", 0)}
    for side in terms:
        if words.peek() == side:
            words.keyword(side)
            term = words.id("a term")
            words.keyword("by")
            terms[side] = (term, words.number("a turn"))
    if not terms["give"][0] and not terms["want"][0]:
        raise DecisionMalformed("the offer is empty", remedy="give something or want something")
    return Offer(team, to, *terms["give"], *terms["want"])


def _read_answer(words: _Words) -> Decision:
    team, offer = words.id("a team"), words.number("an offer's number")
    reply = words.word("yes or no")
    if reply not in ("yes", "no"):
        raise DecisionMalformed(f"'{reply[:40]}' is no answer", remedy="say yes or no")
    return Answer(team, offer, reply == "yes")


def _read_overrule(words: _Words) -> Decision:
    if words.peek().startswith("["):
        patch = words.patch()
        return Overrule(words.reason(), patch=patch)
    band = words.id("a band of the roll")
    return Overrule(words.reason(), band=band)


def _read_weigh(words: _Words) -> Decision:
    net = words.number("a net weight")
    words.keyword("success")
    success = words.patch()
    words.keyword("failure")
    failure = words.patch()
    return Weigh(net, success, failure, words.reason())


def _read_ruling(words: _Words) -> Decision:
    patch = words.patch()
    if not patch:
        raise DecisionMalformed("the ruling changes nothing", remedy="write what changes in [ ]")
    return Ruling(patch, words.reason())


def _read_inject(words: _Words) -> Decision:
    if words.peek().startswith('"'):
        title, patch = words.quoted("a title"), words.patch()
        if not title:
            raise DecisionMalformed("the inject has no title", remedy="say what happens")
        return Inject(words.reason(), title=title, patch=patch)
    card = words.id("a card")
    return Inject(words.reason(), card=card)


_READERS: dict[str, Callable[[_Words], Decision]] = {
    "deal": lambda words: Deal(words.id("a team"), words.id("an agenda")),
    "draw": _read_draw,
    "roll": _read_roll,
    "choose": lambda words: Choose(words.id("a team"), words.id("an option")),
    "order": _read_order,
    "argue": _read_argue,
    "seal": lambda words: Seal(words.id("a team")),
    "recall": lambda words: Recall(words.id("a team")),
    "offer": _read_offer,
    "answer": _read_answer,
    "withdraw": lambda words: Withdraw(words.id("a team"), words.number("an offer's number")),
    "accept": lambda words: Accept(),
    "overrule": _read_overrule,
    "weigh": _read_weigh,
    "rule": _read_ruling,
    "inject": _read_inject,
    "advance": lambda words: Advance(),
}
