"""Builds the options of a view: what a seat may decide now, at what cost and with what odds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wargame.kernel import decisions as d
from wargame.kernel import words
from wargame.kernel.node import bands_of, boosts, can_argue
from wargame.kernel.odds import addends, boost_gains, chances
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.sight import Glimpse, bounds
from wargame.kernel.slots import HIDDEN, NODES, OFFER_FIELDS
from wargame.kernel.view import FACILITATOR, Meeting, Option
from wargame.language import marked, tr, trn
from wargame.scenario.model import Card
from wargame.text import capital


def waiting_for(program: Program, state: State, kind: str) -> tuple[str, ...]:
    """Returns the seats that have to decide something; chance is the facilitator's to bring."""
    if kind == "orders":
        sealed = program.layout["SEALED"]
        return tuple(team for i, team in enumerate(program.teams) if not state[sealed + i])
    if kind == "choice":
        return (program.teams[state[program.layout["WHO"]]],)
    return () if kind == "over" else (FACILITATOR,)


def options(seen: Glimpse, state: State) -> tuple[Option, ...]:
    """Returns what the seat may decide; `state` is what it imagines."""
    kind = NODES[state[seen.program.layout["WAIT"]]]
    if seen.seat == FACILITATOR:
        return tuple(_facilitator(seen, state, kind))
    if seen.seat in seen.program.teams:
        return tuple(_team(seen, state, kind))
    return ()


def _option(decision: d.Decision, kind: str, title: str, text: str = "", **more: Any) -> Option:
    blank: dict[str, Any] = {
        "id": kind,
        "card": False,
        "argument": False,
        "cost": 0,
        "purse": "",
        "legal": True,
        "reasons": (),
        "effects": (),
        "odds": (),
        "addends": (),
        "boost_gain": (),
        "boosts": 0,
        "meetings": (),
        "source": (),
        "voice": "",
    }
    return Option(decision=str(decision), kind=kind, title=title, text=text, **(blank | more))


def _facilitator(seen: Glimpse, state: State, kind: str) -> Iterator[Option]:
    program = seen.program
    if kind in ("phase", "orders"):
        yield _option(d.Advance(), "advance", tr("End the phase"))
    if kind == "ruling":
        yield _option(d.Accept(), "accept", tr("Let the outcome stand"))
        for band in bands_of(program, state):
            title = tr("Overrule: {band}", band=program.scenario.called[band])
            yield _option(d.Overrule("reason", band=band), "overrule", title, id=band)


def _team(seen: Glimpse, state: State, kind: str) -> Iterator[Option]:
    program, layout = seen.program, seen.program.layout
    team = program.teams.index(seen.seat)
    phase = state[layout["PHASE"]]
    ordering = bool(phase) and program.scenario.phases[program.phases[phase - 1]].does == "orders"
    sealed = state[layout["SEALED"] + team] > 0
    if kind == "choice" and state[layout["WHO"]] == team:
        yield from _choices(program, state, seen.seat)
    if ordering and kind == "orders" and not sealed:
        yield from _orders(seen, state, team)
        yield _option(d.Seal(seen.seat), "seal", tr("Seal the orders"))
        if can_argue(program, state, team):
            yield _option(
                d.Argue(seen.seat, "claim"),
                "argue",
                tr("Make a matrix argument"),
                tr("Say what should come about, and why; the facilitator weighs it."),
            )
    if ordering and kind in ("orders", "phase") and (sealed or _has_orders(seen, team)):
        yield _option(d.Recall(seen.seat), "recall", tr("Take the orders back"))
    yield from _answers(seen, state, team, kind)


def _has_orders(seen: Glimpse, team: int) -> bool:
    per_team, first = seen.program.layout["PER_TEAM"], seen.program.layout["ORDER"]
    mine = seen.slots[first + team * per_team : first + (team + 1) * per_team]
    return any(order not in (0, HIDDEN) for order in mine)


def _choices(program: Program, state: State, seat: str) -> Iterator[Option]:
    card = program.scenario.cards[program.cards[state[program.layout["WHAT"]]]]
    for id, answer in card.choice.options.items() if card.choice else ():
        called = program.scenario.called[id]
        yield _option(
            d.Choose(seat, id),
            "choose",
            capital(called),
            answer.says,
            id=id,
            effects=words.effects(program, answer.effects, state),
            source=card.source,
            voice=card.voice,
        )


def _answers(seen: Glimpse, state: State, team: int, kind: str) -> Iterator[Option]:
    program, layout = seen.program, seen.program.layout
    phase = state[layout["PHASE"]]
    does = program.scenario.phases[program.phases[phase - 1]].does if phase else ""
    if not (does == "talk" and kind == "phase") and kind != "orders":
        return
    if state[layout["SEALED"] + team]:
        return
    for k in range(layout["OFFERS"]):
        slot = layout["OFFER"] + k * OFFER_FIELDS
        if state[slot] != layout["F_OFFERED"]:
            continue
        number = k + 1
        if state[slot + 2] == team:
            for accept in (True, False):
                answer = d.Answer(seen.seat, number, accept)
                yield _option(answer, "answer", bargain_title(answer))
        elif state[slot + 1] == team:
            withdrawal = d.Withdraw(seen.seat, number)
            yield _option(withdrawal, "withdraw", bargain_title(withdrawal))


def bargain_title(decision: d.Answer | d.Withdraw) -> str:
    """Returns the title of the option to answer or to withdraw an offer."""
    number = decision.offer
    if isinstance(decision, d.Withdraw):
        return tr("Withdraw offer {number}", number=number)
    if decision.accept:
        return tr("Accept offer {number}", number=number)
    return tr("Decline offer {number}", number=number)


def _orders(seen: Glimpse, state: State, team: int) -> Iterator[Option]:
    """Yields each move and hand card: those that can be ordered now first."""
    program, run = seen.program, seen.program.run
    out = program.scratch()
    legal = set(out[: run.legal(state, team, out)])
    mine = [
        number
        for number, id in enumerate(program.orders)
        if _is_mine(seen, number, id, team) and not _is_given(seen, number, team)
    ]
    spans = bounds(seen)
    for number in sorted(mine, key=lambda number: number not in legal):
        yield _order(seen, state, team, number, number in legal, spans)


def _is_mine(seen: Glimpse, number: int, id: str, team: int) -> bool:
    program = seen.program
    if id in program.scenario.moves:
        return program.scenario.moves[id].by == seen.seat
    held: int = seen.slots[program.layout["PLACE"] + program.run.CARD[number]]
    return held == team + 1


def _is_given(seen: Glimpse, number: int, team: int) -> bool:
    layout = seen.program.layout
    first = layout["ORDER"] + team * layout["PER_TEAM"]
    given = seen.slots[first : first + layout["PER_TEAM"]]
    return number + 1 in given


def _order(
    seen: Glimpse,
    state: State,
    team: int,
    number: int,
    legal: bool,
    spans: dict[int, tuple[int, int]],
) -> Option:
    program, run = seen.program, seen.program.run
    id = program.orders[number]
    record = program.order(id)
    added = addends(program, state, number, spans)
    most = program.scenario.about.boosts
    purse = run.PAYS[number * len(program.teams) + team]
    first = run.PURSE_TEAM.index(team)
    purse_title = list(program.scenario.teams[seen.seat].purses.values())[purse - first].title
    return _option(
        d.Order(seen.seat, id),
        "order",
        record.title,
        record.text,
        id=id,
        card=isinstance(record, Card),
        argument=run.ARGUMENT[number] > 0,
        cost=record.cost,
        purse=purse_title,
        legal=legal,
        reasons=() if legal else _reasons(seen, state, team, number, purse, purse_title),
        effects=words.effects(program, record.effects, state),
        odds=chances(program, state, number, added),
        addends=added,
        boost_gain=boost_gains(program, number, added, most),
        boosts=boosts(program, state, team, number) if legal else 0,
        meetings=_meetings(program, number, team),
        source=record.source,
        voice=record.voice,
    )


def _reasons(
    seen: Glimpse, state: State, team: int, number: int, purse: int, purse_title: str
) -> tuple[str, ...]:
    """Returns why an order cannot be given now, from what the seat knows."""
    program, layout, run = seen.program, seen.program.layout, seen.program.run
    record = program.order(program.orders[number])
    found = [
        tr("needs: {condition}", condition=said)
        for text, said in words.conditions(program, record.needs)
        if not program.holds(text, state)
    ]
    left = run.left_in(state, purse)
    if left < record.cost:
        sentence = marked("costs {cost} {purse}, {left} left")
        found.append(tr(sentence, cost=record.cost, purse=purse_title, left=left))
    about = program.scenario.about
    first = layout["ORDER"] + team * layout["PER_TEAM"]
    argument = run.ARGUMENT[number] > 0
    places = (
        state[first + about.orders : first + layout["PER_TEAM"]]
        if argument
        else state[first : first + about.orders]
    )
    if not places:
        found.append(tr("no arguments are given in this game"))
    elif 0 not in places:
        number = len(places)
        found.append(
            trn("{number} argument given already", "{number} arguments given already", number)
            if argument
            else trn("{number} order given already", "{number} orders given already", number)
        )
    return tuple(found)


def _meetings(program: Program, number: int, team: int) -> tuple[Meeting, ...]:
    """Returns the clashes that this order is part of, whoever gives the other."""
    id = program.orders[number]
    found = []
    for clash in program.scenario.clashes.values():
        if id not in clash.between:
            continue
        other = next(order for order in clash.between if order != id)
        record = program.order(other)
        by = record.deck if isinstance(record, Card) else record.by
        found.append(
            Meeting(
                with_team=words.team_title(program, by),
                with_order=other,
                with_title=record.title,
                title=clash.title,
                says=clash.says,
                voids_this=id in clash.voids,
            )
        )
    return tuple(found)
