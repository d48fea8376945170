"""The colours: a dark and a light theme of few, quiet colours."""

from __future__ import annotations

from rich.terminal_theme import TerminalTheme
from textual.theme import Theme

DARK = Theme(
    name="wargame-dark",
    primary="#7aa2c8",
    secondary="#9aa9b8",
    accent="#e0b25c",
    warning="#e0b25c",
    error="#d9705f",
    success="#8fb573",
    foreground="#dde2e8",
    background="#14181d",
    surface="#1b2027",
    panel="#232a33",
    dark=True,
    variables={
        "border-blurred": "#3b4653",
        "footer-key-foreground": "#e0b25c",
        "scrollbar": "#3b4653",
        "scrollbar-background": "#1b2027",
        "scrollbar-background-hover": "#1b2027",
        "scrollbar-background-active": "#1b2027",
    },
)

LIGHT = Theme(
    name="wargame-light",
    primary="#2c5f8a",
    secondary="#5b6773",
    accent="#825400",
    warning="#825400",
    error="#a8322a",
    success="#3f6f2a",
    foreground="#12171c",
    background="#f7f5f0",
    surface="#efece5",
    panel="#e4e0d7",
    dark=False,
    variables={
        "border-blurred": "#b9b4a8",
        "footer-key-foreground": "#825400",
        # made lighter than a light surface it would be white on white
        "surface-lighten-2": "#b9b4a8",
        "scrollbar": "#b9b4a8",
        "scrollbar-background": "#efece5",
        "scrollbar-background-hover": "#efece5",
        "scrollbar-background-active": "#efece5",
    },
)

SAFE = Theme(
    name="wargame-safe",
    primary="#56b4e9",
    secondary="#a9b4bf",
    accent="#f0e442",
    warning="#f0e442",
    error="#e69f00",
    success="#56b4e9",
    foreground="#e6e9ed",
    background="#101317",
    surface="#181d23",
    panel="#222932",
    dark=True,
    variables={
        "border-blurred": "#4a5663",
        "footer-key-foreground": "#f0e442",
        "scrollbar": "#4a5663",
        "scrollbar-background": "#181d23",
        "scrollbar-background-hover": "#181d23",
        "scrollbar-background-active": "#181d23",
    },
)
"""Blue and orange in the place of green and red, told apart by all kinds of colour blindness."""

THEMES = (DARK, LIGHT, SAFE)
"""The themes in the order in which a key goes through them."""

COLOURLESS = "ansi-dark"
"""The theme that becomes truly colourless under NO_COLOR, as the terminal's own colours do."""

ANSI_DARK = TerminalTheme(
    (20, 24, 29),
    (221, 226, 232),
    [
        (20, 24, 29),
        (217, 112, 95),
        (143, 181, 115),
        (224, 178, 92),
        (122, 162, 200),
        (178, 148, 187),
        (122, 182, 180),
        (221, 226, 232),
    ],
)
ANSI_SAFE = TerminalTheme(
    (16, 19, 23),
    (230, 233, 237),
    [
        (16, 19, 23),
        (230, 159, 0),
        (86, 180, 233),
        (240, 228, 66),
        (86, 180, 233),
        (204, 121, 167),
        (86, 180, 233),
        (230, 233, 237),
    ],
)
ANSI_LIGHT = TerminalTheme(
    (247, 245, 240),
    (18, 23, 28),
    [
        (18, 23, 28),
        (168, 50, 42),
        (63, 111, 42),
        (130, 84, 0),
        (44, 95, 138),
        (122, 62, 130),
        (26, 110, 108),
        (91, 103, 115),
    ],
)
"""What the named colours of game text (green, red ...) become in each theme."""
