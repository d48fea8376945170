from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Printed

Wargame = Callable[..., Printed]
SCENARIOS = Path(__file__).parents[1] / "kernel/scenario"
FAIR = ("--scenarios", str(SCENARIOS), "claims", "fair", "--games", "40")


def test_hypotheses_are_tested_and_what_does_not_hold_is_an_exit_code(wargame: Wargame) -> None:
    printed = wargame(*FAIR)
    assert printed.code == 1
    assert "hypotheses over 200 games, seed 1" in printed.out
    assert printed.out.endswith("of 2 hold\n")


def test_the_same_seed_gives_the_same_document(wargame: Wargame) -> None:
    first, again = (wargame(*FAIR, "--seed", "5", "--json").out for _ in range(2))
    assert first == again
    assert json.loads(first)["hypotheses"].keys() == {"dry_beams", "quiet_fair"}


def test_bots_play_beside(wargame: Wargame) -> None:
    options = ("--only", "dry_beams", "--beside", "random", "--games-beside", "2", "--json")
    document = json.loads(wargame(*FAIR, *options).out)
    assert document["beside"] == "random"
    assert [row["games"] for row in document["hypotheses"]["dry_beams"]["beside"]] == [2, 2, 2]


def test_mistakes_are_told(wargame: Wargame) -> None:
    assert wargame(*FAIR, "--games", "0").code == 2
    assert wargame(*FAIR, "--only", "nothing").err.startswith("error[usage.invalid]: no hypothesis")
    assert wargame(*FAIR, "--beside", "chess").err.startswith("error[bot.unknown]: ")
    assert wargame("claims", "river").err.startswith("error[usage.invalid]: the scenario 'river'")
