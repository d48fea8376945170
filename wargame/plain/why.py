"""Why: what happened last, with its dice and modifiers, what it changed and what backs it."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.errors import UsageInvalid
from wargame.kernel.view import Change, View
from wargame.language import tr, trn
from wargame.plain import record, reference
from wargame.plain.choices import addend_line
from wargame.plain.speech import signed
from wargame.plain.sums import modifier, remainder
from wargame.scenario.model import Scenario


def why(view: View, scenario: Scenario, asked: str = "") -> Iterator[str]:
    """Returns why the last decision changed what it did; with a number, why the so-many-last.

    Raises:
        UsageInvalid: there is no change of that number.
    """
    if not view.changes:
        yield tr("Nothing has changed yet.")
        return
    newest = view.changes[-1].record
    told = tuple(change for change in view.changes if change.record == newest)
    for change in (_counted(view.changes, asked),) if asked else told:
        yield record.cause_line(view, change)
        yield from _roll(change)
        yield from record.delta_lines(change)
        if not change.deltas:
            yield tr("Nothing that you see on the board changed by it.")
        yield from reference.sources(scenario, change.source)


def _counted(changes: tuple[Change, ...], asked: str) -> Change:
    """Returns the change of that number, counted back from the last."""
    number = int(asked[:6]) if asked.isascii() and asked.isdigit() else 0
    if not 1 <= number <= len(changes):
        raise UsageInvalid(
            tr("'{word}' is no change of this turn or the last", word=asked[:40]),
            remedy=tr(
                "1 is the newest, {oldest} the oldest; 'changes' tells them all",
                oldest=len(changes),
            ),
        )
    return changes[-number]


def _roll(change: Change) -> Iterator[str]:
    """Returns the dice that a change came from, and what was added to them."""
    if change.faces:
        yield trn(
            "The die: {faces}, {net}, total {total}.",
            "The dice: {faces}, {net}, total {total}.",
            len(change.faces),
            faces=tr(" and ").join(map(str, change.faces)),
            net=signed(change.total - sum(change.faces)),
            total=change.total,
        )
    yield from map(addend_line, (a for a in change.addends if a.add or a.low or a.high))
    if change.faces:
        for number, reason in remainder(change.total - sum(change.faces), change.addends):
            yield modifier(number, reason)
    if change.overruled:
        yield tr("The facilitator overruled the dice: {reason}", reason=change.overruled)
