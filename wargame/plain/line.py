"""The line of play in the facilitator's hands: undo and history, as lines."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.errors import UsageInvalid
from wargame.language import tr
from wargame.table.seat import LocalFacilitator

PREVIEW = "preview"


def undo(client: LocalFacilitator, rest: str) -> Iterator[str]:
    """Takes play back and returns what was taken back; after `preview`, only tells.

    `rest` is what was typed: `preview`, a record's number and `because TEXT`, all optional.
    """
    rest, _, reason = rest.partition("because")
    words = rest.split()
    is_preview = words[:1] == [PREVIEW]
    numbers = words[1:] if is_preview else words
    to = _number(" ".join(numbers)) if numbers else None
    back = client.preview_undo(to=to)
    if not is_preview:
        client.undo(to=to, reason=reason.strip())
    for decision in back:
        if is_preview:
            yield tr("Would take back: {decision}", decision=decision)
        else:
            yield tr("Taken back: {decision}", decision=decision)


def history(client: LocalFacilitator) -> Iterator[str]:
    """Returns the decisions on the current line, with the numbers of their records."""
    decisions = client.history()
    if not decisions:
        yield tr("Nothing has been decided yet.")
    for number, decision in decisions:
        yield tr("Record {record}: {decision}", record=number, decision=decision)


def _number(word: str) -> int:
    if not (word.isascii() and word.isdigit()):
        raise UsageInvalid(
            tr("'{word}' is no record's number", word=word[:40]),
            remedy=tr("'history' shows the numbers"),
        )
    return int(word[:9])
