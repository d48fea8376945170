"""Reads decisions from their notation: `parse(str(decision)) == decision`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

from wargame.errors import DecisionMalformed
from wargame.kernel.decisions import (
    Accept,
    Adjust,
    Advance,
    Answer,
    Argue,
    Choose,
    Deal,
    Decision,
    Draw,
    Inject,
    Offer,
    Order,
    Overrule,
    Patch,
    Recall,
    Roll,
    Ruling,
    Seal,
    Weigh,
    Withdraw,
)
from wargame.language import marked, tr
from wargame.text import clean, nearest


def parse(text: str) -> Decision:
    """Returns the decision written in `text`.

    Whether it names anything that exists, and whether it is legal, is the kernel's to say.

    Raises:
        DecisionMalformed: the text is no decision.
    """
    words = _Words(text)
    verb = words.word(marked("a verb"))
    reader = _READERS.get(verb)
    if reader is None:
        raise DecisionMalformed(
            tr(
                "unknown decision '{verb}'{guess}",
                verb=verb[:40],
                guess=nearest(verb, tuple(_READERS)),
            ),
            remedy=tr("one of: {known}", known=", ".join(_READERS)),
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
            tr("'{text}' is no change of the board", text=text.strip()[:60]),
            remedy=tr("write 'name += 1', 'name -= 1' or 'name = value'"),
        )
    name, operator, value = match.groups()
    return Adjust(name, operator, int(value) if value.lstrip("-").isdigit() else value)


_TOKEN = re.compile(r'\s*("(?:[^"\\]|\\.)*"|\[[^\[\]]*\]|[^\s"\[\]]+)', re.ASCII)
_ID = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


class _Words:
    """Is the text of a decision, read token by token.

    What a token should be is marked for translation, or a keyword in quotes.
    """

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
                    tr("cannot read '{text}'", text=text[at : at + 40]),
                    remedy=tr("close the quotes and brackets"),
                )
            yield match[1]
            at = match.end()

    def peek(self) -> str:
        return self._tokens[self._next] if self._next < len(self._tokens) else ""

    def word(self, what: str) -> str:
        token = self.peek()
        if not token:
            message = tr("{what} is missing", what=tr(what))
            raise DecisionMalformed(message, remedy=tr("see 'help decisions'"))
        self._next += 1
        return token

    def id(self, what: str) -> str:
        token = self.word(what)
        if not _ID.fullmatch(token):
            raise _not_what(token, what, tr("ids look like 'a_b2'"))
        return token

    def number(self, what: str) -> int:
        token = self.word(what)
        if not re.fullmatch(r"[+-]?[0-9]{1,6}", token, re.ASCII):
            raise _not_what(token, what, tr("write a whole number"))
        return int(token)

    def quoted(self, what: str) -> str:
        token = self.word(what)
        if not token.startswith('"'):
            raise _not_what(token, what, tr("put it in quotes"))
        try:
            return clean(json.loads(token))
        except json.JSONDecodeError as fault:
            message = tr("cannot read {text}", text=token[:40])
            raise DecisionMalformed(message, remedy=str(fault)) from None

    def patch(self) -> Patch:
        token = self.word(marked("a list of changes in [ ]"))
        if not token.startswith("["):
            message = tr("'{text}' is no list of changes", text=token[:40])
            raise DecisionMalformed(message, remedy=tr("put it in [ ]"))
        return parse_patch(token)

    def keyword(self, word: str) -> None:
        if self.word(f"'{word}'") != word:
            raise DecisionMalformed(
                tr(
                    "expected '{word}', not '{text}'",
                    word=word,
                    text=self._tokens[self._next - 1][:40],
                ),
                remedy=tr("see 'help decisions'"),
            )

    def reason(self) -> str:
        self.keyword("because")
        reason = self.quoted(marked("a reason"))
        if not reason:
            raise DecisionMalformed(tr("the reason is empty"), remedy=tr("say why, for the record"))
        return reason

    def end(self) -> None:
        if self.peek():
            raise DecisionMalformed(
                tr("'{text}' is one word too many", text=self.peek()[:40]),
                remedy=tr("take it away"),
            )


def _not_what(token: str, what: str, remedy: str) -> DecisionMalformed:
    message = tr("'{text}' is not {what}", text=token[:40], what=tr(what))
    return DecisionMalformed(message, remedy=remedy)


def _read_draw(words: _Words) -> Decision:
    card = words.id(marked("a card"))
    return Draw(card, words.id(marked("a team")) if words.peek() else "")


def _read_roll(words: _Words) -> Decision:
    faces = [words.number(marked("a face"))]
    while words.peek():
        faces.append(words.number(marked("a face")))
    return Roll(tuple(faces))


def _read_order(words: _Words) -> Decision:
    team, order = words.id(marked("a team")), words.id(marked("a move or card"))
    boost = words.number(marked("a boost")) if words.peek() else 0
    if boost < 0:
        message = tr("a boost of {boost}", boost=boost)
        raise DecisionMalformed(message, remedy=tr("boosts only raise a roll"))
    return Order(team, order, boost)


def _read_argue(words: _Words) -> Decision:
    team, claim = words.id(marked("a team")), words.quoted(marked("a claim"))
    if not claim:
        raise DecisionMalformed(tr("the claim is empty"), remedy=tr("say what should come about"))
    reasons: list[str] = []
    if words.peek():
        words.keyword("for")
        while words.peek():
            reasons.append(words.quoted(marked("a reason")))
    return Argue(team, claim, tuple(reasons))


def _read_offer(words: _Words) -> Decision:
    team, to = words.id(marked("a team")), words.id(marked("a team"))
    terms = {"give": ("", 0), "want": ("", 0)}
    for side in terms:
        if words.peek() == side:
            words.keyword(side)
            term = words.id(marked("a term"))
            words.keyword("by")
            terms[side] = (term, words.number(marked("a turn")))
    if not terms["give"][0] and not terms["want"][0]:
        raise DecisionMalformed(
            tr("the offer is empty"), remedy=tr("give something or want something")
        )
    return Offer(team, to, *terms["give"], *terms["want"])


def _read_answer(words: _Words) -> Decision:
    team, offer = words.id(marked("a team")), words.number(marked("an offer's number"))
    reply = words.word(marked("yes or no"))
    if reply not in ("yes", "no"):
        message = tr("'{text}' is no answer", text=reply[:40])
        raise DecisionMalformed(message, remedy=tr("say yes or no"))
    return Answer(team, offer, reply == "yes")


def _read_overrule(words: _Words) -> Decision:
    if words.peek().startswith("["):
        patch = words.patch()
        return Overrule(words.reason(), patch=patch)
    band = words.id(marked("a band of the roll"))
    return Overrule(words.reason(), band=band)


def _read_weigh(words: _Words) -> Decision:
    net = words.number(marked("a net weight"))
    words.keyword("success")
    success = words.patch()
    words.keyword("failure")
    failure = words.patch()
    return Weigh(net, success, failure, words.reason())


def _read_ruling(words: _Words) -> Decision:
    patch = words.patch()
    if not patch:
        raise DecisionMalformed(
            tr("the ruling changes nothing"), remedy=tr("write what changes in [ ]")
        )
    return Ruling(patch, words.reason())


def _read_inject(words: _Words) -> Decision:
    if words.peek().startswith('"'):
        title, patch = words.quoted(marked("a title")), words.patch()
        if not title:
            raise DecisionMalformed(tr("the inject has no title"), remedy=tr("say what happens"))
        return Inject(words.reason(), title=title, patch=patch)
    card = words.id(marked("a card"))
    return Inject(words.reason(), card=card)


_READERS: dict[str, Callable[[_Words], Decision]] = {
    "deal": lambda words: Deal(words.id(marked("a team")), words.id(marked("an agenda"))),
    "draw": _read_draw,
    "roll": _read_roll,
    "choose": lambda words: Choose(words.id(marked("a team")), words.id(marked("an option"))),
    "order": _read_order,
    "argue": _read_argue,
    "seal": lambda words: Seal(words.id(marked("a team"))),
    "recall": lambda words: Recall(words.id(marked("a team"))),
    "offer": _read_offer,
    "answer": _read_answer,
    "withdraw": lambda words: Withdraw(
        words.id(marked("a team")), words.number(marked("an offer's number"))
    ),
    "accept": lambda words: Accept(),
    "overrule": _read_overrule,
    "weigh": _read_weigh,
    "rule": _read_ruling,
    "inject": _read_inject,
    "advance": lambda words: Advance(),
}
