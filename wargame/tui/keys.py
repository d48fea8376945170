"""Every key of every screen: bindings, help pages and the command palette are made from this list.

Letters, digits and function keys only: terminals eat ctrl+enter, ctrl+s, ctrl+a, ctrl+b and ctrl+j.
Each key has an id, so that users can remap it.
"""

from __future__ import annotations

from attrs import frozen
from textual.binding import Binding


@frozen
class Key:
    """Is one action of a screen: `name` is its id within the page, `action` what Textual runs."""

    name: str
    keys: str  # as Textual names them, separated by commas
    action: str
    title: str  # in the footer and the palette
    help: str  # one sentence
    footer: bool = True
    priority: bool = False


COMMON = (
    Key(
        "help", "f1,question_mark", "app.help", "Help", "Explains this screen, its keys and terms."
    ),
    Key(
        "seat", "f2", "app.seat", "Seat", "Goes to your team; again: to the next seat played here."
    ),
    Key("board", "f3", "app.board", "Board", "Shows the public board, as everybody may see it."),
    Key("console", "f4", "app.console", "Console", "Goes to the facilitator's console."),
    Key(
        "scenario",
        "f5",
        "app.scenario",
        "Scenario",
        "Shows the scenario's briefs, questions and terms.",
    ),
    Key(
        "theme",
        "f8",
        "app.shade",
        "Colours",
        "Changes the colours: dark, light, colour-blind-safe.",
        footer=False,
    ),
    Key(
        "charts",
        "f6",
        "charts",
        "Charts",
        "Draws gauges over the turns, odds and scores.",
        footer=False,
    ),
    Key(
        "lesson",
        "f9",
        "app.lesson",
        "Lesson",
        "Goes on with the lesson that is under way, or gives its hint.",
        footer=False,
    ),
    Key("leave", "f10", "app.leave", "Leave", "Leaves the game; every decision is already saved."),
)
"""Keys that every seat's screen has."""

START = (
    Key("help", "f1,question_mark", "app.help", "Help", "Explains how to play, and the keys."),
    Key(
        "theme",
        "f8",
        "app.shade",
        "Colours",
        "Changes the colours: dark, light, colour-blind-safe.",
        footer=False,
    ),
    Key("new", "n", "new", "New game", "Sets a game up: scenario, seats, dice, name."),
    Key("learn", "l", "learn", "Learn", "Begins the next lesson: the keys and the ideas."),
    Key("continue", "c", "continue", "Continue", "Lists the saved games, to go on with one."),
    Key("replay", "r", "replay", "Replay", "Lists the recorded games, to step through one."),
    Key("scenarios", "s", "scenarios", "Scenarios", "Tells about each scenario, with its briefs."),
    Key("quit", "q,f10", "app.quit", "Quit", "Ends the program."),
)
"""Keys of the start screen."""

BACK = (
    Key("help", "f1", "app.help", "Help", "Explains this screen and its keys."),
    Key(
        "theme",
        "f8",
        "app.shade",
        "Colours",
        "Changes the colours: dark, light, colour-blind-safe.",
        footer=False,
    ),
    Key("back", "escape", "back", "Back", "Goes back; nothing has happened."),
)
"""Keys of the screens that are opened from the start screen."""

SETUP = (
    *BACK,
    Key("start", "f9", "start", "Start", "Starts the game as set up.", priority=True),
)
"""Keys of the screen that sets a game up."""

COVER = (Key("ready", "enter", "ready", "I am looking", "Uncovers the seat."),)
"""Keys of the page between two people at one keyboard."""

TEAM = (
    Key("play", "enter", "play", "Order", "Gives the marked order, or the marked answer."),
    Key("seal", "s", "seal", "Seal", "Seals your orders: you are done with this turn's."),
    Key(
        "recall",
        "r",
        "recall",
        "Recall",
        "Takes your orders back, sealed or not, until the reveal.",
    ),
    Key(
        "more",
        "plus,equals_sign",
        "boost(1)",
        "Boost",
        "Puts a point on the roll of the marked order.",
    ),
    Key(
        "less",
        "minus",
        "boost(-1)",
        "Boost less",
        "Takes a point off the roll again.",
        footer=False,
    ),
    Key(
        "drop",
        "backspace,delete",
        "drop",
        "Drop last",
        "Takes the last order back and leaves the others.",
        footer=False,
    ),
    Key("compare", "v", "compare", "Compare", "Puts the odds of all possible orders side by side."),
    Key("argue", "x", "argue", "Argue", "Makes a matrix argument in your own words."),
    Key("offer", "f", "offer", "Offer", "Offers a deal to another team."),
    Key("yes", "y", "answer(True)", "Accept offer", "Accepts the marked offer.", footer=False),
    Key("no", "n", "answer(False)", "Decline offer", "Declines the marked offer.", footer=False),
    Key(
        "withdraw", "w", "withdraw", "Withdraw offer", "Takes the marked offer back.", footer=False
    ),
    Key("why", "q", "why", "Why?", "Asks why: rule, dice, modifiers and source of each change."),
    Key("coach", "u", "coach", "Coach", "Opens the coach's notes on the turns.", footer=False),
    Key("message", "m", "message", "Message", "Writes to a team, the facilitator or the room."),
    Key("note", "i", "note", "Note", "Writes a note of your own into the record.", footer=False),
    Key("detail", "d", "section('detail')", "Detail", "Explains the marked order.", footer=False),
    Key("aims", "a", "section('aims')", "Aims", "Shows your goals and agenda.", footer=False),
    Key("gauges", "g", "section('gauges')", "Gauges", "Shows the board.", footer=False),
    Key("hand", "h", "section('hand')", "Hand", "Shows your cards in full.", footer=False),
    Key("offers", "o", "section('offers')", "Offers", "Shows offers and deals.", footer=False),
    Key(
        "known",
        "k",
        "section('known')",
        "Known",
        "Shows what you have learnt about the others.",
        footer=False,
    ),
    Key("talk", "t", "section('talk')", "Talk", "Shows the messages.", footer=False),
    Key(
        "changes", "c", "section('changes')", "Changes", "Tells what changed and why.", footer=False
    ),
    Key("brief", "b", "section('brief')", "Brief", "Shows your team's brief.", footer=False),
    Key("ending", "e", "section('ending')", "End", "Shows how the game ended.", footer=False),
    Key("back", "escape", "home", "Back", "Goes back to the list of orders.", footer=False),
    *(
        Key(
            f"mark_{n}",
            str(n % 10),
            f"mark({n - 1})",
            f"Mark {n}",
            f"Marks order {n}.",
            footer=False,
        )
        for n in range(1, 11)
    ),
)
"""Keys of a team's screen."""


def bindings(page: str, keys: tuple[Key, ...]) -> list[Binding]:
    """Returns Textual's bindings for a page's keys; their ids are `page.name`."""
    return [
        Binding(
            key.keys,
            key.action,
            key.title,
            show=key.footer,
            priority=key.priority,
            id=f"{page}.{key.name}",
        )
        for key in keys
    ]
