"""Every key of the public board, as `keys.py` lists those of the others."""

from __future__ import annotations

from wargame.language import marked
from wargame.tui.keys import ASK_WHY, Key

BOARD = (
    Key(
        "next",
        "space,right",
        "step(1)",
        marked("Next"),
        marked("Goes on: the news one by one, then the paper."),
    ),
    Key(
        "back",
        "backspace,left",
        "step(-1)",
        marked("Back"),
        marked("Goes back to the thing before."),
    ),
    Key(
        "map",
        "m",
        "page('map')",
        marked("Map"),
        marked("Draws the teams and how they stand to each other."),
    ),
    Key(
        "gauges",
        "g",
        "page('gauges')",
        marked("Gauges"),
        marked("Shows every gauge with its trend."),
    ),
    Key(
        "tables",
        "t",
        "page('tables')",
        marked("Tables"),
        marked("Shows the gauges that belong together."),
    ),
    Key(
        "news",
        "b",
        "page('news')",
        marked("Briefing"),
        marked("Shows what happened, one thing at a time."),
    ),
    Key(
        "paper",
        "p",
        "page('paper')",
        marked("Paper"),
        marked("Shows the front page of the turn that has ended."),
    ),
    ASK_WHY,
    Key(
        "zoom",
        "z",
        "zoom",
        marked("Zoom"),
        marked("Draws the gauges large, or small so that more fit."),
    ),
    Key(
        "down",
        "down,pagedown",
        "scroll(1)",
        marked("More"),
        marked("Scrolls what is shown down."),
        footer=False,
    ),
    Key(
        "up",
        "up,pageup",
        "scroll(-1)",
        marked("Less"),
        marked("Scrolls what is shown up."),
        footer=False,
    ),
)
