"""Random games of every decision: what holds at every node, and that each game replays."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from tests.kernel.games import FAIR, SHIPPED, play, program_of, setup_of
from wargame.kernel.digest import digest
from wargame.kernel.node import node
from wargame.kernel.notation import parse
from wargame.kernel.play import begin, step
from wargame.kernel.program import Program
from wargame.kernel.score import ending_of, scores
from wargame.kernel.setup import State

COUNT = {FAIR: 400, "river": 300}
"""Random games of the small scenarios; 100 of any other. The soak plays thousands."""
CHUNK = 50
CHUNKS = [(id, first) for id in (FAIR, *SHIPPED) for first in range(0, COUNT.get(id, 100), CHUNK)]


def check(program: Program, s: State) -> None:
    """Fails unless a state is one that the rules can bring about."""
    layout, run = program.layout, program.run
    board = range(layout["BOARD"], layout["BOARD"] + layout["BOARD_SIZE"])
    assert all(run.LOW[slot] <= s[slot] <= run.HIGH[slot] for slot in board)
    assert all(number >= 0 for number in s[layout["SPENT"] : layout["SWITCH"]])
    places = Counter(s[layout["PLACE"] : layout["PLACE"] + layout["CARDS"]])
    assert set(places) <= set(range(layout["OUT"] + 1))
    for number, deck in enumerate(program.scenario.decks.values()):
        cards = run.DECK_CARDS[run.DECK_FIRST[number] : run.DECK_FIRST[number + 1]]
        held = Counter(s[layout["PLACE"] + card] for card in cards)
        for team, id in enumerate(program.teams, start=1):
            assert held[team] <= (deck.limit if id in deck.to else 0)
    over = node(program, s).kind == "over"
    assert bool(ending_of(program, s)) == over
    assert all(0 <= points <= 10 for points in scores(program, s).values())


def play_and_replay(id: str, seed: int) -> None:
    program, random = program_of(id), Random(f"{id} {seed}")
    setup = setup_of(program, random)
    s = begin(program, setup)
    check(program, s)
    record: list[tuple[str, str]] = []
    for _, made, after in play(program, setup, random):
        check(program, after)
        record.append((str(made), digest(program, after)))
    replayed = begin(program, setup)
    for text, sealed in record:
        replayed = step(program, replayed, parse(text))
        assert digest(program, replayed) == sealed, text
    assert node(program, replayed).kind == "over"
    assert program.scenario.endings[ending_of(program, replayed)]


@pytest.mark.parametrize(("id", "first"), CHUNKS)
def test_games_keep_the_rules_and_replay(id: str, first: int) -> None:
    for seed in range(first, first + CHUNK):
        play_and_replay(id, seed)


@pytest.mark.soak
@pytest.mark.parametrize("id", [FAIR, *SHIPPED])
def test_many_games_keep_the_rules_and_replay(id: str) -> None:
    for seed in range(10_000, 12_000):
        play_and_replay(id, seed)
