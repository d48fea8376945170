"""Takes draws, and the answers to questions that drawn cards put."""

from __future__ import annotations

from typing import Any

from wargame.errors import DecisionMalformed
from wargame.kernel import decisions as d
from wargame.kernel.node import drawable
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.steps.checks import refuse, require, team_number
from wargame.text import nearest


def deal(program: Program, run: Any, s: State, decision: d.Deal) -> None:
    require(program, s, "agenda", "dealing an agenda")
    team = team_number(program, decision.team)
    due = s[program.layout["WHO"]]
    if team != due:
        raise refuse(f"'{decision.team}' is not dealt to now", f"deal to {program.teams[due]}")
    held = program.agendas[team]
    if decision.agenda not in held:
        raise DecisionMalformed(
            f"'{decision.team}' has no agenda '{decision.agenda}'{nearest(decision.agenda, held)}",
            remedy="one of: " + ", ".join(held),
        )
    run.give_agenda(s, team, held.index(decision.agenda))


def draw(program: Program, run: Any, s: State, decision: d.Draw) -> None:
    require(program, s, "card", "drawing a card")
    who = s[program.layout["WHO"]]
    team = program.teams[who - 1] if who else ""
    if decision.team != team:
        raise refuse(
            f"'{decision.team or 'the table'}' is not dealt to now",
            f"draw for {team or 'the table'}",
        )
    cards = drawable(program, s)
    if decision.card not in cards:
        raise refuse(
            f"'{decision.card}' cannot be drawn now{nearest(decision.card, cards)}",
            "one of: " + ", ".join(cards),
        )
    run.give_card(s, program.cards.index(decision.card))


def roll(program: Program, run: Any, s: State, decision: d.Roll) -> None:
    require(program, s, "dice", "rolling dice")
    roll = run.roll_of(s)
    dice, sides = run.DICE[roll], run.SIDES[roll]
    if len(decision.faces) != dice or not all(1 <= face <= sides for face in decision.faces):
        raise refuse(
            f"{' '.join(map(str, decision.faces))} are not the faces of this roll",
            f"{dice} numbers from 1 to {sides}",
        )
    run.roll_dice(s, sum(decision.faces))


def choose(program: Program, run: Any, s: State, decision: d.Choose) -> None:
    require(program, s, "choice", "choosing")
    layout = program.layout
    if team_number(program, decision.team) != s[layout["WHO"]]:
        raise refuse(
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
