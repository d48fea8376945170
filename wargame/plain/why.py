"""Why: what happened last, with its dice and modifiers, what it changed and what backs it."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.errors import UsageInvalid
from wargame.kernel.view import Change, View
from wargame.plain import record, reference
from wargame.plain.choices import addend_line
from wargame.plain.speech import signed
from wargame.plain.sums import remainder
from wargame.scenario.model import Scenario


def why(view: View, scenario: Scenario, asked: str = "") -> Iterator[str]:
    """Returns why the last decision changed what it did; with a number, why the so-many-last.

    Raises:
        UsageInvalid: there is no change of that number.
    """
    if not view.changes:
        yield "Nothing has changed yet."
        return
    newest = view.changes[-1].record
    told = tuple(change for change in view.changes if change.record == newest)
    for change in (_counted(view.changes, asked),) if asked else told:
        yield record.cause_line(view, change)
        yield from _roll(change)
        yield from record.delta_lines(change)
        if not change.deltas:
            yield "Nothing that you see on the board changed by it."
        yield from reference.sources(scenario, change.source)


def _counted(changes: tuple[Change, ...], asked: str) -> Change:
    """Returns the change of that number, counted back from the last."""
    number = int(asked[:6]) if asked.isascii() and asked.isdigit() else 0
    if not 1 <= number <= len(changes):
        raise UsageInvalid(
            f"'{asked[:40]}' is no change of this turn or the last",
            remedy=f"1 is the newest, {len(changes)} the oldest; 'changes' tells them all",
        )
    return changes[-number]


def _roll(change: Change) -> Iterator[str]:
    """Returns the dice that a change came from, and what was added to them."""
    if change.faces:
        thrown = " and ".join(map(str, change.faces))
        net = signed(change.total - sum(change.faces))
        noun = "die" if len(change.faces) == 1 else "dice"
        yield f"The {noun}: {thrown}, {net}, total {change.total}."
    yield from map(addend_line, (a for a in change.addends if a.add or a.low or a.high))
    if change.faces:
        for number, reason in remainder(change.total - sum(change.faces), change.addends):
            yield f"Modifier {signed(number)}: {reason}."
    if change.overruled:
        yield f"The facilitator overruled the dice: {change.overruled}"
