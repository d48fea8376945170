from __future__ import annotations

import json
from collections.abc import Callable

from tests.cli.conftest import Printed

Wargame = Callable[..., Printed]
GAMES = ("balance", "river", "--games", "3", "--bots", "random")


def test_games_are_played_and_counted(wargame: Wargame) -> None:
    printed = wargame(*GAMES)
    assert printed.code == 0
    assert "3 games, seed 1" in printed.out


def test_the_same_seed_gives_the_same_document(wargame: Wargame) -> None:
    first, again = (json.loads(wargame(*GAMES, "--seed", "5", "--json").out) for _ in range(2))
    for document in (first, again):
        document.pop("seconds", None)
    assert first == again


def test_an_unknown_bot_is_told(wargame: Wargame) -> None:
    printed = wargame("balance", "river", "--games", "1", "--bots", "chess")
    assert printed.code == 1
    assert printed.err.startswith("error[bot.unknown]: ")


def test_no_games_is_a_usage_error(wargame: Wargame) -> None:
    assert wargame("balance", "river", "--games", "0").code == 2


def test_measures_are_judged_or_say_what_they_need(wargame: Wargame) -> None:
    lines = wargame(*GAMES).out.splitlines()
    assert any(line.startswith("no team achieves") and "at most 15" in line for line in lines)
    assert any(line.startswith("variance of scores") and "--study dice" in line for line in lines)


def test_studies_are_made_when_they_are_asked_for(wargame: Wargame) -> None:
    studied = (*GAMES, "--study", "dice", "--study", "no_deals", "--study-games", "3", "--json")
    document = json.loads(wargame(*studied).out)
    by_id = {measure["id"]: measure for measure in document["measures"]}
    assert by_id["dice"]["found"]["cases"] == 3
    assert by_id["joint_success"]["met"] is not None
    assert by_id["close"]["found"] is None
    assert document["studies"] == {"dice": 3}


def test_an_unknown_study_is_told_before_any_game_is_played(wargame: Wargame) -> None:
    printed = wargame("balance", "river", "--games", "1000000", "--study", "luck")
    assert printed.code == 2
    assert printed.err.startswith("error[usage.invalid]: there is no study 'luck'")
