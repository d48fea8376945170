"""Quandaries: how close the second-best order comes to the best.

A bot that can say what its choices are worth is asked; what it says had better rest on many games.
For any other, the orders are compared by playing on from states that agree with what the team sees:
all a few times, the better half more often, and the two that remain many times more, over fresh
states, so that the last comparison is not flattered by having chosen them.
"""

from __future__ import annotations

from random import Random

from wargame.analysis.ahead import play_on, seeds
from wargame.bots.bot import Valued, Valuing
from wargame.bots.match import MatchResult, TeamTurn
from wargame.kernel.decisions import Order
from wargame.kernel.program import Program
from wargame.kernel.resample import resample
from wargame.kernel.setup import State
from wargame.kernel.sight import glimpse

CLOSE = 0.05
"""The second-best is close if it is worth at least all but this share of the best."""
ROUNDS = ((16, 4), (32, 2), (192, 2))
"""How many states each round plays on from, and how many orders it keeps."""
SEAL = -1


def quandaries(
    program: Program, game: MatchResult, bots: dict[str, object], random: Random
) -> tuple[int, int]:
    """Returns how many decisions of a game were close, and how many were looked at.

    One turn of each team, drawn by chance, in which it had at least one order to give; the decision
    is its first: which order, or none.
    """
    close = count = 0
    for team in program.teams:
        turns = [turn for turn in game.turns if turn.team == team and turn.legal]
        if not turns:
            continue
        turn = random.choice(turns)
        bot = bots[team]
        if isinstance(bot, Valuing):
            best, second = best_two(bot.values(glimpse(program, turn.state, team)))
        else:
            best, second = compare(program, turn, random)
        count += 1
        close += best - second <= CLOSE * best
    return close, count


def best_two(values: tuple[Valued, ...]) -> tuple[float, float]:
    """Returns what a bot's favourite is worth to it, and the order that it would give next.

    The same order with other boosts is no other.
    """
    worth: dict[str, float] = {}
    for valued in values:
        order = valued.decision.order if isinstance(valued.decision, Order) else ""
        worth.setdefault(order, valued.value)
    best, second, *_ = (*worth.values(), float("-inf"), float("-inf"))
    return best, second


def compare(program: Program, turn: TeamTurn, random: Random) -> tuple[float, float]:
    """Returns the mean scores of the best and the second-best first order of a team's turn."""
    team = program.teams.index(turn.team)
    seen = glimpse(program, turn.state, turn.team)
    running = [*(program.order_number[id] for id in turn.legal), SEAL]
    means: dict[int, float] = {}
    for worlds, kept in ROUNDS:
        totals = dict.fromkeys(running, 0)
        for _ in range(worlds):
            state, seed = resample(seen, random), seeds(random, 1)
            for order in running:
                after = ordered(program, state, team, order)
                totals[order] += play_on(program, after, seed)[0].scores[team]
        means = {order: total / worlds for order, total in totals.items()}
        running = sorted(running, key=lambda order: (-means[order], order))[:kept]
    best, second = (means[order] for order in running)
    return best, second


def ordered(program: Program, state: State, team: int, order: int) -> State:
    """Returns the state after a team has given an order, or sealed."""
    after = state.copy()
    if order == SEAL:
        program.run.seal(after, team)
    else:
        program.run.place_order(after, team, order, 0)
    return after
