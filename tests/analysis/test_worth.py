from __future__ import annotations

from random import Random

import attrs
import pytest

from tests.analysis.planted import SCENARIO, TEAM, game_of, last_turn_with, scored_by
from wargame.analysis.appraisal import appraisals
from wargame.analysis.worth import PAIRS, Worth, card_worth, order_worth, possible, worths
from wargame.kernel.program import build

ORDER = "flush_mud"


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    # each planted program is played too little to be worth making native
    monkeypatch.setenv("WARGAME_NATIVE", "0")


def test_the_order_that_scores_is_worth_its_score() -> None:
    program = build(scored_by(f"10 if times.{ORDER} > 0 else 0"))
    worth = order_worth(program, last_turn_with(program, ORDER), ORDER, Random(1))
    assert worth.pairs == PAIRS
    # the last turn, not given before: with it always, without it never
    assert worth.scores == (10 * PAIRS, 10 * PAIRS, 0)
    assert worth.achieved == (PAIRS, PAIRS, 0)


def test_what_changes_no_score_is_worth_nothing() -> None:
    program, game = game_of(scored_by("6", always="8"))
    found = worths(program, game, Random(1))
    assert {worth.id for worth in found} & set(program.scenario.moves)
    assert all(set(worth.scores) == {0} for worth in found)
    assert all(set(worth.achieved) == {0} for worth in found)


def test_a_card_without_effects_changes_nothing_at_all() -> None:
    """Chance is the same with and without, or this would be noise."""
    id = next(id for id, card in SCENARIO.cards.items() if not SCENARIO.decks[card.deck].to)
    card = attrs.evolve(SCENARIO.cards[id], effects=(), choice=None)
    program, game = game_of(attrs.evolve(SCENARIO, cards={**SCENARIO.cards, id: card}))
    state = game.ends[0].copy()
    program.run.end_phase(state, program.scratch())
    worth = card_worth(program, state, program.cards.index(id), Random(1))
    assert set(worth.scores) == {0}


def test_a_card_that_scores_is_worth_its_score() -> None:
    id = next(id for id, card in SCENARIO.cards.items() if not SCENARIO.decks[card.deck].to)
    program, game = game_of(scored_by(f"9 if played.{id} else 1"))
    state, number = game.ends[0].copy(), program.cards.index(id)
    state[program.layout["PLACE"] + number] = 0
    program.run.end_phase(state, program.scratch())
    worth = card_worth(program, state, number, Random(1))
    # what is left out is not drawn later either
    assert worth.scores == (0, 8 * PAIRS, 0)
    assert worth.achieved == (0, PAIRS, 0)


def test_only_cards_that_could_happen_are_looked_at() -> None:
    program, game = game_of(SCENARIO)
    state = game.ends[-1]
    place = program.layout["PLACE"]
    for number in possible(program, state):
        card = SCENARIO.cards[program.cards[number]]
        assert not SCENARIO.decks[card.deck].to
        assert state[place + number] == 0
        assert program.holds((card.fires or card.needs).text, state)


def test_worth_is_added_up_by_game() -> None:
    games = [
        (Worth("a", 4, (8, 8, 0), (2, 2, 0)),),
        (Worth("a", 4, (0, 0, 4), (0, 0, 0)), Worth("b", 2, (1, 1, 1), (0, 0, 0))),
    ]
    found = appraisals(games)
    assert found["a"].pairs == 8
    first, *by_team = found["a"].scores
    assert first
    assert first.value == 1
    assert first.cases == 2
    assert by_team[1]
    assert by_team[1].value == pytest.approx(0.5)
    # one game says nothing of how much games differ
    assert found["b"].scores == (None, None, None)
    assert found["a"].to_json((TEAM, "other"))["score"][TEAM]["value"] == 1
