"""Settings: a small TOML file of the user's: the theme, the coach, and keys that are to be others.

theme = "wargame-light"
coach = false
[keys]
"team.seal" = "z"
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path

import platformdirs
from attrs import Factory, frozen

from wargame.errors import UsageInvalid


@frozen(kw_only=True)
class Settings:
    """Is what a user has set; everything has a default."""

    theme: str = "wargame-dark"
    coach: bool = True  # False: none anywhere, whatever was switched in a game
    keys: Mapping[str, str] = Factory(dict)


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
            f"cannot read {file}: {fault}", remedy="mend it or take it away"
        ) from None
    theme, keys = held.pop("theme", Settings().theme), held.pop("keys", {})
    coach = held.pop("coach", True)
    if held:
        raise UsageInvalid(
            f"{file}: unknown setting '{next(iter(held))}'",
            remedy="there are `theme`, `coach` and `[keys]`",
        )
    if not (isinstance(theme, str) and isinstance(coach, bool) and isinstance(keys, dict)):
        raise UsageInvalid(f"{file}: a setting has the wrong type", remedy="see the help page")
    if not all(isinstance(key, str) for key in keys.values()):
        raise UsageInvalid(f"{file}: a key is no text", remedy='write "team.seal" = "z"')
    return Settings(theme=theme, coach=coach, keys=keys)
