from __future__ import annotations

import pytest

from wargame.bots import BOTS, make
from wargame.bots.budget import MOST_PLAYOUTS, Budget
from wargame.bots.roster import LEVELS, quick, thorough
from wargame.errors import BotUnknown, UsageInvalid


@pytest.mark.parametrize("name", BOTS)
def test_every_listed_bot_can_be_made(name: str) -> None:
    assert make(name, seed=1).name.startswith(name)


def test_levels_have_ever_more_playouts() -> None:
    playouts = [make(level, seed=1).budget.playouts for level in LEVELS]  # type: ignore[attr-defined]
    assert playouts == sorted(set(playouts))


def test_a_search_has_the_budget_it_is_told() -> None:
    assert make("search:16", seed=1).budget == Budget(16)  # type: ignore[attr-defined]
    assert make("search:3s", seed=1).budget == Budget(MOST_PLAYOUTS, 3)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "at_once", "for_sure"),
    [
        ("random", "random", "random"),
        ("doctrine", "doctrine", "doctrine"),
        ("hard", "search:16", "best"),
        ("search:3s", "search:16", "best"),
        ("search:8", "search:8", "best"),
        ("rollout", "search:16", "best"),
    ],
)
def test_what_searches_has_a_bot_like_it_that_searches_little_and_one_that_searches_much(
    name: str, at_once: str, for_sure: str
) -> None:
    assert (quick(name), thorough(name)) == (at_once, for_sure)


def test_names_of_older_saves_are_known() -> None:
    bot = make("rollout:16", seed=1)
    assert bot.name == "rollout:16"
    assert bot.budget == Budget(16)  # type: ignore[attr-defined]
    assert make("rollout", seed=1).name == "rollout"


@pytest.mark.parametrize(
    "name", ["", "docrine", "random:3", "Doctrine", "human", "searches:3", "hard:3"]
)
def test_an_unknown_bot_is_refused_with_the_list(name: str) -> None:
    with pytest.raises(BotUnknown) as caught:
        make(name, seed=1)
    assert f"'{name}'" in caught.value.message
    assert "random, doctrine, easy, fair, hard, best, search" in caught.value.remedy


def test_a_near_miss_is_guessed() -> None:
    with pytest.raises(BotUnknown, match="did you mean 'doctrine'"):
        make("docrine", seed=1)


def test_hostile_names_are_cleaned() -> None:
    with pytest.raises(BotUnknown) as caught:
        make("\x1b[31m" + "x" * 500, seed=1)
    assert "\x1b" not in str(caught.value)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    "number",
    ["0", "", "-1", "1.5", "x", "²", "٣", "1000001", "9" * 5000, " 4", "0s", "s", "601s", "3 s"],
)
def test_budgets_that_cannot_be_used_are_refused(number: str) -> None:
    with pytest.raises(UsageInvalid, match="is no budget"):
        make(f"search:{number}", seed=1)
