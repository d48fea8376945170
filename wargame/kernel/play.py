"""Play: `step(program, state, decision) -> state`, and what the state is waiting for.

A state is a list of ints and is never changed in place here. What is refused is refused before
anything is changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from attrs import frozen

from wargame.errors import CapacityReached, DecisionIllegal, DecisionMalformed
from wargame.kernel import decisions as d
from wargame.kernel import patches
from wargame.kernel.program import Cause, Program
from wargame.kernel.setup import Setup, State, empty_state
from wargame.kernel.slots import NODES, OFFER_FIELDS
from wargame.kernel.view import FACILITATOR
from wargame.text import nearest

CHANCE = "chance"


@frozen
class Node:
    """Is what play waits for: its kind (docs/flow.md) and the seats that have to decide."""

    kind: str
    seats: tuple[str, ...]


def begin(program: Program, setup: Setup) -> State:
    """Returns the state at the first node of a new game.

    Raises:
        UsageInvalid: the preset, a switch or the seed cannot be used.
    """
    s = empty_state(program, setup)
    _rest(program, program.run, s)
    program.take_causes()
    return s


def node(program: Program, state: State) -> Node:
    """Returns what play waits for."""
    layout = program.layout
    kind = NODES[state[layout["WAIT"]]]
    if kind == "orders":
        sealed = layout["SEALED"]
        return Node(kind, tuple(t for i, t in enumerate(program.teams) if not state[sealed + i]))
    if kind in ("agenda", "card", "dice"):
        return Node(kind, (CHANCE,))
    if kind == "choice":
        return Node(kind, (program.teams[state[layout["WHO"]]],))
    if kind == "over":
        return Node(kind, ())
    return Node(kind, (FACILITATOR,))


def step(program: Program, state: State, decision: d.Decision) -> State:
    """Returns the state after a decision.

    Raises:
        DecisionMalformed: it names something that does not exist.
        DecisionIllegal: the rules do not allow it now.
        CapacityReached: a fixed capacity of the ruleset is used up.
    """
    s = state.copy()
    _play(program, program.run, s, decision)
    return s


def trace(program: Program, state: State, decision: d.Decision) -> tuple[State, tuple[Cause, ...]]:
    """Returns the state after a decision and what changed it, in order. Raises as `step`."""
    s = state.copy()
    program.take_causes()
    _play(program, program.traced, s, decision)
    return s, program.take_causes()


def chance(program: Program, state: State) -> d.Decision:
    """Returns the engine's draw at a chance node: the same for the same seed, turn and purpose.

    Raises:
        DecisionIllegal: chance has nothing to decide.
    """
    layout, run = program.layout, program.run
    kind = node(program, state).kind
    who, what = state[layout["WHO"]], state[layout["WHAT"]]
    if kind == "agenda":
        return d.Deal(program.teams[who], program.agendas[who][run.chance_agenda(state)])
    if kind == "card":
        card = run.chance_card(state, program.scratch())
        return d.Draw(program.cards[card], program.teams[who - 1] if who else "")
    if kind == "dice":
        return d.Roll(_faces(program, state, what))
    raise DecisionIllegal("nothing to draw now", remedy=f"play waits for: {kind}")


def _faces(program: Program, state: State, what: int) -> tuple[int, ...]:
    layout, run = program.layout, program.run
    roll = run.roll_of(state)
    purpose = what + (state[layout["WHO"]] if what == layout["FREE"] else 0)
    seed = (state[layout["SEED_A"]], state[layout["SEED_B"]], state[layout["TURN"]])
    return tuple(
        1 + run.number(*seed, layout["PURPOSE_DICE"] + purpose, i, run.SIDES[roll])
        for i in range(run.DICE[roll])
    )


def digest(state: State) -> str:
    """Returns 16 hexadecimal digits that differ for different states."""
    text = ",".join(map(str, state))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def turn_of(program: Program, state: State) -> int:
    """Returns the number of the turn, from 1."""
    return state[program.layout["TURN"]]


def phase_of(program: Program, state: State) -> str:
    """Returns the id of the phase, or "" while agendas and hands are dealt."""
    number = state[program.layout["PHASE"]]
    return program.phases[number - 1] if number else ""


def does(program: Program, state: State) -> str:
    """Returns what the phase is for (PHASE_KINDS), or "" while agendas and hands are dealt."""
    phase = phase_of(program, state)
    return program.scenario.phases[phase].does if phase else ""


def drawable(program: Program, state: State) -> tuple[str, ...]:
    """Returns the cards that the card node can draw."""
    out = program.scratch()
    return tuple(program.cards[c] for c in out[: program.run.drawable(state, out)])


def _rest(program: Program, run: Any, s: State) -> None:
    """Lets play run to the next node, passing over cards that are owed but not to be had."""
    out = program.scratch()
    run.settle(s, out)
    while NODES[s[program.layout["WAIT"]]] == "card" and run.drawable(s, out) == 0:
        run.forgo_cards(s)
        run.settle(s, out)


def _play(program: Program, run: Any, s: State, decision: d.Decision) -> None:
    handler = _HANDLERS[type(decision)]
    handler(program, run, s, decision)
    _rest(program, run, s)


def _refuse(message: str, remedy: str) -> DecisionIllegal:
    return DecisionIllegal(message, remedy=remedy)


def _at(program: Program, s: State, kind: str, what: str) -> None:
    now = NODES[s[program.layout["WAIT"]]]
    if now != kind:
        raise _refuse(f"{what} is not possible now", f"play waits for: {now}")


def team_number(program: Program, team: str) -> int:
    """Returns a team's number.

    Raises:
        DecisionMalformed: there is no such team.
    """
    if team not in program.teams:
        raise DecisionMalformed(
            f"no team '{team}'{nearest(team, program.teams)}",
            remedy="one of: " + ", ".join(program.teams),
        )
    return program.teams.index(team)


def _deal(program: Program, run: Any, s: State, decision: d.Deal) -> None:
    _at(program, s, "agenda", "dealing an agenda")
    team = team_number(program, decision.team)
    due = s[program.layout["WHO"]]
    if team != due:
        raise _refuse(f"'{decision.team}' is not dealt to now", f"deal to {program.teams[due]}")
    held = program.agendas[team]
    if decision.agenda not in held:
        raise DecisionMalformed(
            f"'{decision.team}' has no agenda '{decision.agenda}'{nearest(decision.agenda, held)}",
            remedy="one of: " + ", ".join(held),
        )
    run.give_agenda(s, team, held.index(decision.agenda))


def _draw(program: Program, run: Any, s: State, decision: d.Draw) -> None:
    _at(program, s, "card", "drawing a card")
    who = s[program.layout["WHO"]]
    team = program.teams[who - 1] if who else ""
    if decision.team != team:
        raise _refuse(
            f"'{decision.team or 'the table'}' is not dealt to now",
            f"draw for {team or 'the table'}",
        )
    cards = drawable(program, s)
    if decision.card not in cards:
        raise _refuse(
            f"'{decision.card}' cannot be drawn now{nearest(decision.card, cards)}",
            "one of: " + ", ".join(cards),
        )
    run.give_card(s, program.cards.index(decision.card))


def _roll(program: Program, run: Any, s: State, decision: d.Roll) -> None:
    _at(program, s, "dice", "rolling dice")
    roll = run.roll_of(s)
    dice, sides = run.DICE[roll], run.SIDES[roll]
    if len(decision.faces) != dice or not all(1 <= face <= sides for face in decision.faces):
        raise _refuse(
            f"{' '.join(map(str, decision.faces))} are not the faces of this roll",
            f"{dice} numbers from 1 to {sides}",
        )
    run.roll_dice(s, sum(decision.faces))


def _choose(program: Program, run: Any, s: State, decision: d.Choose) -> None:
    _at(program, s, "choice", "choosing")
    layout = program.layout
    if team_number(program, decision.team) != s[layout["WHO"]]:
        raise _refuse(
            f"the question is not put to '{decision.team}'",
            f"'{program.teams[s[layout['WHO']]]}' answers it",
        )
    choice = program.scenario.cards[program.cards[s[layout["WHAT"]]]].choice
    options = tuple(choice.options) if choice else ()
    if decision.option not in options:
        raise DecisionMalformed(
            f"no option '{decision.option}'{nearest(decision.option, options)}",
            remedy="one of: " + ", ".join(options),
        )
    run.choose(s, options.index(decision.option))


def _ordering(program: Program, s: State, team: int) -> None:
    if does(program, s) != "orders":
        raise _refuse("orders are not given now", "wait for the phase of orders")
    if s[program.layout["SEALED"] + team]:
        raise _refuse(f"'{program.teams[team]}' has sealed its orders", "recall them first")


def _order(program: Program, run: Any, s: State, decision: d.Order) -> None:
    team = team_number(program, decision.team)
    _ordering(program, s, team)
    if decision.order not in program.order_number:
        raise DecisionMalformed(
            f"no move or card '{decision.order}'{nearest(decision.order, program.orders)}",
            remedy="see the options",
        )
    out = program.scratch()
    number = program.order_number[decision.order]
    possible = out[: run.legal(s, team, out)]
    if number not in possible:
        raise _refuse(
            f"'{decision.order}' cannot be ordered now",
            "possible: " + (", ".join(program.orders[i] for i in possible) or "nothing, seal"),
        )
    spare = boosts(program, s, team, number)
    if decision.boost > spare:
        raise _refuse(f"a boost of {decision.boost} on '{decision.order}'", f"at most {spare}")
    run.place_order(s, team, number, decision.boost)


def boosts(program: Program, state: State, team: int, order: int) -> int:
    """Returns how many points the team could add to the roll of an order it could give."""
    layout, run = program.layout, program.run
    if run.ROLL[order] == 0:
        return 0
    purse = run.PAYS[order * len(program.teams) + team]
    left = state[layout["PURSE"] + purse] - state[layout["SPENT"] + purse] - run.COST[order]
    return max(0, min(layout["MOST_BOOST"], left))


def can_argue(program: Program, state: State, team: int) -> bool:
    """Returns whether the team has room for a matrix argument of its own."""
    about = program.scenario.about
    first = program.layout["ORDER"] + team * program.layout["PER_TEAM"] + about.orders
    return bool(about.roll) and 0 in state[first : first + about.arguments]


def _argue(program: Program, run: Any, s: State, decision: d.Argue) -> None:
    team = team_number(program, decision.team)
    _ordering(program, s, team)
    if not can_argue(program, s, team):
        raise CapacityReached(
            f"'{decision.team}' has made its argument this turn", remedy="recall it first"
        )
    run.place_order(s, team, program.layout["FREE"], 0)


def _seal(program: Program, run: Any, s: State, decision: d.Seal) -> None:
    team = team_number(program, decision.team)
    _ordering(program, s, team)
    run.seal(s, team)


def _recall(program: Program, run: Any, s: State, decision: d.Recall) -> None:
    team = team_number(program, decision.team)
    if does(program, s) != "orders" or NODES[s[program.layout["WAIT"]]] not in ("orders", "phase"):
        raise _refuse("orders can be taken back until the reveal only", "play on")
    run.recall(s, team)


def _talking(program: Program, s: State, team: int) -> None:
    kind = NODES[s[program.layout["WAIT"]]]
    if not (kind == "phase" and does(program, s) == "talk") and kind != "orders":
        raise _refuse("offers are made while teams talk or write orders", f"play waits for: {kind}")
    if s[program.layout["SEALED"] + team]:
        raise _refuse(f"'{program.teams[team]}' has sealed its orders", "recall them first")


def _offer(program: Program, run: Any, s: State, decision: d.Offer) -> None:
    layout, deals = program.layout, program.scenario.deals
    team, to = team_number(program, decision.team), team_number(program, decision.to)
    _talking(program, s, team)
    if team == to:
        raise _refuse(f"'{decision.team}' cannot deal with itself", "name another team")
    latest = min(s[layout["TURN"]] + deals.longest, s[layout["LAST_TURN"]])
    for term, by, promiser in (
        (decision.give, decision.give_by, decision.team),
        (decision.want, decision.want_by, decision.to),
    ):
        if not term:
            continue
        terms = {id: t for id, t in program.scenario.terms.items() if t.by == promiser}
        if term not in terms:
            raise DecisionMalformed(
                f"'{promiser}' cannot promise '{term}'{nearest(term, tuple(terms))}",
                remedy="one of: " + ", ".join(terms),
            )
        if not s[layout["TURN"]] <= by <= latest:
            raise _refuse(
                f"turn {by} is no deadline for '{term}'", f"{s[layout['TURN']]} to {latest}"
            )
    for k in range(deals.limit):
        slot = layout["OFFER"] + k * OFFER_FIELDS
        if s[slot] in (layout["F_FREE"], layout["F_FINISHED"]):
            break
    else:
        raise CapacityReached(
            f"{deals.limit} offers and deals stand already", remedy="withdraw or answer one"
        )
    ids = list(program.scenario.terms)
    s[slot : slot + OFFER_FIELDS] = [
        layout["F_OFFERED"],
        team,
        to,
        ids.index(decision.give) + 1 if decision.give else 0,
        decision.give_by,
        ids.index(decision.want) + 1 if decision.want else 0,
        decision.want_by,
        0,
        0,
    ]


def _open_offer(program: Program, s: State, number: int, party: int, field: int) -> int:
    """Returns the slot of an open offer in which `party` is the one that `field` names."""
    layout = program.layout
    slot = layout["OFFER"] + (number - 1) * OFFER_FIELDS
    known = 1 <= number <= program.scenario.deals.limit
    if not known or s[slot] != layout["F_OFFERED"] or s[slot + field] != party:
        raise _refuse(f"no open offer {number} is yours to decide", "see the offers")
    return slot


def _answer(program: Program, run: Any, s: State, decision: d.Answer) -> None:
    team = team_number(program, decision.team)
    _talking(program, s, team)
    slot = _open_offer(program, s, decision.offer, team, 2)
    if not decision.accept:
        run.clear_offer(s, slot)
        return
    layout = program.layout
    for party in (s[slot + 1], s[slot + 2]):
        purse = run.FIRST_PURSE[party]
        if s[layout["PURSE"] + purse] - s[layout["SPENT"] + purse] < layout["STAKE"]:
            raise _refuse(
                f"'{program.teams[party]}' cannot put up the stake of {layout['STAKE']}",
                "keep a point back, or recall orders",
            )
    run.strike(s, decision.offer - 1)


def _withdraw(program: Program, run: Any, s: State, decision: d.Withdraw) -> None:
    team = team_number(program, decision.team)
    _talking(program, s, team)
    run.clear_offer(s, _open_offer(program, s, decision.offer, team, 1))


def _accept(program: Program, run: Any, s: State, decision: d.Accept) -> None:
    _at(program, s, "ruling", "accepting an outcome")
    run.accept(s)


def _overrule(program: Program, run: Any, s: State, decision: d.Overrule) -> None:
    _at(program, s, "ruling", "overruling an outcome")
    if decision.band:
        bands = bands_of(program, s)
        if decision.band not in bands:
            raise DecisionMalformed(
                f"no band '{decision.band}'{nearest(decision.band, bands)}",
                remedy="one of: " + ", ".join(bands),
            )
        s[program.layout["BAND"]] = bands.index(decision.band) + 1
        run.accept(s)
    else:
        changes = patches.resolve(program, decision.patch)
        run.finish_order(s)
        patches.apply(program, run, s, changes)


def bands_of(program: Program, state: State) -> tuple[str, ...]:
    """Returns the bands of the roll that is being adjudicated."""
    number = program.run.roll_of(state)
    return tuple(list(program.scenario.rolls.values())[number - 1].bands)


def _weigh(program: Program, run: Any, s: State, decision: d.Weigh) -> None:
    _at(program, s, "weigh", "weighing an argument")
    cap = run.NET[program.layout["FREE_ROLL"]]
    if abs(decision.net) > cap:
        raise _refuse(f"a net weight of {decision.net:+d}", f"-{cap} to +{cap}")
    patches.store(program, s, "SUCCESS", patches.resolve(program, decision.success))
    patches.store(program, s, "FAILURE", patches.resolve(program, decision.failure))
    s[program.layout["WEIGHED"]] = decision.net
    s[program.layout["WAIT"]] = NODES.index("dice")


def _not_over(program: Program, s: State) -> None:
    if NODES[s[program.layout["WAIT"]]] == "over":
        raise _refuse("the game is over", "go back first: undo")


def _rule(program: Program, run: Any, s: State, decision: d.Ruling) -> None:
    _not_over(program, s)
    patches.apply(program, run, s, patches.resolve(program, decision.patch))


def _inject(program: Program, run: Any, s: State, decision: d.Inject) -> None:
    _not_over(program, s)
    if not decision.card:
        patches.apply(program, run, s, patches.resolve(program, decision.patch))
        return
    cards = injectable(program, s)
    if decision.card not in cards:
        raise _refuse(
            f"'{decision.card}' cannot be brought in{nearest(decision.card, cards)}",
            "a card of a table deck that has not happened yet",
        )
    if NODES[s[program.layout["WAIT"]]] not in ("phase", "orders"):
        raise _refuse("something is being decided", "bring the card in afterwards")
    s[program.layout["WAIT"]] = NODES.index("none")
    run.happen(s, program.cards.index(decision.card))


def injectable(program: Program, state: State) -> tuple[str, ...]:
    """Returns the table cards that have not happened yet."""
    scenario, place = program.scenario, program.layout["PLACE"]
    return tuple(
        id
        for i, (id, card) in enumerate(scenario.cards.items())
        if not scenario.decks[card.deck].to and state[place + i] == 0
    )


def _advance(program: Program, run: Any, s: State, decision: d.Advance) -> None:
    if NODES[s[program.layout["WAIT"]]] not in ("phase", "orders"):
        raise _refuse("the phase cannot end now", f"play waits for: {node(program, s).kind}")
    run.end_phase(s, program.scratch())


_HANDLERS: dict[type, Callable[..., None]] = {
    d.Deal: _deal,
    d.Draw: _draw,
    d.Roll: _roll,
    d.Choose: _choose,
    d.Order: _order,
    d.Argue: _argue,
    d.Seal: _seal,
    d.Recall: _recall,
    d.Offer: _offer,
    d.Answer: _answer,
    d.Withdraw: _withdraw,
    d.Accept: _accept,
    d.Overrule: _overrule,
    d.Weigh: _weigh,
    d.Ruling: _rule,
    d.Inject: _inject,
    d.Advance: _advance,
}
