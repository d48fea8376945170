"""Every key of every screen: bindings, help pages and the command palette are made from this list.

Letters, digits and function keys only: terminals eat ctrl+enter, ctrl+s, ctrl+a, ctrl+b and ctrl+j.
Each key has an id, so that users can remap it.
"""

from __future__ import annotations

from attrs import evolve, frozen
from textual.binding import Binding

from wargame.language import marked, tr


@frozen
class Key:
    """Is one action of a screen: `name` is its id within the page, `action` what Textual runs.

    Title and help are marked to be translated, which `label` and `explanation` do.
    """

    name: str
    keys: str  # as Textual names them, separated by commas
    action: str
    title: str  # in the footer and the palette
    help: str  # one sentence
    footer: bool = True
    priority: bool = False
    page: str = ""  # of an action that several pages share: where its id belongs
    number: int = 0  # of one among several alike: what `{number}` in title and help is

    @property
    def label(self) -> str:
        """Is its title in the language of this process."""
        return tr(self.title, number=self.number)

    @property
    def explanation(self) -> str:
        """Is its help in the language of this process."""
        return tr(self.help, number=self.number)


SHARED = "common"
"""The page of what is the same on every screen, so that one line of the keys' file moves it."""

HELP = Key(
    "help",
    "f1,question_mark",
    "app.help",
    marked("Help"),
    marked("Explains this screen, its keys and terms."),
    page=SHARED,
)
THEME = Key(
    "theme",
    "f8",
    "app.shade",
    marked("Colours"),
    marked("Changes the colours: dark, light, colour-blind-safe; remembered."),
    footer=False,
    page=SHARED,
)
COPY = Key(
    "copy",
    "y,f7",
    "app.copy",
    marked("Copy"),
    marked("Copies the text of the part that has the keyboard."),
    footer=False,
    page=SHARED,
)
ASK_WHY = Key(
    "why",
    "q",
    "why",
    marked("Why?"),
    marked("Asks why: rule, dice, modifiers and source of each change."),
)

EVERYWHERE = (
    Key(
        "jump",
        "f6",
        "app.jump",
        marked("Jump"),
        marked("Puts a letter on every part of the screen; the letter goes there."),
        footer=False,
        page=SHARED,
    ),
    COPY,
    Key(
        "settings",
        "comma",
        "app.settings",
        marked("Settings"),
        marked("Changes colours, sound, motion and figures."),
        footer=False,
        page=SHARED,
    ),
    THEME,
)
"""Keys of every screen that is more than a form."""

SCENARIO = Key(
    "scenario",
    "f5",
    "app.scenario",
    marked("Scenario"),
    marked("Shows the scenario's briefs, questions and terms."),
    page=SHARED,
)
LAID_OVER = tuple(
    evolve(key, footer=False) for key in (evolve(HELP, keys="f1"), SCENARIO, *EVERYWHERE)
)
"""Keys of every page that is laid over a game."""

AT_SEATS = tuple(evolve(key, keys="f7") if key is COPY else key for key in EVERYWHERE)
"""The same where `y` is an answer of the game's."""

_SEAT = (
    HELP,
    Key(
        "seat",
        "f2",
        "app.seat",
        marked("Seat"),
        marked("Goes to your team; again: to the next seat played here."),
    ),
    Key(
        "board",
        "f3",
        "app.board",
        marked("Board"),
        marked("Shows the public board, as everybody may see it."),
    ),
    Key(
        "console",
        "f4",
        "app.console",
        marked("Console"),
        marked("Goes to the facilitator's console."),
    ),
    SCENARIO,
    *AT_SEATS,
    Key(
        "charts",
        "f12",
        "charts",
        marked("Charts"),
        marked("Draws gauges over the turns, odds and scores."),
        footer=False,
    ),
    Key(
        "lesson",
        "f9",
        "app.lesson",
        marked("Lesson"),
        marked("Goes on with the lesson that is under way, or gives its hint."),
        footer=False,
    ),
    Key(
        "leave",
        "f10",
        "app.leave",
        marked("Leave"),
        marked("Leaves the game; every decision is already saved."),
    ),
)
COMMON = tuple(evolve(key, page=SHARED) for key in _SEAT)
"""Keys that every seat's screen has."""

START = (
    HELP,
    *EVERYWHERE,
    Key(
        "new",
        "n",
        "new",
        marked("New game"),
        marked("Sets a game up: scenario, seats, dice, name."),
    ),
    Key(
        "learn",
        "l",
        "learn",
        marked("Learn"),
        marked("Begins the next lesson: the keys and the ideas."),
    ),
    Key(
        "continue",
        "c",
        "continue",
        marked("Continue"),
        marked("Lists the saved games, to go on with one."),
    ),
    Key(
        "replay",
        "r",
        "replay",
        marked("Replay"),
        marked("Lists the recorded games, to step through one."),
    ),
    Key(
        "scenarios",
        "s",
        "scenarios",
        marked("Scenarios"),
        marked("Tells about each scenario, with its briefs."),
    ),
    Key(
        "browse",
        "b",
        "browse",
        marked("Cards"),
        marked("Browses every card, move, rule, term and source."),
    ),
    Key("quit", "q,f10", "app.quit", marked("Quit"), marked("Ends the program.")),
)
"""Keys of the start screen."""

BACK = (
    evolve(HELP, keys="f1"),
    *EVERYWHERE,
    Key("back", "escape", "back", marked("Back"), marked("Goes back; nothing has happened.")),
)
"""Keys of the screens that are opened from the start screen."""

SCENARIOS = (
    *BACK,
    Key(
        "browse",
        "b",
        "browse",
        marked("Cards"),
        marked("Browses the marked scenario's cards and sources."),
    ),
)
"""Keys of the list of scenarios."""

BRIEFS = (
    Key(
        "browse",
        "b",
        "browse",
        marked("Cards"),
        marked("Browses every card, move, rule, term and source."),
    ),
    Key("close", "escape,f5,q", "close", marked("Close"), marked("Goes back to the game.")),
    *(key for key in LAID_OVER if key.name != "scenario"),
)
"""Keys of the page of briefs and terms that a game has at hand."""

CLOSE = (
    Key("close", "escape,f1,q", "close", marked("Close"), marked("Closes the page.")),
    *(key for key in LAID_OVER if key.name != "help"),
)
"""Keys of a help page."""

WHY = (
    Key("close", "escape,q", "close", marked("Close"), marked("Goes back to the seat.")),
    *LAID_OVER,
)
"""Keys of the page that answers why."""

COMPARE = (
    Key("close", "escape,v", "close", marked("Close"), marked("Goes back to the orders.")),
    *LAID_OVER,
)
"""Keys of the table of odds."""

CHARTS = (
    Key("close", "escape,f12,q", "close", marked("Close"), marked("Goes back to the seat.")),
    *LAID_OVER,
)
"""Keys of the charts."""

COACH = (
    Key(
        "switch", "x", "switch", marked("On or off"), marked("Switches the coach off, or on again.")
    ),
    Key("close", "escape,u", "close", marked("Close"), marked("Goes back to the orders.")),
    evolve(HELP, help=marked("Explains the notes and their keys.")),
    *(key for key in LAID_OVER if key.name != "help"),
)
"""Keys of the coach's notes."""

SHEET = (
    Key(
        "cancel", "escape", "cancel", marked("Cancel"), marked("Closes the form; nothing happens.")
    ),
    Key(
        "confirm",
        "f9",
        "confirm",
        marked("Confirm"),
        marked("Carries out what is filled in."),
        priority=True,
    ),
    *(evolve(key, keys="f7") if key.name == "copy" else key for key in LAID_OVER),
)
"""Keys of a form; where a field has the keyboard, characters are typed into it."""

PATCH = tuple(
    evolve(key, page="patch")
    for key in (
        Key("raise", "right,plus", "nudge(1)", "+1", marked("Raises the marked value.")),
        Key("lower", "left,minus", "nudge(-1)", "-1", marked("Lowers the marked value.")),
        Key(
            "set",
            "equals_sign",
            "switch",
            marked("Set or add"),
            marked("Sets the value instead of adding to it."),
        ),
        Key(
            "clear",
            "backspace,delete",
            "clear",
            marked("Leave alone"),
            marked("Leaves the value as it is."),
        ),
    )
)
"""Keys of a list of changes to the board."""

DIAL = tuple(
    evolve(key, page="dial")
    for key in (
        Key("raise", "right,plus", "turn(1)", marked("Stronger"), marked("Moves the modifier up.")),
        Key(
            "lower", "left,minus", "turn(-1)", marked("Weaker"), marked("Moves the modifier down.")
        ),
    )
)
"""Keys of the scale on which an argument is weighed."""

SETTINGS = (
    HELP,
    Key(
        "change",
        "enter,space,right",
        "change(1)",
        marked("Change"),
        marked("Goes to the next value."),
    ),
    Key(
        "back",
        "left",
        "change(-1)",
        marked("Value before"),
        marked("Goes to the value before."),
        footer=False,
    ),
    Key(
        "close",
        "escape,q,comma",
        "close",
        marked("Close"),
        marked("Goes back; what is chosen is kept."),
    ),
    *(key for key in LAID_OVER if key.name not in ("help", "settings")),
)
"""Keys of the settings."""

LIBRARY = (
    HELP,
    Key(
        "search",
        "slash",
        "search",
        marked("Search"),
        marked("Searches ids, titles and texts as you type."),
    ),
    Key(
        "list",
        "down",
        "list",
        marked("List"),
        marked("Goes from the search to the list."),
        footer=False,
    ),
    Key(
        "next",
        "right,right_square_bracket",
        "section(1)",
        marked("Section"),
        marked("Goes to the next section."),
    ),
    Key(
        "previous",
        "left,left_square_bracket",
        "section(-1)",
        marked("Section back"),
        marked("Goes back a section."),
        footer=False,
    ),
    Key(
        "links",
        "l",
        "links",
        marked("Links"),
        marked("Goes to what a card cites, or what carries a statement."),
    ),
    Key(
        "return",
        "backspace",
        "return",
        marked("Return"),
        marked("Goes back to before the last jump."),
    ),
    *EVERYWHERE,
    Key(
        "back",
        "escape,q",
        "back",
        marked("Back"),
        marked("Ends the search; then closes the library."),
    ),
)
"""Keys of the library."""

SETUP = (
    *BACK,
    Key(
        "start", "f9", "start", marked("Start"), marked("Starts the game as set up."), priority=True
    ),
)
"""Keys of the screen that sets a game up."""

COVER = (
    Key("ready", "enter", "ready", marked("I am looking"), marked("Uncovers the seat.")),
    *LAID_OVER,
)
"""Keys of the page between two people at one keyboard."""


def key_id(page: str, key: Key) -> str:
    """Returns the id of a page's key, under which a user may give it another."""
    return f"{key.page or page}.{key.name}"


def bindings(page: str, keys: tuple[Key, ...]) -> list[Binding]:
    """Returns Textual's bindings for a page's keys; their ids are `page.name`."""
    return [
        Binding(
            key.keys,
            key.action,
            key.title.format(number=key.number),
            show=key.footer,
            priority=key.priority,
            id=key_id(page, key),
        )
        for key in keys
    ]
