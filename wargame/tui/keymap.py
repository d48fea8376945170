"""The user's own keys: a TOML file with a table for each page, checked against every page's keys.

[team]
seal = "z"
more = "plus,p"
"""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from textual.binding import Binding
from textual.keys import KEY_TO_UNICODE_NAME, Keys

from wargame.errors import UsageInvalid
from wargame.language import tr
from wargame.text import clean, nearest
from wargame.tui import keys
from wargame.tui.board_keys import BOARD
from wargame.tui.console_keys import CONSOLE
from wargame.tui.keys import COMMON, SHARED, Key, key_id
from wargame.tui.replay_keys import REPLAY
from wargame.tui.replay_keys import SHARED as REPLAY_SHARED
from wargame.tui.settings import settings_path
from wargame.tui.team_keys import TEAM

PAGES: Mapping[str, tuple[Key, ...]] = {
    "start": keys.START,
    "setup": keys.SETUP,
    "saves": keys.BACK,
    "scenarios": keys.SCENARIOS,
    "cover": keys.COVER,
    "team": (*TEAM, *COMMON),
    "facilitator": (*CONSOLE, *COMMON),
    "public": (*BOARD, *COMMON),
    "replay": (*REPLAY, *REPLAY_SHARED),
    "scenario": keys.BRIEFS,
    "library": keys.LIBRARY,
    "settings": keys.SETTINGS,
    "help": keys.CLOSE,
    "why": keys.WHY,
    "compare": keys.COMPARE,
    "charts": keys.CHARTS,
    "coach": keys.COACH,
    "sheet": keys.SHEET,
    "patch": keys.PATCH,
    "dial": keys.DIAL,
}
"""Every page with all of its keys; a page's own name is where the ids of its keys begin."""

RESERVED = ("ctrl+q", "ctrl+p", "ctrl+c", "tab", "shift+tab")
"""Keys that mean the same everywhere and cannot be given away."""

_NAMED = frozenset(key.value for key in Keys)
_MODIFIERS = re.compile(r"(?:(?:ctrl|shift|alt|super|hyper|meta)\+)*")


def keys_path() -> Path:
    """Returns the file of the user's keys, which lies beside the settings."""
    return settings_path().with_name("keys.toml")


def read_keys(path: Path | None = None) -> dict[str, str]:
    """Returns the keys in the file by the ids of their actions; none where there is no file.

    Raises:
        UsageInvalid: the file cannot be read, or names an action or a key that there is not, or
            gives one key to two actions of a page; every fault is told, each with its line.
    """
    file = path or keys_path()
    try:
        text = file.read_text(encoding="utf-8")
        held = tomllib.loads(text)
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise UsageInvalid(
            tr("cannot read {file}: {fault}", file=file, fault=fault),
            remedy=tr("mend it or take it away"),
        ) from None
    lines = _Lines(file, text)
    faults = list(_faults(held, lines))
    mapped = {} if faults else _flat(held)
    faults += _conflicts(mapped, lines)
    if faults:
        remedy = tr("'wargame keys' prints every action there is")
        raise UsageInvalid("\n".join(faults), remedy=remedy)
    return mapped


def keys_text(mapped: Mapping[str, str]) -> Iterator[str]:
    """Returns the whole map as a file of this format, one line each, with what every key does."""
    told = (
        tr("The keys of wargame, as in {file}.", file=keys_path()),
        tr("Change a line there to move a key; several keys are separated by commas."),
    )
    yield from (f"# {line}" for line in told)
    for page, actions in actions_of().items():
        yield ""
        yield f"[{page}]"
        for name, key in actions.items():
            held = mapped.get(f"{page}.{name}", key.keys)
            yield f"{name} = {json.dumps(held, ensure_ascii=False)}  # {key.explanation}"


def actions_of() -> dict[str, dict[str, Key]]:
    """Returns every action that has a key by page and name; shared ones stand under `common`."""
    found: dict[str, dict[str, Key]] = {SHARED: {key.name: key for key in COMMON}}
    for page, page_keys in PAGES.items():
        for key in page_keys:
            if key not in COMMON:
                found.setdefault(key.page or page, {}).setdefault(key.name, key)
    return found


def is_key(name: str) -> bool:
    """Tells whether a terminal could send a key of that name."""
    bare = _MODIFIERS.sub("", name)
    if len(bare) == 1:
        return bare.isprintable() and not bare.isspace()
    if name in _NAMED or bare in _NAMED:
        return True
    try:
        unicodedata.lookup(KEY_TO_UNICODE_NAME.get(bare, bare.replace("_", " ")))
    except KeyError:
        return bare in ("plus", "minus", "slash")
    return True


def _keys(given: str) -> list[str]:
    """Returns the keys of a list as Textual names them: `question_mark` for `?`."""
    return [binding.key for binding in Binding.make_bindings([Binding(given, "", "")])]


class _Lines:
    """Finds where in the file a line is, so that a fault has its place."""

    def __init__(self, file: Path, text: str) -> None:
        self._file = file
        self._places: dict[str, int] = {}
        page = ""
        for number, line in enumerate(text.splitlines(), 1):
            if table := re.match(r"\s*\[\s*([^\]]+?)\s*\]", line):
                page = table[1].strip("\"'")
                self._places.setdefault(page, number)
            elif entry := re.match(r"\s*([^=#\s]+)\s*=", line):
                name = entry[1].strip("\"'")
                self._places.setdefault(f"{page}.{name}".strip("."), number)

    def at(self, id: str) -> str:
        """Returns the place of an action, or of the file where it cannot be told."""
        number = self._places.get(id)
        return f"{self._file}:{number}" if number else str(self._file)


def _faults(held: Mapping[str, Any], lines: _Lines) -> Iterator[str]:
    """Returns what is wrong with each entry by itself."""
    known = actions_of()
    for page, entries in held.items():
        shown = clean(page, limit=40)
        if page not in known:
            yield tr(
                "{place}: there is no page '{page}'{hint}",
                place=lines.at(page),
                page=shown,
                hint=nearest(shown, list(known)),
            )
        elif not isinstance(entries, dict):
            yield tr(
                "{place}: '{page}' is a page: write [{page}] and its keys below",
                place=lines.at(page),
                page=shown,
            )
        else:
            for name, given in entries.items():
                yield from _entry_faults(page, name, given, known[page], lines)


def _entry_faults(
    page: str, name: str, given: object, known: Mapping[str, Key], lines: _Lines
) -> Iterator[str]:
    place, shown = lines.at(f"{page}.{name}"), clean(name, limit=40)
    if name not in known:
        yield tr(
            "{place}: [{page}] has no action '{action}'{hint}",
            place=place,
            page=page,
            action=shown,
            hint=nearest(shown, list(known)),
        )
        return
    if not isinstance(given, str):
        yield tr(
            "{place}: the key of '{action}' is no text: write {action} = \"z\"",
            place=place,
            action=shown,
        )
        return
    for key in map(str.strip, given.split(",")):
        if key in RESERVED:
            yield tr(
                "{place}: '{key}' means the same everywhere and cannot be given away",
                place=place,
                key=key,
            )
        elif not is_key(key):
            yield tr(
                "{place}: there is no key '{key}'{hint}",
                place=place,
                key=clean(key, limit=40),
                hint=nearest(key, sorted(_NAMED)),
            )


def _flat(held: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {
        f"{page}.{name}": ",".join(_keys(given))
        for page, entries in held.items()
        for name, given in entries.items()
    }


def _conflicts(mapped: Mapping[str, str], lines: _Lines) -> Iterator[str]:
    """Returns each key that would mean two things on a page; only what the file moves counts."""
    told = set()
    for page, page_keys in PAGES.items():
        holders: dict[str, Key] = {}
        for key in page_keys:
            id = key_id(page, key)
            for pressed in _keys(mapped.get(id, key.keys)):
                other = holders.setdefault(pressed, key)
                ids = (key_id(page, other), id)
                moved = next((held for held in ids[::-1] if held in mapped), "")
                if other.action != key.action and moved and (*ids, pressed) not in told:
                    told.add((*ids, pressed))
                    yield tr(
                        "{place}: '{key}' would mean both {first} ({first_title})"
                        " and {second} ({second_title})",
                        place=lines.at(moved),
                        key=pressed,
                        first=ids[0],
                        first_title=other.label,
                        second=ids[1],
                        second_title=key.label,
                    )
