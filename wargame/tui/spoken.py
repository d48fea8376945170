"""What Textual itself says to people, in the language of this process."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.table import Table
from rich.text import Text
from textual.app import App, ComposeResult, SystemCommand
from textual.binding import Binding
from textual.command import CommandPalette
from textual.screen import Screen
from textual.theme import ThemeProvider
from textual.widget import Widget
from textual.widgets import Footer as EnglishFooter
from textual.widgets import HelpPanel as EnglishHelpPanel
from textual.widgets import Markdown
from textual.widgets._footer import FooterKey
from textual.widgets._key_panel import BindingsTable, KeyPanel

from wargame.language import marked, tr
from wargame.tui.held import told

TEXTUAL = (
    marked("palette"),
    marked("Open the command palette"),
    marked("Theme"),
    marked("Change the current theme"),
    marked("Quit"),
    marked("Quit the application as soon as possible"),
    marked("Keys"),
    marked("Hide the keys and widget help panel"),
    marked("Show help for the focused widget and a summary of available keys"),
    marked("Minimize"),
    marked("Minimize the widget and restore to normal size"),
    marked("Maximize"),
    marked("Maximize the focused widget"),
    marked("Screenshot"),
    marked("Save an SVG 'screenshot' of the current screen"),
    marked("Quit the app and return to the command prompt."),
    marked("Focus Next"),
    marked("Focus Previous"),
    marked("Copy selected text"),
    marked("Down"),
    marked("Last"),
    marked("First"),
    marked("Page Down"),
    marked("Page Up"),
    marked("Up"),
    marked("Move cursor left"),
    marked("Move cursor left and select"),
    marked("Move cursor left a word"),
    marked("Move cursor left a word and select"),
    marked("Move cursor right or accept the completion suggestion"),
    marked("Move cursor right and select"),
    marked("Move cursor right a word"),
    marked("Move cursor right a word and select"),
    marked("Delete character left"),
    marked("Select all"),
    marked("Go to start"),
    marked("Go to end"),
    marked("Select line start"),
    marked("Select line end"),
    marked("Delete character right"),
    marked("Submit"),
    marked("Delete left to start of word"),
    marked("Delete all to the left"),
    marked("Delete right to start of word"),
    marked("Delete all to the right"),
    marked("Cut selected text"),
    marked("Paste text from the clipboard"),
    marked("Show menu"),
    marked("Dismiss menu"),
    marked("Press button"),
    marked("Scroll Up"),
    marked("Scroll Down"),
    marked("Scroll Left"),
    marked("Scroll Right"),
    marked("Scroll Home"),
    marked("Scroll End"),
    marked("Page Left"),
    marked("Page Right"),
    marked("Go to bottom"),
    marked("Go to top"),
    marked("Next command"),
    marked("Exit the command palette"),
    marked("Next page"),
    marked("Previous page"),
    marked("Previous command"),
    marked("Input"),
)
"""What Textual calls its own commands and keys."""


class SpokenApp(App[None]):
    """Is Textual's application, whose own commands and notices are translated."""

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Returns Textual's commands with their titles and helps translated."""
        for command in super().get_system_commands(screen):
            yield command._replace(title=tr(command.title), help=tr(command.help))

    def action_command_palette(self) -> None:
        """Opens the command palette."""
        if self.use_command_palette and not isinstance(self.screen, CommandPalette):
            placeholder = tr("Search for commands…")
            self.push_screen(CommandPalette(placeholder=placeholder, id="--command-palette"))

    def action_show_help_panel(self) -> None:
        """Shows Textual's panel of keys."""
        if not self.screen.query(EnglishHelpPanel):
            self.screen.mount(HelpPanel())

    def get_key_display(self, binding: Binding) -> str:
        """Returns a key as the footers show it."""
        shown = super().get_key_display(binding)
        return tr("Space").lower() if shown == "space" else shown

    def search_themes(self) -> None:
        """Opens the palette of themes."""
        placeholder = tr("Search for themes…")
        self.push_screen(CommandPalette(providers=[ThemeProvider], placeholder=placeholder))

    def action_help_quit(self) -> None:
        """Tells whoever presses ctrl+c with which key the program ends."""
        for key, active in self.active_bindings.items():
            if active.binding.action in ("quit", "app.quit"):
                told = tr("Press [b]{key}[/b] to quit the app", key=key)
                self.notify(told, title=tr("Do you want to quit?"))
                return


class Bindings(BindingsTable):
    """Is Textual's table of the keys that are in force, translated."""

    def render_bindings_table(self) -> Table:
        """Returns the table; what it says of each key stands in its second column."""
        english = super().render_bindings_table()
        table = Table(padding=(0, 0), show_header=False, box=english.box)
        table.border_style = english.border_style
        table.add_column(justify="right")
        keys, told = (list(column.cells) for column in english.columns)
        for key, text in zip(keys, told, strict=True):
            assert isinstance(text, Text)
            table.add_row(key, Text(spoken(text.plain), text.style, end=""))
        return table


def spoken(title: str) -> str:
    """Returns what a key does, translated; a number in it may be one of several alike."""
    told, number = tr(title), re.search(r"\d+$", title)
    if number is None or told != title:
        return told
    sentence = f"{title[: number.start()]}{{number}}"
    return tr(sentence, number=number[0])


class Keys(KeyPanel):
    """Holds the table of keys."""

    def compose(self) -> ComposeResult:
        """Lays out the table."""
        yield Bindings(shrink=True, expand=False)


class HelpPanel(EnglishHelpPanel):
    """Is Textual's panel of keys, translated, with what our screens say of themselves."""

    def update_help(self, focused_widget: Widget | None) -> None:
        """Shows what the screen says of itself, with the keys in force."""
        super().update_help(focused_widget)
        about, page = getattr(self.screen, "HELP", ""), getattr(self.screen, "PAGE", "")
        if about and self.query(Markdown):
            self.query_one(Markdown).update(told(about, page))

    def compose(self) -> ComposeResult:
        """Lays out the help of the part that has the keyboard, and the keys."""
        yield Markdown(id="widget-help")
        yield Keys(id="keys-help")


class Footer(EnglishFooter):
    """Is the line of keys at the foot of a screen that is no seat's."""

    def compose(self) -> ComposeResult:
        """Lays out the keys with their titles translated."""
        for part in super().compose():
            if isinstance(part, FooterKey):
                part.description = tr(part.description)
                if isinstance(part.tooltip, str):
                    part.tooltip = tr(part.tooltip)
            yield part
