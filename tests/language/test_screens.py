"""The screens in another language: nothing that they say themselves stays in English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Select, Static
from textual.widgets._footer import FooterKey

import wargame.tui
from tests.language.pseudo import Pseudo
from tests.tui import sample, screen
from tests.tui.seat_app import SeatApp
from tests.tui.test_conventions import Looker, keys_file
from tests.tui.test_replay import FakeReplay
from wargame.errors import SaveUnwritable, UsageInvalid
from wargame.kernel.view import FACILITATOR, PUBLIC
from wargame.language import languages, speak
from wargame.report.catalogue import SHELVES, shelf
from wargame.report.library import Library, read_library
from wargame.scenario.load import load_scenario
from wargame.scenario.model import Scenario
from wargame.scenario.texts import replaced
from wargame.table.saves import SaveInfo
from wargame.tui import about, new_game, settings_page, start
from wargame.tui.about import AboutScreen
from wargame.tui.app import WargameApp
from wargame.tui.board import BoardScreen
from wargame.tui.clipping import text_of
from wargame.tui.commands import ScreenCommands
from wargame.tui.console import ConsoleScreen
from wargame.tui.cover import Cover
from wargame.tui.held import in_force
from wargame.tui.held import shown as called
from wargame.tui.help import ALWAYS, HelpScreen
from wargame.tui.keymap import PAGES, keys_path, keys_text, read_keys
from wargame.tui.library import LibraryScreen
from wargame.tui.new_game import NewGame
from wargame.tui.own import read_own
from wargame.tui.reader import Reader
from wargame.tui.replay import ReplayScreen
from wargame.tui.save_list import SaveList
from wargame.tui.scenario_page import ScenarioPage
from wargame.tui.settings import WRITTEN, Settings, read_settings, settings_path, write_settings
from wargame.tui.settings_page import SettingsPage
from wargame.tui.sitting import Sitting
from wargame.tui.small import TooSmall
from wargame.tui.start import StartScreen
from wargame.tui.team import TeamScreen
from wargame.tui.widgets.bigtext import BigText
from wargame.tui.widgets.key_line import KeyLine
from wargame.tui.widgets.pane import Pane

FOLDER = Path(wargame.tui.__file__).parent
BLANK = "·"
"""What every text of the scenario is here."""


@pytest.fixture(autouse=True)
def other() -> Iterator[None]:
    speak("xx", Pseudo())
    yield
    speak("en")


def english(text: str, *known: str) -> str:
    """Returns what is not translated in a text; `known` is what people or files have written."""
    while re.search(r"⟦[^⟦⟧]*⟧", text):
        text = re.sub(r"⟦[^⟦⟧]*⟧", " ", text)
    text = re.sub(r"⟦[^⟦⟧\n]*…", " ", text)
    for written in sorted(known, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(written)}(?!\w)", "", text) if written else text
    return " ".join(re.findall(r"[A-Za-z]+", text))


@pytest.fixture(scope="module")
def silent() -> Scenario:
    return replaced(load_scenario("river"), lambda place, text: BLANK)


def pieces(front: Screen[object]) -> Iterator[str]:
    """Returns all that our own widgets and Textual's say on a screen, without the seats' panes."""
    for part in front.query("*"):
        if not isinstance(part, KeyLine | Pane):
            yield from map(str, (part.border_title or "", part.border_subtitle or ""))
            yield from said(part)


def said(part: Widget) -> Iterator[str]:
    match part:
        case FooterKey():
            yield part.description
        case Button():
            yield str(part.label)
        case Input():
            yield part.placeholder
        case Select():
            yield from (str(prompt) for prompt, _ in part._options)
        case OptionList():
            yield from (text_of(option.prompt) for option in part.options)
        case Static() if not type(part).__module__.startswith("wargame"):
            yield text_of(part.content) if part.content else ""


def left(front: Screen[object], *known: str) -> str:
    return english("\n".join(pieces(front)), *known)


async def shown(front: Screen[object], *known: str) -> str:
    """Returns what is not translated on a screen and in the notices that it gave."""
    app = SeatApp(front)  # type: ignore[arg-type]
    async with app.run_test(size=(160, 50), notifications=True) as pilot:
        await screen.settle(pilot)
        return left(front, *known)


def silence(_: object) -> str:
    return ""


def notices(app: App[object]) -> str:
    return "\n".join(f"{notice.title} {notice.message}" for notice in app._notifications)


# -- what is made when a module is read


def marks() -> set[str]:
    """Returns every text in `marked(...)` in the modules of the screens."""
    return {
        call.args[0].value
        for file in FOLDER.rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "marked"
        and isinstance(call.args[0], ast.Constant)
    }


def made_early() -> Iterator[str]:
    for keys in PAGES.values():
        for key in keys:
            yield from (key.title, key.help)
    for setting in settings_page.SHOWN:
        yield from (setting.title, setting.help)
        # a language's own name is the same in all
        yield from (name for value, name in setting.values if value not in languages())
    for choices in (new_game.PLAYERS, new_game.FACILITATORS, new_game.DICE):
        yield from (title for title, _ in choices)
    yield from (does for _, does in ALWAYS)
    for cls in (AboutScreen, BoardScreen, ConsoleScreen, Cover, LibraryScreen, NewGame):
        yield cls.HELP
    for cls in (ReplayScreen, SaveList, ScenarioPage, SettingsPage, StartScreen, TeamScreen):
        yield cls.HELP


def test_what_is_made_before_the_language_is_known_is_marked() -> None:
    assert {text for text in made_early() if english(text)} <= marks()


@pytest.mark.parametrize("page", PAGES)
async def test_help_page(page: str) -> None:
    front = HelpScreen("About.\n\nMore.", page, PAGES[page], glossary={})
    app = SeatApp(front)  # type: ignore[arg-type]
    async with app.run_test(size=(160, 50)):
        named = {name for key in PAGES[page] for name in called(in_force(page, key)).split()}
        keys = {*named, "Tab", "Ctrl+P", "Ctrl+Q", "Esc"}
        assert left(front, *keys) == ""
        assert "⟦About." in "\n".join(pieces(front))


async def test_palette() -> None:
    for front in (TeamScreen(Looker("north")), SettingsPage(Settings(), ())):  # type: ignore[arg-type]
        async with SeatApp(front).run_test(size=(160, 50)) as pilot:  # type: ignore[arg-type]
            await screen.settle(pilot)
            for act in ScreenCommands(front)._acts():
                assert english(act.title) == english(act.help) == ""


async def test_what_textual_says_itself() -> None:
    async with WargameApp(settings=Settings()).run_test(size=(160, 50)) as pilot:
        await screen.settle(pilot)
        app = pilot.app
        for front in (app.screen, SimpleNamespace(query=len, maximized=app)):
            front.__dict__.setdefault("action_minimize", str)
            for command in app.get_system_commands(front):  # type: ignore[arg-type]
                assert {command.title, command.help} <= {Pseudo().gettext(text) for text in marks()}
        app.action_help_quit()
        assert english(notices(app), "q") == ""
        for action in (app.action_command_palette, app.search_themes):
            action()
            await screen.settle(pilot)
            assert english(app.screen.query_one(Input).placeholder) == ""
            await pilot.press("escape")
            await screen.settle(pilot)


# -- screens around the game


async def test_start_and_its_saves(
    silent: Scenario, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    saves = tuple(
        SaveInfo(name="zz", path=tmp_path / "zz", modified="", title=BLANK, records=1, **rest)
        for rest in ({}, {"over": True}, {"shipped": True, "phase": "zz"}, {"problem": BLANK})
    )
    monkeypatch.setattr(start, "load_scenario", lambda *_: silent)
    monkeypatch.setattr(start, "list_saves", lambda _: saves)
    async with WargameApp(settings=Settings()).run_test(size=(160, 50)) as pilot:
        await screen.settle(pilot)
        front = pilot.app.screen
        assert isinstance(front, StartScreen)
        assert left(front, "wargame", wargame.__version__, "zz") == ""
        for entry in front._entries:
            assert english(entry.title + entry.text, "zz") == ""
        front._default = None
        assert english(front._play_text()) == ""
        for key in "cr":
            await pilot.press(key)
            await screen.settle(pilot)
            assert isinstance(pilot.app.screen, SaveList)
            assert left(pilot.app.screen, str(tmp_path), "zz") == ""
            await pilot.press("escape")
            await screen.settle(pilot)


async def test_saves_that_cannot_be_read() -> None:
    broken = SaveInfo(name="", path=Path(), modified="", problem=BLANK)
    assert await shown(SaveList((broken,), "")) == ""
    assert await shown(SaveList((), "")) == ""


async def test_new_game(silent: Scenario, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(new_game, "scenario_ids", lambda _: ("zz",))
    monkeypatch.setattr(new_game, "default_scenario", lambda _: "zz")
    monkeypatch.setattr(new_game, "load_scenario", lambda *_: silent)
    front = NewGame(saves=tmp_path, scenarios=None)
    async with SeatApp(front).run_test(size=(160, 50)) as pilot:  # type: ignore[arg-type]
        await screen.settle(pilot)
        known = ("zz", *silent.switches)
        assert left(front, *known) == ""
        front.query_one("#dice", Select).value = "typed"
        await fails_to_start(pilot, known)
        front.query_one("#facilitator", Select).value = "human"
        front.query_one("#seed", Input).value = "zz"
        await fails_to_start(pilot, known)


async def fails_to_start(pilot: Pilot[None], known: tuple[str, ...]) -> None:
    await pilot.press("f9")
    await screen.settle(pilot)
    assert "✗" in "\n".join(pieces(pilot.app.screen))
    assert left(pilot.app.screen, *known) == ""


async def test_pages_of_a_scenario(silent: Scenario, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about, "scenario_ids", lambda _: ("zz",))
    monkeypatch.setattr(about, "load_scenario", lambda *_: silent)
    assert await shown(AboutScreen(None), "zz") == ""
    assert await shown(ScenarioPage(silent, lambda: read_library(silent)), "b", "Esc") == ""


async def test_library(silent: Scenario) -> None:
    def load() -> Library:
        return read_library(silent)

    front = LibraryScreen(load)
    names = {BLANK, *map(shelf, SHELVES), *silent.claims, *silent.glossary, *silent.phases}
    ids = {key.id for key in load().catalogue.entries}
    async with SeatApp(front).run_test(size=(160, 50)) as pilot:  # type: ignore[arg-type]
        assert english(str(front.query_one("#entries").border_title), *names) == ""
        assert english(str(front.query_one("#name", Static).content)) == ""
        await screen.settle(pilot)
        links = front.query_one("#links", OptionList)
        for section in front._sections:
            front._stand(front.place.__class__(section=section))
            assert english(str(links.border_title)) == ""
        links.clear_options()
        assert left(front, *names, *ids) == ""
        front.query_one("#search", Input).value = "zzzz"
        await screen.settle(pilot)
        assert english(front.clipping) == ""


async def test_settings_cover_and_small_terminal() -> None:
    assert await shown(SettingsPage(Settings(), ()), "F8") == ""
    assert (
        await shown(SettingsPage(Settings(sound=False, theme=settings_page.SAFE.name), ()), "F8")
        == ""
    )
    assert await shown(Cover("zz", BLANK), "Enter") == ""
    assert await shown(TooSmall(SimpleNamespace(width=1, height=1))) == ""  # type: ignore[arg-type]


async def test_notices_of_the_app(monkeypatch: pytest.MonkeyPatch) -> None:
    app = WargameApp(settings=Settings())
    told: list[str] = []
    monkeypatch.setattr(app, "notify", lambda text, **_: told.append(text))
    async with app.run_test(size=(160, 50)) as pilot:
        await screen.settle(pilot)
        await pilot.press("y")
        app.screen.set_focus(None)
        await pilot.press("y", "comma")
        await screen.settle(pilot)
        places = str(app.screen.query_one("#places", Static).content)
        known = (str(settings_path()), str(keys_path()), str(app.screen_stack[-2].saves))  # type: ignore[attr-defined]
        assert english(places, *known) == ""
        app.sitting = SimpleNamespace(seats=(), wanted=silence, after=silence)  # type: ignore[assignment]
        await app.action_seat()
        await app.action_console()
        app.sitting = None
        assert len(told) == 4
        assert english(" ".join(told)) == ""


def test_the_facilitators_seat_has_a_name(silent: Scenario) -> None:
    table = SimpleNamespace(session=SimpleNamespace(program=SimpleNamespace(scenario=silent)))
    assert english(Sitting.title(table, FACILITATOR)) == ""  # type: ignore[arg-type]


# -- screens of the game


async def test_lines_and_notices_of_the_seats(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(wargame.tui.base.SeatScreen, "tell", lambda _, text: told.append(text))
    board = BoardScreen(Looker(PUBLIC))  # type: ignore[arg-type]
    date: list[str] = []
    monkeypatch.setattr(
        BigText, "show", lambda big, text: date.append(text if big.id == "date" else "")
    )
    async with SeatApp(board).run_test(size=(160, 50)) as pilot:  # type: ignore[arg-type]
        await screen.settle(pilot)
    seen = sample.view(PUBLIC)
    assert english(" ".join(date), seen.date) == ""

    team = TeamScreen(Looker("north"))  # type: ignore[arg-type]
    async with SeatApp(team).run_test(size=(160, 50)) as pilot:  # type: ignore[arg-type]
        await screen.settle(pilot)
        team.action_coach()
        option = SimpleNamespace(title=BLANK, legal=False, reasons=())
        monkeypatch.setattr(team, "query_one", lambda *_: SimpleNamespace(marked=option))
        await team.action_play()
        monkeypatch.setattr(team, "query_one", lambda *_: SimpleNamespace(marked=None))
        await team.action_withdraw()
        monkeypatch.undo()
    assert len(told) == 3
    assert english(" ".join(told)) == ""


async def test_console_tells_what_it_has_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    console = ConsoleScreen(Looker(FACILITATOR))  # type: ignore[arg-type]
    async with SeatApp(console).run_test(size=(160, 50), notifications=True) as pilot:  # type: ignore[arg-type]
        await screen.settle(pilot)
        assert console.seen is not None
        assert console.seen.health is not None
        console.action_head()
        await pilot.pause()
        assert notices(pilot.app).strip()
        assert english(notices(pilot.app), console.seen.health.head) == ""


async def test_replay_line_and_notices() -> None:
    replay = FakeReplay(is_open=False)
    replay.notices = ()
    front = ReplayScreen(replay)  # type: ignore[arg-type]
    async with SeatApp(front).run_test(size=(160, 50), notifications=True) as pilot:  # type: ignore[arg-type]
        await screen.settle(pilot)
        line = front.query_one("#record", Static)
        assert english(str(line.content)) == ""
        for speed in range(3):
            front.action_pace(speed)
            assert english(str(line.content)) == ""
        front._pause()
        for record in replay.records:
            front.client.at = record.number
            front._say_record()
            assert english(str(line.content), record.text) == ""
        front.action_eyes()
        front.client.at = 6
        await front.action_swing(1)
        front.client.at = 6
        await front.action_swing(-1)
        await pilot.pause()
        assert len(pilot.app._notifications) == 3
        assert english(notices(pilot.app)) == ""


def test_a_replay_refuses_in_the_language() -> None:
    with pytest.raises(UsageInvalid) as refused:
        Reader(FakeReplay()).decide("")  # type: ignore[arg-type]
    assert english(str(refused.value)) == ""


# -- files of one's own


@pytest.mark.parametrize(
    "text",
    [
        "[qqqq]\n",
        "team = 1\n",
        '[team]\nqqqq = "z"\n',
        "[team]\nseal = 1\n",
        '[team]\nseal = "tab"\n',
        '[team]\nseal = "qqqq"\n',
        '[team]\nseal = "r"\n',
    ],
)
def test_faults_of_the_keys_file(text: str) -> None:
    keys_file(text)
    with pytest.raises(UsageInvalid) as fault:
        read_keys()
    written = (str(keys_path()), "team", "seal", "recall", "tab", "qqqq", "r")
    assert english(str(fault.value), *written) == ""
    assert english("\n".join(read_own().faults), *written) == ""


def test_the_printed_keys_are_explained() -> None:
    for line in keys_text({}):
        assert english(line.partition("# ")[2], str(keys_path()), "wargame") == ""


@pytest.mark.parametrize("text", ["qqqq = 1\n", "sound = 1\n", "theme = 1\n"])
def test_faults_of_the_settings(text: str) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text(text, encoding="utf-8")
    with pytest.raises(UsageInvalid) as fault:
        read_settings()
    names = ", ".join(field.name for field in WRITTEN)
    known = (str(settings_path()), str(keys_path()), names, text.split()[0])
    assert english(str(fault.value), *known) == ""


def test_settings_that_cannot_be_read_or_written(tmp_path: Path) -> None:
    for act, error in (
        (read_settings, UsageInvalid),
        (lambda p: write_settings(Settings(), p), SaveUnwritable),
    ):
        with pytest.raises(error) as fault:
            act(tmp_path)
        assert english(str(fault.value), str(tmp_path)) in (
            "",
            "Errno Is a directory",
            "Is a directory",
        )
