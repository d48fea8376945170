"""What a user has made his own, read so that a faulty file never keeps anybody from playing."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from wargame.errors import WargameError
from wargame.language import tr
from wargame.tui.keymap import read_keys
from wargame.tui.settings import Settings, read_settings


@frozen
class Own:
    """Is the settings and keys of the user; `faults` says which of them are the defaults, why."""

    settings: Settings
    faults: tuple[str, ...] = ()


def read_own() -> Own:
    """Returns the user's settings and keys; in place of a faulty file, the defaults."""
    faults: list[str] = []
    settings = Settings()
    try:
        settings = read_settings()
    except WargameError as error:
        faults.extend(_told(tr("The usual settings are used."), error))
    try:
        settings = evolve(settings, keys=read_keys())
    except WargameError as error:
        faults.extend(_told(tr("The usual keys are used."), error))
    return Own(settings, tuple(faults))


def _told(instead: str, error: WargameError) -> Iterator[str]:
    yield f"{instead}\n{error.message}\n{error.remedy}"
