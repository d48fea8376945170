from __future__ import annotations

import pytest

from wargame.analysis.lineup import lineup
from wargame.errors import BotUnknown, UsageInvalid
from wargame.scenario.load import load_scenario

SCENARIO = load_scenario("river")
NORTH, SOUTH = SCENARIO.teams


def test_one_name_is_for_all() -> None:
    assert lineup(SCENARIO, "search:3") == {NORTH: "search:3", SOUTH: "search:3"}


def test_whom_a_list_does_not_name_the_doctrine_plays() -> None:
    assert lineup(SCENARIO, f" {SOUTH} = random ,") == {NORTH: "doctrine", SOUTH: "random"}


def test_an_unknown_team_is_refused_with_a_guess() -> None:
    with pytest.raises(UsageInvalid, match=f"did you mean '{NORTH}'"):
        lineup(SCENARIO, f"{NORTH}x=random")


@pytest.mark.parametrize("text", ["", "nobody", f"{NORTH}=nobody", f"{NORTH}="])
def test_an_unknown_bot_is_refused(text: str) -> None:
    with pytest.raises(BotUnknown):
        lineup(SCENARIO, text)


def test_a_list_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(UsageInvalid, match="does not say who plays"):
        lineup(SCENARIO, f"{NORTH}=random,doctrine")
