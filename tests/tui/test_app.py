"""The app around the seats: start, new game, handing the keyboard over, leaving, coming back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Select

from tests.tui import screen
from tests.tui.seat_app import SIZES
from wargame.scenario.load import load_scenario
from wargame.table.saves import list_saves
from wargame.table.session import Session
from wargame.table.setup import TableSetup
from wargame.tui.app import WargameApp
from wargame.tui.board import BoardScreen
from wargame.tui.commands import ScreenCommands
from wargame.tui.console import ConsoleScreen
from wargame.tui.cover import Cover
from wargame.tui.help import HelpScreen
from wargame.tui.keys import LAID_OVER, START
from wargame.tui.replay import ReplayScreen
from wargame.tui.scenario_page import ScenarioPage
from wargame.tui.settings import Settings
from wargame.tui.small import TooSmall
from wargame.tui.start import StartScreen
from wargame.tui.team import TeamScreen
from wargame.tui.theme import ANSI_DARK, ANSI_SAFE
from wargame.tui.widgets.big_clock import BigClock
from wargame.tui.widgets.seal_form import SealForm
from wargame.tui.widgets.timer import PhaseTimer

SCENARIO = "river"


@asynccontextmanager
async def started(
    *,
    size: tuple[int, int] = (80, 24),
    session: Session | None = None,
    settings: Settings | None = None,
) -> AsyncIterator[Pilot[None]]:
    app = WargameApp(session=session, settings=settings or Settings())
    async with app.run_test(size=size, notifications=True) as pilot:
        await screen.settle(pilot)
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> str:
    for key in keys:
        await pilot.press(key)
        await screen.settle(pilot)
    return screen.text(pilot.app)


scenario_of = cache(load_scenario)


def table(humans: int, *, facilitator: str = "auto", name: str = "game") -> Session:
    """Returns a game in which the first teams are played by people, the others at random."""
    scenario = scenario_of(SCENARIO)
    seats = {
        team: "human" if number < humans else "random" for number, team in enumerate(scenario.teams)
    }
    setup = TableSetup(scenario=SCENARIO, seed=3, seats=seats, facilitator=facilitator)
    return Session.start(setup, name=name, scenario=scenario)


def titles() -> list[str]:
    return [team.title for team in scenario_of(SCENARIO).teams.values()]


@pytest.mark.parametrize("size", SIZES)
async def test_start_screen_offers_everything(size: tuple[int, int]) -> None:
    async with started(size=size) as pilot:
        text = screen.text(pilot.app)
        for expected in ("Play now", "New game", "Continue", "Replay", "Scenarios", "Help", "Quit"):
            assert expected in text
        assert "Bots play the others" in text


async def test_two_keys_start_a_game_alone() -> None:
    async with started() as pilot:
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, TeamScreen)
        assert pilot.app.screen.seen is not None
        assert pilot.app.screen.client.seat in pilot.app.screen.seen.waiting_for


async def test_start_actions_by_key_and_in_the_palette() -> None:
    async with started() as pilot:
        assert "Start the game" in await press(pilot, "n")
        await press(pilot, "escape")
        assert "Continue a game" in await press(pilot, "c")
        await press(pilot, "escape")
        assert "Replay a game" in await press(pilot, "r")
        await press(pilot, "escape")
        assert "2 teams" in await press(pilot, "s")
        await press(pilot, "escape", "f1")
        assert isinstance(pilot.app.screen, HelpScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, StartScreen)
        offered = [hit.text async for hit in ScreenCommands(pilot.app.screen).discover()]
        assert offered == [key.title for key in START]


async def test_new_game_is_set_up_on_the_form() -> None:
    async with started() as pilot:
        await press(pilot, "n")
        form = pilot.app.screen
        form.query_one("#scenario", Select).value = SCENARIO
        await screen.settle(pilot)
        text = screen.text(pilot.app)
        assert all(title in text for title in titles())
        form.query_one("#dice", Select).value = "typed"
        await press(pilot, "f9")
        assert "real dice need a person as facilitator" in screen.text(pilot.app)
        form.query_one("#facilitator", Select).value = "human"
        form.query_one("#name").value = "../escape"  # type: ignore[attr-defined]
        await press(pilot, "f9")
        assert "cannot be the name of a save" in screen.text(pilot.app)
        form.query_one("#name").value = "mine"  # type: ignore[attr-defined]
        await press(pilot, "f9")
        assert isinstance(pilot.app.screen, Cover)


async def test_saves_are_listed_with_what_is_wrong_and_gone_on_with(environment: Path) -> None:
    with table(1, name="good"):
        pass
    (environment / "bad.jsonl").write_text('{"format": [/] \n', encoding="utf-8")
    async with started() as pilot:
        assert "Go on with good" in screen.text(pilot.app)
        text = await press(pilot, "c")
        assert "good" in text
        assert "cannot be read" in text
        await press(pilot, "escape", "enter")
        assert isinstance(pilot.app.screen, TeamScreen)


async def test_broken_save_is_refused_with_a_notice(environment: Path) -> None:
    environment.mkdir(parents=True)
    (environment / "bad.jsonl").write_text("[/]\n", encoding="utf-8")
    async with started() as pilot:
        for key in ("c", "r"):
            await press(pilot, key, "enter")
            assert isinstance(pilot.app.screen, StartScreen)


async def test_leaving_keeps_the_game_and_lets_go_of_its_file(environment: Path) -> None:
    async with started() as pilot:
        await press(pilot, "enter", "enter", "f10")
        assert isinstance(pilot.app.screen, StartScreen)
        (save,) = [save for save in list_saves(environment) if not save.shipped]
        with Session.resume(save.path) as session:
            assert not session.is_over


async def test_people_at_one_keyboard_are_covered_from_each_other() -> None:
    first, second = titles()[:2]
    async with started(session=table(2)) as pilot:
        text = screen.text(pilot.app)
        assert isinstance(pilot.app.screen, Cover)
        assert "Pass the keyboard to" in text
        assert "score" not in text
        offered = [hit.text async for hit in ScreenCommands(pilot.app.screen).discover()]
        assert offered == ["I am looking", *(key.label for key in LAID_OVER)]
        await press(pilot, "f2", "f3", "f10")
        assert isinstance(pilot.app.screen, Cover)
        shown = await press(pilot, "enter")
        seat = pilot.app.screen
        assert isinstance(seat, TeamScreen)
        now, then = (first, second) if first in shown.splitlines()[0] else (second, first)
        await press(pilot, "f2")
        assert then in screen.text(pilot.app)
        assert isinstance(pilot.app.screen, Cover)
        assert then in (await press(pilot, "enter")).splitlines()[0]
        await press(pilot, "f3")
        assert "PUBLIC" in pilot.app.screen.PAGE.upper()  # type: ignore[attr-defined]
        assert now


async def test_facilitator_console_is_for_a_person_only() -> None:
    async with started(session=table(1)) as pilot:
        assert "The program is the facilitator" in await press(pilot, "f4")
    async with started(session=table(0, facilitator="human", name="led")) as pilot:
        assert pilot.app.screen.PAGE == "facilitator"  # type: ignore[attr-defined]
        await press(pilot, "f3", "f4")
        assert pilot.app.screen.PAGE == "facilitator"  # type: ignore[attr-defined]


async def test_help_tells_keys_and_terms_of_every_screen() -> None:
    async with started(session=table(1), size=(160, 50)) as pilot:
        for key in ("f2", "f3"):
            await press(pilot, key)
            text = await press(pilot, "f1")
            assert "Keys of this screen" in text
            await press(pilot, "escape")


async def test_small_terminal_is_asked_to_grow() -> None:
    async with started(session=table(1)) as pilot:
        await pilot.resize_terminal(60, 20)
        await screen.settle(pilot)
        assert isinstance(pilot.app.screen, TooSmall)
        assert "60 x 20" in screen.text(pilot.app)
        await pilot.resize_terminal(79, 24)
        await screen.settle(pilot)
        assert "79 x 24" in screen.text(pilot.app)
        await pilot.resize_terminal(10, 3)
        await pilot.resize_terminal(80, 24)
        await screen.settle(pilot)
        assert isinstance(pilot.app.screen, TeamScreen)


async def test_without_colour_the_cursor_is_underlined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with started() as pilot:
        marked = [
            segment.text.strip()
            for strip in pilot.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.underline and segment.style.bold
        ]
        assert "Play now" in marked


async def test_theme_and_keys_are_the_users() -> None:
    settings = Settings(theme="wargame-light", keys={"team.seal": "z"})
    async with started(session=table(1), settings=settings, size=(160, 50)) as pilot:
        assert pilot.app.theme == "wargame-light"
        seen = []
        for _ in range(3):
            await press(pilot, "f8")
            seen.append((pilot.app.theme, pilot.app.ansi_theme_dark))
        assert seen == [
            ("wargame-safe", ANSI_SAFE),
            ("wargame-dark", ANSI_DARK),
            ("wargame-light", ANSI_DARK),
        ]
        assert "z" in {binding.key for _, binding, *_ in pilot.app.screen.active_bindings.values()}


async def test_the_clock_runs_on_while_another_screen_is_looked_at() -> None:
    async with started(session=table(0, facilitator="human"), size=(160, 50)) as pilot:
        await press(pilot, "f4", "space")
        sitting = pilot.app.sitting
        assert sitting is not None
        assert sitting.clock.is_running
        await press(pilot, "f3")
        assert pilot.app.screen.query_one(BigClock).display
        await press(pilot, "f4")
        assert sitting.clock.is_running
        assert "▶" in str(pilot.app.screen.query_one(PhaseTimer).render())


async def test_briefs_questions_and_terms_are_at_hand_during_a_game() -> None:
    session = table(1)
    scenario = session.program.scenario
    async with started(session=session, size=(100, 50)) as pilot:
        text = await press(pilot, "f5")
        assert "The scenario" in text
        page = pilot.app.screen.query_one("#page")
        whole = " ".join(text.split())
        for _ in range(20):
            page.scroll_page_down(animate=False)
            await pilot.pause()
            whole += " ".join(screen.text(pilot.app).split())
        for entry in scenario.glossary.values():
            assert entry.title in whole
        assert "Questions for the debrief" in whole
        assert isinstance(pilot.app.screen, ScenarioPage)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, TeamScreen)


async def seal(pilot: Pilot[None]) -> None:
    """Seals, whatever may be lost by it."""
    await press(pilot, "s")
    if isinstance(pilot.app.screen, SealForm):
        await press(pilot, "f9")


async def test_the_keyboard_goes_on_after_a_question() -> None:
    async with started(session=table(2)) as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, TeamScreen)
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, SealForm)
        await press(pilot, "f9")
        assert isinstance(pilot.app.screen, Cover)


async def test_whole_game_alone() -> None:
    async with started(session=table(1)) as pilot:
        for _ in range(80):
            seat = pilot.app.screen
            assert isinstance(seat, TeamScreen)
            assert seat.seen is not None
            if seat.seen.node == "over":
                break
            await press(pilot, "enter")
            if seat.seen.node == "orders":
                await seal(pilot)
        assert "The end" in screen.text(pilot.app)


async def test_whole_game_through_every_screen() -> None:
    session = table(2, facilitator="human")
    seen: set[type] = set()
    async with started(session=session) as pilot:
        for _ in range(200):
            front = pilot.app.screen
            seen.add(type(front))
            if session.is_over:
                break
            waiting = session.client("public").view().waiting_for
            if isinstance(front, TeamScreen) and BoardScreen not in seen:
                await press(pilot, "f3")
            elif isinstance(front, TeamScreen) and front.client.seat in waiting:
                choosing = session.client("public").view().node == "choice"
                await press(pilot, "enter")
                if not choosing:
                    await seal(pilot)
            elif isinstance(front, TeamScreen):
                await press(pilot, "f4")
            elif isinstance(front, BoardScreen):
                await press(pilot, "space", "f4" if "facilitator" in waiting else "f2")
            elif isinstance(front, ConsoleScreen) and "facilitator" not in waiting:
                await press(pilot, "f2")
            else:
                await press(pilot, "enter")
        assert session.is_over
        await press(pilot, "f10", "r", "enter")
        seen.add(type(pilot.app.screen))
        await press(pilot, "right", "down", "pagedown", "end")
    assert seen == {Cover, TeamScreen, ConsoleScreen, BoardScreen, ReplayScreen}
