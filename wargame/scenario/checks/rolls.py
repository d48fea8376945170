"""Checks what is rolled: each outcome has its band, and each band can come up."""

from __future__ import annotations

from wargame.language import tr
from wargame.scenario.checks.survey import Survey
from wargame.scenario.model import Card, Move, Roll
from wargame.scenario.problems import Path


def check_rolls(survey: Survey) -> None:
    """Records a fault where outcomes and bands differ, and a warning for bands out of reach."""
    for id, move in survey.scenario.moves.items():
        _check_order(survey, ("moves", id), move)
    for id, card in survey.scenario.cards.items():
        _check_order(survey, ("cards", id), card)


def _check_order(survey: Survey, path: Path, order: Move | Card) -> None:
    if not order.roll:
        for key in ("modifiers", "outcomes"):
            if getattr(order, key):
                survey.fault(
                    (*path, key),
                    tr("nothing is rolled"),
                    tr("name a `roll`, or drop `{key}`", key=key),
                )
        return
    roll = survey.scenario.rolls.get(order.roll)
    if roll is None:
        return
    if len(order.modifiers) > roll.modifiers:
        survey.fault(
            (*path, "modifiers"),
            tr(
                "{number} modifiers, '{roll}' allows {most}",
                number=len(order.modifiers),
                roll=order.roll,
                most=roll.modifiers,
            ),
            tr("put some together"),
        )
    what = tr("band of '{roll}'", roll=order.roll)
    for band in order.outcomes:
        survey.refer((*path, "outcomes", band), band, roll.bands, what)
    missing = [band for band in roll.bands if band not in order.outcomes]
    if missing:
        survey.fault(
            (*path, "outcomes"),
            tr("no outcome for {bands}", bands=", ".join(missing)),
            tr("write one for each band"),
        )
    reached = _reached(survey, path, order, roll)
    for band in roll.bands:
        if band in order.outcomes and band not in reached:
            survey.warn(
                (*path, "outcomes", band),
                tr("'{band}' can never come up", band=band),
                tr("change the modifiers, or the band"),
                code="scenario.outcome",
            )


def _reached(survey: Survey, path: Path, order: Move | Card, roll: Roll) -> set[str]:
    """Returns the bands that some total can fall in, whatever the state."""
    adds = [
        survey.values.get((*path, "modifiers", str(number), "add"))
        for number in range(len(order.modifiers))
    ]
    low = sum(add.low for add in adds if add is not None)
    high = sum(add.high for add in adds if add is not None) + survey.scenario.about.boosts
    least = roll.dice + max(-roll.net, min(roll.net, low))
    most = roll.dice * roll.sides + max(-roll.net, min(roll.net, high))
    reached: set[str] = set()
    start = least
    for id, band in roll.bands.items():
        end = most if band.upto is None else min(band.upto, most)
        if start <= end:
            reached.add(id)
        start = max(start, end + 1)
    return reached
