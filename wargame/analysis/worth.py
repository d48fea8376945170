"""Worth: what giving an order, or a card's happening, makes of scores.

Measured by playing on from states of real games twice with the same chance: once with it and once
without, everything else being left to everybody's doctrine. The worth is the mean difference, over
the states in which it was possible. It is what the order or the card itself does, free of the fact
that it is given more often by those who are ahead or behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from attrs import frozen

from wargame.analysis.ahead import play_on
from wargame.bots.match import MatchResult, TeamTurn, reseeded
from wargame.kernel.program import Program
from wargame.kernel.setup import State

TURNS = 2
"""Turns of each team that are looked at in a game."""
STARTS = 2
"""Turns at whose start cards are looked at in a game."""
CARDS = 8
"""Cards that are looked at there, of those that could happen."""
PAIRS = 4
"""How often a state is played on with and without."""
TRIES = 12
"""How often a team's doctrine is asked for a turn without an order, before it just seals."""


ASIDE = 1
"""A place for a table card that is neither its pile nor among those that have happened."""


@frozen
class Worth:
    """Is what one thing changed in one game, summed over pairs.

    `scores` and `achieved` are by team; the first of each is that of the team that gave the order,
    whichever it was, and of nobody (0) for a card that happened at the table.
    """

    id: str
    pairs: int
    scores: tuple[int, ...]
    achieved: tuple[int, ...]


def worths(program: Program, game: MatchResult, random: Random) -> tuple[Worth, ...]:
    """Returns what orders, and cards that happen at the table, changed in samples from a game."""
    found: dict[str, Worth] = {}
    for one in (*_of_orders(program, game, random), *_of_cards(program, game, random)):
        known = found.get(one.id)
        found[one.id] = _sum(known, one) if known else one
    return tuple(found.values())


def _of_orders(program: Program, game: MatchResult, random: Random) -> Iterator[Worth]:
    for team in program.teams:
        turns = [turn for turn in game.turns if turn.team == team and turn.legal]
        for turn in random.sample(turns, min(TURNS, len(turns))):
            for id in turn.legal:
                yield order_worth(program, turn, id, random)


def order_worth(program: Program, turn: TeamTurn, id: str, random: Random) -> Worth:
    """Returns what it changes that a team gives an order in a turn, rather than anything else."""
    team, order = program.teams.index(turn.team), program.order_number[id]
    pairs = []
    for _ in range(PAIRS):
        seed = random.getrandbits(64)
        given = turn.state.copy()
        program.run.place_order(given, team, order, 0)
        pairs.append((seed, given, _without(program, turn.state, team, order, random)))
    return _compare(program, id, pairs, giver=team)


def _without(program: Program, state: State, team: int, order: int, random: Random) -> State:
    """Returns the state after a team has sealed a turn by its doctrine without that order.

    Where the doctrine cannot be brought to leave it out the team seals with nothing.
    """
    layout, out = program.layout, program.scratch()
    first = layout["ORDER"] + team * layout["PER_TEAM"]
    for _ in range(TRIES):
        s = reseeded(program, state, random.getrandbits(64))
        program.run.play_orders(s, team, out, 1, 0)
        if order + 1 not in s[first : first + layout["PER_TEAM"]]:
            return s
    s = state.copy()
    program.run.seal(s, team)
    return s


def _of_cards(program: Program, game: MatchResult, random: Random) -> Iterator[Worth]:
    # what play comes to after the last turn is no start
    ends = game.ends[:-1]
    for end in random.sample(ends, min(STARTS, len(ends))):
        state = end.copy()
        program.run.end_phase(state, program.scratch())
        cards = possible(program, state)
        for number in random.sample(cards, min(CARDS, len(cards))):
            yield card_worth(program, state, number, random)


def possible(program: Program, state: State) -> list[int]:
    """Returns the cards that could happen at the table at the start of a turn."""
    scenario, place = program.scenario, program.layout["PLACE"]
    found = []
    for number, card in enumerate(scenario.cards.values()):
        asked = card.fires or card.needs
        if (
            not scenario.decks[card.deck].to
            and state[place + number] == 0
            and program.holds(asked.text, state)
        ):
            found.append(number)
    return found


def card_worth(program: Program, state: State, number: int, random: Random) -> Worth:
    """Returns what it changes that a card happens now, rather than never.

    It leaves its pile either way, so that the cards drawn after it are the same.
    """
    run, pairs = program.run, []
    for _ in range(PAIRS):
        seed = random.getrandbits(64)
        happened, gone = reseeded(program, state, seed), state.copy()
        run.happen(happened, number)
        gone[program.layout["PLACE"] + number] = ASIDE
        gone[program.layout["GONE"] + run.DECK_OF[number]] += 1
        pairs.append((seed, happened, gone))
    return _compare(program, program.cards[number], pairs)


def _compare(
    program: Program, id: str, pairs: list[tuple[int, State, State]], *, giver: int = -1
) -> Worth:
    teams = len(program.teams)
    scores, achieved = [0] * teams, [0] * teams
    for seed, given, left in pairs:
        (yes,), (no,) = play_on(program, given, [seed]), play_on(program, left, [seed])
        for team in range(teams):
            scores[team] += yes.scores[team] - no.scores[team]
            achieved[team] += yes.achieved[team] - no.achieved[team]
    own = (scores[giver], achieved[giver]) if giver >= 0 else (0, 0)
    return Worth(id, len(pairs), (own[0], *scores), (own[1], *achieved))


def _sum(first: Worth, second: Worth) -> Worth:
    return Worth(
        first.id,
        first.pairs + second.pairs,
        tuple(map(sum, zip(first.scores, second.scores, strict=True))),
        tuple(map(sum, zip(first.achieved, second.achieved, strict=True))),
    )
