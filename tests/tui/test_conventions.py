"""What is the same on every screen: palette, own keys, settings, copying, jumping, the mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.binding import Binding
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, OptionList

from tests.tui import sample, screen
from tests.tui.seat_app import SeatApp
from tests.tui.test_app import press, started, table
from tests.tui.test_replay import FakeReplay
from wargame.cli import run
from wargame.errors import SaveUnwritable, UsageInvalid
from wargame.kernel.view import FACILITATOR, PUBLIC, View
from wargame.scenario.load import load_scenario
from wargame.tui import keymap
from wargame.tui.about import AboutScreen
from wargame.tui.app import WargameApp
from wargame.tui.board import BoardScreen
from wargame.tui.clipping import text_of
from wargame.tui.commands import ScreenCommands
from wargame.tui.console import ConsoleScreen
from wargame.tui.cover import Cover
from wargame.tui.help import HelpScreen
from wargame.tui.jump import JumpMode
from wargame.tui.keymap import PAGES, keys_path, keys_text, read_keys
from wargame.tui.keys import bindings
from wargame.tui.library import LibraryScreen
from wargame.tui.replay import ReplayScreen
from wargame.tui.save_list import SaveList
from wargame.tui.settings import Settings, read_settings, settings_path, write_settings
from wargame.tui.settings_page import SHOWN, SettingsPage
from wargame.tui.team import TeamScreen
from wargame.tui.theme import THEMES
from wargame.tui.widgets.compare_sheet import CompareSheet
from wargame.tui.widgets.message_form import MessageForm
from wargame.tui.widgets.plain_text import bullets, plain
from wargame.tui.widgets.why_sheet import WhySheet


class Looker:
    """Is a client that shows the sample game and counts what is decided."""

    def __init__(self, seat: str) -> None:
        self.seat = seat
        self.decided: list[str] = []

    def view(self) -> View:
        return sample.view(self.seat)

    def decide(self, decision: str) -> None:
        self.decided.append(decision)

    def say(self, text: str, *, to: str = "") -> None:
        self.decided.append(text)

    def statement(self, id: str) -> None:
        return None

    def listen(self, listener: object) -> object:
        return lambda: None


SCREENS = {
    "team": lambda: TeamScreen(Looker("north")),  # type: ignore[arg-type]
    "facilitator": lambda: ConsoleScreen(Looker(FACILITATOR)),  # type: ignore[arg-type]
    "public": lambda: BoardScreen(Looker(PUBLIC)),  # type: ignore[arg-type]
    "replay": lambda: ReplayScreen(FakeReplay()),  # type: ignore[arg-type]
    "saves": lambda: SaveList((), "Saves"),
    "scenarios": lambda: AboutScreen(None),
    "cover": lambda: Cover("north", "North"),
    "settings": lambda: SettingsPage(Settings(), ()),
    "help": lambda: HelpScreen("", "team", (), glossary={}),
    "why": lambda: WhySheet(Looker("north"), sample.view()),  # type: ignore[arg-type]
    "compare": lambda: CompareSheet(sample.view()),
    "sheet": lambda: MessageForm(Looker("north"), sample.view()),  # type: ignore[arg-type]
}


async def offered(front: Screen[object]) -> set[str]:
    """Returns the actions that the palette offers on a screen."""
    provider = ScreenCommands(front)
    return {act.action for act in provider._acts()}


def own_bindings(front: Screen[object]) -> set[str]:
    """Returns the actions of every binding that a screen of ours declares itself."""
    return {
        binding.action
        for cls in type(front).__mro__
        if cls.__module__.startswith("wargame.")
        for binding in vars(cls).get("BINDINGS", ())
        if isinstance(binding, Binding)
    }


@pytest.mark.parametrize("page", SCREENS)
async def test_every_binding_of_every_screen_is_in_the_palette(page: str) -> None:
    front: Screen[object] = SCREENS[page]()  # type: ignore[operator]
    app = SeatApp(front)  # type: ignore[arg-type]
    async with app.run_test(size=(160, 50)) as pilot:
        await screen.settle(pilot)
        assert own_bindings(front) <= await offered(front)
        ids = {binding.id for cls in type(front).__mro__ for binding in _declared(cls)}
        assert None not in ids


def _declared(cls: type) -> list[Binding]:
    if not cls.__module__.startswith("wargame."):
        return []
    return [b for b in vars(cls).get("BINDINGS", ()) if isinstance(b, Binding)]


async def test_an_action_is_run_from_the_palette() -> None:
    async with started(session=table(1)) as pilot:
        await press(pilot, "ctrl+p", *"settings")
        await pilot.pause(0.5)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SettingsPage)


def test_every_page_of_the_keymap_has_keys_that_do_not_clash() -> None:
    for page, keys in PAGES.items():
        held: dict[str, str] = {}
        for binding in Binding.make_bindings(bindings(page, keys)):
            assert held.setdefault(binding.key, binding.action) == binding.action, (page, binding)


# -- keys of one's own


def keys_file(text: str) -> Path:
    path = keys_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_printed_map_can_be_read_again_and_moves_nothing() -> None:
    keys_file("\n".join(keys_text({})))
    again = read_keys()
    assert again["team.seal"] == "s"
    assert set(again) == {
        f"{page}.{name}" for page, keys in keymap.actions_of().items() for name in keys
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[team]\n\nseel = 'z'\n", ":3: [team] has no action 'seel', did you mean 'seal'?"),
        ("[teem]\nseal = 'z'\n", ":1: there is no page 'teem', did you mean 'team'?"),
        ("[team]\nseal = 'pgae_up'\n", ":2: there is no key 'pgae_up'"),
        ("[team]\nseal = 'ctrl+q'\n", ":2: 'ctrl+q' means the same everywhere"),
        ("[team]\nseal = 7\n", ":2: the key of 'seal' is no text"),
        ("team = 'z'\n", ":1: 'team' is a page: write [team]"),
        ("[team]\nseal = 'r'\n", ":2: 'r' would mean both team.seal (Seal) and team.recall"),
        ("[common]\nleave = 's'\n", ":2: 's' would mean both team.seal (Seal) and common.leave"),
        ("[team\n", "cannot read"),
    ],
)
def test_a_faulty_file_is_told_of_with_its_place(text: str, said: str) -> None:
    file = keys_file(text)
    with pytest.raises(UsageInvalid) as fault:
        read_keys()
    assert said in fault.value.message
    assert str(file) in fault.value.message
    assert fault.value.remedy


def test_every_fault_is_told_at_once() -> None:
    keys_file("[team]\nseel = 'z'\nseal = 'nokey'\n[x]\n")
    with pytest.raises(UsageInvalid) as fault:
        read_keys()
    assert len(fault.value.message.splitlines()) == 3


def test_two_keys_can_change_places() -> None:
    keys_file("[team]\nseal = 'r'\nrecall = '?'\nmessage = 's, M'\n[common]\nhelp = 'f1'\n")
    moved = read_keys()
    assert moved["team.seal"] == "r"
    assert moved["team.recall"] == "question_mark"
    assert moved["team.message"] == "s,M"


async def test_moved_keys_work_and_are_told_on_the_help_page_and_in_the_palette() -> None:
    keys_file("[team]\nseal = 'z'\n[common]\nsettings = 'f11'\n")
    async with WargameApp(session=table(1)).run_test(size=(160, 50)) as pilot:
        await screen.settle(pilot)
        held = pilot.app.screen.active_bindings
        assert held["z"].binding.id == "team.seal"
        assert "s" not in held
        acts = {act.action: act.name for act in ScreenCommands(pilot.app.screen)._acts()}
        assert acts["seal"] == "Seal (z)"
        await press(pilot, "f11")
        assert isinstance(pilot.app.screen, SettingsPage)


async def test_a_faulty_file_never_keeps_anybody_from_playing() -> None:
    keys_file("[team]\nseel = 'z'\n")
    settings_path().write_text("colour = 'blue'\n", encoding="utf-8")
    app = WargameApp(session=table(1))
    async with app.run_test(size=(160, 50), notifications=True) as pilot:
        await screen.settle(pilot)
        text = " ".join(screen.text(app).split())
        assert app.settings == Settings()
        assert "The usual keys are used" in text
        assert "The usual settings are used" in text
        assert pilot.app.screen.active_bindings["s"].binding.id == "team.seal"


def test_the_command_prints_the_map_and_the_faults(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["keys"]) == 0
    printed = capsys.readouterr().out
    assert "[team]\n" in printed
    assert 'seal = "s"  # Seals your orders' in printed
    assert run(["keys", "--path"]) == 0
    assert capsys.readouterr().out.strip() == str(keys_path())
    keys_file("[team]\nseel = 'z'\n")
    assert run(["keys"]) == 2
    assert "did you mean 'seal'" in capsys.readouterr().err


# -- settings


async def test_colours_are_remembered() -> None:
    async with WargameApp().run_test() as pilot:
        await screen.settle(pilot)
        await press(pilot, "f8")
        assert read_settings().theme == pilot.app.theme == "wargame-light"
    async with WargameApp().run_test() as pilot:
        await screen.settle(pilot)
        assert pilot.app.theme == "wargame-light"


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_settings_are_changed_by_key_and_mouse_and_kept(size: tuple[int, int]) -> None:
    app = WargameApp(session=table(1))
    async with app.run_test(size=size) as pilot:
        await screen.settle(pilot)
        shown = await press(pilot, "comma")
        for told in (*(setting.title for setting in SHOWN), "Saves: ", "Settings: ", "Keys: "):
            assert told in shown
        await press(pilot, "right", "right", "left", "down", "down", "enter", "down", "space")
        assert (
            app.settings
            == read_settings()
            == Settings(theme="wargame-light", sound=False, motion=False)
        )
        assert app.animation_level == "none"
        await pilot.click("#shown", offset=(4, 4))
        await screen.settle(pilot)
        assert not app.settings.bars
        await press(pilot, "escape", "g")
        assert "━" not in screen.text(app)


async def test_the_colours_change_on_a_form_on_the_settings_and_on_help() -> None:
    names = [theme.name for theme in THEMES]
    async with started(session=table(1)) as pilot:
        await screen.settle(pilot)
        for number, keys in enumerate((("m",), ("escape", "comma"), ("escape", "f1")), 1):
            shown = await press(pilot, *keys, "f8")
            assert pilot.app.theme == names[number % len(names)]
            assert read_settings().theme == pilot.app.theme
            if keys[-1] == "comma":
                assert "Colours     colour-blind-safe" in shown
                shown = await press(pilot, "down", "down", "enter")
                assert read_settings().theme == pilot.app.theme == names[number % len(names)]


async def test_a_comma_is_typed_into_a_field_and_opens_the_settings_elsewhere() -> None:
    async with started(session=table(1)) as pilot:
        await press(pilot, "i", *"a", "comma")
        assert not isinstance(pilot.app.screen, SettingsPage)
        assert pilot.app.screen.query(Input).first().value == "a,"
        await press(pilot, "f9", "v", "comma")
        assert isinstance(pilot.app.screen, SettingsPage)


async def test_help_on_a_form_has_the_keys_of_the_part_with_the_keyboard() -> None:
    client = sample.FakeClient(sample.view("facilitator"))
    app = WargameApp(session=table(1))
    async with app.run_test(size=(160, 50)) as pilot:
        await app.push_screen(ConsoleScreen(client))  # type: ignore[arg-type]
        await screen.settle(pilot)
        shown = await press(pilot, "r", "f1")
        assert "Raises the marked value." in shown
        assert "closes the form" in shown


def test_settings_that_cannot_be_written_are_told_of(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(SaveUnwritable):
        write_settings(Settings(), tmp_path / "file" / "settings.toml")


@pytest.mark.parametrize("text", ["theme = 3\n", "sound = 'yes'\n", "[keys]\n", "x\n"])
def test_faulty_settings_are_refused_with_a_remedy(text: str) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text(text, encoding="utf-8")
    with pytest.raises(UsageInvalid) as fault:
        read_settings()
    assert str(settings_path()) in fault.value.message
    assert fault.value.remedy


async def test_the_bell_rings_when_somebody_here_has_to_decide(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rung: list[bool] = []
    monkeypatch.setattr(WargameApp, "bell", lambda app: rung.append(app.settings.sound))
    for name, sound in (("loud", True), ("quiet", False)):
        async with started(session=table(1, name=name), settings=Settings(sound=sound)) as pilot:
            await screen.settle(pilot)
    assert rung == [True]


# -- copying and jumping


async def test_the_part_with_the_keyboard_is_copied() -> None:
    async with started(session=table(1), size=(160, 50)) as pilot:
        await press(pilot, "b", "f7")
        front = pilot.app.screen
        assert isinstance(front, TeamScreen)
        assert front.seen is not None
        brief = next(team.brief for team in front.seen.teams if team.id == front.client.seat)
        assert brief.split()[0] in pilot.app.clipboard
        await press(pilot, "escape", "f7")
        marked = front.query_one("#options", OptionList)
        assert marked.has_focus
        assert pilot.app.clipboard.splitlines()[0]


async def test_a_card_and_the_head_of_the_record_are_copied() -> None:
    scenario = load_scenario("river")
    async with started(session=table(0, facilitator="human"), size=(160, 50)) as pilot:
        await press(pilot, "f4", "h")
        front = pilot.app.screen
        assert isinstance(front, ConsoleScreen)
        assert front.seen is not None
        assert front.seen.health is not None
        assert pilot.app.clipboard == front.seen.health.head
        await press(pilot, "f5", "b", "y")
        assert isinstance(pilot.app.screen, LibraryScreen)
        first = next(iter(scenario.moves.values()))
        assert pilot.app.clipboard.startswith(first.title)
        assert "It does" in pilot.app.clipboard


def test_copied_text_has_no_marks_of_its_own() -> None:
    assert text_of(plain("[/] [red]x[/red]", "bold")) == "[/] [red]x[/red]"
    assert text_of(bullets(("one", "two"))) == "· one\n· two"


async def test_a_letter_gives_the_keyboard_to_a_part() -> None:
    async with started(session=table(1), size=(160, 50)) as pilot:
        front = pilot.app.screen
        await press(pilot, "f6")
        jump = pilot.app.screen
        assert isinstance(jump, JumpMode)
        letters = dict(jump.parts)
        assert len(letters) > 2
        text = screen.text(pilot.app)
        for letter in letters:
            assert f" {letter} " in text
        letter, part = list(letters.items())[-1]
        await press(pilot, letter)
        assert pilot.app.screen is front
        assert part.has_focus
        await press(pilot, "f6", "escape", "f6", "f2")
        assert pilot.app.screen is front
        assert part.has_focus


async def test_jump_mode_is_left_by_mouse_on_a_part() -> None:
    async with started(session=table(1), size=(160, 50)) as pilot:
        front = pilot.app.screen
        await press(pilot, "f6")
        jump = pilot.app.screen
        assert isinstance(jump, JumpMode)
        part = list(jump.parts.values())[-1]
        await pilot.click(offset=(part.region.x + 2, part.region.y + 2))
        await screen.settle(pilot)
        assert pilot.app.screen is front
        assert part.has_focus


# -- the mouse


async def click(pilot: Pilot[None], selector: str, x: int, y: int) -> None:
    await pilot.click(selector, offset=(x, y))
    await screen.settle(pilot)


async def test_a_game_is_begun_and_an_order_given_by_mouse_alone() -> None:
    async with started(size=(160, 50)) as pilot:
        await click(pilot, "#menu", 4, 1)
        pilot.app.screen.query_one("#seed", Input).value = "3"
        await click(pilot, "#start", 4, 0)
        front = pilot.app.screen
        assert isinstance(front, TeamScreen)
        assert front.seen is not None
        title = next(option.title for option in front.seen.options if option.legal)
        await click(pilot, "#options", 5, 1)
        assert title in " ".join(screen.text(pilot.app).split())
        line = screen.text(pilot.app).splitlines()[-1]
        await click(pilot, "KeyLine", line.index("Help"), 0)
        assert isinstance(pilot.app.screen, HelpScreen)
        await click(pilot, "Footer", 2, 0)
        assert pilot.app.screen is front
        before = screen.text(pilot.app)
        sections = front.query_one("#sections")
        await click(pilot, "#sections", sections.size.width // 8, 0)
        assert screen.text(pilot.app) != before


async def test_forms_are_left_and_confirmed_by_mouse() -> None:
    looker = Looker("north")
    app = SeatApp(TeamScreen(looker))  # type: ignore[arg-type]
    async with app.run_test(size=(160, 50)) as pilot:
        await screen.settle(pilot)
        await press(pilot, "m")  # type: ignore[arg-type]
        await pilot.click("#cancel")
        await pilot.pause()
        assert isinstance(app.screen, TeamScreen)
        await press(pilot, "m", "tab", *"hello", "escape")  # type: ignore[arg-type]
        assert "would be lost" in screen.text(app)
        await pilot.click("#confirm")
        await screen.settle(pilot)
        assert isinstance(app.screen, TeamScreen)
        assert any("hello" in said for said in looker.decided)


async def test_only_what_is_typed_is_asked_about_before_it_is_thrown_away() -> None:
    app = SeatApp(TeamScreen(Looker("north")))  # type: ignore[arg-type]
    async with app.run_test(size=(160, 50)) as pilot:
        await screen.settle(pilot)
        await press(pilot, "m", "escape")  # type: ignore[arg-type]
        assert isinstance(app.screen, TeamScreen)
        await press(pilot, "m", "tab", "h", "i", "escape")  # type: ignore[arg-type]
        assert not isinstance(app.screen, TeamScreen)
        await press(pilot, "escape")  # type: ignore[arg-type]
        assert isinstance(app.screen, TeamScreen)
