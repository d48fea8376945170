"""A team's screen: every action by key and in the palette, every part in sight, hostile text."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import cycle

import pytest
from attrs import evolve, fields, has
from textual.pilot import Pilot
from textual.widgets import Input, Select

from tests.tui import sample, screen
from tests.tui.seat_app import SIZES, SeatApp
from wargame.kernel.view import Deed, View
from wargame.plain.compare import comparable
from wargame.text import clean
from wargame.tui.keys import COMMON
from wargame.tui.team import TeamScreen
from wargame.tui.team_keys import TEAM


@asynccontextmanager
async def seated(
    shown: View | None = None, *, size: tuple[int, int] = (80, 24), refuses: bool = False
) -> AsyncIterator[tuple[Pilot[None], sample.FakeClient]]:
    client = sample.FakeClient(shown, refuses=refuses)
    app = SeatApp(TeamScreen(client))
    async with app.run_test(size=size, notifications=True) as pilot:
        await screen.settle(pilot)
        yield pilot, client


async def press(pilot: Pilot[None], *keys: str) -> str:
    for key in keys:
        await pilot.press(key)
        await screen.settle(pilot)
    return screen.text(pilot.app)


@pytest.mark.parametrize("size", SIZES)
async def test_first_glance_tells_aims_orders_costs_and_odds(size: tuple[int, int]) -> None:
    async with seated(size=size) as (pilot, _):
        text = screen.text(pilot.app)
        for expected in (
            "The Dry Valley",
            "Turn 3 of 6",
            "March",
            "2 Initiative",
            "[Orders]",
            "1 order given: give another, or press s to seal.",
            "Patience",
            "Debt is down to 4",
            "Grain stands at 4",
            "1 Open the gate",
            "Build a second dam",
            "costs 3 Initiative",
            "Works at a price",
            "58%",
            "50-62",
            "Audit the meters",
        ):
            assert expected in text, expected


async def test_large_terminal_shows_gauges_and_changes_side_by_side() -> None:
    async with seated(size=(160, 50)) as (pilot, _):
        text = screen.text(pilot.app)
        for expected in (
            "Water in the reservoir",
            "▼1",
            "2 turns old",
            "hidden",
            "Half open 2/3",
            "Interest falls due",
            "6 → 7",
            "You can wait longer than they can.",
            "Two hands on one wheel",
            "The reservoir is high",
            "11% with +1",
        ):
            assert expected in text, expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("a", "You can wait longer"),
        ("g", "Northern debt"),
        ("h", "A parchment gives"),
        ("o", "y accepts  n declines"),
        ("t", "Five minutes"),
        ("c", "Interest falls due"),
        ("b", "You hold the gate"),
        ("d", "Then the dice"),
    ],
)
@pytest.mark.parametrize("size", SIZES)
async def test_sections_come_to_the_front(key: str, expected: str, size: tuple[int, int]) -> None:
    async with seated(size=size) as (pilot, _):
        assert expected in await press(pilot, key)


@pytest.mark.parametrize(
    ("keys", "decision"),
    [
        (("enter",), "order north open"),
        (("2", "enter"), "order north sow"),
        (("plus", "enter"), "order north open +1"),
        (("plus", "plus", "plus", "enter"), "order north open +2"),
        (("plus", "plus", "minus", "enter"), "order north open +1"),
        (("plus", "down", "enter"), "order north sow"),
        (("s",), "seal north"),
        (("o", "y"), "answer north 1 yes"),
        (("o", "n"), "answer north 1 no"),
        (("o", "down", "w"), "withdraw north 3"),
    ],
)
async def test_decisions_by_key(keys: tuple[str, ...], decision: str) -> None:
    async with seated() as (pilot, client):
        await press(pilot, *keys)
        assert client.decided == [decision]


async def test_recall_is_offered_when_it_is_legal() -> None:
    recall = sample.option("recall", "Recall", decision="recall north", kind="recall", cost=0)
    shown = sample.view(options=(*sample.OPTIONS[:-1], recall))
    async with seated(shown) as (pilot, client):
        await press(pilot, "s", "r")
        assert client.decided == ["recall north"]


async def test_illegal_order_is_explained_and_not_sent() -> None:
    async with seated() as (pilot, client):
        text = await press(pilot, "end", "enter")
        assert client.decided == []
        assert "needs Northern debt of at most 4" in text
        assert "Not now" in text


async def test_refusal_is_shown_with_its_remedy_and_no_markup() -> None:
    async with seated(refuses=True) as (pilot, client):
        text = await press(pilot, "enter")
        assert client.decided == []
        assert "this is [/] refused" in text
        assert "do [b]something[/ else" in text


async def test_argument_is_made_on_a_form_that_stays_open_until_it_is_accepted() -> None:
    async with seated() as (pilot, client):
        await press(pilot, "x", "f9")
        assert "the claim is empty" in screen.text(pilot.app)
        pilot.app.screen.query_one("#claim", Input).value = 'The "mills" [/] grind'
        pilot.app.screen.query_one("#reason-1", Input).value = "They are paid"
        await press(pilot, "f9")
        assert client.decided == ['argue north "The \\"mills\\" [/] grind" for "They are paid"']
        assert isinstance(pilot.app.screen, TeamScreen)


async def test_offer_is_made_of_terms_with_their_usual_deadline() -> None:
    async with seated() as (pilot, client):
        await press(pilot, "f", "f9")
        assert "the offer is empty" in screen.text(pilot.app)
        pilot.app.screen.query_one("#give-term", Select).value = "no_build"
        pilot.app.screen.query_one("#want-term", Select).value = "payment"
        await screen.settle(pilot)
        await press(pilot, "f9")
        assert client.decided == ["offer north south give no_build by 5 want payment by 5"]


async def test_message_and_note() -> None:
    async with seated() as (pilot, client):
        await press(pilot, "m")
        pilot.app.screen.query_one("#text", Input).value = "Hello [/]"
        await press(pilot, "f9", "i")
        pilot.app.screen.query_one("#text", Input).value = "Odd."
        await press(pilot, "f9")
        assert client.said == [("Hello [/]", "south")]
        assert client.notes == [("Odd.", ())]


async def test_question_of_a_card_is_answered_from_the_list() -> None:
    async with seated(sample.choosing()) as (pilot, client):
        text = screen.text(pilot.app)
        assert "A bank offers a bridging loan." in text
        assert "Refuse it" in text
        await press(pilot, "2", "enter")
        assert client.decided == ["choose north refuse"]


@pytest.mark.parametrize("size", SIZES)
async def test_end_of_the_game_comes_to_the_front(size: tuple[int, int]) -> None:
    async with seated(size=size) as (pilot, client):
        client.change(sample.over())
        await screen.settle(pilot)
        text = screen.text(pilot.app)
        for expected in ("A dry truce", "The gate stands half open.", "achieved", "Thirst"):
            assert expected in text, expected
        assert "Northern debt" in await press(pilot, "g")
        assert "A dry truce" in await press(pilot, "e")


async def test_screen_follows_the_game_and_stops_when_closed() -> None:
    async with seated() as (pilot, client):
        client.change(sample.view(turn=4, date="April", waiting_for=("south",)))
        await screen.settle(pilot)
        text = screen.text(pilot.app)
        assert "Turn 4 of 6" in text
        assert "Waiting for South" in text
        await pilot.app.pop_screen()
        await screen.settle(pilot)
        assert client.listeners == []


async def test_new_offers_and_messages_are_marked_until_read() -> None:
    async with seated() as (pilot, _):
        assert "Talk*" in screen.text(pilot.app)
        assert "Offers*" in screen.text(pilot.app)
        assert "Talk*" not in await press(pilot, "t")
        assert "Talk*" not in await press(pilot, "d")


async def test_reader_is_not_disturbed_when_the_game_moves_on() -> None:
    async with seated() as (pilot, client):
        await press(pilot, "t")
        client.change(sample.view(options=sample.OPTIONS[1:]))
        await screen.settle(pilot)
        assert "Five minutes" in screen.text(pilot.app)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shift", [0, 5])
async def test_hostile_text_is_shown_as_it_is(shift: int, size: tuple[int, int]) -> None:
    async with seated(haunted(sample.view(), shift), size=size) as (pilot, client):
        for key in ("a", "g", "h", "o", "t", "c", "b", "d", "x", "escape", "f", "escape", "m"):
            text = await press(pilot, key)
            assert "\x1b" not in text
            assert "\x9b" not in text
        await press(pilot, "escape")
        for shown in (sample.over(), sample.choosing()):
            client.change(haunted(shown, shift))
            await screen.settle(pilot)
        assert pilot.app.is_running


def haunted(shown: View, shift: int, texts: tuple[str, ...] = sample.HOSTILE) -> View:
    """Returns the view with each of its texts replaced by the next hostile one.

    They are cleaned as text is when it enters the model; ids and words of the rules stay.
    """
    words = cycle(clean(word) for word in (*texts[shift:], *texts[:shift]))
    kept = {"id", "kind", "of", "decision", "status", "seat", "node", "phase", "good", "team", "to"}
    kept |= {"by", "give", "want", "seats", "waiting_for", "steps", "save"}

    def replaced(value: object) -> object:
        if isinstance(value, str):
            return next(words)
        if isinstance(value, tuple):
            return tuple(replaced(part) for part in value)
        if has(type(value)):
            names = [part.name for part in fields(type(value)) if part.name not in kept]
            return evolve(value, **{name: replaced(getattr(value, name)) for name in names})
        return value

    haunt = replaced(shown)
    assert isinstance(haunt, View)
    return haunt


async def test_every_action_is_in_the_palette() -> None:
    async with seated() as (pilot, _):
        from wargame.tui.commands import ScreenCommands

        provider = ScreenCommands(pilot.app.screen)
        titles = [hit.text async for hit in provider.discover()]
        for key in (*TEAM, *COMMON):
            assert key.label in titles


async def test_common_keys_reach_the_app() -> None:
    async with seated() as (pilot, _):
        await press(pilot, "f1", "f2", "f3", "f4", "f5", "f8", "f10")
        done = ["help", "seat", "board", "console", "scenario", "shade", "leave"]
        assert pilot.app.done == done  # type: ignore[attr-defined]


async def test_no_key_means_two_things() -> None:
    keys = [part for key in (*TEAM, *COMMON) for part in key.keys.split(",")]
    assert len(keys) == len(set(keys))
    assert not {"ctrl+s", "ctrl+a", "ctrl+b", "ctrl+j", "ctrl+enter"} & set(keys)


async def test_numbers_of_orders_stay_while_orders_are_given() -> None:
    async with seated() as (pilot, client):
        assert "2 Sow winter wheat" in screen.text(pilot.app)
        left = tuple(option for option in sample.OPTIONS if option.id != "open")
        client.change(sample.view(options=left))
        await screen.settle(pilot)
        assert "2 Sow winter wheat" in screen.text(pilot.app)
        await press(pilot, "2", "enter")
        assert client.decided == ["order north sow"]
        await press(pilot, "1", "enter")
        assert client.decided == ["order north sow"] * 2  # no order has that number any more
        client.change(sample.view(turn=4, options=left))
        await screen.settle(pilot)
        assert "1 Sow winter wheat" in screen.text(pilot.app)


async def test_prompt_counts_the_drafted_orders_and_says_how_to_take_sealed_ones_back() -> None:
    async with seated() as (pilot, client):
        assert "1 order given: give another, or press s to seal." in screen.text(pilot.app)
        client.change(sample.view(options=sample.OPTIONS[-1:]))
        await screen.settle(pilot)
        assert "no other is possible: press s to seal." in screen.text(pilot.app)
        sealed = (evolve(sample.NORTH, sealed=True), sample.SOUTH)
        client.change(sample.view(teams=sealed, waiting_for=("south",)))
        await screen.settle(pilot)
        assert "r takes them back until the reveal" in screen.text(pilot.app)


async def test_backspace_takes_only_the_last_order_back() -> None:
    argument = evolve(
        sample.NORTH.orders[0], id="", title="Argue", boost=0, claim="It rains", reasons=("Clouds",)
    )
    first = sample.NORTH.orders[0]
    last = evolve(first, id="sow", title="Sow winter wheat", boost=0)
    given = evolve(sample.NORTH, orders=(argument, first, last))
    async with seated(sample.view(teams=(given, sample.SOUTH))) as (pilot, client):
        await press(pilot, "backspace")
        assert client.decided == [
            "recall north",
            'argue north "It rains" for "Clouds"',
            "order north audit +1",
        ]


@pytest.mark.parametrize("size", SIZES)
async def test_odds_of_possible_orders_stand_side_by_side(size: tuple[int, int]) -> None:
    async with seated(size=size) as (pilot, _):
        text = await press(pilot, "v")
        for expected in ("Compare", "Works at", "17%", "58%", "★ 25%", "Without a roll"):
            assert expected in text, expected
        assert "Compare" not in (await press(pilot, "escape")).splitlines()[0]


def test_only_possible_orders_are_compared_those_with_a_roll_first() -> None:
    ids = [option.id for option in comparable(sample.view())]
    assert ids == ["open", "audit", "charter", "plea", "sow"]


@pytest.mark.parametrize("size", SIZES)
async def test_dossier_tells_what_is_known_of_the_others(size: tuple[int, int]) -> None:
    done = Deed(turn=2, team="south", title="Shut the gate", boost=1, claim="")
    async with seated(sample.view(deeds=(done,)), size=size) as (pilot, _):
        text = await press(pilot, "k")
        for expected in (
            "What you know of the others",
            "0 kept, 1 broken",
            "The mills turn",
            "Payment by turn 4",
            "Turn 2 Shut the gate +1",
        ):
            assert expected in text, expected


@pytest.mark.parametrize("size", SIZES)
async def test_hand_is_shown_as_cards_with_what_can_be_played(size: tuple[int, int]) -> None:
    async with seated(size=size) as (pilot, _):
        text = await press(pilot, "h")
        assert "╭─ An old charter" in text
        assert "can be played now" in text
        assert "▪ card, 1" in text


async def test_what_became_of_ones_own_orders_comes_first() -> None:
    changes = (sample.OUTCOME, *(evolve(change, turn=4) for change in sample.CHANGES))
    async with seated(sample.view(turn=4, changes=changes)) as (pilot, _):
        lines = (await press(pilot, "c")).splitlines()
        own = next(at for at, line in enumerate(lines) if "Your orders of turn 3" in line)
        assert "Open the gate" in lines[own + 1]
        assert any("dice 4 3, +1, total 8" in line for line in lines)
        assert any("Turn 4" in line for line in lines[own + 1 :])
