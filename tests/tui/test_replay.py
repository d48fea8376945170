"""The replay: steps, leaps, playing, viewpoints, the timeline and the why of it all."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from attrs import evolve
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from tests.tui import middle, sample, screen
from tests.tui.seat_app import SIZES, SeatApp
from tests.tui.test_team import haunted
from wargame.errors import SeatRefused, UsageInvalid
from wargame.kernel.view import FACILITATOR, PUBLIC, Statement, View
from wargame.table.replay import RecordLine, Replay
from wargame.tui.app import WargameApp
from wargame.tui.commands import ScreenCommands
from wargame.tui.library import LibraryScreen
from wargame.tui.reader import Reader, new_changes
from wargame.tui.replay import ReplayScreen
from wargame.tui.replay_keys import REPLAY, SHARED
from wargame.tui.scenario_page import ScenarioPage
from wargame.tui.settings import Settings
from wargame.tui.widgets.timeline import Timeline
from wargame.tui.widgets.why import Why

# turn, phase, kind, decision, text, whether on the line of play
HISTORY = (
    (1, "news", "decision", "draw floods", "News: Spring floods", True),
    (1, "talk", "decision", "advance", "The phase ends", True),
    (1, "talk", "message", "", "Water first, then we talk. [/]", True),
    (1, "orders", "decision", "seal north", "North seals its orders", False),
    (1, "dice", "decision", "roll 4 3", "Dice: 4 3 = 8", True),
    (1, "dice", "decision", "overrule good", "The facilitator overrules", True),
    (2, "news", "decision", "advance", "The phase ends", True),
    (2, "orders", "decision", "seal south", "South seals its orders", True),
)


def record(number: int, line: tuple[int, str, str, str, str, bool]) -> RecordLine:
    turn, phase, kind, decision, text, on_line = line
    return RecordLine(
        number=number,
        turn=turn,
        phase=phase,
        seat="north",
        kind=kind,
        text=text,
        decision=decision,
        on_line=on_line,
        time="2026-01-02T10:04:05Z",
    )


class FakeReplay:
    """Is a replay of HISTORY whose views are the sample's."""

    def __init__(
        self,
        *,
        is_open: bool = True,
        seat: str = PUBLIC,
        haunt: int | None = None,
        texts: tuple[str, ...] = sample.HOSTILE,
    ):
        self.texts = texts
        self.records = tuple(record(n, line) for n, line in enumerate(HISTORY, start=1))
        self.program = SimpleNamespace(teams=("north", "south"))
        self.notices = ("the last record was torn [/]",)
        self.position = 0
        self.seat = seat
        self.is_open = is_open
        self.haunt = haunt

    def __len__(self) -> int:
        return len(self.records)

    def seek(self, index: int) -> None:
        self.position = max(0, min(index, len(self)))

    def view(self, seat: str) -> View:
        if not self.is_open and seat not in (PUBLIC, self.seat):
            raise SeatRefused("the game is not over", remedy="ask the facilitator")
        at = self.position
        turn = self.records[at - 1].turn if at else 0
        shown = sample.view(seat, turn=turn, changes=sample.CHANGES[: at // 6])
        if at == 5:
            shown = evolve(shown, pending=sample.ruling().pending)
        return shown if self.haunt is None else haunted(shown, self.haunt, self.texts)

    def statement(self, id: str) -> Statement | None:
        return sample.STATEMENTS.get(id)

    def next_phase(self) -> int:
        return min(len(self), self.position + 2)

    def previous_phase(self) -> int:
        return max(0, self.position - 2)

    def swings(self, seat: str) -> tuple[float, ...]:
        return (0.0, 0.0, 0.0, 0.0, 0.0, 1.5, 0.2, 0.0)

    def next_swing(self, seat: str) -> int:
        return 6 if self.position < 6 else self.position

    def previous_swing(self, seat: str) -> int:
        return 6 if self.position > 6 else self.position

    def next_turn(self) -> int:
        return min(len(self), self.position + 4)

    def previous_turn(self) -> int:
        return max(0, self.position - 4)


@asynccontextmanager
async def replayed(
    replay: FakeReplay | None = None, *, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    app = SeatApp(ReplayScreen(replay or FakeReplay()))  # type: ignore[arg-type]
    async with app.run_test(size=size, notifications=True) as pilot:
        await screen.settle(pilot)
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> str:
    for key in keys:
        await pilot.press(key)
        await screen.settle(pilot)
    return screen.text(pilot.app)


def at(pilot: Pilot[None]) -> int:
    shown = pilot.app.screen
    assert isinstance(shown, ReplayScreen)
    return shown.client.at


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (("right",), 1),
        (("right", "right", "left"), 1),
        (("left",), 0),
        (("down", "down"), 4),
        (("down", "up"), 0),
        (("pagedown",), 4),
        (("pagedown", "pageup"), 0),
        (("end",), 8),
        (("end", "right"), 8),
        (("end", "home"), 0),
        (("r", "down", "down", "enter"), 2),
        (("n",), 6),
        (("n", "n"), 6),
        (("end", "p"), 6),
    ],
)
async def test_steps_and_leaps(keys: tuple[str, ...], place: int) -> None:
    async with replayed() as pilot:
        await press(pilot, *keys)
        assert at(pilot) == place


@pytest.mark.parametrize(
    ("where", "place"), [("5", 5), ("t2", 7), ("dice", 5), ("SEALS", 4), ("[/]", 3)]
)
async def test_jump_to_a_record_a_turn_or_a_word(where: str, place: int) -> None:
    async with replayed() as pilot:
        await press(pilot, "j")
        pilot.app.screen.query_one("#where", Input).value = where
        await press(pilot, "enter")
        assert at(pilot) == place


@pytest.mark.parametrize("where", ["", "99", "t9", "nowhere [/]"])
async def test_jump_to_nowhere_is_said_and_goes_nowhere(where: str) -> None:
    async with replayed() as pilot:
        await press(pilot, "j")
        pilot.app.screen.query_one("#where", Input).value = where
        assert "✗" in await press(pilot, "enter")
        await press(pilot, "escape")
        assert at(pilot) == 0


async def test_jump_by_word_goes_to_the_next_one_that_has_it() -> None:
    async with replayed() as pilot:
        await press(pilot, "pagedown", "j")
        pilot.app.screen.query_one("#where", Input).value = "seals"
        await press(pilot, "enter")
        assert at(pilot) == 8


async def test_playing_goes_on_pauses_changes_speed_and_stops_at_the_end() -> None:
    async with replayed() as pilot:
        shown = pilot.app.screen
        assert isinstance(shown, ReplayScreen)
        assert "▶ slow" in await press(pilot, "minus", "space")
        assert "▶ steady" in await press(pilot, "plus")
        assert "Ⅱ" in await press(pilot, "space")
        await press(pilot, "home", "space")
        for _ in range(len(HISTORY) + 1):
            shown.tick()
        await screen.settle(pilot)
        assert at(pilot) == len(HISTORY)
        assert "Ⅱ" in screen.text(pilot.app)


@pytest.mark.parametrize("size", SIZES)
async def test_why_shows_dice_modifiers_and_changes_of_what_was_settled(
    size: tuple[int, int],
) -> None:
    async with replayed(size=size) as pilot:
        text = await press(pilot, "right", "right", "right", "right", "right", "right")
        for expected in (
            "The facilitator overrules",
            "⚃ 4",
            "The reservoir is high",
        ):
            assert expected in text, expected
        why = await press(pilot, "w", "end", "w")
        assert "Interest" not in why
        await press(pilot, "escape")
        text = await press(pilot, "home", *["right"] * 6)
        if size == SIZES[1]:
            assert "What that changed" in text
            assert "4 → 6" in text


@pytest.mark.parametrize("size", SIZES)
async def test_timeline_marks_turns_phases_rulings_and_what_was_taken_back(
    size: tuple[int, int],
) -> None:
    async with replayed(size=size) as pilot:
        text = await press(pilot, "pagedown")
        for expected in ("┼", "x", "◆", "┃", "4 of 8", "taken back later"):
            assert expected in text, expected
        await pilot.click(Timeline, offset=(1, 1))
        await screen.settle(pilot)
        assert at(pilot) == 0


@pytest.mark.parametrize(
    ("key", "expected"),
    [("g", "Northern debt"), ("t", "Patience"), ("r", "South seals its"), ("w", "Nothing")],
)
@pytest.mark.parametrize("size", SIZES)
async def test_sections_come_to_the_front(key: str, expected: str, size: tuple[int, int]) -> None:
    async with replayed(size=size) as pilot:
        assert expected in await press(pilot, key)


@pytest.mark.parametrize("size", SIZES)
async def test_what_somebody_wrote_is_read_in_full(size: tuple[int, int]) -> None:
    words = " ".join(f"word{number}" for number in range(30))
    written = evolve(record(3, HISTORY[2]), kind="note", text=words)
    replay = FakeReplay()
    replay.records = (*replay.records[:2], written, *replay.records[3:])
    async with replayed(replay, size=size) as pilot:
        await press(pilot, "home", "right", "right", "right")
        why = pilot.app.screen.query_one(Why)
        assert words in " ".join(why.clipping.split())
        assert "note" in why.clipping
        assert "The board stays as it is." not in why.clipping


async def test_viewpoint_goes_round_all_seats_of_a_finished_game() -> None:
    async with replayed() as pilot:
        assert "Public board" in screen.text(pilot.app)
        assert "North" in (await press(pilot, "v")).splitlines()[0]
        assert "South" in (await press(pilot, "v")).splitlines()[0]
        assert "Facilitator" in (await press(pilot, "v")).splitlines()[0]
        assert "Public board" in (await press(pilot, "v")).splitlines()[0]


async def test_running_game_is_seen_through_ones_own_eyes_or_everybodys() -> None:
    async with replayed(FakeReplay(is_open=False, seat="south")) as pilot:
        assert "South" in screen.text(pilot.app).splitlines()[0]
        assert "Public board" in await press(pilot, "v")
        assert "South" in (await press(pilot, "v")).splitlines()[0]


async def test_running_game_without_a_seat_says_why_there_is_one_viewpoint() -> None:
    async with replayed(FakeReplay(is_open=False)) as pilot:
        assert "The game is not over" in await press(pilot, "v")


async def test_notices_about_the_record_are_shown() -> None:
    async with replayed() as pilot:
        assert "the last record was torn [/]" in screen.text(pilot.app)


@pytest.mark.parametrize(("shift", "size"), [(0, SIZES[0]), (3, SIZES[1])])
async def test_hostile_text_is_shown_as_it_is(shift: int, size: tuple[int, int]) -> None:
    async with replayed(FakeReplay(haunt=shift), size=size) as pilot:
        for key in ("end", "v", "v", "g", "t", "r", "w", "escape", "pageup"):
            text = await press(pilot, key)
            assert "\x1b" not in text
            assert "\x9b" not in text
        assert pilot.app.is_running


async def test_every_action_is_in_the_palette() -> None:
    async with replayed() as pilot:
        provider = ScreenCommands(pilot.app.screen)
        titles = [hit.text async for hit in provider.discover()]
        for key in (*REPLAY, *SHARED):
            assert key.title in titles


def test_no_key_means_two_things() -> None:
    keys = [part for key in (*REPLAY, *SHARED) for part in key.keys.split(",")]
    assert len(keys) == len(set(keys))


def test_reader_only_looks() -> None:
    reader = Reader(FakeReplay())  # type: ignore[arg-type]
    assert reader.seats == (PUBLIC, "north", "south", FACILITATOR)
    for act in (lambda: reader.decide("accept"), lambda: reader.say("x"), lambda: reader.note("x")):
        with pytest.raises(UsageInvalid):
            act()


def test_new_changes_are_found_when_old_ones_have_gone_and_numbers_have_moved() -> None:
    first, second = sample.CHANGES
    third = evolve(first, title="Third")
    assert new_changes((), (first,)) == (first,)
    assert new_changes((first,), (first,)) == ()
    assert new_changes((first, second), (evolve(second, record=1), third)) == (third,)
    assert new_changes((first,), ()) == ()


@pytest.mark.parametrize(("key", "pace"), [("1", "slow"), ("2", "steady"), ("3", "fast")])
async def test_it_plays_on_at_three_speeds_and_pauses(key: str, pace: str) -> None:
    async with replayed() as pilot:
        assert f"▶ {pace}" in await press(pilot, key)
        assert "▶" not in (await press(pilot, "space")).replace("▶ turn", "")


@pytest.mark.parametrize("size", SIZES)
async def test_the_timeline_draws_the_swings(size: tuple[int, int]) -> None:
    async with replayed(size=size) as pilot:
        rows = screen.text(pilot.app).splitlines()
        heights = next(row for row in rows if "█" in row and "swing" not in row)
        assert heights.count("█") == 1
        assert "▂" in heights


async def test_a_recorded_game_has_its_briefs_cards_and_reasons_at_hand() -> None:
    replay = Replay.open("river-tutorial")
    async with WargameApp(replay=replay, settings=Settings()).run_test(size=(100, 30)) as pilot:
        await screen.settle(pilot)
        await press(pilot, "end", "p", "q")
        assert pilot.app.focused is pilot.app.screen.query_one("#why")
        await press(pilot, "f5")
        assert isinstance(pilot.app.screen, ScenarioPage)
        await press(pilot, "b")
        assert isinstance(pilot.app.screen, LibraryScreen)
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, ReplayScreen)
        before = pilot.app.screen.query_one(Timeline).swings
        assert len(before) == len(replay)
        await press(pilot, "v")
        assert len(pilot.app.screen.query_one(Timeline).swings) == len(replay)


async def test_what_if_is_played_at_the_seat_one_looks_through(tmp_path: Path) -> None:
    replay = middle.replayed()
    app = WargameApp(replay=replay, saves=tmp_path, settings=Settings(coach=False))
    async with app.run_test(size=(100, 30)) as pilot:
        await screen.settle(pilot)
        shown = await press(pilot, "pagedown", "pagedown", "b")
        assert "All are who they were." in shown
        shown = await press(pilot, "escape", "v", "b")
        team = replay.program.scenario.teams["averil"].title
        assert f"You play {team}; all others are who they were." in shown
        await press(pilot, "f9")
        assert app.sitting is not None
        session = app.sitting.session
        assert session.name == "river-tutorial-if-1"
        assert session.view(PUBLIC).turn == 3
        assert not [shown for shown in app.screen_stack if isinstance(shown, ReplayScreen)]


async def test_what_if_says_why_it_cannot_be(tmp_path: Path) -> None:
    app = WargameApp(replay=middle.replayed(), saves=tmp_path, settings=Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        await screen.settle(pilot)
        shown = await press(pilot, "end", "b", "f9")
        assert "the game is over there" in shown
        assert list(tmp_path.iterdir()) == []


async def test_a_step_lays_nothing_out() -> None:
    async with replayed() as pilot:
        await press(pilot, "right", "left")
        laid_out: list[Screen[object]] = []
        shown = pilot.app.screen
        shown.screen_layout_refresh_signal.subscribe(shown, laid_out.append)
        await press(pilot, *["right"] * 3, *["left"] * 2)
        assert at(pilot) == 1
        assert laid_out == []
