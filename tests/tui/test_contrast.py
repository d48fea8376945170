"""Whether everything can be read: contrast in every theme, and no state told by colour alone.

Contrast is the ratio of WCAG 2.1, worked out of the colours of every cell of a screen: 4.5 at least
for text and 3 for marks and for big letters, which are drawn with marks. Frames only adorn, except
that of the part with the keyboard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from attrs import evolve, frozen
from rich.color import Color
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as Shade
from textual.geometry import Region
from textual.screen import ModalScreen, Screen
from textual.scrollbar import ScrollBar

from tests.tui import middle, sample, screen
from tests.tui.seat_app import SeatApp
from tests.tui.test_coach import FakeCoach
from wargame.kernel.view import View
from wargame.report.library import read_library
from wargame.scenario.load import load_scenario
from wargame.tui.app import WargameApp
from wargame.tui.board import BoardScreen
from wargame.tui.clock import PhaseClock
from wargame.tui.console import ConsoleScreen
from wargame.tui.cover import Cover
from wargame.tui.library import LibraryScreen
from wargame.tui.replay import ReplayScreen
from wargame.tui.settings import Settings
from wargame.tui.team import TeamScreen
from wargame.tui.theme import THEMES
from wargame.tui.widgets.big_clock import BigClock
from wargame.tui.widgets.timer import PhaseTimer

TEXT, MARK = 4.5, 3.0
FRAMES = frozenset("─│╭╮╰╯▔▁▎▊▏")
TAKEN_BACK = "x"
"""A letter, but a mark on the replay's timeline."""


def clock(seconds: int = 0) -> PhaseClock:
    """Returns a running clock with so many seconds left."""
    held = sample.Clock()
    made = PhaseClock(clock=held)
    made.follow(3, "orders", 5)
    made.toggle()
    held.now = 300.0 - seconds
    return made


def luminance(colour: ColorTriplet) -> float:
    parts = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in colour.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def ratio(one: ColorTriplet, other: ColorTriplet) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_ratio_is_that_of_the_guidelines() -> None:
    black, white, grey = (
        ColorTriplet(0, 0, 0),
        ColorTriplet(255, 255, 255),
        ColorTriplet(*[119] * 3),
    )
    assert ratio(black, white) == pytest.approx(21)
    assert ratio(white, white) == pytest.approx(1)
    assert ratio(grey, white) == pytest.approx(4.48, abs=0.005)


def ink(segment: Segment) -> ColorTriplet:
    assert segment.style is not None, segment
    return _triplet(segment.style.color)


def contrast(segment: Segment) -> float:
    assert segment.style is not None, segment
    return ratio(ink(segment), _triplet(segment.style.bgcolor))


def _triplet(colour: Color | None) -> ColorTriplet:
    """Returns a colour as a terminal is told it; every cell must have been given one."""
    assert colour is not None
    assert colour.triplet is not None
    return colour.triplet


def cells(front: Screen[object]) -> Iterator[tuple[int, int, Segment]]:
    """Returns what a screen shows, piece by piece, without scrollbars and what shines through."""
    placed = front._compositor.full_map
    bars = [place.region for part, place in placed.items() if isinstance(part, ScrollBar)]
    parts = [part.region for part in front.children] if isinstance(front, ModalScreen) else None
    for y, strip in enumerate(front._compositor.render_strips()):
        x = 0
        for segment in strip:
            at = Region(x, y, segment.cell_length, 1)
            x += segment.cell_length
            shown = parts is None or any(part.overlaps(at) for part in parts)
            if segment.text.strip() and shown and not any(bar.overlaps(at) for bar in bars):
                yield at.x, y, segment


def faint(front: Screen[object]) -> list[str]:
    """Returns what cannot be read well enough."""
    found = []
    quiet = front.app.theme_variables["border-blurred"]
    for x, y, segment in cells(front):
        text = segment.text.strip()
        is_text = any(letter.isalnum() for letter in text) and text != TAKEN_BACK
        adorns = set(text) <= FRAMES | {" "} or ink(segment).hex == quiet
        if (is_text or not adorns) and (has := contrast(segment)) < (TEXT if is_text else MARK):
            found.append(f"{has:.2f} at {x},{y}: {text!r} {segment.style}")
    return found


@frozen
class Look:
    """Is a screen and the keys that lead to what is looked at, each place after another."""

    opened: Callable[[], Screen[object]] | None
    keys: tuple[tuple[str, ...], ...] = ((),)


def console(shown: View, seconds: int = 250) -> Callable[[], Screen[object]]:
    return lambda: ConsoleScreen(sample.FakeClient(shown), clock=clock(seconds))


def replay() -> Screen[object]:
    return ReplayScreen(middle.replayed())


def library() -> Screen[object]:
    return LibraryScreen(lambda: read_library(load_scenario("river")))


LOOKS = {
    "start": Look(None, ((), ("c",), ("escape", "comma"), ("escape", "n"))),
    "team": Look(
        lambda: TeamScreen(sample.FakeClient()),
        (
            *((), ("q",), ("escape", "f"), ("escape", "v"), ("escape", "f12"), ("escape", "s")),
            *(("escape", "h"), ("o",), ("k",), ("t",), ("b",), ("escape", "f6"), ("escape", "f1")),
        ),
    ),
    "team coached": Look(lambda: TeamScreen(sample.FakeClient(), coach=FakeCoach()), ((), ("u",))),  # type: ignore[arg-type]
    "team at the end": Look(lambda: TeamScreen(sample.FakeClient(sample.over()))),
    "team choosing": Look(lambda: TeamScreen(sample.FakeClient(sample.choosing()))),
    "ruling": Look(
        console(sample.ruling()), (("l",), ("o", "f9"), ("escape", "u"), ("escape", "r"))
    ),
    "time running out": Look(console(sample.view("facilitator"), 20), (("i", "f9"),)),
    "time up": Look(console(sample.weighing(), -20), (("w", "tab"),)),
    "board": Look(
        lambda: BoardScreen(sample.FakeClient(sample.view("public", turn=2)), clock=clock(30)),
        ((), ("g", "z"), ("z", "t"), ("p",)),
    ),
    "replay": Look(replay, (("pagedown",),)),
    "library": Look(library, ((), ("slash",))),
    "cover": Look(lambda: Cover("North", "north")),
}


@pytest.mark.parametrize("name", LOOKS)
async def test_everything_can_be_read_in_every_theme(name: str, tmp_path: Path) -> None:
    look = LOOKS[name]
    middle.cut(tmp_path / "saves", middle.ORDERS)
    app = WargameApp(
        saves=tmp_path / "saves",
        scenarios=middle.only_river(tmp_path / "root"),
        settings=Settings(motion=False, coach=False),
    )
    found: dict[str, None] = {}
    themes = list(THEMES)  # there and back, since another theme costs more than another screen
    async with app.run_test(size=(130, 40)) as pilot:
        await screen.settle(pilot)
        if look.opened is not None:
            await app.push_screen(look.opened())
            await screen.settle(pilot)
        for keys in look.keys:
            for key in keys:
                await pilot.press(key)
                await screen.settle(pilot)
            for theme in themes:
                app.theme = theme.name
                await pilot.pause()
                if isinstance(app.screen, ModalScreen) and app.screen.styles.inline.has_rule(
                    "background"
                ):  # it has taken its shade from the theme in which it was opened
                    paper = Shade.parse(app.current_theme.background or "")
                    app.screen.styles.background = paper.with_alpha(0.6)
                    await pilot.pause()
                lines = [*faint(app.screen), *_frame(app)]
                found |= dict.fromkeys(f"{theme.name}, {' '.join(keys)}: {line}" for line in lines)
            themes.reverse()
    assert not found, "\n".join(found)


def _frame(app: WargameApp) -> Iterator[str]:
    """Returns the frame of the part with the keyboard, if it stands out too little."""
    part = app.focused
    if part is None or not part.styles.border_top[0]:
        return
    corner = part.region.offset
    for x, y, segment in cells(app.screen):
        if (x, y) == corner and (has := contrast(segment)) < MARK:
            yield f"{has:.2f}: the frame of {part}"


# -- states that must be told apart without colour


def with_gauge(seat: str, **changed: object) -> View:
    return sample.view(seat, gauges=(evolve(sample.GAUGES[2], **changed), *sample.GAUGES[3:]))


def with_north(seat: str, **changed: object) -> View:
    return sample.view(seat, teams=(evolve(sample.NORTH, **changed), sample.SOUTH))


def with_status(status: str) -> View:
    given = evolve(sample.NORTH.orders[0], status=status)
    return sample.view("public", orders=(given,))


def with_option(**changed: object) -> View:
    return sample.view(options=(evolve(sample.OPTIONS[1], **changed), *sample.OPTIONS[2:]))


def with_offer(status: str) -> View:
    return sample.view(offers=(evolve(sample.OFFERS[2], status=status),))


def with_pending(**changed: object) -> View:
    shown = sample.ruling()
    assert shown.pending is not None
    return evolve(shown, pending=evolve(shown.pending, **changed))


def trends(seat: str) -> tuple[View, ...]:
    """Returns a gauge that has moved for the better, for the worse, and not at all."""
    return (
        *(with_gauge(seat, value=5, before=3, good=good) for good in ("high", "low")),
        with_gauge(seat, value=5, before=5),
    )


HELPS, HURTS = (evolve(sample.ADDENDS[0], add=by, low=by, high=by) for by in (1, -1))
END = sample.over()

STATES: dict[str, dict[str, tuple[View, ...]]] = {
    "team": {
        "a trend": trends("north"),
        "whether an order is possible": (with_option(), with_option(legal=False)),
        "whether an order is given": (with_option(), with_option(id="audit")),
        "what has become of an offer": (with_offer("offered"), with_offer("struck")),
        "whose turn it is": (sample.view(), sample.view(waiting_for=("south",))),
        "whether its orders are sealed": (sample.view(), with_north("north", sealed=True)),
        "who has won": (
            END,
            evolve(END, teams=(evolve(END.teams[0], achieved=False), sample.SOUTH)),
        ),
    },
    "facilitator": {
        "a trend": trends("facilitator"),
        "who has sealed": (
            with_north("facilitator", sealed=True),
            with_north("facilitator"),
            sample.view("facilitator", waiting_for=()),
        ),
        "what is added to the dice": (
            with_pending(addends=(HELPS,)),
            with_pending(addends=(HURTS,)),
        ),
        "whether an outcome stands": (with_pending(), with_pending(band="", says="")),
        "whether the record is safe": (
            sample.view("facilitator"),
            sample.view("facilitator", health=None),
        ),
    },
    "public": {
        "a trend": trends("public"),
        "who has sealed": (
            with_north("public", sealed=True),
            with_north("public"),
            sample.view("public", waiting_for=()),
        ),
        "what has become of an order": tuple(
            map(with_status, ("given", "pending", "carried out", "voided", "lapsed"))
        ),
        "above and below zero": tuple(
            with_gauge("public", low=-4, high=4, value=value, before=value) for value in (2, -2)
        ),
    },
}

SCREENS = {"team": TeamScreen, "facilitator": ConsoleScreen, "public": BoardScreen}


@pytest.mark.parametrize("page", STATES)
async def test_states_are_told_apart_without_colour(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    client = sample.FakeClient(next(iter(STATES[page].values()))[0])
    app = SeatApp(SCREENS[page](client))
    async with app.run_test(size=(130, 40)) as pilot:
        await screen.settle(pilot)
        if page == "team":
            await pilot.press("o")
        for state, views in STATES[page].items():
            shown = []
            for view in views:
                client.change(view)
                await screen.settle(pilot)
                shown.append(screen.text(app))
            assert len(set(shown)) == len(views), f"{page}: {state} is told by colour alone"


async def test_the_clock_is_read_without_colour() -> None:
    """It stands and runs at 5:00, runs and stands at 0:30, and is overdue."""
    client = sample.FakeClient(sample.view("public"))
    for opened in (ConsoleScreen, BoardScreen):
        held = sample.Clock()
        kept = PhaseClock(clock=held)
        kept.follow(3, "orders", 5)
        app = SeatApp(opened(client, clock=kept))
        shown = []
        async with app.run_test(size=(130, 40)) as pilot:
            await screen.settle(pilot)
            for turns, gone in ((False, 0), (True, 0), (False, 270), (True, 0), (True, 40)):
                if turns:
                    kept.toggle()
                held.now += gone
                for kind in (PhaseTimer, BigClock):
                    for line in app.screen.query(kind):
                        line.tick()
                await pilot.pause()
                shown.append(screen.text(app))
        assert len(set(shown)) == len(shown), opened


async def test_what_is_marked_without_colour_has_another_style(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The section in front and the row under the cursor are no marks, and have no character."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = SeatApp(TeamScreen(sample.FakeClient()))
    async with app.run_test(size=(80, 24)) as pilot:
        await screen.settle(pilot)
        styles: dict[str, Style] = {}
        for strip in app.screen._compositor.render_strips():
            for segment in strip:
                styles.setdefault(segment.text.strip(), segment.style or Style())
    assert styles["etail"].reverse
    assert not styles["ims"].reverse
    assert styles["Open the gate"].underline
    assert not styles["Audit the meters"].underline
