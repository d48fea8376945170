"""Takes draws, and the answers to questions that drawn cards put."""

from __future__ import annotations

from typing import Any

from wargame.errors import DecisionMalformed
from wargame.kernel import decisions as d
from wargame.kernel.node import drawable
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.steps.checks import refuse, require, team_number
from wargame.language import marked, tr
from wargame.text import nearest


def deal(program: Program, run: Any, s: State, decision: d.Deal) -> None:
    require(program, s, "agenda", marked("dealing an agenda"))
    team = team_number(program, decision.team)
    due = s[program.layout["WHO"]]
    if team != due:
        raise refuse(
            tr("'{team}' is not dealt to now", team=decision.team),
            tr("deal to {team}", team=program.teams[due]),
        )
    held = program.agendas[team]
    if decision.agenda not in held:
        raise DecisionMalformed(
            tr(
                "'{team}' has no agenda '{agenda}'{guess}",
                team=decision.team,
                agenda=decision.agenda,
                guess=nearest(decision.agenda, held),
            ),
            remedy=tr("one of: {known}", known=", ".join(held)),
        )
    run.give_agenda(s, team, held.index(decision.agenda))


def draw(program: Program, run: Any, s: State, decision: d.Draw) -> None:
    require(program, s, "card", marked("drawing a card"))
    who = s[program.layout["WHO"]]
    team = program.teams[who - 1] if who else ""
    if decision.team != team:
        raise refuse(
            tr("'{team}' is not dealt to now", team=decision.team or tr("the table")),
            tr("draw for {team}", team=team or tr("the table")),
        )
    cards = drawable(program, s)
    if decision.card not in cards:
        raise refuse(
            tr(
                "'{card}' cannot be drawn now{guess}",
                card=decision.card,
                guess=nearest(decision.card, cards),
            ),
            tr("one of: {known}", known=", ".join(cards)),
        )
    run.give_card(s, program.cards.index(decision.card))


def roll(program: Program, run: Any, s: State, decision: d.Roll) -> None:
    require(program, s, "dice", marked("rolling dice"))
    roll = run.roll_of(s)
    dice, sides = run.DICE[roll], run.SIDES[roll]
    if len(decision.faces) != dice or not all(1 <= face <= sides for face in decision.faces):
        raise refuse(
            tr("{faces} are not the faces of this roll", faces=" ".join(map(str, decision.faces))),
            tr("{dice} numbers from 1 to {sides}", dice=dice, sides=sides),
        )
    run.roll_dice(s, sum(decision.faces))


def choose(program: Program, run: Any, s: State, decision: d.Choose) -> None:
    require(program, s, "choice", marked("choosing"))
    layout = program.layout
    if team_number(program, decision.team) != s[layout["WHO"]]:
        raise refuse(
            tr("the question is not put to '{team}'", team=decision.team),
            tr("'{team}' answers it", team=program.teams[s[layout["WHO"]]]),
        )
    choice = program.scenario.cards[program.cards[s[layout["WHAT"]]]].choice
    options = tuple(choice.options) if choice else ()
    if decision.option not in options:
        raise DecisionMalformed(
            tr(
                "no option '{option}'{guess}",
                option=decision.option,
                guess=nearest(decision.option, options),
            ),
            remedy=tr("one of: {known}", known=", ".join(options)),
        )
    run.choose(s, options.index(decision.option))
