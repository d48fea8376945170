"""Whatever names a key names the one in force, after the user's own keys."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from attrs import evolve, frozen
from textual.screen import Screen

from tests.tui import sample, screen
from tests.tui.seat_app import SeatApp
from tests.tui.test_app import press, started
from wargame.kernel.view import View
from wargame.language import speak
from wargame.table.tutor import begin_lesson
from wargame.tui.app import WargameApp
from wargame.tui.board import BoardScreen
from wargame.tui.console import ConsoleScreen
from wargame.tui.held import held, shown
from wargame.tui.keymap import PAGES
from wargame.tui.settings import Settings
from wargame.tui.team import TeamScreen

THROWN = evolve(
    sample.change(9, "It held.", "Lake", "3", "4"), team="north", kind="outcome", faces=(4,)
)


@frozen
class Named:
    """Is a text that names a key: where it is shown, and how with the action's key moved to F11."""

    seat: str
    action: str
    seen: str
    press: tuple[str, ...] = ()
    view: Mapping[str, object] = {}

    def opened(self) -> Screen[None]:
        """Returns the screen that the text is on."""
        view = evolve(sample.view(self.seat), **self.view)
        return seat_screen(view)


def seat_screen(view: View) -> Screen[None]:
    client = sample.FakeClient(view)
    screens = {"facilitator": ConsoleScreen, "public": BoardScreen}
    return screens.get(view.seat, TeamScreen)(client)


NAMED = (
    Named("north", "team.message", "Press F11 to write one", ("t",), {"messages": ()}),
    Named("north", "team.offer", "Press F11 to make one", ("o",), {"offers": ()}),
    Named("north", "team.yes", "F11 accepts", ("o",)),
    Named("north", "team.no", "F11 declines", ("o",)),
    Named("north", "team.seal", "press F11 to seal"),
    Named("north", "team.why", "F11 tells why", ("c",), {"changes": (THROWN,)}),
    Named("north", "team.gauges", "F11 Gauges"),
    Named("north", "sheet.confirm", "F11 Send", ("m",)),
    Named("north", "sheet.cancel", "F11 Cancel", ("m",)),
    Named("north", "sheet.cancel", "F11 again for that", ("m", "tab", "x", "f11")),
    Named("north", "compare.close", "F11 closes", ("v",)),
    Named("north", "charts.close", "F11 closes", ("f12",)),
    Named("north", "why.close", "F11 closes", ("q",)),
    Named("facilitator", "facilitator.next", "F11 ends the phase", (), {"node": "orders"}),
    Named("facilitator", "facilitator.do", "F11 ends", (), {"node": "phase"}),
    Named("facilitator", "facilitator.redo", "redo (F11)", ("u",)),
    Named("facilitator", "patch.set", "F11 set/add", ("r",)),
    Named("facilitator", "patch.raise", "press ← or F11", ("r", "tab", "x", "enter")),
    Named("public", "public.next", "F11: 1 more", ("b", "left"), {"changes": (THROWN,) * 2}),
)


@pytest.mark.parametrize("named", NAMED, ids=lambda named: f"{named.action} {named.seen}")
async def test_a_text_names_the_key_in_force(named: Named) -> None:
    app = SeatApp(named.opened())
    app.set_keymap({named.action: "f11"})
    async with app.run_test(size=(160, 50)) as pilot:
        await screen.settle(pilot)
        for key in named.press:
            await pilot.press(key)
            await screen.settle(pilot)
        assert named.seen in " ".join(screen.text(app).split())


async def test_help_tells_of_the_keys_in_force() -> None:
    keys = {"team.seal": "z", "team.drop": "f11", "coach.switch": "j", "help.close": "p"}
    async with started(settings=Settings(keys=keys), size=(160, 50)) as pilot:
        await pilot.app.push_screen(seat_screen(sample.view("north")))
        shown = " ".join((await press(pilot, "f1")).replace("│", " ").split())
        for told in ("press z to seal them", "F11 takes only the last one back", "and j in there"):
            assert told in shown
        assert "p closes" in shown


async def test_a_lesson_names_the_keys_in_force(tmp_path: Path) -> None:
    keys = {"common.lesson": "z", "common.leave": "f11", "team.brief": "f4"}
    tutor = begin_lesson(tmp_path, scenario="river")
    settings = Settings(keys=keys)
    app = WargameApp(session=tutor.session, tutor=tutor, settings=settings)
    async with app.run_test(size=(80, 24)) as pilot:
        await screen.settle(pilot)
        assert "z goes on" in screen.text(app)
        assert "'F4' opens your team's page" in " ".join((await press(pilot, "z")).split())


def test_a_key_is_called_what_is_printed_on_it() -> None:
    assert shown("plus,equals_sign, f1,question_mark") == "+ = F1 ?"
    assert shown("space,pageup,escape,ctrl+x,A") == "Space PgUp Esc Ctrl+x A"


def test_keys_are_called_as_in_the_language_of_the_screens() -> None:
    speak("tr")
    assert held("facilitator")["timer"] == "Boşluk"


def test_no_text_of_the_screens_can_name_a_key_that_has_no_page() -> None:
    assert held("nowhere") == {}
    assert held("common")["theme"] == "F8"
    assert all(set(held(page)) == {key.name for key in keys} for page, keys in PAGES.items())
