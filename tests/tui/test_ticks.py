"""How often the screens paint."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

TICKS = "import wargame.tui.app; from textual.constants import MAX_FPS; print(MAX_FPS)"


@pytest.mark.parametrize(("wanted", "ticks"), [(None, "120"), ("30", "30")])
def test_screens_paint_faster_than_usual_unless_the_user_says_otherwise(
    wanted: str | None, ticks: str
) -> None:
    env = {name: value for name, value in os.environ.items() if name != "TEXTUAL_FPS"}
    if wanted is not None:
        env["TEXTUAL_FPS"] = wanted
    said = subprocess.run([sys.executable, "-c", TICKS], env=env, capture_output=True, text=True)
    assert said.stdout.strip() == ticks, said.stderr
