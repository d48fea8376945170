"""What the screens owe to Turkish: its letters, its decimal comma, and Textual's own words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.app import App
from textual.binding import Binding
from textual.command import CommandPalette
from textual.containers import ScrollableContainer
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.widgets import Button, Input, OptionList, Select
from textual.widgets._select import SelectOverlay

from tests.tui import screen
from tests.tui.test_app import press, started, table
from wargame.language import decimal, speak, tr
from wargame.text import capitals
from wargame.tui.settings import Settings
from wargame.tui.widgets.bigtext import big_rows

OF_TEXTUAL = (App, Screen, OptionList, Input, Select, SelectOverlay, Button, ScrollableContainer)


@pytest.fixture(autouse=True)
def turkish() -> Iterator[None]:
    speak("tr")
    yield
    speak("en")


def test_a_number_has_a_comma_in_turkish_and_a_point_in_english() -> None:
    assert (decimal(1.25), decimal(-0.5, 2), decimal(3, 0)) == ("1,2", "-0,50", "3")
    speak("en")
    assert (decimal(1.25), decimal(-0.5, 2)) == ("1.2", "-0.50")


def test_capitals_keep_the_dot_of_i_and_leave_the_other_without() -> None:
    assert capitals("ılıman iklim") == "ILIMAN İKLİM"


@pytest.mark.parametrize(
    ("letter", "bare"), list(zip("çğıöşüi", "cgioşui".replace("ş", "s"), strict=True))
)
def test_every_letter_of_the_alphabet_has_a_big_form_of_its_own(letter: str, bare: str) -> None:
    mine = big_rows(letter, 20)
    assert mine
    speak("en")
    if letter != "ı":
        assert mine != big_rows(bare, 20)
    else:
        assert mine == big_rows("i", 20)


def test_a_letter_of_another_language_loses_its_marks() -> None:
    assert big_rows("â", 20) == big_rows("a", 20)


@pytest.mark.parametrize("kind", [*OF_TEXTUAL, ScrollView, CommandPalette])
def test_what_textual_calls_its_keys_is_translated(kind: type) -> None:
    for binding in vars(kind).get("BINDINGS", ()):
        told = binding.description if isinstance(binding, Binding) else binding[2]
        assert not told or tr(told) != told, told


async def test_the_panel_of_keys_is_in_turkish_and_names_the_keys_in_force() -> None:
    settings = Settings(keys={"team.seal": "z"}, language="tr")
    async with started(session=table(1), settings=settings, size=(160, 120)) as pilot:
        await screen.settle(pilot)
        pilot.app.action_show_help_panel()
        await screen.settle(pilot)
        shown = await press(pilot, "tab")
        for turkish in ("Takviye", "Sonraki parça", "İşaretle: 1"):
            assert turkish in shown
        assert "mühürlemek için z" in " ".join(shown.split()).replace("│", "")
        for english in ("Boost", "Focus Next", "{seal}", "Scroll", "Mark 1"):
            assert english not in shown
