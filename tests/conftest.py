"""Gives every test an environment of its own, whatever the shell it is run from."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

from wargame.language import _Speech

# Reproducible and without deadlines, so that a slow or busy machine fails nothing by chance.
settings.register_profile("wargame", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("wargame")

# A shell that runs the tests in its background has them, and what they start, ignore Ctrl+C; under
# `nohup` they ignore that their terminal is gone.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)

UNWANTED = (
    *("NO_COLOR", "FORCE_COLOR", "TEXTUAL_THEME", "COLUMNS", "LINES"),
    *("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"),
)


@pytest.fixture(autouse=True)
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Clears what changes output, and returns this test's own save folder.

    A language that the test chooses goes with it.
    """
    for name in ("language", "catalogue"):
        monkeypatch.setattr(_Speech, name, getattr(_Speech, name))
    for name in [*UNWANTED, *(name for name in os.environ if name.startswith("WARGAME_"))]:
        monkeypatch.delenv(name, raising=False)
    saves = tmp_path / "saves"
    monkeypatch.setenv("WARGAME_SAVE_DIR", str(saves))
    monkeypatch.setenv("WARGAME_SETTINGS", str(tmp_path / "config" / "settings.toml"))
    return saves
