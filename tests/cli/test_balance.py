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
