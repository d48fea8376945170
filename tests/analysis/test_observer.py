from __future__ import annotations

from random import Random

import pytest

from tests.analysis.planted import SCENARIO, game_of
from wargame.analysis.observer import PASS, Observer, Showing, Trail, mean_after, readings, trail_of

TEAMS = {"red": ("bold", "shy"), "blue": ("only",)}


def trail(agenda: str, *given: str) -> Trail:
    showings = tuple(
        Showing(turn, "red", ("go", "stay", PASS), (order, PASS))
        for turn, order in enumerate(given, start=1)
    )
    return Trail({"red": agenda, "blue": "only"}, showings)


def watched(*trails: Trail) -> Observer:
    observer = Observer(TEAMS)
    observer.learn(trails)
    return observer


TELLING = watched(*[trail("bold", "go", "go"), trail("shy", "stay", "stay")] * 200)


def test_before_anything_is_shown_every_agenda_is_as_likely() -> None:
    red, blue = TELLING.read(trail("bold", "go", "go"))
    assert red[0] == 0.5
    assert blue == {0: 1.0}


def test_an_order_that_only_one_agenda_gives_gives_it_away() -> None:
    red, _ = TELLING.read(trail("bold", "go", "go"))
    assert red[1] > 0.9
    assert red[2] > red[1]
    fooled, _ = TELLING.read(trail("bold", "stay", "stay"))
    assert fooled[2] < 0.01


def test_agendas_that_do_the_same_stay_hidden() -> None:
    same = watched(*[trail(agenda, "go", "stay") for agenda in ("bold", "shy")] * 50)
    red, _ = same.read(trail("shy", "go", "stay"))
    assert red[2] == pytest.approx(0.5)


def test_a_known_likelihood_is_bayes() -> None:
    """With many games behind it, the observer's odds are the ratio of the frequencies."""
    random, games = Random(1), []
    for _ in range(4000):
        games.append(trail("bold", "go" if random.random() < 0.8 else "stay"))
        games.append(trail("shy", "go" if random.random() < 0.4 else "stay"))
    observer = watched(*games)
    # among go, stay and pass each is picked in proportion to its frequency; pass is always given
    bold, shy = (observer.frequency("go", agenda, 1) for agenda in ("bold", "shy"))
    assert (bold, shy) == (pytest.approx(0.8, abs=0.02), pytest.approx(0.4, abs=0.02))
    red, _ = observer.read(trail("bold", "go"))
    # both pick it among weights that add up to 2, then pass among what is left
    left = [0.2 + 1, 0.6 + 1]
    bold_odds, shy_odds = 0.8 / 2 / left[0], 0.4 / 2 / left[1]
    assert red[1] == pytest.approx(bold_odds / (bold_odds + shy_odds), abs=0.01)


def test_no_game_is_read_by_who_has_watched_it() -> None:
    """Each half of the games teaches the opposite of what the other half is."""
    four = (trail("bold", "go"), trail("bold", "stay"), trail("shy", "stay"), trail("shy", "go"))
    assert all(red[1] < 0.1 for red, _ in readings(TEAMS, four * 30))


def test_a_game_over_early_is_read_at_its_end() -> None:
    reading = ({0: 0.5, 1: 0.6, 2: 0.7}, {0: 1.0, 1: 1.0, 2: 0.9})
    assert mean_after(reading, 0) == 0.75
    assert mean_after(reading, 1) == 0.8
    assert mean_after(reading, 4) == mean_after(reading, None) == 0.8


def test_secrets_do_not_show() -> None:
    program, game = game_of(SCENARIO)
    shown = trail_of(program, game).showings
    for turn in game.turns:
        agenda = program.layout["AGENDA"] + program.teams.index(turn.team)
        turn.state[agenda] = 3 - turn.state[agenda]
        for card in program.hand_cards:
            slot = program.layout["PLACE"] + card
            if turn.state[slot] != program.layout["OUT"]:
                turn.state[slot] = 0
    assert trail_of(program, game).showings == shown


def test_what_was_given_was_open() -> None:
    program, game = game_of(SCENARIO, 3)
    for showing, turn in zip(trail_of(program, game).showings, game.turns, strict=True):
        assert set(showing.given) <= set(showing.open)
        assert set(turn.orders) == set(showing.given) - {PASS}
