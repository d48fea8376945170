"""Builds a seat's view from its glimpse: names outside, for people.

Everything here is a function of the glimpse; the table adds what it alone knows (log, messages).
"""

from __future__ import annotations

from wargame.kernel import options, words
from wargame.kernel.cards import card_view
from wargame.kernel.closing import date_of, ending
from wargame.kernel.gauges import gauges
from wargame.kernel.node import injectable
from wargame.kernel.pending import pending
from wargame.kernel.sight import Glimpse, imagine
from wargame.kernel.slots import HIDDEN, NODES, OFFER_FIELDS, OFFER_STATES
from wargame.kernel.teams import revealed, team
from wargame.kernel.view import FACILITATOR, OfferView, PhaseView, TermView, View
from wargame.language import marked, tr

PROMISE_STATES = ("open", "kept", "broken")


def see(seen: Glimpse) -> View:
    """Returns the view of a glimpse: the board, what the seat may decide, and the odds of it."""
    program, layout = seen.program, seen.program.layout
    scenario = program.scenario
    state = imagine(seen)
    kind = NODES[state[layout["WAIT"]]]
    phase = program.phases[state[layout["PHASE"]] - 1] if state[layout["PHASE"]] else ""
    turn = state[layout["TURN"]]
    asked = pending(seen, state, kind)
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
        phase_title=scenario.phases[phase].title if phase else tr("Set-up"),
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
        teams=tuple(team(seen, state, number, kind) for number in range(len(program.teams))),
        options=options.options(seen, state),
        offers=_offers(seen),
        terms=tuple(
            TermView(id=id, by=term.by, title=term.title, says=term.says, due=term.due)
            for id, term in scenario.terms.items()
        ),
        pending=asked,
        table=tuple(
            card_view(program, id)
            for number, id in enumerate(program.cards)
            if not scenario.decks[scenario.cards[id].deck].to
            and seen.slots[layout["HAPPENED"] + number] == turn
        ),
        orders=revealed(seen, state),
        ending=ending(program, state) if kind == "over" else None,
        board=scenario.board,
        injects=tuple(card_view(program, id) for id in injectable(program, state))
        if seen.seat == FACILITATOR and kind != "over"
        else (),
    )


_PROMPTS = {
    "agenda": marked("Agendas are being dealt."),
    "card": marked("A card is being drawn."),
    "dice": marked("Dice are being rolled."),
    "ruling": marked("The facilitator considers the outcome."),
    "weigh": marked("The facilitator weighs an argument."),
    "over": marked("The game is over: the debrief can begin."),
}
_TASKS = {
    "agenda": marked("Deal the agendas."),
    "card": marked("Draw the card that is due."),
    "dice": marked("Roll the dice, or type the faces in."),
    "ruling": marked("Let the outcome stand, or overrule it."),
    "weigh": marked("Weigh the argument: net weight, and what follows either way."),
    "over": marked("The game is over: hold the debrief."),
}


def _prompt(seen: Glimpse, kind: str, phase: str, waiting: tuple[str, ...]) -> str:
    program = seen.program
    titles = ", ".join(words.team_title(program, seat) for seat in waiting)
    if kind == "orders":
        if seen.seat in waiting:
            return tr("Give your orders, then seal them.")
        if seen.seat == FACILITATOR:
            return tr("Waiting for sealed orders: {teams}. You can end the phase.", teams=titles)
        return tr("Waiting for sealed orders: {teams}.", teams=titles)
    if kind == "choice":
        if seen.seat in waiting:
            return tr("Answer the question.")
        return tr("{team} must choose.", team=titles)
    if kind == "phase":
        record = program.scenario.phases[phase]
        if seen.seat == FACILITATOR:
            if record.says:
                return record.says
            return tr("End the phase when you are ready: {phase}.", phase=record.title)
        if record.does == "talk":
            return tr("Talk, offer and answer; the facilitator ends the phase.")
        return tr("{phase}: the facilitator goes on.", phase=record.title)
    return tr((_TASKS if seen.seat == FACILITATOR else _PROMPTS)[kind])


def _offers(seen: Glimpse) -> tuple[OfferView, ...]:
    program, layout = seen.program, seen.program.layout
    terms = list(program.scenario.terms.items())
    views = []
    for k in range(layout["OFFERS"]):
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
