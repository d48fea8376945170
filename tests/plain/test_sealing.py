"""What sealing would lose, and that a terminal asks before it is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.plain import views
from tests.plain.conftest import Script
from wargame.kernel.view import OrderView, PurseView
from wargame.plain.game import Game
from wargame.plain.sealing import losses
from wargame.table.session import Session

Start = Callable[..., Session]

GIVEN = (OrderView(team="north", id="dig", title="Dig", boost=0, status="given"),)
NO_ORDER = "You have given no order."


def north(left: int, **given: object) -> tuple[object, ...]:
    purse = PurseView(id="will", title="Will", left=left, income=3, bank=2)
    return (views.team("north", purses=(purse,), **given), views.team("south"))


@pytest.mark.parametrize(
    ("left", "orders", "turn", "expected"),
    [
        (2, GIVEN, 2, ()),
        (3, GIVEN, 2, ("1 Will would be lost: at most 2 can be kept for the next turn.",)),
        (5, GIVEN, 2, ("3 Will would be lost: at most 2 can be kept for the next turn.",)),
        (2, GIVEN, 4, ("2 Will would be lost: this is the last turn.",)),
        (0, GIVEN, 4, ()),
        (2, (), 2, (NO_ORDER,)),
        (3, (), 4, (NO_ORDER, "3 Will would be lost: this is the last turn.")),
    ],
)
def test_what_sealing_loses(
    left: int, orders: tuple[OrderView, ...], turn: int, expected: tuple[str, ...]
) -> None:
    view = views.view(teams=north(left, orders=orders), turn=turn)
    assert tuple(losses(view)) == expected


def test_nothing_is_lost_where_nothing_else_could_be_done() -> None:
    dig = views.option("dig", legal=False)
    assert not tuple(losses(views.view(teams=north(5), options=(dig,))))


def test_points_that_could_still_boost_an_order_are_counted() -> None:
    dig = views.option("dig", legal=False)
    (lost,) = losses(views.view(teams=north(3, orders=GIVEN), options=(dig,)))
    assert lost.startswith("1 Will would be lost")


def sealed(start: Start, *lines: str, is_terminal: bool = True) -> tuple[Script, bool]:
    session = start()
    script = Script("", *lines, is_terminal=is_terminal)
    Game(session, script.console).run()
    first, *_ = session.client("facilitator").view().teams
    return script, first.sealed


def test_a_terminal_asks_and_says_how_much_would_be_lost(start: Start) -> None:
    script, is_sealed = sealed(start, "order 1", "seal", "no")
    assert "1 Crews would be lost: at most 1 can be kept for the next turn." in script.text
    assert "the orders are not sealed" in script.text
    assert not is_sealed


def test_a_second_seal_seals_all_the_same(start: Start) -> None:
    assert sealed(start, "seal", "seal")[1]


def test_nothing_is_asked_where_nothing_would_be_lost(start: Start) -> None:
    script, is_sealed = sealed(start, "order 1", "order 2", "seal")
    assert is_sealed
    assert not any("again" in prompt for prompt in script.prompts)


def test_a_pipe_is_told_and_not_asked(start: Start) -> None:
    script, is_sealed = sealed(start, "seal", is_terminal=False)
    assert NO_ORDER in script.text
    assert is_sealed
