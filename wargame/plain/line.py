"""The line of play in the facilitator's hands: undo, redo, history, as lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from wargame.errors import UsageInvalid
from wargame.kernel.decisions import parse, seat_of
from wargame.table.client import FacilitatorClient

PREVIEW = "preview"


def undo(client: FacilitatorClient, rest: str, *, is_human: Callable[[str], bool]) -> Iterator[str]:
    """Takes play back and returns what was taken back; after `preview`, only tells.

    Without a number play goes back to before the last decision that a person made: what the
    program decides by itself, it would at once decide again.
    """
    word, _, number = rest.partition(" ") if rest.startswith(PREVIEW) else ("", "", rest)
    to = _record(number.strip()) if number else _before_last(client, is_human)
    back = client.preview_undo(to=to)
    if not word:
        client.undo(to=to)
    for decision in back:
        yield f"{'Would take back' if word else 'Taken back'}: {decision}"


def history(client: FacilitatorClient) -> Iterator[str]:
    """Returns the decisions on the current line, with the numbers of their records."""
    decisions = client.history()
    if not decisions:
        yield "Nothing has been decided yet."
    for number, decision in decisions:
        yield f"Record {number}: {decision}"


def _record(word: str) -> int:
    if not (word.isascii() and word.isdigit()):
        raise UsageInvalid(
            f"'{word[:40]}' is no record's number", remedy="'history' shows the numbers"
        )
    return int(word[:9])


def _before_last(client: FacilitatorClient, is_human: Callable[[str], bool]) -> int | None:
    """Returns the record before the last decision of a person; None where there is none."""
    numbers = [0]
    found = None
    for number, decision in client.history():
        if is_human(seat_of(parse(decision))):
            found = numbers[-1]
        numbers.append(number)
    return found
