"""The real program in a real terminal: signals end it in order and the terminal is restored."""

from __future__ import annotations

import re
import signal
import sys

import pexpect
import pytest

COLOURS = {*range(30, 39), *range(40, 49), *range(90, 98), *range(100, 108)}
"""What a terminal is told to change a colour; 39 and 49 are its own."""

RUN = """
import sys
from wargame.tui.app import WargameApp
app = WargameApp()
app.run()
sys.exit(app.return_code)
"""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_signal_ends_the_program_and_restores_the_terminal(number: int, code: int) -> None:
    child = pexpect.spawn(sys.executable, ["-c", RUN], dimensions=(24, 80), timeout=60)
    child.expect("Play now")
    child.kill(number)
    child.expect(pexpect.EOF)
    child.close()
    assert b"\x1b[?1049l" in child.before
    assert b"\x1b[?1000l" in child.before
    assert child.exitstatus == code


def test_no_color_prints_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    child = pexpect.spawn(sys.executable, ["-c", RUN], dimensions=(24, 80), timeout=60)
    child.expect("Play now")
    shown = child.before
    child.expect("Quit")
    shown += child.before
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    shown += child.before
    assert child.exitstatus == 0
    styles = [
        int(part or 0)
        for found in re.findall(rb"\x1b\[([0-9;]*)m", shown)
        for part in found.split(b";")
    ]
    assert styles
    assert not [style for style in styles if style in COLOURS]
