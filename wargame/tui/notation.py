"""Decisions in their notation, from what has been picked or typed on a form."""

from __future__ import annotations

import json

from wargame.text import clean


def order(decision: str, boost: int) -> str:
    """Returns an order with points put on its roll."""
    return f"{decision} +{boost}" if boost else decision


def argue(team: str, claim: str, reasons: tuple[str, ...]) -> str:
    """Returns a matrix argument; empty reasons are left out."""
    given = [_quoted(reason) for reason in reasons if clean(reason)]
    tail = " for " + " ".join(given) if given else ""
    return f"argue {team} {_quoted(claim)}{tail}"


def offer(team: str, to: str, give: tuple[str, int], want: tuple[str, int]) -> str:
    """Returns an offer; a side whose term is empty is left out."""
    sides = [
        f" {word} {term} by {turn}"
        for word, (term, turn) in (("give", give), ("want", want))
        if term
    ]
    return f"offer {team} {to}{''.join(sides)}"


def answer(team: str, number: int, accept: bool) -> str:
    """Returns the answer to an offer."""
    return f"answer {team} {number} {'yes' if accept else 'no'}"


def withdraw(team: str, number: int) -> str:
    """Returns the withdrawal of an offer."""
    return f"withdraw {team} {number}"


def _quoted(text: str) -> str:
    return json.dumps(clean(text), ensure_ascii=False)
