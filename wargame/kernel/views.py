"""Builds a seat's view from its glimpse: names outside, for people.

Everything here is a function of the glimpse; the table adds what it alone knows (log, messages).
"""

from __future__ import annotations

import re

from attrs import evolve

from wargame.kernel import options, words
from wargame.kernel.gauges import gauges
from wargame.kernel.node import bands_of, injectable
from wargame.kernel.odds import addends
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.sight import HIDDEN, Glimpse, cards_of, imagine
from wargame.kernel.slots import ENTRY_STATES, NODES, OFFER_FIELDS, OFFER_STATES
from wargame.kernel.view import (
    FACILITATOR,
    CardView,
    EndingView,
    GoalView,
    OfferView,
    OrderView,
    Pending,
    PhaseView,
    PurseView,
    TeamView,
    TermView,
    View,
)
from wargame.scenario.model import Goal

PROMISE_STATES = ("open", "kept", "broken")


def see(seen: Glimpse) -> View:
    """Returns the view of a glimpse: the board, what the seat may decide, and the odds of it."""
    program, layout = seen.program, seen.program.layout
    scenario = program.scenario
    state = imagine(seen)
    kind = NODES[state[layout["WAIT"]]]
    phase = program.phases[state[layout["PHASE"]] - 1] if state[layout["PHASE"]] else ""
    turn = state[layout["TURN"]]
    pending = _pending(seen, state, kind)
    waiting = options.waiting_for(program, state, kind)
    return View(
        seat=seen.seat,
        scenario=scenario.id,
        scenario_title=scenario.about.title,
        summary=scenario.about.summary,
        turn=turn,
        turns=state[layout["LAST_TURN"]],
        date=date_of(program, turn),
        phase=phase,
        phase_title=scenario.phases[phase].title if phase else "Set-up",
        phases=tuple(
            PhaseView(
                id=id,
                title=record.title,
                does=record.does,
                says=record.says,
                minutes=record.minutes,
            )
            for id, record in scenario.phases.items()
        ),
        node=kind,
        waiting_for=waiting,
        prompt=_prompt(seen, kind, phase, waiting),
        gauges=gauges(seen),
        teams=tuple(_team(seen, state, number, kind) for number in range(len(program.teams))),
        options=options.options(seen, state),
        offers=_offers(seen),
        terms=tuple(
            TermView(id=id, by=term.by, title=term.title, says=term.says, due=term.due)
            for id, term in scenario.terms.items()
        ),
        pending=pending,
        table=tuple(
            card_view(program, id)
            for number, id in enumerate(program.cards)
            if not scenario.decks[scenario.cards[id].deck].to
            and seen.slots[layout["HAPPENED"] + number] == turn
        ),
        orders=_revealed(seen, state),
        ending=_ending(program, state) if kind == "over" else None,
        injects=tuple(card_view(program, id) for id in injectable(program, state))
        if seen.seat == FACILITATOR and kind != "over"
        else (),
    )


def date_of(program: Program, turn: int) -> str:
    """Returns the calendar name of a turn."""
    calendar = program.scenario.about.calendar
    return calendar[min(turn, len(calendar)) - 1] if calendar and turn else ""


def card_view(program: Program, id: str) -> CardView:
    """Returns a card as it is printed."""
    scenario = program.scenario
    card = scenario.cards[id]
    deck = scenario.decks[card.deck]
    return CardView(
        id=id,
        title=card.title,
        text=card.text,
        deck=deck.title,
        argument=deck.argument,
        cost=card.cost if deck.to else 0,
        effects=tuple(words.effect(program, formula) for formula in card.effects),
        source=card.source,
        voice=card.voice,
        date=card.date,
    )


_PROMPTS = {
    "agenda": "Agendas are being dealt.",
    "card": "A card is being drawn.",
    "dice": "Dice are being rolled.",
    "ruling": "The facilitator considers the outcome.",
    "weigh": "The facilitator weighs an argument.",
    "over": "The game is over: the debrief can begin.",
}
_TASKS = {
    "agenda": "Deal the agendas.",
    "card": "Draw the card that is due.",
    "dice": "Roll the dice, or type the faces in.",
    "ruling": "Let the outcome stand, or overrule it.",
    "weigh": "Weigh the argument: net weight, and what follows either way.",
    "over": "The game is over: hold the debrief.",
}


def _prompt(seen: Glimpse, kind: str, phase: str, waiting: tuple[str, ...]) -> str:
    program = seen.program
    titles = ", ".join(words.team_title(program, seat) for seat in waiting)
    if kind == "orders":
        if seen.seat in waiting:
            return "Give your orders, then seal them."
        if seen.seat == FACILITATOR:
            return f"Waiting for sealed orders: {titles}. You can end the phase."
        return f"Waiting for sealed orders: {titles}."
    if kind == "choice":
        return "Answer the question." if seen.seat in waiting else f"{titles} must choose."
    if kind == "phase":
        record = program.scenario.phases[phase]
        if seen.seat == FACILITATOR:
            return record.says or f"End the phase when you are ready: {record.title}."
        if record.does == "talk":
            return "Talk, offer and answer; the facilitator ends the phase."
        return f"{record.title}: the facilitator goes on."
    return (_TASKS if seen.seat == FACILITATOR else _PROMPTS)[kind]


def _goal(program: Program, state: State, id: str, function: str, goal: Goal) -> GoalView:
    standing: int = getattr(program.run, f"goal_{function}")(state)
    return GoalView(
        id=id,
        title=goal.title,
        says=goal.says,
        points=goal.points,
        standing=standing,
        source=goal.source,
    )


def _team(seen: Glimpse, state: State, number: int, kind: str) -> TeamView:
    program, layout, slots = seen.program, seen.program.layout, seen.slots
    scenario = program.scenario
    id = program.teams[number]
    record = scenario.teams[id]
    own = seen.seat in (id, FACILITATOR) or kind == "over"
    held = slots[layout["AGENDA"] + number]
    agenda_id = program.agendas[number][held - 1] if held not in (0, HIDDEN) else ""
    agenda = scenario.agendas.get(agenda_id)
    score = program.run.score(state, number) if own else None
    return TeamView(
        id=id,
        title=record.title,
        says=record.says,
        brief=record.brief if own else "",
        sealed=slots[layout["SEALED"] + number] > 0,
        hand_size=sum(seen.hands[deck][number] for deck in range(len(scenario.decks))),
        purses=_purses(seen, number),
        kept=slots[layout["KEPT"] + number],
        broken=slots[layout["BROKEN"] + number],
        goals=tuple(
            _goal(program, state, goal_id, goal_id, goal)
            for goal_id, goal in scenario.goals.items()
            if goal.by == id
        ),
        agenda=agenda.title if agenda else "",
        agenda_text=agenda.text if agenda else "",
        agenda_goals=tuple(
            _goal(program, state, goal_id, f"{agenda_id}__{goal_id}", goal)
            for goal_id, goal in (agenda.goals.items() if agenda else ())
        ),
        hand=tuple(
            card_view(program, program.cards[card])
            for deck in range(len(scenario.decks))
            for card in cards_of(program, deck)
            if slots[layout["PLACE"] + card] == number + 1
        ),
        orders=tuple(_entries(seen, state, number)) if own else (),
        score=score,
        achieved=score is not None and score >= scenario.about.achieved,
    )


def _purses(seen: Glimpse, number: int) -> tuple[PurseView, ...]:
    program, layout, slots = seen.program, seen.program.layout, seen.slots
    owned = [i for i, owner in enumerate(program.run.PURSE_TEAM) if owner == number]
    purses = program.scenario.teams[program.teams[number]].purses
    views = []
    for i, (id, purse) in zip(owned, purses.items(), strict=True):
        spent = slots[layout["SPENT"] + i]
        left = slots[layout["PURSE"] + i] - (0 if spent == HIDDEN else spent)
        views.append(
            PurseView(
                id=id, title=purse.title, left=max(0, left), income=purse.income, bank=purse.bank
            )
        )
    return tuple(views)


def _entries(seen: Glimpse, state: State, team: int) -> list[OrderView]:
    """Returns the orders that a team has given, as far as they are seen."""
    program, layout = seen.program, seen.program.layout
    found = []
    for k in range(team * layout["PER_TEAM"], (team + 1) * layout["PER_TEAM"]):
        order = seen.slots[layout["ORDER"] + k]
        if order in (0, HIDDEN):
            continue
        id = program.orders[order - 1] if order - 1 < layout["FREE"] else ""
        found.append(
            OrderView(
                team=program.teams[team],
                id=id,
                title=program.order(id).title if id else "A matrix argument",
                boost=state[layout["BOOST"] + k],
                status=ENTRY_STATES[state[layout["ENTRY"] + k]],
            )
        )
    return found


def _revealed(seen: Glimpse, state: State) -> tuple[OrderView, ...]:
    layout = seen.program.layout
    if state[layout["QUEUED"]] == 0:
        return ()
    queue = state[layout["QUEUE"] : layout["QUEUE"] + state[layout["QUEUED"]]]
    by_entry: dict[int, OrderView] = {}
    for team in range(len(seen.program.teams)):
        first = team * layout["PER_TEAM"]
        given = [
            k
            for k in range(first, first + layout["PER_TEAM"])
            if seen.slots[layout["ORDER"] + k] not in (0, HIDDEN)
        ]
        by_entry |= dict(zip(given, _entries(seen, state, team), strict=True))
    return tuple(by_entry[entry] for entry in queue)


def _offers(seen: Glimpse) -> tuple[OfferView, ...]:
    program, layout = seen.program, seen.program.layout
    terms = list(program.scenario.terms.items())
    views = []
    for k in range(program.scenario.deals.limit):
        first = layout["OFFER"] + k * OFFER_FIELDS
        fields = seen.slots[first : first + OFFER_FIELDS]
        if fields[0] in (0, HIDDEN):
            continue
        _, team, to, give, give_by, want, want_by, give_state, want_state = fields
        give_id, give_term = terms[give - 1] if give else ("", None)
        want_id, want_term = terms[want - 1] if want else ("", None)
        struck = OFFER_STATES[fields[0]] != "offered"
        views.append(
            OfferView(
                number=k + 1,
                team=program.teams[team],
                to=program.teams[to],
                give=give_id,
                give_title=give_term.title if give_term else "",
                give_by=give_by,
                give_state=PROMISE_STATES[give_state] if give_term and struck else "",
                want=want_id,
                want_title=want_term.title if want_term else "",
                want_by=want_by,
                want_state=PROMISE_STATES[want_state] if want_term and struck else "",
                status=OFFER_STATES[fields[0]],
            )
        )
    return tuple(views)


def _pending(seen: Glimpse, state: State, kind: str) -> Pending | None:
    """Returns what is being adjudicated or asked, or None."""
    if kind not in ("dice", "ruling", "weigh", "choice"):
        return None
    program, layout, run = seen.program, seen.program.layout, seen.program.run
    team, what = state[layout["WHO"]], state[layout["WHAT"]]
    if kind == "choice":
        card = program.scenario.cards[program.cards[what]]
        ask = card.choice.ask if card.choice else card.text
        return _blank_pending(kind, program.teams[team], program.cards[what], card.title, ask)
    free = what == layout["FREE"]
    record = None if free else program.order(program.orders[what])
    roll = run.roll_of(state)
    rolls = list(program.scenario.rolls.values())
    bands = tuple((id, band.title) for id, band in rolls[roll - 1].bands.items())
    pending = _blank_pending(
        kind,
        program.teams[team],
        "" if free else program.orders[what],
        record.title if record else "A matrix argument",
        record.text if record else "",
    )
    pending = evolve(pending, dice=run.DICE[roll], sides=run.SIDES[roll], bands=bands)
    if kind == "weigh":
        return pending
    added = () if free else addends(program, state, what, {})
    pending = evolve(pending, addends=added, net=run.capped_net(state))
    if kind == "dice":
        return pending
    band = bands_of(program, state)[state[layout["BAND"]] - 1]
    says = record.outcomes[band].says if record else ""
    return evolve(
        pending,
        total=state[layout["TOTAL"]],
        band=band,
        band_title=dict(bands)[band],
        says=says,
    )


def _blank_pending(kind: str, team: str, id: str, title: str, text: str) -> Pending:
    return Pending(
        kind=kind,
        team=team,
        id=id,
        title=title,
        text=text,
        dice=0,
        sides=0,
        faces=(),
        total=0,
        net=0,
        addends=(),
        band="",
        band_title="",
        says="",
        bands=(),
    )


def _ending(program: Program, state: State) -> EndingView | None:
    number = state[program.layout["OVER"]]
    if not number:
        return None
    id, ending = list(program.scenario.endings.items())[number - 1]
    closing = tuple(
        placeholders(program, state, line.say)
        for line in ending.closing
        if program.holds(line.when.text, state)
    )
    return EndingView(id=id, title=ending.title, closing=closing, source=ending.source)


def placeholders(program: Program, state: State, text: str) -> str:
    """Returns a closing line with its placeholders filled in (docs/language.md)."""

    def fill(match: re.Match[str]) -> str:
        return _placeholder(program, state, match[1])

    return re.sub(r"\{([a-z0-9_.]+)\}", fill, text)


def _placeholder(program: Program, state: State, name: str) -> str:
    scenario, layout = program.scenario, program.layout
    head, _, tail = name.partition(".")
    if name == "turn":
        return date_of(program, state[layout["TURN"]])
    if name in scenario.ladders:
        ladder = scenario.ladders[name]
        return tuple(ladder.steps.values())[state[layout[f"T_{name}"]]]
    if head == "last":
        turn = state[layout["LAST"] + program.order_number[tail]]
        return date_of(program, turn) if turn else "never"
    if tail == "score":
        return str(program.run.score(state, program.teams.index(head)))
    return str(program.value(name, state))
