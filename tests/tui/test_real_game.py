"""A whole game in a real terminal: played by keys, killed in the middle, resumed and finished."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pexpect
import pyte

from wargame.table.replay import Replay
from wargame.table.verify import verify

PATIENCE = 60.0
"""Seconds after which a screen that has not come is a failure."""

F9 = "\x1b[20~"

ORDER_GIVEN = r"Your orders.*\n.*given"

PLAY = ("play", "river", "--seat", "averil", "--bots", "random", "--seed", "5", "--name", "real")


class Terminal:
    """Is the program in a pseudo-terminal, with what its screen shows."""

    def __init__(self, *arguments: str, columns: int = 80, rows: int = 24) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        # what is given on unasked is not what Python knows: readline puts the size of the terminal
        # in which the tests run into it, which would go before that of the one made here
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "wargame", *arguments],
            dimensions=(rows, columns),
            env=dict(os.environ),
        )

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    def read(self) -> bool:
        """Takes in what has been painted; returns whether there was anything."""
        with contextlib.suppress(pexpect.TIMEOUT, pexpect.EOF):
            self._stream.feed(self.child.read_nonblocking(65536, timeout=0.1))
            return True
        return False

    def wait(self, wanted: Callable[[str], bool], what: str) -> str:
        """Reads until the screen is as wanted."""
        deadline = time.monotonic() + PATIENCE
        painted = True
        while not (painted and wanted(self.text)):
            assert time.monotonic() < deadline, f"no {what} on:\n{self.text}"
            painted = self.read()
        return self.text

    def press(self, keys: str) -> None:
        """Sends keys and reads until the screen has changed and come to rest."""
        before = self.text
        self.child.send(keys)
        self.wait(lambda text: text != before, f"change after {keys!r}")
        while self.read():
            pass


def must_decide(text: str) -> bool:
    asked = "Give your orders" in text or "press s to seal" in text
    return asked or "Answer the question" in text or is_over(text)


def is_over(text: str) -> bool:
    return "The game is over" in text


def play_on(terminal: Terminal, until: Callable[[str], bool]) -> None:
    """Gives the first order that is possible, seals, answers the first way, and so on."""
    while True:
        text = terminal.wait(must_decide, "decision to make")
        if until(text) or is_over(text):
            return
        if "Answer the question" in text:
            terminal.press("\r")
        else:
            terminal.press("\r")
            terminal.press("s")
            if "Seal your orders?" in terminal.text:
                terminal.press(F9)


def turn(text: str) -> int:
    found = re.search(r"Turn (\d) of", text)
    return int(found[1]) if found else 0


def test_a_game_is_killed_in_the_middle_and_goes_on(environment: Path) -> None:
    first = Terminal(*PLAY)
    play_on(first, lambda text: turn(text) == 2)
    first.press("\r")  # an order is given, and not yet sealed
    first.child.kill(signal.SIGKILL)
    first.child.close(force=True)
    (save,) = environment.glob("*.jsonl")
    records = verify(save).records
    assert verify(save).ok
    second = Terminal("resume", "real")
    text = second.wait(lambda text: re.search(ORDER_GIVEN, text) is not None, "order as given")
    assert turn(text) == 2
    play_on(second, is_over)
    assert "score" in second.text
    second.child.send("\x11")
    second.child.expect(pexpect.EOF)
    second.child.close()
    assert second.child.exitstatus == 0
    found = verify(save)
    assert found.ok
    assert found.records > records
    assert Replay.open(save).is_over
