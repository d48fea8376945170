"""The small scenario with something planted in it that a measure must find."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from wargame.analysis.games import Series, play_game
from wargame.bots.match import MatchResult, TeamTurn
from wargame.kernel.program import Program, build
from wargame.scenario.load import load_scenario
from wargame.scenario.model import Formula, Outcome, Scenario

SCENARIO = load_scenario("river")
TEAM, OTHER = SCENARIO.teams


def scored_by(formula: str, *, always: str = "0") -> Scenario:
    """Returns the scenario with one goal each: the first team's as given, the others' constant."""
    goal = next(iter(SCENARIO.goals.values()))
    goals = {
        f"only_{team}": attrs.evolve(
            goal, by=team, points=10, score=Formula(formula if team == TEAM else always)
        )
        for team in SCENARIO.teams
    }
    agendas = {
        id: attrs.evolve(
            agenda,
            goals={
                name: attrs.evolve(part, score=Formula("0")) for name, part in agenda.goals.items()
            },
        )
        for id, agenda in SCENARIO.agendas.items()
    }
    return attrs.evolve(SCENARIO, goals=goals, agendas=agendas)


def counted(**changes: object) -> Scenario:
    """Returns the scenario with changes and a track `counted`, which is the first team's score."""
    track = attrs.evolve(next(iter(SCENARIO.tracks.values())), start=0, low=0, high=20)
    scenario = scored_by("min(10, counted)")
    return attrs.evolve(scenario, tracks={**SCENARIO.tracks, "counted": track}, **changes)


def tossing(won: str) -> Scenario:
    """Returns the scenario in which every order tosses dice and nothing else matters.

    Each of the first team's that is lucky has the effect `won`, and it gives what it can.
    """
    toss = {
        band: Outcome(says="", effects=(Formula(won),) if band == "well" else ())
        for band in SCENARIO.rolls["luck"].bands
    }
    blank = {band: attrs.evolve(outcome, effects=()) for band, outcome in toss.items()}
    moves = {
        id: attrs.evolve(
            move,
            cost=1,
            needs=Formula("true"),
            effects=(),
            roll="luck",
            modifiers=(),
            outcomes=toss if move.by == TEAM else blank,
        )
        for id, move in SCENARIO.moves.items()
    }
    agendas = {
        id: attrs.evolve(agenda, doctrine=dict.fromkeys(moves, Formula("20")))
        for id, agenda in scored_by("0").agendas.items()
    }
    return counted(
        moves=moves,
        agendas=agendas,
        clashes={},
        about=attrs.evolve(SCENARIO.about, boosts=0),
    )


def game_of(scenario: Scenario, number: int = 0) -> tuple[Program, MatchResult]:
    """Returns a game that doctrines play, without deals."""
    program = build(scenario)
    series = Series(scenario, number + 1, doctrines(scenario), seed=7, deals=False)
    return program, play_game(program, series, number)


def doctrines(scenario: Scenario) -> Mapping[str, str]:
    return dict.fromkeys(scenario.teams, "doctrine")


def last_turn_with(program: Program, order: str) -> TeamTurn:
    """Returns the first team's last turn in some game in which it could give an order."""
    series = Series(program.scenario, 40, doctrines(program.scenario), seed=7, deals=False)
    for number in range(40):
        for turn in reversed(play_game(program, series, number).turns):
            if turn.team == TEAM:
                if order in turn.legal and not any_earlier(turn, program, order):
                    return turn
                break
    raise AssertionError("no such turn")


def any_earlier(turn: TeamTurn, program: Program, order: str) -> bool:
    return turn.state[program.layout["TIMES"] + program.order_number[order]] > 0
