"""The real program in a terminal that is made larger and smaller while it is played in."""

from __future__ import annotations

import re
from pathlib import Path

import pexpect
import pytest

from tests.tui.test_real_game import Terminal
from wargame.table.replay import Replay
from wargame.table.verify import verify

Size = tuple[int, int]

SMALL: Size = (60, 18)
F9, QUIT = "\x1b[20~", "\x11"

PLAY = ("play", "river", "--bots", "random", "--seats", "averil=random", "--facilitator", "human")
GAME = ("--seed", "5", "--name", "resized")
SAID = "They say nothing."


class Window(Terminal):
    """Is a terminal whose size changes."""

    def __init__(self, *arguments: str, size: Size) -> None:
        super().__init__(*arguments, columns=size[0], rows=size[1])

    def resize(self, size: Size) -> None:
        """Gives the window another size, and tells the program so."""
        columns, rows = size
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def shows_the_desk(self, phase: str, size: Size) -> str:
        """Waits for the main parts of the console: title, phase and clock, foot, all in place."""

        def seen(text: str) -> bool:
            lines = text.splitlines()
            return (
                len(lines) == size[1]
                and lines[0].strip().startswith("Turn 1 of 3")
                and lines[0].rstrip().endswith("Facilitator")
                and f"[{phase}]" in lines[1]
                and re.search(r"[Ⅱ▶] -?\d+:\d\d", lines[1][-24:]) is not None
                and lines[-1].rstrip().endswith("^p palette")
            )

        text = self.wait(seen, f"desk of {size}")
        assert "Traceback" not in text
        return text

    def quit(self) -> None:
        """Ends the program, which says nothing and leaves no error."""
        self.child.send(QUIT)
        self.child.expect(pexpect.EOF)
        self.child.close()
        assert b"Traceback" not in self.child.before
        assert self.child.exitstatus == 0


@pytest.mark.parametrize(
    ("size", "other"), [((80, 24), (160, 50)), ((160, 50), (100, 30))], ids=str
)
def test_a_game_is_played_left_and_gone_on_with_in_a_window_of_any_size(
    size: Size, other: Size, environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WARGAME_NATIVE", "0")
    first = Window(*PLAY, *GAME, size=size)
    first.shows_the_desk("Dawn", size)
    first.child.send("n")
    first.shows_the_desk("Parley", size)
    first.resize(other)
    first.shows_the_desk("Parley", other)
    first.child.send("e")
    first.wait(lambda text: "what you noticed" in text, "form of a note")
    first.resize(SMALL)
    first.wait(lambda text: "This terminal is 60 x 18." in text, "page that asks for more room")
    first.resize(size)
    first.wait(lambda text: "what you noticed" in text, "form of a note")
    first.child.send(SAID + F9)
    first.shows_the_desk("Parley", size)
    first.child.send("l")
    first.wait(lambda text: "note: They say" in text, "note in the log")
    first.quit()
    (save,) = environment.glob("*.jsonl")
    assert verify(save).ok
    kept = Replay.open(save, seat="facilitator", reveal=True)
    assert SAID in kept.records[-1].text
    second = Window("resume", "resized", size=other)
    second.shows_the_desk("Parley", other)
    for changed in (SMALL, size):
        second.resize(changed)
    second.shows_the_desk("Parley", size)
    second.child.send("l")
    second.wait(lambda text: "note: They say" in text, "note in the log")
    second.quit()
