"""Reads a typed line into the notation of a decision: short forms, numbers and questions back.

`order 3 +1` becomes `order north build +1`. A line in full notation passes as it is. Whether the
decision is legal is the kernel's to say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from attrs import frozen

from wargame.errors import DecisionMalformed, UsageInvalid
from wargame.kernel.view import Option, TermView, View
from wargame.language import marked, tr
from wargame.plain.choices import option_of

Ask = Callable[[str], str]

OWN = ("order", "argue", "seal", "recall", "choose", "offer", "answer", "withdraw")
"""Verbs of teams: the notation names the team second, the short form leaves it out."""

WHITE_CELL = ("accept", "overrule", "weigh", "rule", "inject", "advance", "roll")
"""Verbs of the facilitator."""

CHANCE = ("deal", "draw")
"""Verbs of chance: refused by the table, but read, so that the refusal says why."""

VERBS = (*OWN, *WHITE_CELL, *CHANCE)

REASONS = 5
"""Reasons that are asked for when an argument is made step by step."""


_QUOTED_OR_BECAUSE = re.compile(r'"(?:[^"\\]|\\.)*"|\bbecause\b')


@frozen
class Reading:
    """Is a view and a way to ask back; `decision` reads one line against them."""

    view: View
    ask: Ask

    def decision(self, line: str) -> str:
        """Returns the notation of the decision meant by `line`.

        Raises:
            DecisionMalformed: the line names no option, or is no decision.
            UsageInvalid: the seat gave no answer to a question and so decided nothing.
        """
        verb, _, rest = line.partition(" ")
        rest = rest.strip()
        if verb.isascii() and verb.isdigit():
            return self._option(option_of(self.view, verb), boost=rest)
        if verb in OWN and rest.split(" ")[0] == self.view.seat:
            return f"{verb} {rest}"
        reader = self._readers().get(verb)
        if reader is not None:
            return reader(rest)
        return self._team(verb, rest) if verb in OWN else f"{verb} {rest}".rstrip()

    def _readers(self) -> dict[str, Callable[[str], str]]:
        """Returns the verbs whose short form is more than leaving the own team out."""
        return {
            "order": self._order,
            "choose": self._choose,
            "argue": self._argue,
            "withdraw": self._withdraw,
            "offer": self._offer,
            "overrule": self._overrule,
            "rule": self._rule,
            "weigh": self._weigh,
            "inject": self._inject,
            "roll": self._roll,
        }

    def _option(self, option: Option, *, boost: str = "") -> str:
        if option.kind == "order":
            return self._order(f"{option.id} {boost}".rstrip())
        if option.kind in ("argue", "overrule", "weigh", "rule", "inject", "offer", "roll"):
            return self.decision(option.kind)
        return option.decision

    def _team(self, verb: str, rest: str) -> str:
        return f"{verb} {self.view.seat} {rest}".rstrip()

    def _order(self, rest: str) -> str:
        word, _, boost = rest.partition(" ")
        if not word:
            word = self._asked(tr("Which order, by its number or id"))
        boost = boost.strip().lstrip("+")
        return self._team("order", f"{option_of(self.view, word, kind='order').id} {boost}")

    def _choose(self, rest: str) -> str:
        word = rest or self._asked(tr("Which answer, by its number or id"))
        return self._team("choose", option_of(self.view, word, kind="choose").id)

    def _argue(self, rest: str) -> str:
        if rest.startswith('"'):
            return self._team("argue", rest)
        claim = rest or self._asked(tr("What do you say comes about"))
        reasons: list[str] = []
        while len(reasons) < REASONS:
            reason = self.ask(tr("Reason {number}, or nothing to end", number=len(reasons) + 1))
            if not reason:
                break
            reasons.append(quoted(reason))
        return self._team(
            "argue", f"{quoted(claim)}{' for ' if reasons else ''}{' '.join(reasons)}"
        )

    def _withdraw(self, rest: str) -> str:
        return self._team("withdraw", rest or self._asked(tr("Which offer, by its number")))

    def _offer(self, rest: str) -> str:
        if " " in rest:
            return self._team("offer", rest)
        others = [team.id for team in self.view.teams if team.id != self.view.seat]
        to = rest or self._asked(tr("To whom: {teams}", teams=", ".join(others)))
        give = self._promise(marked("What do you give, or nothing: {promises}"), self.view.seat)
        want = self._promise(marked("What do you want, or nothing: {promises}"), to)
        parts = [f"give {give}" if give else "", f"want {want}" if want else ""]
        return self._team("offer", " ".join([to, *filter(None, parts)]))

    def _promise(self, question: str, by: str) -> str:
        known = [term for term in self.view.terms if term.by == by]
        if not known:
            return ""
        listed = ", ".join(f"{number} {term.id}" for number, term in enumerate(known, 1))
        word = self.ask(tr(question, promises=listed))
        if not word:
            return ""
        term = _term(known, word)
        latest = min(self.view.turns, self.view.turn + term.due)
        turn = self.ask(tr("By which turn, or nothing for {turn}", turn=latest))
        return f"{term.id} by {turn or latest}"

    def _overrule(self, rest: str) -> str:
        pending = self.view.pending
        bands = pending.bands if pending is not None else ()
        texts = pending.band_texts if pending is not None else ()
        listed = ", ".join(
            f"{number} {title}" + (f": {texts[number - 1]}" if texts else "")
            for number, (_, title) in enumerate(bands, 1)
        )
        what, reason = self._because(rest)
        what = what or self._asked(tr("Which result ({results}), or which changes", results=listed))
        if what.isascii() and what.isdigit() and 1 <= int(what[:6]) <= len(bands):
            what = bands[int(what) - 1][0]
        elif "=" in what:
            what = bracketed(what)
        return f"overrule {what} because {self._reason(reason)}"

    def _rule(self, rest: str) -> str:
        what, reason = self._because(rest)
        what = what or self._asked(tr("What changes, as in 'name += 1, other = 3'"))
        return f"rule {bracketed(what)} because {self._reason(reason)}"

    def _weigh(self, rest: str) -> str:
        what, reason = self._because(rest)
        if not what:
            net = self._asked(tr("Net weight of the argument, for example +1"))
            success = bracketed(self.ask(tr("If it succeeds, what changes, or nothing")))
            failure = bracketed(self.ask(tr("If it fails, what changes, or nothing")))
            what = f"{net} success {success} failure {failure}"
        return f"weigh {what} because {self._reason(reason)}"

    def _inject(self, rest: str) -> str:
        what, reason = self._because(rest)
        cards = self.view.injects
        if not what:
            what = self._asked(tr("Which card, by number or id ('injects' lists them), or a title"))
            if " " in what and not what.startswith('"'):
                changes = bracketed(self.ask(tr("What changes, or nothing")))
                what = f"{quoted(what)} {changes}"
        if what.isascii() and what.isdigit() and 1 <= int(what[:6]) <= len(cards):
            what = cards[int(what) - 1].id
        return f"inject {what} because {self._reason(reason)}"

    def _roll(self, rest: str) -> str:
        faces = rest or self._asked(tr("Which faces, for example 4 2"))
        return f"roll {faces}"

    def _because(self, rest: str) -> tuple[str, str]:
        """Returns what stands before and after the first `because` that is not in quotes."""
        for match in _QUOTED_OR_BECAUSE.finditer(rest):
            if match[0] == "because":
                return rest[: match.start()].strip(), rest[match.end() :].strip()
        return rest, ""

    def _reason(self, given: str) -> str:
        reason = given or self._asked(tr("Why, for the record"))
        return reason if reason.startswith('"') else quoted(reason)

    def _asked(self, question: str) -> str:
        """Returns what is typed in answer to a question.

        Raises:
            UsageInvalid: nothing was.
        """
        answer = self.ask(question)
        if not answer:
            raise UsageInvalid(
                tr("nothing was decided"), remedy=tr("give the command again when ready")
            )
        return answer


def _term(known: list[TermView], word: str) -> TermView:
    if word.isascii() and word.isdigit() and 1 <= int(word[:6]) <= len(known):
        return known[int(word) - 1]
    for term in known:
        if term.id == word:
            return term
    raise DecisionMalformed(
        tr("'{word}' is no promise of that team", word=word[:40]),
        remedy=tr("'terms' lists the promises"),
    )


def quoted(text: str) -> str:
    """Returns text in the quotes of the notation."""
    return json.dumps(text, ensure_ascii=False)


def bracketed(patch: str) -> str:
    """Returns a list of changes in the brackets of the notation."""
    return patch if patch.startswith("[") else f"[{patch}]"
