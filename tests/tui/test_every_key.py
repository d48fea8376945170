"""Every key of every page, pressed where it applies: what it is for must be seen after it.

Most pages are opened in the middle of the tutorial's game, which two teams of people play, with a
facilitator and real dice. What a key is for must not be seen before it is pressed, so that nothing
passes by itself.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, nullcontext
from functools import cache, partial
from pathlib import Path

import pytest
from attrs import evolve, frozen
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList

from tests.scenario.harbour import harbour
from tests.tui import middle, sample, screen
from wargame.kernel.view import View
from wargame.report.library import Library, read_library
from wargame.table.session import Session
from wargame.table.setup import TableSetup
from wargame.table.swings import big
from wargame.table.tutor import begin_lesson
from wargame.tui.about import AboutScreen
from wargame.tui.app import WargameApp
from wargame.tui.board import BoardScreen
from wargame.tui.commands import ScreenCommands
from wargame.tui.console import ConsoleScreen
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
from wargame.tui.widgets.branch_form import BranchForm
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
from wargame.tui.widgets.seal_form import SealForm
from wargame.tui.widgets.talk_form import TalkForm
from wargame.tui.widgets.undo_form import UndoForm
from wargame.tui.widgets.weigh_form import NetDial, WeighForm
from wargame.tui.widgets.why_sheet import WhySheet


@pytest.fixture(autouse=True)
def _interpreted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARGAME_NATIVE", "0")


TEN = tuple(sample.option(f"o{number}", f"Order {number}") for number in range(1, 11))

COSTLY = (
    *("help", "jump", "settings", "shade", "scenario"),
    *("seat", "board", "console", "leave", "lesson"),
)
"""Actions of the whole program that need not be carried out on every page."""


class Stage:
    """Is an open page, with what a test asks about it."""

    def __init__(self, pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, WargameApp)
        self.pilot = pilot
        self.app = pilot.app
        self.reached: list[str] = []
        self.offered: set[str] = set()  # the pages whose palette has been looked at

    @contextmanager
    def costing_nothing(self) -> Iterator[None]:
        """Lets the costly actions be noted and not be carried out."""
        for action in COSTLY:
            setattr(self.app, f"action_{action}", partial(self.reached.append, action))
        try:
            yield
        finally:
            for action in COSTLY:
                delattr(self.app, f"action_{action}")

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
    real: bool = False  # what it opens is looked at, though on most pages that only costs time
    stays: bool = False  # the next key is pressed on what it has opened
    page: str = ""  # whose key it is, where that is neither the scene's page nor told by the id


@frozen
class Scene:
    """Is a page in some state, with the keys that apply in it and in what is opened from it."""

    page: str
    name: str
    begin: Callable[[Path], WargameApp]
    deeds: tuple[Deed, ...]
    keys: tuple[str, ...] = ()  # from the first screen to the page
    seat: str = ""  # whose screen it is, to come back to from other seats'

    def key(self, deed: Deed) -> tuple[str, Key]:
        """Returns the page of a key, this one if it has it, and the key."""
        for page in (deed.page or self.page, deed.id.partition(".")[0]):
            for key in PAGES.get(page, ()):
                if key_id(page, key) == deed.id:
                    return page, key
        raise AssertionError(f"there is no key {deed.id}")


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


async def makes_one(stage: Stage) -> None:
    """Has Ossany make its offer again, and sit at the keyboard."""
    await offers(stage)
    await stage.app.action_uncover("ossany")


def shows_instead(opened: Callable[[], Screen[None]]) -> Callable[[Stage], Awaitable[None]]:
    """Shows a screen with a made-up game, in which there is what the tutorial's has not."""

    async def given(stage: Stage) -> None:
        await stage.app.push_screen(opened())

    return given


many_orders = shows_instead(lambda: TeamScreen(sample.FakeClient(sample.view(options=TEN))))
tables = shows_instead(lambda: BoardScreen(sample.FakeClient(sample.view("public"))))
an_argument = shows_instead(lambda: ConsoleScreen(sample.FakeClient(sample.weighing())))


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
    return read_library(harbour())


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
OF_SEATS = (
    *EVERYWHERE,
    Deed("common.scenario", reaches("scenario")),
    Deed("common.charts", opens(ChartSheet)),
    Deed("common.seat", reaches("seat")),
    Deed("common.console", reaches("console")),
    Deed("common.board", reaches("board")),
    Deed("common.leave", reaches("leave")),
    Deed("common.lesson", reaches("lesson")),
)
"""Keys that every page has, and those that every seat's screen has. What they open is looked at on
one page; on the others it is enough that the key gets there."""


def on(page: str, *deeds: Deed) -> tuple[Deed, ...]:
    """Returns what keys of a page do that has been opened from the scene's."""
    return tuple(evolve(deed, page=page, stays=True) for deed in deeds)


def laid_over(page: str, copies: Seen, *, without: str = "") -> tuple[Deed, ...]:
    """Returns what the keys of every page that is laid over a game do there."""
    deeds = (*EVERYWHERE, OF_SEATS[len(EVERYWHERE)], Deed("common.copy", copies))
    return on(page, *(deed for deed in deeds if deed.id != f"common.{without}"))


NOTHING = shows("Nothing to copy here.")

SCENES = (
    Scene(
        "start",
        "menu",
        start,
        (
            Deed("common.help", opens(HelpScreen), real=True, stays=True),
            *laid_over("help", copied("Keys of this screen"), without="help"),
            Deed("help.close", opens(StartScreen)),
            Deed("common.jump", opens(JumpMode), real=True),
            Deed("common.copy", copied("Go on with game")),
            Deed("common.settings", opens(SettingsPage), real=True, stays=True),
            *laid_over("settings", copied("Colours"), without="settings"),
            Deed("settings.change", shows("Colours light"), stays=True),
            Deed("settings.back", shows("Colours dark"), stays=True),
            Deed("settings.close", opens(StartScreen)),
            Deed("common.theme", is_light, real=True),
            Deed("start.browse", opens(LibraryScreen)),
            Deed("start.replay", shows("Replay a game")),
            Deed("start.continue", shows("Continue a game"), stays=True),
            *on("saves", *EVERYWHERE, Deed("common.copy", copied("turn 1"))),
            Deed("saves.back", opens(StartScreen)),
            Deed("start.scenarios", opens(AboutScreen), stays=True),
            *on("scenarios", *EVERYWHERE, Deed("common.copy", copied("river"))),
            Deed("scenarios.browse", opens(LibraryScreen), after=("escape",), stays=True),
            Deed("scenarios.back", opens(StartScreen)),
            Deed("start.new", opens(NewGame), stays=True),
            *on("setup", *EVERYWHERE),
            Deed("setup.back", opens(StartScreen)),
            Deed("start.learn", opens(TeamScreen), after=("f10",)),
            Deed("start.quit", has_ended),
        ),
    ),
    Scene(
        "setup",
        "form",
        start,
        (
            Deed("common.copy", copied("river"), given=names_it, key="f7"),
            Deed("setup.start", opens(TeamScreen)),
        ),
        keys=("n",),
    ),
    Scene(
        "team",
        "orders",
        game(middle.ORDERS),
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
            *EVERYWHERE,
            Deed("common.charts", opens(ChartSheet)),
            Deed("common.console", opens(Cover), real=True),
            Deed("common.board", opens(BoardScreen), real=True),
            Deed("common.seat", opens(Cover), real=True, stays=True),
            *laid_over("cover", NOTHING),
            Deed("cover.ready", opens(TeamScreen)),
            Deed("common.leave", opens(StartScreen), real=True),
        ),
        seat="averil",
    ),
    Scene(
        "team",
        "forms",
        game(middle.ORDERS),
        (
            Deed("team.detail", has_keyboard("#options"), before=("b",)),
            Deed("team.back", has_keyboard("#options"), before=("b",)),
            Deed("team.compare", opens(CompareSheet), stays=True),
            *laid_over("compare", copied("Open day")),
            Deed("compare.close", opens(TeamScreen)),
            Deed("team.argue", opens(ArgueForm)),
            Deed("team.offer", opens(OfferForm)),
            Deed("team.message", opens(TalkForm)),
            Deed("team.note", opens(NoteForm), stays=True),
            Deed("sheet.confirm", shows("the note is empty"), stays=True),
            *laid_over("sheet", NOTHING, without="settings"),
            Deed("sheet.cancel", opens(TeamScreen)),
            Deed("team.why", opens(WhySheet), stays=True),
            *laid_over("why", copied("A cracked channel")),
            Deed("why.close", opens(TeamScreen)),
            Deed("common.scenario", opens(ScenarioPage), real=True, stays=True),
            *laid_over("scenario", copied("Two Keys"), without="scenario"),
            Deed("scenario.browse", opens(LibraryScreen), after=("escape",), stays=True),
            Deed("scenario.close", opens(TeamScreen)),
            Deed("team.seal", opens(SealForm), stays=True),
            Deed("sheet.confirm", sealed("averil")),
            Deed("team.recall", sealed("averil", is_sealed=False)),
        ),
        seat="averil",
    ),
    Scene(
        "team",
        "offer",
        game(middle.OFFERED),
        (
            Deed("team.no", offer(), before=("o",)),
            Deed("team.withdraw", offer(), given=makes_one, before=("o",)),
            Deed("team.yes", offer("struck"), given=offers, before=("o",)),
        ),
        seat="averil",
    ),
    Scene(
        "team",
        "the end",
        game(middle.OVER),
        (
            Deed("team.ending", has_keyboard("#ending"), before=("g",)),
            Deed("team.mark_10", marked("#options", 9), given=many_orders),
            Deed("team.mark_9", marked("#options", 8)),
        ),
        seat="averil",
    ),
    Scene(
        "team",
        "alone",
        alone,
        (
            Deed("team.coach", opens(CoachSheet), stays=True),
            *laid_over("coach", copied("There is nothing to look back on")),
            Deed("coach.switch", shows("The coach is off"), stays=True),
            Deed("coach.close", opens(TeamScreen)),
        ),
    ),
    Scene(
        "team",
        "lesson",
        lesson("orders_and_odds"),
        (Deed("common.lesson", hints, before=("f9",), real=True),),
    ),
    Scene(
        "facilitator",
        "ruling",
        game(middle.RULING),
        (
            Deed("facilitator.overrule", opens(OverruleForm)),
            Deed("facilitator.do", node("dice")),
            Deed("facilitator.dice", opens(DiceForm)),
            Deed("facilitator.accept", node("dice"), given=throws),
            Deed("facilitator.redo", node("dice"), given=takes_back),
            Deed("facilitator.undo", opens(UndoForm)),
            Deed("facilitator.ruling", opens(RulingForm), stays=True),
            *on("sheet", Deed("common.settings", reaches("settings"))),
            Deed("patch.raise", shows("(+1)"), stays=True),
            Deed("patch.clear", shows("no change"), stays=True),
            Deed("patch.lower", shows("(-1)"), stays=True),
            Deed("patch.set", shows("(set)")),
            Deed("facilitator.message", opens(MessageForm)),
            Deed("facilitator.note", opens(NoteForm)),
            Deed("facilitator.why", opens(WhySheet)),
            Deed("facilitator.head", shows("Copied the head of the record")),
            Deed("facilitator.timer", runs, after=("space",)),
            Deed("facilitator.extend", minutes(6)),
            Deed("facilitator.shorten", minutes(5)),
            Deed("facilitator.pending", has_keyboard("#pending"), before=("c",)),
            Deed("facilitator.gauges", has_keyboard("#gauges")),
            Deed("facilitator.bargains", has_keyboard("#bargains")),
            Deed("facilitator.teams", has_keyboard("#teams")),
            Deed("facilitator.changes", has_keyboard("#changes")),
            Deed("facilitator.talk", has_keyboard("#talk")),
            Deed("facilitator.log", has_keyboard("#lines")),
            Deed("facilitator.back", has_keyboard("#teams")),
            Deed("common.copy", copied("The good neighbour")),
            *OF_SEATS,
        ),
        seat="facilitator",
    ),
    Scene(
        "facilitator",
        "talks",
        game(middle.TALKS),
        (
            Deed("facilitator.inject", opens(InjectForm)),
            Deed("facilitator.next", phase("counsel")),
            Deed("facilitator.weigh", opens(WeighForm), given=an_argument, stays=True),
            Deed("dial.raise", net(1), stays=True),
            Deed("dial.lower", net(0)),
        ),
        seat="facilitator",
    ),
    Scene(
        "public",
        "turn 2",
        game(middle.SECOND),
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
            *OF_SEATS,
            Deed("public.tables", board("tables"), given=tables),
        ),
        seat="public",
    ),
    Scene(
        "replay",
        "tutorial",
        replay,
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
            Deed("replay.branch", opens(BranchForm)),
            Deed("replay.eyes", through("averil")),
            Deed("replay.why", has_keyboard("#why")),
            Deed("replay.records", has_keyboard("#records")),
            Deed("replay.gauges", has_keyboard("#gauges")),
            Deed("replay.teams", has_keyboard("#teams")),
            Deed("replay.back", has_keyboard("#timeline")),
            Deed("common.scenario", reaches("scenario")),
            Deed("common.charts", opens(ChartSheet), stays=True),
            *laid_over("charts", copied("Scores")),
            Deed("charts.close", opens(ReplayScreen)),
            Deed("common.leave", reaches("leave")),
        ),
    ),
    Scene(
        "library",
        "shelves",
        library,
        (
            *EVERYWHERE,
            Deed("common.copy", copied("It does")),
            Deed("library.search", has_keyboard("#search")),
            Deed("library.list", has_keyboard("#entries")),
            Deed("library.next", section(1)),
            Deed("library.previous", section(0)),
            Deed("library.links", has_keyboard("#links"), before=("down",)),
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
        if scene.seat:
            await app.action_uncover(scene.seat)
            await screen.settle(pilot)
        await stage.press(*scene.keys)
        yield stage


@pytest.mark.parametrize("scene", SCENES, ids=named)
async def test_every_key_does_what_it_is_for(scene: Scene, tmp_path: Path) -> None:
    async with staged(scene, tmp_path) as stage:
        home = type(stage.front)
        for deed in scene.deeds:
            await _do(deed, *scene.key(deed), stage)
            if not deed.stays:
                await _go_back(scene, stage, home)


async def _do(deed: Deed, page: str, key: Key, stage: Stage) -> None:
    if deed.given is not None:
        await deed.given(stage)
        await screen.settle(stage.pilot)
    await stage.press(*deed.before)
    await _is_in_the_palette(page, stage)
    stage.reached.clear()
    assert not deed.seen(stage), f"{deed.id}: it is so before the key:\n{stage.text}"
    with nullcontext() if deed.real else stage.costing_nothing():
        await stage.press(deed.key or key.keys.split(",")[0])
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
            tried.setdefault(scene.key(deed)[0], set()).add(deed.id)
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
