"""What Textual itself says to people, in the language of this process."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import App, ComposeResult, SystemCommand
from textual.command import CommandPalette
from textual.screen import Screen
from textual.theme import ThemeProvider
from textual.widgets import Footer as EnglishFooter
from textual.widgets._footer import FooterKey

from wargame.language import marked, tr

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
