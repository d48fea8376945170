from __future__ import annotations

from random import Random

import pytest

from wargame.analysis.games import Series, play_game
from wargame.analysis.luck import REPLAYS, luck, replay_scores
from wargame.kernel.program import build
from wargame.scenario.load import load_scenario

SCENARIO = load_scenario("river")
PROGRAM = build(SCENARIO)
SERIES = Series(SCENARIO, 4, dict.fromkeys(SCENARIO.teams, "doctrine"), seed=2)


def test_games_that_replays_do_not_change_owe_dice_nothing() -> None:
    found = luck([((n % 7, n % 3),) * 4 for n in range(40)])
    assert found
    assert (found.value, found.low, found.high) == (0, 0, 0)


def test_games_that_differ_by_nothing_else_owe_dice_all() -> None:
    random = Random(1)
    games = [tuple((random.randrange(10),) for _ in range(4)) for _ in range(400)]
    found = luck(games)
    assert found
    assert found.value > 0.95


def test_a_known_mixture_is_found() -> None:
    """Variance 4 between games and 1 within them: the dice explain a fifth."""
    random = Random(5)
    games = []
    for _ in range(500):
        base = random.gauss(0, 2)
        games.append(tuple((round(1000 * (base + random.gauss(0, 1))),) for _ in range(4)))
    found = luck(games)
    assert found
    assert found.low < 0.2 < found.high
    assert found.value == pytest.approx(0.2, abs=0.03)


def test_one_game_tells_nothing() -> None:
    assert luck([((1,), (2,))]) is None


@pytest.mark.parametrize("deals", [True, False])
def test_its_own_seed_for_the_dice_gives_the_same_game(deals: bool) -> None:
    series = Series(SCENARIO, 1, SERIES.bots, seed=3, deals=deals)
    game = play_game(PROGRAM, series, 0)
    layout = PROGRAM.layout
    seed = game.state[layout["SEED_A"]] << 32 | game.state[layout["SEED_B"]]
    assert play_game(PROGRAM, series, 0, dice=seed) == game


def test_other_dice_leave_agendas_and_first_orders_alone() -> None:
    changed = 0
    for number in range(6):
        game = play_game(PROGRAM, SERIES, number)
        other = play_game(PROGRAM, SERIES, number, dice=number)
        assert other.agendas == game.agendas
        # the first dice fall after the first orders
        assert other.turns[0] == game.turns[0]
        changed += other.state != game.state
    assert changed >= 4


def test_replays_begin_with_the_game_itself() -> None:
    game = play_game(PROGRAM, SERIES, 1)
    scores = replay_scores(PROGRAM, SERIES, 1, game, Random(1))
    assert len(scores) == REPLAYS + 1
    assert scores[0] == tuple(game.scores.values())
