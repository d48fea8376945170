from __future__ import annotations

import io
import json
from collections.abc import Callable

import pytest

from tests.cli.conftest import Printed
from wargame.commands.seating import seats_of
from wargame.errors import UsageInvalid
from wargame.scenario.load import load_scenario
from wargame.scenario.model import Scenario
from wargame.table.setup import HUMAN

Wargame = Callable[..., Printed]


@pytest.fixture
def river() -> Scenario:
    return load_scenario("river")


def test_people_hold_every_seat_unless_told_otherwise(river: Scenario) -> None:
    assert set(seats_of(river, seat=None, seats=None, bots="random").values()) == {HUMAN}


def test_one_seat_leaves_the_others_to_bots(river: Scenario) -> None:
    first, *others = river.teams
    held = seats_of(river, seat=first, seats=None, bots="random")
    assert held == {first: HUMAN, **dict.fromkeys(others, "random")}


def test_a_list_says_who_holds_each_seat(river: Scenario) -> None:
    first, second = river.teams
    held = seats_of(river, seat=None, seats=f"{first}=search:16, {second}=human", bots="random")
    assert held == {first: "search:16", second: HUMAN}


@pytest.mark.parametrize("seats", ["north=human", "averil", "averil=", "=human"])
def test_a_list_that_cannot_be_read_is_refused(seats: str, river: Scenario) -> None:
    with pytest.raises(UsageInvalid):
        seats_of(river, seat=None, seats=seats, bots="random")


def test_an_unknown_team_is_refused_with_the_nearest(river: Scenario) -> None:
    with pytest.raises(UsageInvalid, match="did you mean 'averil'"):
        seats_of(river, seat="avril", seats=None, bots="random")


def test_what_is_set_up_is_kept(wargame: Wargame, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("board\n"))
    printed = wargame(
        *("play", "river", "--plain", "--seat", "ossany", "--bots", "random"),
        *("--facilitator", "human", "--dice", "typed", "--seed", "7", "--name", "mine"),
    )
    assert printed.code == 0
    export = json.loads(wargame("export", "mine", "--json", "--reveal").out)
    assert export["setup"] == {
        "scenario": "river",
        "seed": 7,
        "seats": {"averil": "random", "ossany": "human"},
        "preset": "",
        "off": [],
        "facilitator": "human",
        "dice": "typed",
    }


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (("--bots", "chess", "--seat", "averil"), 1, "error[bot.unknown]"),
        (("--preset", "quick"), 2, "error[usage.invalid]"),
        (("--off", "gravity"), 2, "error[usage.invalid]"),
        (("--seed", "-1"), 2, "Invalid value for '--seed'"),
        (("--dice", "loaded"), 2, "Invalid value for '--dice'"),
        (("--seat", "north"), 2, "error[usage.invalid]"),
    ],
)
def test_a_set_up_that_cannot_be_is_refused(
    args: tuple[str, ...], code: int, told: str, wargame: Wargame
) -> None:
    printed = wargame("play", "river", "--plain", *args)
    assert (printed.code, told in printed.err) == (code, True)


def test_a_name_that_is_taken_is_refused(wargame: Wargame, monkeypatch: pytest.MonkeyPatch) -> None:
    for code in (0, 1):
        monkeypatch.setattr("sys.stdin", io.StringIO(""))
        printed = wargame("play", "river", "--plain", "--name", "twice")
        assert printed.code == code
    assert printed.err.startswith("error[save.exists]: ")
