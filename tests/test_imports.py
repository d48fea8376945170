"""What a room may load is seen from outside, in a Python of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("textual", "transitions", "aiohttp", "click")
ROOMS = ("wargame.formula", "wargame.scenario", "wargame.kernel")


@pytest.mark.parametrize("room", ROOMS)
def test_pure_rooms_load_no_front_end(room: str) -> None:
    """Importing every module of the room loads nothing of a screen, a network or a command."""
    script = f"""
import importlib, pkgutil, sys
room = importlib.import_module({room!r})
for module in pkgutil.walk_packages(room.__path__, {room!r} + "."):
    importlib.import_module(module.name)
print(*[name for name in {HEAVY!r} if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
