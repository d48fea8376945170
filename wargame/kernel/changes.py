"""Changes: what a decision changed and why, as far as a seat may see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve, frozen

from wargame.kernel import decisions as d
from wargame.kernel import odds, patches, words
from wargame.kernel.program import NO_YES, Cause, Program
from wargame.kernel.setup import State
from wargame.kernel.sight import bounds, glimpse, hidden, imagine, is_revealed
from wargame.kernel.view import Addend, Change, Delta
from wargame.language import tr

ROLLED = ("outcome", "argument")
"""Kinds of change that come from a roll."""


@frozen
class _Label:
    """Is how a cause is named to people."""

    kind: str
    team: str
    title: str
    says: str
    source: tuple[str, ...]
    voice: str


def changes(
    program: Program,
    before: State,
    after: State,
    causes: Iterable[Cause],
    decision: d.Decision,
    seat: str,
    *,
    record: int,
    faces: tuple[int, ...] = (),
) -> tuple[Change, ...]:
    """Returns what a decision changed, cause by cause, without what the seat does not see.

    `faces` are those of the roll that the decision settles, if it settles one.
    """
    unseen = hidden(program, before, seat) | hidden(program, after, seat)
    # what a new turn brings by itself happens in that turn and not in the one that has just ended
    turn = after[program.layout["TURN"]]
    found = list(_revealed(program, before, after, turn, record))
    for cause in causes:
        deltas = tuple(_deltas(program, cause, unseen))
        label = _label(program, before, cause, decision, unseen)
        if deltas or label.kind in ("outcome", "event", "choice", "clash"):
            change = Change(
                record=record,
                turn=turn,
                kind=label.kind,
                team=label.team,
                title=label.title,
                says=label.says,
                deltas=deltas,
                source=label.source,
                voice=label.voice,
            )
            if label.kind in ROLLED:
                change = evolve(
                    change,
                    faces=faces,
                    addends=added(program, before, seat),
                    total=before[program.layout["TOTAL"]],
                    overruled=decision.reason if isinstance(decision, d.Overrule) else "",
                )
            found.append(change)
    return tuple(found)


def added(program: Program, before: State, seat: str) -> tuple[Addend, ...]:
    """Returns what was added to the dice of a pending outcome, for what the seat knew of it.

    A modifier that reads what the seat does not see is given as the seat would guess it, with its
    range.
    """
    layout, seen = program.layout, glimpse(program, before, seat)
    state = imagine(seen)
    order = state[layout["WHAT"]]
    if order == layout["FREE"]:
        return (_certain(state[layout["WEIGHED"]], tr("The weight of the argument")),)
    boost = state[layout["BOOST"] + state[layout["QUEUE"] + state[layout["CURSOR"]]]]
    modifiers = odds.addends(program, state, order, bounds(seen))
    return (*modifiers, _certain(boost, tr("Points put on the roll"))) if boost else modifiers


def _certain(add: int, why: str) -> Addend:
    return Addend(add=add, low=add, high=add, why=why, source=())


def _revealed(
    program: Program, before: State, after: State, turn: int, record: int
) -> Iterator[Change]:
    """Yields the orders that this decision laid open."""
    if is_revealed(program, before) or not is_revealed(program, after):
        return
    layout = program.layout
    for entry in after[layout["QUEUE"] : layout["QUEUE"] + after[layout["QUEUED"]]]:
        number = after[layout["ORDER"] + entry] - 1
        team = program.teams[entry // layout["PER_TEAM"]]
        order = program.order(program.orders[number]) if number < layout["FREE"] else None
        yield Change(
            record=record,
            turn=turn,
            kind="reveal",
            team=team,
            title=order.title if order else tr("A matrix argument"),
            says="",
            deltas=(),
            source=order.source if order else (),
            voice=order.voice if order else "",
        )


def _deltas(program: Program, cause: Cause, unseen: set[int]) -> Iterator[Delta]:
    for slot, old, new in cause.changes:
        named = program.board.get(slot)
        if named is None or slot in unseen:
            continue
        name, texts = named
        yield Delta(
            gauge=name,
            title=words.title_of(program, name) if name != "last_turn" else tr("Last turn"),
            before=_value(texts, old),
            after=_value(texts, new),
        )


def _value(texts: tuple[str, ...], value: int) -> str:
    if not texts:
        return str(value).replace("-", words.MINUS)
    return tr(texts[value]) if texts is NO_YES else texts[value]


def _label(
    program: Program, before: State, cause: Cause, decision: d.Decision, unseen: set[int]
) -> _Label:
    scenario = program.scenario
    kind, _, rest = cause.function.partition("_")
    id, _, part = rest.partition("__")
    if kind in ("act", "outcome"):
        order = program.order(id)
        says = order.outcomes[part].says if part else order.text
        team = _who_gave(program, before, program.order_number[id])
        return _cited("move" if kind == "act" else "outcome", team, order, says)
    if kind in ("event", "option"):
        card = scenario.cards[id]
        if kind == "option" and card.choice:
            return _cited("choice", card.choice.by, card, card.choice.options[part].says)
        return _cited("event", "", card, card.text)
    if kind == "rule":
        return _cited("rule", "", scenario.rules[rest], scenario.rules[rest].text)
    if kind == "clash":
        return _cited("clash", "", scenario.clashes[rest], scenario.clashes[rest].says)
    if kind == "preset":
        preset = scenario.presets[rest]
        return _Label("preset", "", preset.title, preset.says, (), "")
    if kind == "deal":
        return _promised(program, cause, kept=rest == "kept")
    return _ruled(program, decision, unseen)


def _promised(program: Program, cause: Cause, *, kept: bool) -> _Label:
    doer = program.teams[cause.actor]
    team, other = (words.team_title(program, id) for id in (doer, program.teams[cause.other]))
    if kept:
        title = tr("A promise kept")
        says = tr("{team} has kept its promise to {other}.", team=team, other=other)
    else:
        title = tr("A promise broken")
        says = tr("{team} has broken its promise to {other}.", team=team, other=other)
    return _Label("deal", doer, title, says, (), "")


def _who_gave(program: Program, state: State, order: int) -> str:
    """Returns the team whose order this is, among those of this turn."""
    first, per_team = program.layout["ORDER"], program.layout["PER_TEAM"]
    given = state[first : first + len(program.teams) * per_team]
    return program.teams[given.index(order + 1) // per_team]


def _cited(kind: str, team: str, record: Any, says: str) -> _Label:
    return _Label(kind, team, record.title, says, record.source, record.voice)


def _ruled(program: Program, decision: d.Decision, unseen: set[int]) -> _Label:
    patch: d.Patch = getattr(decision, "patch", ())
    secret = any(patches.slot_of(program, adjust.name) in unseen for adjust in patch)
    # the words may speak of what the seat does not see
    reason = "" if secret else getattr(decision, "reason", "")
    if isinstance(decision, d.Inject):
        title = tr("An event") if secret else decision.title
        return _Label("inject", "", title, reason, (), "")
    if isinstance(decision, d.Accept):
        return _Label("argument", "", tr("A matrix argument"), "", (), "")
    return _Label("ruling", "", tr("The facilitator's ruling"), reason, (), "")
