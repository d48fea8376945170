"""The facilitator's console: every action by key and palette, every form, hostile text."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from attrs import evolve
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from tests.tui import sample, screen
from tests.tui.sample import Clock
from tests.tui.seat_app import SIZES, SeatApp
from tests.tui.test_team import haunted
from wargame.kernel.view import View
from wargame.plain.sums import UNSEEN, WEIGHT, besides, remainder
from wargame.tui.clock import PhaseClock
from wargame.tui.commands import ScreenCommands
from wargame.tui.console import BESIDE, ConsoleScreen
from wargame.tui.console_keys import CONSOLE
from wargame.tui.keys import COMMON
from wargame.tui.widgets.patch_draft import entries
from wargame.tui.widgets.sheet import Sheet
from wargame.tui.widgets.task import TaskLine, task

CLOCK = Clock()


@asynccontextmanager
async def seated(
    shown: View | None = None, *, size: tuple[int, int] = (80, 24), refuses: bool = False
) -> AsyncIterator[tuple[Pilot[None], sample.FakeClient]]:
    client = sample.FakeClient(shown or sample.view("facilitator"), refuses=refuses)
    app = SeatApp(ConsoleScreen(client, clock=PhaseClock(clock=CLOCK)))
    async with app.run_test(size=size, notifications=True) as pilot:
        await screen.settle(pilot)
        yield pilot, client


async def press(pilot: Pilot[None], *keys: str) -> str:
    for key in keys:
        await pilot.press(key)
        await screen.settle(pilot)
    return screen.text(pilot.app)


async def fill(pilot: Pilot[None], selector: str, text: str) -> None:
    pilot.app.screen.query_one(selector, Input).value = text
    await screen.settle(pilot)


def phase(node: str = "phase") -> View:
    return sample.view("facilitator", node=node, prompt="Let them talk.", waiting_for=())


@pytest.mark.parametrize("size", SIZES)
async def test_pending_outcome_shows_dice_modifiers_band_and_task(size: tuple[int, int]) -> None:
    async with seated(sample.ruling(), size=size) as (pilot, _):
        text = screen.text(pilot.app)
        for expected in (
            "Let the outcome stand, or overrule it.",
            "Enter lets it stand",
            "North: Open the gate",
            "⚃ 4",
            "+1 = 8",
            "The reservoir is high",
            "▶ Works at a price",
            "It works; somebody pays.",
            "South  ● sealed",
            "Audit the meters",
            "● saved 10:09:06  valley-1  29 records, 27 of them in play",
        ):
            assert expected in text, expected


async def test_large_terminal_shows_every_section_at_once() -> None:
    async with seated(size=(160, 50)) as (pilot, _):
        text = screen.text(pilot.app)
        for expected in (
            "Spring floods",
            "Interest falls due",
            "Water in the reservoir",
            "Of the south",
            "No second dam by turn 3",
            "South seals its orders",
            "Five minutes left.",
        ):
            assert expected in text, expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("p", "Melt water"),
        ("t", "Patience"),
        ("g", "Northern debt"),
        ("b", "No second dam"),
        ("c", "Interest falls due"),
        ("l", "seal: South"),
        ("k", "Facilitator to all"),
    ],
)
@pytest.mark.parametrize("size", SIZES)
async def test_sections_come_to_the_front(key: str, expected: str, size: tuple[int, int]) -> None:
    async with seated(size=size) as (pilot, _):
        assert expected in await press(pilot, key)


@pytest.mark.parametrize(
    ("shown", "keys", "decision"),
    [
        (sample.ruling(), ("enter",), "accept"),
        (sample.ruling(), ("a",), "accept"),
        (phase(), ("enter",), "advance"),
        (phase(), ("n",), "advance"),
        (sample.ruling(dice=True), ("enter", "4", "3", "enter"), "roll 4 3"),
        (sample.ruling(dice=True), ("d", "6", "space", "1", "f9"), "roll 6 1"),
        (sample.view("facilitator"), ("n", "f9"), "advance"),
    ],
)
async def test_decisions_by_key(shown: View, keys: tuple[str, ...], decision: str) -> None:
    async with seated(shown) as (pilot, client):
        await press(pilot, *keys)
        assert client.decided == [decision]


@pytest.mark.parametrize("size", SIZES)
async def test_the_task_is_told_in_full_and_the_phase_only_where_it_fits(
    size: tuple[int, int],
) -> None:
    says = "The orders are carried out one by one, as the dice and the facilitator have it."
    before = sample.ruling()
    phases = tuple(evolve(phase, says=says) for phase in before.phases)
    async with seated(evolve(before, phases=phases), size=size) as (pilot, _):
        line = next(row for row in screen.text(pilot.app).splitlines() if "lets it stand" in row)
        assert "o overrules" in line
        assert (says in line) == (size[0] > 100)
        assert "…" not in line


async def test_a_long_prompt_goes_on_in_the_next_line() -> None:
    says = "Let teams meet in pairs. A deal counts only when both sides have put up their terms."
    async with seated(evolve(phase(), prompt=says), size=(80, 24)) as (pilot, client):
        text = screen.text(pilot.app)
        assert says in " ".join(text.split())
        assert "Enter ends" in text
        client.change(phase())
        await screen.settle(pilot)
        top = pilot.app.screen.query_one(TaskLine)
        assert top.size.height == 2


async def test_orders_that_are_missing_are_named_before_the_phase_is_ended() -> None:
    async with seated() as (pilot, client):
        text = await press(pilot, "n")
        assert "Not sealed yet: North." in text
        await press(pilot, "escape")
        assert client.decided == []


@pytest.mark.parametrize("key", ["a", "o", "d", "w", "enter"])
async def test_keys_of_other_moments_do_nothing(key: str) -> None:
    async with seated() as (pilot, client):
        await press(pilot, key)
        assert client.decided == []
        assert isinstance(pilot.app.screen, ConsoleScreen)


async def test_without_faces_the_engine_rolls() -> None:
    async with seated(sample.ruling(dice=True)) as (pilot, client):
        await press(pilot, "d", "f9")
        assert client.decided == []
        assert client.moved == ["roll"]


@pytest.mark.parametrize("typed", ["4", "4 3 2", "7 1", "0 1", "four"])
async def test_faces_that_no_dice_show_are_not_sent(typed: str) -> None:
    async with seated(sample.ruling(dice=True)) as (pilot, client):
        await press(pilot, "d")
        await fill(pilot, "#faces", typed)
        text = await press(pilot, "f9")
        assert client.decided == []
        assert "✗" in text


async def test_overruling_by_another_band() -> None:
    async with seated(sample.ruling()) as (pilot, client):
        await press(pilot, "o", "f9")
        assert "a reason is missing" in screen.text(pilot.app)
        await press(pilot, "shift+tab", "down", "f9")
        assert "that is how it stands" in screen.text(pilot.app)
        await press(pilot, "down", "enter")
        await fill(pilot, "#reason", 'They said "please" [/]')
        await press(pilot, "enter")
        assert client.decided == ['overrule good because "They said \\"please\\" [/]"']


async def test_overruling_by_consequences_of_ones_own() -> None:
    async with seated(sample.ruling()) as (pilot, client):
        await press(pilot, "o", "end", "enter", "left", "left", "down", "right", "tab")
        await fill(pilot, "#reason", "Common sense")
        await press(pilot, "f9")
        assert client.decided == ['overrule [water -= 2, trust += 1] because "Common sense"']


async def test_ruling_adds_sets_and_jumps() -> None:
    async with seated() as (pilot, client):
        await press(pilot, "r", "f9")
        assert "the ruling changes nothing" in screen.text(pilot.app)
        await press(pilot, "right", "s", "s", "s", "right", "n", "equals_sign")
        await fill(pilot, "#reason", "Rain")
        await press(pilot, "f9")
        assert client.decided == ['rule [water += 1, gate = 2, grain = 3] because "Rain"']


async def test_weighing_needs_a_reason_and_takes_both_consequences() -> None:
    async with seated(sample.weighing()) as (pilot, client):
        text = await press(pilot, "enter")
        assert "The mills agree to grind at night." in text
        assert "It is cooler" in text
        await press(pilot, "right", "right", "tab", "right", "tab", "down", "left", "f9")
        assert "a reason is missing" in screen.text(pilot.app)
        await fill(pilot, "#reason", "Plausible")
        await press(pilot, "f9")
        assert client.decided == [
            'weigh +2 success [water += 1] failure [trust -= 1] because "Plausible"'
        ]


async def test_inject_of_a_card_and_of_an_event_of_ones_own() -> None:
    async with seated() as (pilot, client):
        assert "Melt water fills" in await press(pilot, "i")
        await press(pilot, "enter")
        await fill(pilot, "#reason", "Now")
        await press(pilot, "enter", "i", "up", "enter", "f9")
        assert "the event has no title" in screen.text(pilot.app)
        await fill(pilot, "#title", "A leak")
        await press(pilot, "enter", "left")
        await fill(pilot, "#reason", "Why not")
        await press(pilot, "f9")
        assert client.decided == [
            'inject floods because "Now"',
            'inject "A leak" [water -= 1] because "Why not"',
        ]


async def test_undo_shows_what_it_takes_back() -> None:
    async with seated() as (pilot, client):
        text = await press(pilot, "u")
        assert "This takes back 2 decisions" in text
        assert "South seals its orders" in text
        await press(pilot, "down", "enter")
        await fill(pilot, "#reason", "A slip")
        await press(pilot, "enter", "u", "f9", "y")
        assert client.moved == ["undo 25 A slip", "undo None", "redo"]


async def test_note_with_tags_and_message_to_a_team() -> None:
    async with seated() as (pilot, client):
        await press(pilot, "e", "f9")
        assert "the note is empty" in screen.text(pilot.app)
        await fill(pilot, "#text", "They froze [/]")
        await fill(pilot, "#tags", "#Surprise, deal deal")
        await press(pilot, "f9", "m", "down", "enter")
        await fill(pilot, "#text", "Hurry")
        await press(pilot, "enter", "m")
        await fill(pilot, "#text", "All of you")
        await press(pilot, "f9")
        assert client.notes == [("They froze [/]", ("surprise", "deal"))]
        assert client.said == [("Hurry", "north"), ("All of you", "")]


async def test_screen_follows_the_game_and_stops_when_closed() -> None:
    async with seated() as (pilot, client):
        assert len(client.listeners) == 1
        client.change(sample.ruling())
        await screen.settle(pilot)
        assert "Open the gate" in screen.text(pilot.app)
        await pilot.app.pop_screen()
        await screen.settle(pilot)
        assert client.listeners == []


async def test_refused_form_stays_open_with_what_was_typed() -> None:
    async with seated(refuses=True) as (pilot, client):
        await press(pilot, "r", "right", "tab")
        await fill(pilot, "#reason", "Rain")
        text = await press(pilot, "f9")
        assert "this is [/] refused: do [b]something[/ else" in text
        assert isinstance(pilot.app.screen, Sheet)
        assert pilot.app.screen.query_one("#reason", Input).value == "Rain"
        assert "would be lost" in await press(pilot, "escape")
        assert "Board" not in await press(pilot, "escape", "t")
        assert client.decided == []


async def test_refusal_without_a_form_is_a_notice_with_its_remedy() -> None:
    async with seated(sample.ruling(), refuses=True) as (pilot, _):
        text = await press(pilot, "a")
        assert "this is [/] refused" in text
        assert "do [b]something[/ else" in text


async def test_log_is_searched_by_words_teams_and_kinds() -> None:
    async with seated() as (pilot, _):
        await press(pilot, "l")
        lines = pilot.app.screen.query_one("#lines", OptionList)
        assert lines.option_count == 3
        await fill(pilot, "#search", "SOUTH seal")
        assert lines.option_count == 1
        await fill(pilot, "#search", "[/]")
        assert lines.option_count == 0


async def test_clock_counts_warns_and_is_extended() -> None:
    async with seated() as (pilot, client):
        assert "Ⅱ 5:00" in screen.text(pilot.app)
        await press(pilot, "space")
        CLOCK.now += 241
        text = await press(pilot, "plus", "minus")
        assert "▶ 0:59 ending soon" in text
        CLOCK.now += 70
        assert "0:41 time is up" not in text
        text = await press(pilot, "space", "space")
        assert "-0:11 time is up" in text
        assert "▶ 1:00" in await press(pilot, "plus")
        client.change(sample.view("facilitator", phase="talk", phase_title="Talks"))
        await screen.settle(pilot)
        assert "Ⅱ 10:00" in screen.text(pilot.app)


def test_paused_countdown_stands_still() -> None:
    clock = Clock()
    countdown = PhaseClock(clock=clock)
    countdown.follow(1, "talk", 2)
    clock.now = 500
    assert countdown.left == 120
    countdown.toggle()
    clock.now = 530
    countdown.toggle()
    clock.now = 900
    assert countdown.left == 90
    assert not countdown.is_running
    countdown.follow(1, "talk", 2)
    assert countdown.left == 90
    countdown.follow(1, "orders", 3)
    assert countdown.left == 180


@pytest.mark.parametrize("size", SIZES)
async def test_end_of_the_game_is_shown(size: tuple[int, int]) -> None:
    async with seated(sample.over("facilitator"), size=size) as (pilot, client):
        text = screen.text(pilot.app)
        for expected in ("The game is over.", "A dry truce", "Thirst"):
            assert expected in text, expected
        assert "On the table" not in text
        await press(pilot, "r", "i", "enter")
        assert isinstance(pilot.app.screen, ConsoleScreen)
        assert client.decided == []


@pytest.mark.parametrize("node", ["agenda", "card", "choice", "orders", "over"])
def test_others_moments_have_no_key_of_the_facilitators(node: str) -> None:
    assert task(sample.view("facilitator", node=node)).action == ""


@pytest.mark.parametrize(("shift", "size"), [(0, SIZES[0]), (3, SIZES[1]), (7, SIZES[0])])
async def test_hostile_text_is_shown_as_it_is(shift: int, size: tuple[int, int]) -> None:
    async with seated(haunted(sample.view("facilitator"), shift), size=size) as (pilot, client):
        for key in ("p", "t", "g", "b", "c", "l", "k", "r", "i", "up", "escape", "u", "m", "n"):
            text = await press(pilot, key)
            assert "\x1b" not in text
            assert "\x9b" not in text
            if isinstance(pilot.app.screen, Sheet) and key not in ("i",):
                await press(pilot, "escape")
        for shown, keys in (
            (sample.ruling(), ("o", "escape")),
            (sample.ruling(dice=True), ("d", "escape")),
            (sample.weighing(), ("w", "escape")),
            (sample.over("facilitator"), ()),
        ):
            client.change(haunted(shown, shift))
            await screen.settle(pilot)
            await press(pilot, *keys)
        assert pilot.app.is_running


async def test_every_action_is_in_the_palette() -> None:
    async with seated() as (pilot, _):
        provider = ScreenCommands(pilot.app.screen)
        titles = [hit.text async for hit in provider.discover()]
        for key in (*CONSOLE, *COMMON):
            assert key.title in titles or key.name == "back", key


def test_no_key_means_two_things() -> None:
    keys = [part for key in (*CONSOLE, *COMMON) for part in key.keys.split(",")]
    assert len(keys) == len(set(keys))


async def test_what_to_do_is_said_once() -> None:
    same = sample.view("facilitator", node="phase", prompt=sample.PHASES[2].says)
    async with seated(same) as (pilot, _):
        assert screen.text(pilot.app).count(sample.PHASES[2].says) == 1


def test_whose_a_gauge_is_is_said_once() -> None:
    named = sample.gauge("north.face", "Credibility, North", 0, of="north")
    listed = entries(sample.view("facilitator", gauges=(named, sample.GAUGES[2])))
    assert [(entry.title, entry.of) for entry in listed[:2]] == [
        ("Credibility, North", ""),
        ("Northern grain", "North"),
    ]


async def test_what_is_listed_makes_up_the_total() -> None:
    boosted = evolve(sample.NORTH.orders[0], id="open", boost=2, status="pending")
    asked = sample.ruling().pending
    assert asked is not None
    known = tuple(evolve(addend, low=addend.add, high=addend.add) for addend in asked.addends)
    asked = evolve(asked, addends=known, net=1, total=8)
    view = evolve(sample.ruling(), pending=asked, orders=(boosted,))
    async with seated(view, size=(160, 50)) as (pilot, _):
        text = screen.text(pilot.app)
        assert "+2 Points put on the roll" in text
        assert "-1 Cut to the roll's limit" in text
    assert besides(evolve(asked, net=0), evolve(view, orders=())) == ()
    assert besides(sample.weighing().pending or asked, view) == ((1, WEIGHT),)
    assert remainder(2, sample.ADDENDS) == ((2, UNSEEN),)


async def test_log_has_times_and_finds_notes_by_their_tags() -> None:
    note = evolve(sample.LOG[0], record=29, kind="note", text="They whisper #deal", turn=3)
    async with seated(sample.view("facilitator", log=(*sample.LOG, note))) as (pilot, _):
        text = await press(pilot, "l")
        assert "29 10:04 turn 3  note: They" in text
        await fill(pilot, "#search", "#deal")
        assert pilot.app.screen.query_one("#lines", OptionList).option_count == 1


async def test_on_a_low_terminal_what_is_pending_and_what_changed_take_turns() -> None:
    async with seated(sample.ruling()) as (pilot, client):
        front = pilot.app.screen
        pending, changes = front.query_one("#pending"), front.query_one("#changes")
        assert (pending.region.area > 0, changes.region.area) == (True, 0)
        await press(pilot, "c")
        assert (pending.region.area, changes.size.height > 10) == (0, True)
        assert changes.has_focus
        await press(pilot, "p")
        assert (pending.region.area > 0, changes.region.area) == (True, 0)
        assert pending.has_focus
        await press(pilot, "c")
        client.change(sample.weighing())
        await screen.settle(pilot)
        assert (pending.region.area > 0, changes.region.area) == (True, 0)
        client.change(sample.view("facilitator", pending=None, table=()))
        await screen.settle(pilot)
        assert (pending.region.area, changes.size.height > 10) == (0, True)


async def test_on_a_high_terminal_both_stay_in_sight() -> None:
    async with seated(sample.ruling(), size=(160, 50)) as (pilot, _):
        for key in ("c", "p"):
            await press(pilot, key)
            assert all(pilot.app.screen.query_one(f"#{id}").size.height for id in BESIDE)
