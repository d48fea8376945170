"""Which keys do what now: the usual ones, but for those that the user has moved."""

from __future__ import annotations

from collections.abc import Mapping

from textual._context import active_app
from textual.keys import format_key

from wargame.language import marked, tr
from wargame.tui.keymap import PAGES
from wargame.tui.keys import COMMON, SHARED, Key, key_id

NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "backspace": "Backspace",
    "delete": "Del",
    "tab": "Tab",
    "space": marked("Space"),
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
"""What keys are called that are no characters and not named by themselves."""


def held(page: str) -> dict[str, str]:
    """Returns the key that does each action of a page now, by its name; of several, the first.

    So a sentence is shown with the keys in force: `tr("{seal} seals", **held("team"))`.
    """
    found: dict[str, str] = {}
    for key in COMMON if page == SHARED else PAGES.get(page, ()):
        found.setdefault(key.name, first(page, key))
    return found


def first(page: str, key: Key) -> str:
    """Returns what people call the first of the keys in force."""
    return called(in_force(page, key).partition(",")[0])


def in_force(page: str, key: Key) -> str:
    """Returns the keys that do what a key of a page is for now, separated by commas."""
    app = active_app.get(None)
    own: Mapping[str, str] = app._keymap if app is not None else {}
    return own.get(key_id(page, key), key.keys)


def shown(keys: str) -> str:
    """Returns keys, separated by commas, as people write them: `+ =`, `F1 ?`."""
    return " ".join(called(key.strip()) for key in keys.split(","))


def called(key: str) -> str:
    """Returns what people call a key: `+`, `F1`, `Ctrl+X`."""
    *modifiers, bare = key.split("+") if len(key) > 1 else (key,)
    told = format_key(bare)
    name = tr(NAMES[bare]) if bare in NAMES else told.capitalize() if len(told) > 1 else told
    return "+".join((*map(str.capitalize, modifiers), name))
