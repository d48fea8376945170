"""Every key of the replay, as `keys.py` lists those of the others."""

from __future__ import annotations

from wargame.language import marked
from wargame.tui.keys import COMMON, EVERYWHERE, Key
from wargame.tui.keys import HELP as HELP_KEY

REPLAY = (
    Key("play", "space", "play", marked("Play"), marked("Plays the record on, or pauses.")),
    Key("next", "right", "step(1)", marked("Next"), marked("Goes to the next decision.")),
    Key(
        "previous",
        "left",
        "step(-1)",
        marked("Back"),
        marked("Goes back by one decision."),
        footer=False,
    ),
    Key("next_phase", "down", "phase(1)", marked("Phase"), marked("Goes to the next phase.")),
    Key(
        "previous_phase",
        "up",
        "phase(-1)",
        marked("Phase back"),
        marked("Goes back a phase."),
        footer=False,
    ),
    Key("next_turn", "pagedown", "turn(1)", marked("Turn"), marked("Goes to the next turn.")),
    Key(
        "previous_turn",
        "pageup",
        "turn(-1)",
        marked("Turn back"),
        marked("Goes back a turn."),
        footer=False,
    ),
    Key(
        "first",
        "home",
        "seek(0)",
        marked("Start"),
        marked("Goes to the first record."),
        footer=False,
    ),
    Key("last", "end", "seek(-1)", marked("End"), marked("Goes to the last record."), footer=False),
    Key(
        "next_swing",
        "n",
        "swing(1)",
        marked("Swing"),
        marked("Goes to the next big swing of the board."),
    ),
    Key(
        "previous_swing",
        "p",
        "swing(-1)",
        marked("Swing back"),
        marked("Goes back a big swing."),
        footer=False,
    ),
    Key("slow", "1", "pace(0)", marked("Slow"), marked("Plays on slowly."), footer=False),
    Key(
        "steady",
        "2",
        "pace(1)",
        marked("Steady"),
        marked("Plays on at a steady pace."),
        footer=False,
    ),
    Key("fast", "3", "pace(2)", marked("Fast"), marked("Plays on fast."), footer=False),
    Key("faster", "plus,equals_sign", "speed(1)", marked("Faster"), marked("Plays faster.")),
    Key("slower", "minus", "speed(-1)", marked("Slower"), marked("Plays slower."), footer=False),
    Key(
        "jump", "j", "jump", marked("Go to"), marked("Goes to a record's number, a turn or a word.")
    ),
    Key(
        "eyes", "v", "eyes", marked("Viewpoint"), marked("Looks through the eyes of the next seat.")
    ),
    Key(
        "branch",
        "b",
        "branch",
        marked("What if?"),
        marked("Plays on from here in a game of its own."),
    ),
    Key(
        "why", "w,q", "section('why')", marked("Why"), marked("Explains the record."), footer=False
    ),
    Key(
        "gauges",
        "g",
        "section('gauges')",
        marked("Gauges"),
        marked("Shows the board."),
        footer=False,
    ),
    Key(
        "teams",
        "t",
        "section('teams')",
        marked("Teams"),
        marked("Shows the teams and orders."),
        footer=False,
    ),
    Key(
        "records",
        "r",
        "section('records')",
        marked("Record"),
        marked("Lists every decision."),
        footer=False,
    ),
    Key(
        "back", "escape", "home", marked("Back"), marked("Goes back to the timeline."), footer=False
    ),
)
"""Keys of the replay."""

SHARED = (
    HELP_KEY,
    *(key for key in COMMON if key.name == "scenario"),
    *EVERYWHERE,
    *(key for key in COMMON if key.name in ("charts", "leave")),
)
"""Of the keys of seats, those that a replay has too."""
