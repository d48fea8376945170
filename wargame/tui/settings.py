"""Settings: what a user has chosen, in a small TOML file that the program writes.

theme = "wargame-light"
sound = true

Keys that are to be others stand in a file of their own: see wargame/tui/keymap.py.
"""

from __future__ import annotations

import contextlib
import json
import os
import tomllib
from pathlib import Path

import attrs
import platformdirs
from attrs import Factory, frozen

from wargame.errors import SaveUnwritable, UsageInvalid
from wargame.language import languages, tr


@frozen(kw_only=True)
class Settings:
    """Is what a user has set; everything has a default."""

    theme: str = "wargame-dark"
    sound: bool = True
    motion: bool = True
    bars: bool = True
    coach: bool = True  # False: none anywhere, whatever was switched in a game
    language: str = ""  # as the environment says
    keys: dict[str, str] = Factory(dict)


WRITTEN = tuple(field for field in attrs.fields(Settings) if field.name != "keys")
"""The fields that the file holds."""


def settings_path() -> Path:
    """Returns the file of the settings: WARGAME_SETTINGS, or the one in the user's folder."""
    named = os.environ.get("WARGAME_SETTINGS", "")
    folder = platformdirs.user_config_path("wargame", appauthor=False)
    return Path(named) if named else folder / "settings.toml"


def read_settings(path: Path | None = None) -> Settings:
    """Returns the settings in the file; the defaults where there is no file.

    Raises:
        UsageInvalid: the file cannot be read or holds something else.
    """
    file = path or settings_path()
    try:
        held = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise UsageInvalid(
            tr("cannot read {file}: {fault}", file=file, fault=fault),
            remedy=tr("mend it or take it away"),
        ) from None
    for name, given in held.items():
        _check(file, name, given)
    return Settings(**held)


def _check(file: Path, name: str, given: object) -> None:
    """Refuses what is no setting, or no value of that one.

    Raises:
        UsageInvalid: it is not.
    """
    names = [field.name for field in WRITTEN]
    if name not in names:
        raise UsageInvalid(
            tr("{file}: unknown setting '{name}'", file=file, name=name),
            remedy=tr(
                "keys go into {keys}; there are {names}",
                keys=file.with_name("keys.toml"),
                names=", ".join(names),
            ),
        )
    usual = getattr(Settings(), name)
    if type(given) is not type(usual):
        fault = tr("{file}: '{name}' is not true or false", file=file, name=name)
        if isinstance(usual, str):
            fault = tr("{file}: '{name}' is not a text", file=file, name=name)
        raise UsageInvalid(fault, remedy=tr("mend it or take it away"))
    if name == "language" and given not in ("", *languages()):
        raise UsageInvalid(
            tr("{file}: there is no language '{word}'", file=file, word=given),
            remedy=tr("the languages are {languages}", languages=", ".join(languages())),
        )


def write_settings(settings: Settings, path: Path | None = None) -> None:
    """Writes the settings, whole or not at all.

    Raises:
        SaveUnwritable: the file or its folder cannot be written.
    """
    file = path or settings_path()
    lines = (f"{field.name} = {json.dumps(getattr(settings, field.name))}\n" for field in WRITTEN)
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text("".join(lines), encoding="utf-8")
        fresh.replace(file)
    except OSError as fault:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise SaveUnwritable(
            tr("cannot write {file}: {fault}", file=file, fault=fault.strerror),
            remedy=tr("name a file that can be written with WARGAME_SETTINGS"),
        ) from None
