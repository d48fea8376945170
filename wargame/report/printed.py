"""Printed: one entry of a scenario as it would be printed on a card, for people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from wargame.kernel import words
from wargame.kernel.odds import band_odds
from wargame.kernel.program import Program
from wargame.language import tr
from wargame.report.catalogue import Key
from wargame.report.catalogue import kind as kind_of
from wargame.report.sources import described, listed, sentence
from wargame.scenario.model import (
    Agenda,
    Card,
    Cited,
    Clash,
    Deck,
    Ending,
    Formula,
    Goal,
    Hypothesis,
    Modifier,
    Move,
    Outcome,
    Phase,
    Preset,
    Roll,
    Rule,
    Team,
    Term,
)

_GAP = re.compile(r"\{[^}]*\}")
"""Where a closing line says what has come about in the game that is told of."""


@frozen
class Part:
    """Is a paragraph of a card: a heading, which may be empty, and its lines."""

    title: str
    lines: tuple[str, ...]


@frozen
class BandOdds:
    """Is a result of a roll: what it says and does, and how likely it is for each net modifier."""

    title: str
    says: str
    does: tuple[str, ...]
    odds: tuple[float, ...]


@frozen
class Addition:
    """Is a modifier of a roll: what it adds and when, why, and what backs it."""

    add: str
    why: str
    source: tuple[str, ...]


@frozen(kw_only=True)
class Printed:
    """Is an entry as a card: what it is, how it is met, what it says and does, what backs it.

    `nets` are the net modifiers for which each band of the roll has its odds: what stands on the
    board in a game is not known here.
    """

    key: Key
    title: str
    kind: str
    met: str = ""
    text: str = ""
    parts: tuple[Part, ...] = ()
    nets: tuple[int, ...] = ()
    bands: tuple[BandOdds, ...] = ()
    additions: tuple[Addition, ...] = ()
    source: tuple[str, ...] = ()
    voice: str = ""
    date: str = ""
    reason: str = ""


def printed(program: Program, key: Key) -> Printed:
    """Returns an entry of the catalogue as a card."""
    record = getattr(program.scenario, key.section)[key.id]
    kind, met = kind_of(key.section), ""
    backing: dict[str, Any] = {}
    if isinstance(record, Cited):
        kind, met, _ = described(program, (key.section, key.id), record)
        backing = {
            "source": record.source,
            "voice": record.voice,
            "date": record.date,
            "reason": record.reason,
        }
    if isinstance(record, Term):
        met = tr("Offered in a deal")
    rolled = (
        _rolled(program, key.id, record) if isinstance(record, Move | Card) and record.roll else {}
    )
    return Printed(
        key=key,
        title=getattr(record, "title", key.id),
        kind=kind,
        met=sentence(met) if met else "",
        text=getattr(record, "text", "") or getattr(record, "says", ""),
        parts=tuple(part for part in _parts(program, key, record) if part.lines),
        **rolled,
        **backing,
    )


def _rolled(program: Program, id: str, order: Move | Card) -> dict[str, Any]:
    roll = program.scenario.rolls[order.roll]
    number = program.run.ROLL[program.orders.index(id)]
    nets = tuple(range(-roll.net, roll.net + 1))
    columns = [band_odds(program, number, net) for net in nets]
    return {
        "nets": nets,
        "bands": tuple(
            BandOdds(
                band.title,
                order.outcomes[id].says,
                _effects(program, order.outcomes[id].effects),
                tuple(column[at] for column in columns),
            )
            for at, (id, band) in enumerate(roll.bands.items())
        ),
        "additions": tuple(_addition(program, order, modifier) for modifier in order.modifiers),
    }


def _addition(program: Program, order: Move | Card, modifier: Modifier) -> Addition:
    add = words.amount(program, modifier.add)
    return Addition(add, modifier.why, modifier.source or order.source)


def _parts(program: Program, key: Key, record: Any) -> Iterator[Part]:
    """Returns what stands on the card below its text."""
    match record:
        case Move() | Rule():
            yield Part(tr("It does"), _effects(program, record.effects))
        case Card():
            yield Part(tr("It does"), _effects(program, record.effects))
            if record.choice is not None:
                asked = words.team_title(program, record.choice.by)
                yield Part(
                    tr("{team} is asked: {question}", team=asked, question=record.choice.ask),
                    tuple(_answer(program, option) for option in record.choice.options.values()),
                )
        case Clash():
            voids = tuple(
                tr("{orders} comes to nothing", orders=program.order(id).title)
                for id in record.voids
            )
            yield Part(tr("It does"), (*_effects(program, record.effects), *voids))
        case Ending():
            told = tuple(_GAP.sub("\N{HORIZONTAL ELLIPSIS}", line.say) for line in record.closing)
            yield Part(tr("It is told so"), told)
        case Agenda():
            yield Part(tr("Aims"), tuple(_goal(goal) for goal in record.goals.values()))
        case Term():
            _, _, kept = described(program, (key.section, key.id), record)
            yield Part(tr("It is checked"), (sentence(kept),) if kept else ())
        case Goal():
            yield Part(tr("Worth"), (tr("Up to {points} points.", points=record.points),))
        case Team():
            yield Part(tr("Brief"), (record.brief.strip(),))
            yield Part(tr("Has to spend"), tuple(map(_purse, record.purses.values())))
        case Hypothesis():
            off = program.scenario.switches[record.control].title
            yield Part(tr("Its control"), (tr("{switch}, turned off, must break it.", switch=off),))
            least = tr("In at least {number} games of 100 that count.", number=record.least)
            yield Part(tr("It holds"), (least,))
        case _:
            yield from _plain_parts(program, key, record)


def _plain_parts(program: Program, key: Key, record: Any) -> Iterator[Part]:
    """Returns the parts of what cites nothing: the frame that a game is played in."""
    match record:
        case Deck():
            titles = tuple(
                card.title for card in program.scenario.cards.values() if card.deck == key.id
            )
            owners = listed([words.team_title(program, team) for team in record.to])
            yield Part(tr("Dealt to"), (owners,) if owners else ())
            yield Part(tr("{number} cards", number=len(titles)), titles)
        case Roll():
            dice = tr("{dice}, with {sides} sides.", dice=record.dice, sides=record.sides)
            yield Part(tr("Dice"), (dice,))
            yield Part(tr("Results"), tuple(_band(record)))
        case Phase():
            minutes = tr("{number} minutes.", number=record.minutes)
            yield Part(tr("Time"), (minutes,) if record.minutes else ())
        case Preset():
            turns = record.turns or program.scenario.about.turns
            length = tr("Turns {first} to {last}.", first=record.first_turn, last=turns)
            yield Part(tr("Length"), (length,))
            yield Part(tr("It begins with"), _effects(program, record.effects))


def _answer(program: Program, option: Outcome) -> str:
    effects = "; ".join(_effects(program, option.effects))
    return " ".join(sentence(part) for part in (option.says, effects) if part)


def _goal(goal: Goal) -> str:
    return tr(
        "{goal} (up to {points}): {says}", goal=goal.title, points=goal.points, says=goal.says
    )


def _purse(purse: Any) -> str:
    return tr(
        "{purse}: {income} a turn, at most {bank} kept.",
        purse=purse.title,
        income=purse.income,
        bank=purse.bank,
    )


def _band(roll: Roll) -> Iterator[str]:
    for band in roll.bands.values():
        if band.upto is None:
            yield tr("{result}: above that", result=band.title)
        else:
            yield tr("{result}: up to {most}", result=band.title, most=band.upto)


def _effects(program: Program, effects: tuple[Formula, ...]) -> tuple[str, ...]:
    return tuple(words.effect(program, effect) for effect in effects)
