from __future__ import annotations

import pytest

from wargame.bots import BOTS, make
from wargame.errors import BotUnknown, UsageInvalid


@pytest.mark.parametrize("name", BOTS)
def test_every_listed_bot_can_be_made(name: str) -> None:
    assert make(name, seed=1).name.startswith(name)


def test_rollout_has_64_playouts_unless_told() -> None:
    assert make("rollout", seed=1).name == "rollout:64"
    assert make("rollout:16", seed=1).name == "rollout:16"


@pytest.mark.parametrize("name", ["", "docrine", "random:3", "Doctrine", "human", "rollouts:3"])
def test_an_unknown_bot_is_refused_with_the_list(name: str) -> None:
    with pytest.raises(BotUnknown) as caught:
        make(name, seed=1)
    assert f"'{name}'" in caught.value.message
    assert "random, doctrine, rollout" in caught.value.remedy


def test_a_near_miss_is_guessed() -> None:
    with pytest.raises(BotUnknown, match="did you mean 'doctrine'"):
        make("docrine", seed=1)


def test_hostile_names_are_cleaned() -> None:
    with pytest.raises(BotUnknown) as caught:
        make("\x1b[31m" + "x" * 500, seed=1)
    assert "\x1b" not in str(caught.value)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    "number", ["0", "", "-1", "1.5", "x", "²", "٣", "100001", "9" * 5000, " 4"]
)
def test_playouts_that_cannot_be_used_are_refused(number: str) -> None:
    with pytest.raises(UsageInvalid, match="no number of playouts"):
        make(f"rollout:{number}", seed=1)
