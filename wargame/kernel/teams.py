"""The teams and their orders as a seat sees them."""

from __future__ import annotations

from wargame.kernel.cards import card_view
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.sight import Glimpse, cards_of
from wargame.kernel.slots import ENTRY_STATES, HIDDEN
from wargame.kernel.view import FACILITATOR, GoalView, OrderView, PurseView, TeamView
from wargame.language import tr
from wargame.scenario.model import Goal


def team(seen: Glimpse, state: State, number: int, kind: str) -> TeamView:
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
        orders=tuple(entries(seen, state, number)) if own else (),
        score=score,
        achieved=score is not None and score >= scenario.about.achieved,
    )


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


def _purses(seen: Glimpse, number: int) -> tuple[PurseView, ...]:
    program, layout, slots = seen.program, seen.program.layout, seen.slots
    owned = [i for i, owner in enumerate(program.run.PURSE_TEAM) if owner == number]
    purses = program.scenario.teams[program.teams[number]].purses
    views = []
    for i, (id, purse) in zip(owned, purses.items(), strict=True):
        spent = slots[layout["SPENT"] + i]
        aside = (0 if spent == HIDDEN else spent) + slots[layout["STAKED"] + i]
        left = slots[layout["PURSE"] + i] - aside
        views.append(
            PurseView(
                id=id, title=purse.title, left=max(0, left), income=purse.income, bank=purse.bank
            )
        )
    return tuple(views)


def revealed(seen: Glimpse, state: State) -> tuple[OrderView, ...]:
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
        by_entry |= dict(zip(given, entries(seen, state, team), strict=True))
    return tuple(by_entry[entry] for entry in queue)


def entries(seen: Glimpse, state: State, team: int) -> list[OrderView]:
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
                title=program.order(id).title if id else tr("A matrix argument"),
                boost=state[layout["BOOST"] + k],
                status=ENTRY_STATES[state[layout["ENTRY"] + k]],
            )
        )
    return found
