"""SettingsPage: what can be chosen about the screens, kept as soon as it is chosen."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import evolve, frozen
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.widgets.option_list import Option as Row

from wargame.language import languages, marked, own_name, tr
from wargame.tui.held import held
from wargame.tui.keys import SETTINGS, bindings
from wargame.tui.settings import Settings
from wargame.tui.theme import DARK, LIGHT, SAFE
from wargame.tui.widgets.key_line import KeyLine
from wargame.tui.widgets.plain_text import FAINT, plain
from wargame.tui.widgets.row_list import RowList


@frozen
class Setting:
    """Is one line: a field of the settings, what it is called, and its values with their names."""

    field: str
    title: str
    help: str
    values: tuple[tuple[object, str], ...]

    def after(self, value: object, by: int) -> object:
        """Returns the value that comes `by` steps after another, round and round."""
        values = [value for value, _ in self.values]
        at = values.index(value) + by if value in values else 0
        return values[at % len(values)]

    def shown(self, value: object) -> str:
        """Returns what a value is called."""
        name = dict(self.values).get(value)
        return str(value) if name is None else tr(name)


ON_OFF = ((True, marked("on")), (False, marked("off")))

SHOWN = (
    Setting(
        "theme",
        marked("Colours"),
        marked(
            "Dark, light, or told apart by the colour-blind too. {theme} changes it on any screen."
        ),
        (
            (DARK.name, marked("dark")),
            (LIGHT.name, marked("light")),
            (SAFE.name, marked("colour-blind-safe")),
        ),
    ),
    Setting(
        "language",
        marked("Language"),
        marked("What is opened from now on is in this language; a game, when it is opened again."),
        (("", marked("as the computer says")), *((code, own_name(code)) for code in languages())),
    ),
    Setting(
        "sound",
        marked("Sound"),
        marked("The terminal's bell rings when somebody here has to decide."),
        ON_OFF,
    ),
    Setting(
        "motion",
        marked("Motion"),
        marked("Lists and pages glide when they are scrolled."),
        ON_OFF,
    ),
    Setting(
        "bars",
        marked("Bars"),
        marked("Figures have a bar beside them; without, they stand alone."),
        ON_OFF,
    ),
    Setting(
        "coach", marked("Coach"), marked("Looks back on each turn of a game played alone."), ON_OFF
    ),
)
"""Everything that can be set, in the order of the page."""


class SettingsPage(ModalScreen[None]):
    """Is the list of settings; each change is announced, and stands, at once."""

    PAGE = "settings"
    KEYS = SETTINGS
    HELP = marked("Choose a line with the arrow keys; {change} changes it. It is kept at once.")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("settings", SETTINGS)]
    DEFAULT_CSS = """
    SettingsPage { align: center middle; }
    SettingsPage #page {
        width: 94%; max-width: 90; height: auto; max-height: 96%; padding: 0 1;
        border: round $primary; background: $surface;
        border-title-color: $text; border-title-style: bold;
    }
    SettingsPage RowList { height: auto; }
    SettingsPage Static { height: auto; margin-top: 1; padding: 0 1; }
    """

    class Changed(Message):
        """Says that something has been set."""

        def __init__(self, settings: Settings) -> None:
            super().__init__()
            self.settings = settings

    def __init__(self, settings: Settings, places: tuple[tuple[str, str], ...]) -> None:
        """Takes the settings, and which folders and files to name on the page."""
        super().__init__()
        self.settings = settings
        self._places = places

    def compose(self) -> ComposeResult:
        """Lays out the list, what the marked line means, and the places."""
        with Vertical(id="page") as page:
            page.border_title = tr("Settings")
            yield RowList(*map(self._row, SHOWN), id="shown")
            yield Static(id="says", markup=False)
            lines = [Text.assemble((f"{name}: ", "bold"), place) for name, place in self._places]
            yield Static(Text("\n").join(lines), id="places", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begins with the first line."""
        self.query_one(RowList).focus()
        self.query_one(RowList).highlighted = 0

    def show(self, settings: Settings) -> None:
        """Shows the settings as they are now, since something else has changed them."""
        self.settings = settings
        for at, setting in enumerate(SHOWN):
            self.query_one(RowList).replace_option_prompt_at_index(at, self._prompt(setting))

    def action_change(self, by: int) -> None:
        """Gives the marked setting its next value, or the one before."""
        shown = self.query_one(RowList)
        at = shown.highlighted or 0
        setting = SHOWN[at]
        value = setting.after(getattr(self.settings, setting.field), by)
        chosen: dict[str, Any] = {setting.field: value}
        self.settings = evolve(self.settings, **chosen)
        shown.replace_option_prompt_at_index(at, self._prompt(setting))
        self.post_message(self.Changed(self.settings))

    def action_close(self) -> None:
        """Goes back; what was chosen is kept already."""
        self.dismiss()

    @on(RowList.OptionSelected)
    def _chosen(self) -> None:
        self.action_change(1)

    @on(RowList.OptionHighlighted)
    def _marked(self, event: RowList.OptionHighlighted) -> None:
        self.query_one("#says", Static).update(
            plain(tr(SHOWN[event.option_index].help, **held("common")), FAINT)
        )

    def _row(self, setting: Setting) -> Row:
        return Row(self._prompt(setting))

    def _prompt(self, setting: Setting) -> Text:
        value = setting.shown(getattr(self.settings, setting.field))
        return Text.assemble(f"{tr(setting.title):<12}", (value, "bold"))
