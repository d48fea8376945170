"""Games of numbered actions, and the same games played again as the table plays them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random

from tests.kernel.games import FAIR, SHIPPED, positions, program_of
from wargame.interop.openspiel import WargameGame, WargameState
from wargame.interop.rules import Rules
from wargame.kernel import decisions as d
from wargame.kernel.node import node
from wargame.kernel.play import begin, chance, step
from wargame.kernel.program import Program
from wargame.kernel.setup import Setup, State

IDS = (FAIR, *SHIPPED)


@cache
def rules_of(id: str) -> Rules:
    return Rules(program_of(id))


@cache
def game_of(id: str) -> WargameGame:
    """Returns a scenario's game, with the program that other tests have built already."""
    return WargameGame(rules=rules_of(id))


def replay(program: Program, setup: Setup, made: list[d.Decision]) -> State:
    """Returns the state after the teams' decisions, the engine deciding all the rest."""
    s, left = begin(program, setup), list(made)
    while (waiting := node(program, s)).kind != "over":
        if waiting.kind in ("agenda", "card", "dice"):
            s = step(program, s, chance(program, s))
        elif waiting.kind == "ruling":
            s = step(program, s, d.Accept())
        elif waiting.kind == "phase":
            s = step(program, s, d.Advance())
        else:
            s = step(program, s, left.pop(0))
    assert not left
    return s


def play(state: WargameState, random: Random) -> Iterator[WargameState]:
    """Plays a game to its end at random; yields it before every move, and over."""
    while not state.is_terminal():
        yield state
        if state.is_chance_node():
            numbers, weights = zip(*state.chance_outcomes(), strict=True)
            state.apply_action(random.choices(numbers, weights)[0])
        else:
            state.apply_action(random.choice(state.legal_actions()))
    yield state


def first_decision(id: str, player: int = 0, seed: int = 1) -> WargameState:
    """Returns a state in which a player is to decide for the first time."""
    found: WargameState = next(
        state
        for state in play(game_of(id).new_initial_state(), Random(seed))
        if state.current_player() == player
    )
    return found


def question(id: str) -> State:
    """Returns a position in which a card puts a question to a team."""
    program = program_of(id)
    return next(s for s, _, _ in positions(id, 2) if node(program, s).kind == "choice")
