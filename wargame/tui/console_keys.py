"""Every key of the facilitator's console, as `keys.py` lists those of the others."""

from __future__ import annotations

from wargame.language import marked
from wargame.tui.keys import ASK_WHY, Key

CONSOLE = (
    Key("do", "enter", "do", marked("Do it"), marked("Does what the line at the top says.")),
    Key("accept", "a", "accept", marked("Accept"), marked("Lets the pending outcome stand.")),
    Key(
        "overrule",
        "o",
        "overrule",
        marked("Overrule"),
        marked("Replaces the pending outcome, with a reason."),
    ),
    Key("dice", "d", "dice", marked("Dice"), marked("Types the faces that your own dice show.")),
    Key("weigh", "w", "weigh", marked("Weigh"), marked("Weighs a team's matrix argument.")),
    Key("next", "n", "advance", marked("Next phase"), marked("Ends the phase.")),
    Key(
        "inject",
        "i",
        "inject",
        marked("Inject"),
        marked("Brings a card, or an event of your own, into play."),
    ),
    Key("ruling", "r", "ruling", marked("Ruling"), marked("Changes the board, with a reason.")),
    Key("message", "m", "message", marked("Message"), marked("Writes to the room or to one team.")),
    Key(
        "note", "e", "note", marked("Note"), marked("Writes a note with tags, which only you see.")
    ),
    ASK_WHY,
    Key("undo", "u", "undo", marked("Undo"), marked("Takes decisions back, after showing which.")),
    Key(
        "redo",
        "y",
        "redo",
        marked("Redo"),
        marked("Returns to what the last undo took back."),
        footer=False,
    ),
    Key(
        "head",
        "h",
        "head",
        marked("Copy head"),
        marked("Copies the head of the record."),
        footer=False,
    ),
    Key("timer", "space", "timer", marked("Timer"), marked("Starts or pauses the phase's clock.")),
    Key(
        "extend",
        "plus,equals_sign",
        "extend(1)",
        marked("+1 min"),
        marked("Gives the phase a minute more."),
        footer=False,
    ),
    Key(
        "shorten",
        "minus",
        "extend(-1)",
        marked("-1 min"),
        marked("Takes a minute off the phase."),
        footer=False,
    ),
    Key(
        "pending",
        "p",
        "section('pending')",
        marked("Pending"),
        marked("Shows what is pending."),
        footer=False,
    ),
    Key(
        "teams",
        "t",
        "section('teams')",
        marked("Teams"),
        marked("Shows the teams and their orders."),
        footer=False,
    ),
    Key(
        "gauges",
        "g",
        "section('gauges')",
        marked("Gauges"),
        marked("Shows the whole board."),
        footer=False,
    ),
    Key(
        "bargains",
        "b",
        "section('bargains')",
        marked("Bargains"),
        marked("Shows offers and deals."),
        footer=False,
    ),
    Key(
        "changes",
        "c",
        "section('changes')",
        marked("Changes"),
        marked("Tells what changed, and why."),
        footer=False,
    ),
    Key(
        "log",
        "l",
        "section('log')",
        marked("Log"),
        marked("Shows and searches the record."),
        footer=False,
    ),
    Key(
        "talk", "k", "section('talk')", marked("Talk"), marked("Shows the messages."), footer=False
    ),
    Key(
        "back",
        "escape",
        "section('teams')",
        marked("Back"),
        marked("Goes back to the teams."),
        footer=False,
    ),
)
"""Keys of the facilitator's console."""
