"""Every key of every page, pressed where it applies: what it is for must be seen after it.

Most pages are opened in the middle of the tutorial's game, which two teams of people play, with a
facilitator and real dice. What a key is for must not be seen before it is pressed, so that nothing
passes by itself.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from functools import cache, partial
from pathlib import Path

import pytest
from attrs import evolve, frozen
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList

from tests.tui import middle, sample, screen
from wargame.kernel.view import View
from wargame.report.library import Library, read_library
from wargame.scenario.load import load_scenario
from wargame.table.session import Session
from wargame.table.setup import TableSetup
from wargame.table.swings import big
from wargame.table.tutor import begin_lesson
from wargame.tui.about import AboutScreen
from wargame.tui.app import WargameApp
from wargame.tui.board import BoardScreen
from wargame.tui.commands import ScreenCommands
from wargame.tui.cover import Cover
from wargame.tui.help import HelpScreen
from wargame.tui.jump import JumpMode
from wargame.tui.keymap import PAGES
from wargame.tui.keys import COMMON, Key, key_id
from wargame.tui.library import LibraryScreen
from wargame.tui.new_game import NewGame
from wargame.tui.replay import ReplayScreen
from wargame.tui.scenario_page import ScenarioPage
from wargame.tui.settings import Settings
from wargame.tui.settings_page import SettingsPage
from wargame.tui.start import StartScreen
from wargame.tui.team import TeamScreen
from wargame.tui.theme import LIGHT
from wargame.tui.widgets.argue_form import ArgueForm
from wargame.tui.widgets.chart_sheet import ChartSheet
from wargame.tui.widgets.coach_sheet import CoachSheet
from wargame.tui.widgets.compare_sheet import CompareSheet
from wargame.tui.widgets.dice_form import DiceForm
from wargame.tui.widgets.inject_form import InjectForm
from wargame.tui.widgets.jump_form import JumpForm
from wargame.tui.widgets.lesson_bar import LessonBar
from wargame.tui.widgets.message_form import MessageForm
from wargame.tui.widgets.note_form import NoteForm
from wargame.tui.widgets.offer_form import OfferForm
from wargame.tui.widgets.overrule_form import OverruleForm
from wargame.tui.widgets.ruling_form import RulingForm
from wargame.tui.widgets.talk_form import TalkForm
from wargame.tui.widgets.undo_form import UndoForm
from wargame.tui.widgets.weigh_form import NetDial, WeighForm
from wargame.tui.widgets.why_sheet import WhySheet


@pytest.fixture(autouse=True)
def _interpreted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARGAME_NATIVE", "0")


TEN = tuple(sample.option(f"o{number}", f"Order {number}") for number in range(1, 11))

COSTLY = ("help", "jump", "settings", "shade", "scenario")
"""Actions of the whole program that need not be carried out on every page."""


class Stage:
    """Is an open page, with what a test asks about it."""

    def __init__(self, pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, WargameApp)
        self.pilot = pilot
        self.app = pilot.app
        self.reached: list[str] = []
        self.offered: set[str] = set()  # the pages whose palette has been looked at

    def only_note(self, actions: Iterable[str]) -> None:
        """Lets these actions be noted from now on, and not be carried out."""
        for action in actions:
            setattr(self.app, f"action_{action}", partial(self.reached.append, action))

    @property
    def front(self) -> Screen[object]:
        return self.app.screen

    @property
    def text(self) -> str:
        return screen.text(self.app)

    @property
    def session(self) -> Session:
        assert self.app.sitting is not None
        return self.app.sitting.session

    def part(self, selector: str) -> Widget:
        return self.front.query_one(selector)

    def list(self, selector: str) -> OptionList:
        return self.front.query_one(selector, OptionList)

    def view(self, seat: str = "facilitator") -> View:
        return self.session.client(seat).view()

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await screen.settle(self.pilot)


Seen = Callable[[Stage], bool]


@frozen
class Deed:
    """Is a key by its id, and what must be seen after it, but not before."""

    id: str
    seen: Seen
    before: tuple[str, ...] = ()  # keys that bring about a state in which it applies
    given: Callable[[Stage], Awaitable[None]] | None = None  # what else has to happen first
    after: tuple[str, ...] = ()  # keys that lead back to the page
    key: str = ""  # the one that is pressed, where the first of the key's is not meant
    idle: bool = False  # it applies on the other pages that share it, and does nothing on this one


@frozen
class Scene:
    """Is a page in some state, with the keys that apply in it and in what is opened from it."""

    page: str
    name: str
    begin: Callable[[Path], WargameApp]
    keys: tuple[str, ...]  # from the first screen to the page
    deeds: tuple[Deed, ...]
    seat: str = ""  # whose screen to come back to from other seats'
    shown: Callable[[], Screen[None]] | None = None  # a screen with a made-up game
    real: tuple[str, ...] = ()  # which of the costly actions are carried out

    def key(self, id: str) -> tuple[str, Key]:
        """Returns the page of a key, this one if it has it, and the key."""
        for page in (self.page, id.partition(".")[0]):
            for key in PAGES.get(page, ()):
                if key_id(page, key) == id:
                    return page, key
        raise AssertionError(f"there is no key {id}")


# -- what is seen


def opens(kind: type[Screen[object]]) -> Seen:
    return lambda stage: isinstance(stage.front, kind)


def shows(text: str) -> Seen:
    return lambda stage: text in " ".join(stage.text.split())


def has_keyboard(selector: str) -> Seen:
    """Tells whether a part is in sight and has the keyboard."""

    def seen(stage: Stage) -> bool:
        part = stage.part(selector)
        return part.has_focus and part.region.area > 0

    return seen


def reaches(action: str) -> Seen:
    return lambda stage: action in stage.reached


def copied(text: str) -> Seen:
    return lambda stage: text in stage.app.clipboard


def phase(id: str) -> Seen:
    return lambda stage: stage.view().phase == id


def node(id: str) -> Seen:
    return lambda stage: stage.view().node == id


def ordered(team: str, *ids: str) -> Seen:
    return lambda stage: tuple(order.id for order in stage.view(team).team(team).orders) == ids


def sealed(team: str, *, is_sealed: bool = True) -> Seen:
    return lambda stage: stage.view(team).team(team).sealed is is_sealed


def offer(*statuses: str) -> Seen:
    """Tells what has become of the offers; one that came to nothing is no longer there."""
    return lambda stage: tuple(offer.status for offer in stage.view().offers) == statuses


def marked(selector: str, at: int) -> Seen:
    return lambda stage: stage.list(selector).highlighted == at


def board(page: str) -> Seen:
    return lambda stage: isinstance(stage.front, BoardScreen) and stage.front.shown == page


def minutes(left: int) -> Seen:
    def seen(stage: Stage) -> bool:
        assert stage.app.sitting is not None
        return round(stage.app.sitting.clock.left / 60) == left

    return seen


def runs(stage: Stage) -> bool:
    assert stage.app.sitting is not None
    return stage.app.sitting.clock.is_running


def _replay(stage: Stage) -> ReplayScreen:
    assert isinstance(stage.front, ReplayScreen)
    return stage.front


def at(place: int) -> Seen:
    return lambda stage: _replay(stage).client.at == place % (len(_replay(stage).replay) + 1)


def at_start_of(*, turn: int, phase: str = "") -> Seen:
    """Tells whether the replay stands where a phase of a turn, or the turn itself, begins."""

    def seen(stage: Stage) -> bool:
        records = _replay(stage).replay.records
        return _replay(stage).client.at == next(
            index
            for index, record in enumerate(records)
            if record.turn == turn and (not phase or record.phase == phase)
        )

    return seen


def at_big_swing(stage: Stage) -> bool:
    return _replay(stage).client.at - 1 in big(_replay(stage).replay.swings("public"))


def through(eyes: str) -> Seen:
    return lambda stage: _replay(stage).client.seat == eyes


def pace(speed: int) -> Seen:
    return lambda stage: _replay(stage).speed == speed


def section(at: int) -> Seen:
    return lambda stage: stage.list("#sections").highlighted == at


def net(number: int) -> Seen:
    return lambda stage: stage.front.query_one(NetDial).net == number


def is_light(stage: Stage) -> bool:
    return stage.app.theme == LIGHT.name


def has_ended(stage: Stage) -> bool:
    return stage.app.return_code == 0


def scrolled(selector: str) -> Seen:
    return lambda stage: stage.part(selector).scroll_y > 0


def is_large(stage: Stage) -> bool:
    return stage.front.has_class("-large")


def hints(stage: Stage) -> bool:
    return any("Hint" in str(bar.render()) for bar in stage.front.query(LessonBar))


# -- what happens before


async def offers(stage: Stage) -> None:
    """Has Ossany make its offer again, for which the keyboard goes round the table and back."""
    stage.session.client("ossany").decide(
        "offer ossany averil give power_contract by 2 want second_key by 3"
    )
    await screen.settle(stage.pilot)
    await stage.app.action_uncover("averil")


async def throws(stage: Stage) -> None:
    stage.session.client("facilitator").decide("roll 5")


async def takes_back(stage: Stage) -> None:
    stage.session.client("facilitator").undo()


async def names_it(stage: Stage) -> None:
    stage.front.query_one("#name", Input).focus()


# -- where pages are opened

PLAIN = Settings(motion=False, coach=False)
"""Without what takes time: gliding lists, and the coach's games beside the screen."""


def start(folder: Path) -> WargameApp:
    middle.cut(folder / "saves", middle.ORDERS)
    root = middle.only_river(folder / "root")
    return WargameApp(saves=folder / "saves", scenarios=root, settings=PLAIN)


def game(point: middle.Point) -> Callable[[Path], WargameApp]:
    def begin(folder: Path) -> WargameApp:
        session = middle.begun(folder / "saves", point)
        root = middle.only_river(folder / "root")
        return WargameApp(session=session, scenarios=root, settings=PLAIN)

    return begin


def lesson(id: str) -> Callable[[Path], WargameApp]:
    def begin(folder: Path) -> WargameApp:
        tutor = begin_lesson(folder / "saves", scenario="river", lesson=id)
        return WargameApp(session=tutor.session, tutor=tutor, settings=PLAIN)

    return begin


def alone(folder: Path) -> WargameApp:
    seats = {"averil": "human", "ossany": "random"}
    setup = TableSetup(scenario="river", seed=3, seats=seats)
    session = Session.start(setup, name="alone", save_dir=folder / "saves")
    return WargameApp(session=session, settings=evolve(PLAIN, coach=True))


def replay(folder: Path) -> WargameApp:
    root = middle.only_river(folder / "root")
    return WargameApp(saves=folder, scenarios=root, replay=middle.replayed(), settings=PLAIN)


@cache
def shelves() -> Library:
    return read_library(load_scenario("s400"))


def library(folder: Path) -> WargameApp:
    root = middle.only_river(folder / "root")
    return WargameApp(saves=folder, scenarios=root, browse=shelves, settings=PLAIN)


# -- the table


EVERYWHERE = (
    Deed("common.help", reaches("help")),
    Deed("common.jump", reaches("jump")),
    Deed("common.settings", reaches("settings")),
    Deed("common.theme", reaches("shade")),
)
"""Keys that every page has. What they open is looked at on one page; on the others it is enough
that the key gets there."""


def of_seats(here: str) -> tuple[Deed, ...]:
    """Returns what the keys do that every seat's screen has."""
    return (
        *EVERYWHERE,
        Deed("common.scenario", reaches("scenario")),
        Deed("common.charts", opens(ChartSheet)),
        Deed("common.seat", opens(Cover)),
        Deed("common.console", opens(Cover), idle=here == "facilitator"),
        Deed("common.board", opens(BoardScreen), idle=here == "public"),
        Deed("common.leave", opens(StartScreen)),
    )


SCENES = (
    Scene(
        "start",
        "menu",
        start,
        (),
        (
            Deed("common.help", opens(HelpScreen), after=("f1",)),
            Deed("help.close", opens(StartScreen), before=("f1",)),
            Deed("common.jump", opens(JumpMode), after=("f6",)),
            Deed("common.copy", copied("Go on with game")),
            Deed("common.settings", opens(SettingsPage)),
            Deed("settings.change", shows("Colours light"), before=("comma",)),
            Deed("settings.back", shows("Colours dark"), before=("comma",)),
            Deed("settings.close", opens(StartScreen), before=("comma",)),
            Deed("common.theme", is_light),
            Deed("start.new", opens(NewGame)),
            Deed("start.continue", shows("Continue a game")),
            Deed("start.replay", shows("Replay a game")),
            Deed("start.scenarios", opens(AboutScreen)),
            Deed("start.browse", opens(LibraryScreen)),
            Deed("start.learn", opens(TeamScreen), after=("f10",)),
            Deed("start.quit", has_ended),
        ),
        real=COSTLY,
    ),
    Scene("settings", "page", start, ("comma",), (Deed("common.help", reaches("help")),)),
    Scene(
        "setup",
        "form",
        start,
        ("n",),
        (
            *EVERYWHERE,
            Deed("common.copy", copied("river"), given=names_it, key="f7"),
            Deed("setup.back", opens(StartScreen), after=("n",)),
            Deed("setup.start", opens(TeamScreen)),
        ),
    ),
    Scene(
        "saves",
        "list",
        start,
        ("c",),
        (
            *EVERYWHERE,
            Deed("common.copy", copied("game")),
            Deed("saves.back", opens(StartScreen)),
        ),
    ),
    Scene(
        "scenarios",
        "list",
        start,
        ("s",),
        (
            *EVERYWHERE,
            Deed("common.copy", copied("river")),
            Deed("scenarios.browse", opens(LibraryScreen)),
            Deed("scenarios.back", opens(StartScreen)),
        ),
    ),
    Scene("cover", "page", game(middle.ORDERS), (), (Deed("cover.ready", opens(TeamScreen)),)),
    Scene(
        "team",
        "orders",
        game(middle.ORDERS),
        ("enter",),
        (
            *(Deed(f"team.mark_{n}", marked("#options", n - 1)) for n in (2, 3, 4, 5, 6, 7, 8, 1)),
            Deed("team.more", shows("boost +1")),
            Deed("team.less", shows("boost +0")),
            Deed("team.play", ordered("averil", "close_gates")),
            Deed("team.drop", ordered("averil")),
            Deed("team.aims", has_keyboard("#aims")),
            Deed("team.gauges", has_keyboard("#gauges")),
            Deed("team.hand", has_keyboard("#hand")),
            Deed("team.offers", has_keyboard("#offers")),
            Deed("team.known", has_keyboard("#known")),
            Deed("team.talk", has_keyboard("#talk")),
            Deed("team.changes", has_keyboard("#changes")),
            Deed("team.brief", has_keyboard("#brief")),
            Deed("common.copy", copied("the wall"), before=("b",)),
            *of_seats("team"),
        ),
        seat="averil",
    ),
    Scene(
        "team",
        "forms",
        game(middle.ORDERS),
        ("enter",),
        (
            Deed("team.detail", has_keyboard("#options"), before=("b",)),
            Deed("team.back", has_keyboard("#options"), before=("b",)),
            Deed("team.compare", opens(CompareSheet)),
            Deed("compare.close", opens(TeamScreen), before=("v",)),
            Deed("team.argue", opens(ArgueForm)),
            Deed("team.offer", opens(OfferForm)),
            Deed("team.message", opens(TalkForm)),
            Deed("team.note", opens(NoteForm)),
            Deed("sheet.cancel", opens(TeamScreen), before=("i",)),
            Deed("sheet.confirm", shows("the note is empty"), before=("i",)),
            Deed("team.why", opens(WhySheet)),
            Deed("why.close", opens(TeamScreen), before=("q",)),
            Deed("common.scenario", opens(ScenarioPage)),
            Deed("scenario.browse", opens(LibraryScreen), before=("f5",)),
            Deed("scenario.close", opens(TeamScreen), before=("f5",)),
            Deed("team.seal", sealed("averil")),
            Deed("team.recall", sealed("averil", is_sealed=False)),
        ),
        seat="averil",
        real=COSTLY,
    ),
    Scene(
        "team",
        "offer",
        game(middle.OFFERED),
        ("enter", "f2", "enter"),
        (
            Deed("team.no", offer(), before=("o",)),
            Deed("team.yes", offer("struck"), given=offers, before=("o",)),
        ),
        seat="averil",
    ),
    Scene(
        "team",
        "own offer",
        game(middle.OFFERED),
        ("enter", "f2", "enter", "f2", "enter"),
        (Deed("team.withdraw", offer(), before=("o",)),),
        seat="ossany",
    ),
    Scene(
        "team",
        "the end",
        game(middle.OVER),
        ("enter",),
        (Deed("team.ending", has_keyboard("#ending"), before=("g",)),),
        seat="averil",
    ),
    Scene("team", "alone", alone, (), (Deed("team.coach", opens(CoachSheet)),), seat="averil"),
    Scene(
        "coach",
        "notes",
        alone,
        ("u",),
        (
            Deed("common.help", reaches("help")),
            Deed("coach.switch", shows("The coach is off")),
            Deed("coach.close", opens(TeamScreen)),
        ),
    ),
    Scene(
        "team",
        "many orders",
        start,
        (),
        (Deed("team.mark_10", marked("#options", 9)), Deed("team.mark_9", marked("#options", 8))),
        shown=lambda: TeamScreen(sample.FakeClient(sample.view(options=TEN))),
    ),
    Scene(
        "team",
        "lesson",
        lesson("orders_and_odds"),
        (),
        (Deed("common.lesson", hints, before=("f9",)),),
    ),
    Scene(
        "facilitator",
        "ruling",
        game(middle.RULING),
        ("enter",),
        (
            Deed("facilitator.overrule", opens(OverruleForm)),
            Deed("facilitator.do", node("dice")),
            Deed("facilitator.dice", opens(DiceForm)),
            Deed("facilitator.accept", node("dice"), given=throws),
            Deed("facilitator.redo", node("dice"), given=takes_back),
            Deed("facilitator.undo", opens(UndoForm)),
            Deed("facilitator.ruling", opens(RulingForm)),
            Deed("patch.raise", shows("(+1)"), before=("r",)),
            Deed("patch.lower", shows("(-1)"), before=("r",)),
            Deed("patch.set", shows("(set)"), before=("r",)),
            Deed("patch.clear", shows("no change"), before=("r", "right")),
            Deed("facilitator.message", opens(MessageForm)),
            Deed("facilitator.note", opens(NoteForm)),
            Deed("facilitator.why", opens(WhySheet)),
            Deed("facilitator.head", shows("Copied the head of the record")),
            Deed("facilitator.timer", runs, after=("space",)),
            Deed("facilitator.extend", minutes(6)),
            Deed("facilitator.shorten", minutes(5)),
            Deed("facilitator.pending", has_keyboard("#pending")),
            Deed("facilitator.gauges", has_keyboard("#gauges")),
            Deed("facilitator.bargains", has_keyboard("#bargains")),
            Deed("facilitator.teams", has_keyboard("#teams")),
            Deed("facilitator.changes", has_keyboard("#changes")),
            Deed("facilitator.talk", has_keyboard("#talk")),
            Deed("facilitator.log", has_keyboard("#lines")),
            Deed("facilitator.back", has_keyboard("#teams")),
            Deed("common.copy", copied("The good neighbour")),
            *of_seats("facilitator"),
        ),
        seat="facilitator",
    ),
    Scene(
        "facilitator",
        "talks",
        game(middle.TALKS),
        ("enter",),
        (
            Deed("facilitator.inject", opens(InjectForm)),
            Deed("facilitator.next", phase("counsel")),
        ),
        seat="facilitator",
    ),
    Scene(
        "facilitator",
        "argument",
        game(middle.WEIGH),
        ("enter",),
        (
            Deed("facilitator.weigh", opens(WeighForm)),
            Deed("dial.raise", net(1), before=("w",)),
            Deed("dial.lower", net(-1), before=("w",)),
        ),
        seat="facilitator",
    ),
    Scene(
        "facilitator",
        "lesson",
        lesson("secrets_and_the_table"),
        (),
        (Deed("common.lesson", hints, before=("f9", "g")),),
    ),
    Scene(
        "public",
        "turn 2",
        game(middle.SECOND),
        ("enter", "f3"),
        (
            Deed("public.next", board("news")),
            Deed("public.back", shows("Briefing 10/11")),
            Deed("public.map", board("map")),
            Deed("public.gauges", board("gauges")),
            Deed("public.news", board("news")),
            Deed("public.paper", board("paper")),
            Deed("public.why", opens(WhySheet)),
            Deed("public.zoom", is_large, before=("g",)),
            Deed("public.down", scrolled("#gauges")),
            Deed("public.up", lambda stage: not scrolled("#gauges")(stage)),
            Deed("common.copy", shows("Nothing to copy here.")),
            *of_seats("public"),
        ),
        seat="public",
    ),
    Scene(
        "public",
        "tables",
        start,
        (),
        (Deed("public.tables", board("tables")),),
        shown=lambda: BoardScreen(sample.FakeClient(sample.view("public"))),
    ),
    Scene(
        "public",
        "the end",
        game(middle.OVER),
        ("enter", "f3"),
        (Deed("common.copy", copied("Two keys")),),
    ),
    Scene(
        "public",
        "lesson",
        lesson("orders_and_odds"),
        ("f9", "f3"),
        (Deed("common.lesson", hints),),
    ),
    Scene(
        "replay",
        "tutorial",
        replay,
        (),
        (
            *EVERYWHERE,
            Deed(
                "common.copy",
                copied("Nothing has happened yet."),
                before=("w",),
                after=("escape",),
            ),
            Deed("replay.next", at(1)),
            Deed("replay.previous", at(0)),
            Deed("replay.next_phase", at_start_of(turn=1, phase="dawn")),
            Deed("replay.next_turn", at_start_of(turn=2)),
            Deed("replay.previous_phase", at_start_of(turn=1, phase="dusk")),
            Deed("replay.previous_turn", at_start_of(turn=1)),
            Deed("replay.next_swing", at_big_swing),
            Deed("replay.last", at(-1)),
            Deed("replay.previous_swing", at_big_swing),
            Deed("replay.first", at(0)),
            Deed("replay.faster", pace(2)),
            Deed("replay.slower", pace(1)),
            Deed("replay.play", shows("▶ steady"), after=("space",)),
            Deed("replay.slow", shows("▶ slow"), after=("space",)),
            Deed("replay.steady", shows("▶ steady"), after=("space",)),
            Deed("replay.fast", shows("▶ fast"), after=("space",)),
            Deed("replay.jump", opens(JumpForm)),
            Deed("replay.eyes", through("averil")),
            Deed("replay.why", has_keyboard("#why")),
            Deed("replay.records", has_keyboard("#records")),
            Deed("replay.gauges", has_keyboard("#gauges")),
            Deed("replay.teams", has_keyboard("#teams")),
            Deed("replay.back", has_keyboard("#timeline")),
            Deed("common.scenario", reaches("scenario")),
            Deed("common.charts", opens(ChartSheet)),
            Deed("charts.close", opens(ReplayScreen), before=("f12",)),
            Deed("common.leave", opens(StartScreen)),
        ),
    ),
    Scene(
        "library",
        "shelves",
        library,
        (),
        (
            *EVERYWHERE,
            Deed("common.copy", copied("It does")),
            Deed("library.search", has_keyboard("#search")),
            Deed("library.list", has_keyboard("#entries")),
            Deed("library.next", section(1)),
            Deed("library.previous", section(0)),
            Deed("library.links", has_keyboard("#links")),
            Deed("library.return", section(0), before=("enter",)),
            Deed("library.back", opens(StartScreen)),
        ),
    ),
)


def named(scene: Scene) -> str:
    return f"{scene.page}, {scene.name}"


@asynccontextmanager
async def staged(scene: Scene, folder: Path) -> AsyncIterator[Stage]:
    """Opens the page of a scene."""
    app = scene.begin(folder)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        stage = Stage(pilot)
        await screen.settle(pilot)
        if scene.shown is not None:
            await app.push_screen(scene.shown())
            await screen.settle(pilot)
        await stage.press(*scene.keys)
        stage.only_note(action for action in COSTLY if action not in scene.real)
        yield stage


@pytest.mark.parametrize("scene", SCENES, ids=named)
async def test_every_key_does_what_it_is_for(scene: Scene, tmp_path: Path) -> None:
    async with staged(scene, tmp_path) as stage:
        home = type(stage.front)
        for deed in scene.deeds:
            await _do(deed, *scene.key(deed.id), stage)
            await _go_back(scene, stage, home)


async def _do(deed: Deed, page: str, key: Key, stage: Stage) -> None:
    if deed.given is not None:
        await deed.given(stage)
        await screen.settle(stage.pilot)
    await stage.press(*deed.before)
    await _is_in_the_palette(page, stage)
    front = stage.front
    assert deed.idle or not deed.seen(stage), f"{deed.id}: it is so before the key:\n{stage.text}"
    await stage.press(deed.key or key.keys.split(",")[0])
    if deed.idle:
        assert stage.front is front, f"{deed.id} should do nothing here"
    else:
        assert deed.seen(stage), f"{deed.id} has not done it:\n{stage.text}"
    await stage.press(*deed.after)


async def _go_back(scene: Scene, stage: Stage, home: type[Screen[object]]) -> None:
    """Closes what a key has opened; from another seat, or a cover, the seat is opened again."""
    for _ in range(3):
        if isinstance(stage.front, (home, Cover)) or stage.app.return_code is not None:
            break
        await stage.press("escape")
    if scene.seat and stage.app.sitting is not None and not isinstance(stage.front, home):
        await stage.app.action_uncover(scene.seat)
        await screen.settle(stage.pilot)


async def _is_in_the_palette(page: str, stage: Stage) -> None:
    """Looks once for every title of a page's keys; one is enough for those that do the same."""
    if page in stage.offered:
        return
    stage.offered.add(page)
    offered = {str(hit.text) async for hit in ScreenCommands(stage.front).discover()}
    titles: dict[str, set[str]] = {}
    for key in PAGES[page]:
        titles.setdefault(key.action, set()).add(key.label)
    missing = [names for names in titles.values() if not names & offered]
    assert not missing, f"the palette of {page} does not offer {missing}"
    if getattr(stage.front, "PAGE", "") == page:
        shared = {key.label for key in COMMON} & offered
        idle = shared - {key.label for key in PAGES[page]}
        assert not idle, f"the palette of {page} offers {idle}, which it has no key for"


def test_the_table_has_every_key_of_the_keymap() -> None:
    tried: dict[str, set[str]] = {}
    for scene in SCENES:
        for deed in scene.deeds:
            tried.setdefault(scene.key(deed.id)[0], set()).add(deed.id)
    for page, keys in PAGES.items():
        assert tried.get(page, set()) == {key_id(page, key) for key in keys}, page


def test_every_screen_that_has_keys_is_a_page_of_the_keymap() -> None:
    """What is no page has keys that can be neither printed nor moved."""
    screens = [kind for kind in _kinds(Screen) if kind.__module__.startswith("wargame.")]
    assert len(screens) > len(PAGES)
    for kind in screens:
        keys = {key_id(kind.PAGE, key) for key in kind.KEYS}  # type: ignore[attr-defined]
        assert not keys or keys <= {key_id(kind.PAGE, key) for key in PAGES[kind.PAGE]}, kind  # type: ignore[attr-defined]


def _kinds(kind: type) -> list[type]:
    return [kind, *(found for below in kind.__subclasses__() for found in _kinds(below))]
