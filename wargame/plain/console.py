"""Console: where plain mode reads its lines and writes them, apart from the logic of the mode."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Iterable

from attrs import frozen

from wargame.errors import WargameError
from wargame.language import tr
from wargame.plain.speech import sentence
from wargame.text import clean

WIDTH = 98
"""Characters of a written line; longer text goes on in the next line."""

TYPED = 2000
"""Characters of a typed line; the rest is dropped. The kernel cuts single texts shorter."""

BLANKS = 40
"""Blank lines that push what one seat has read off the screen before the next seat looks."""


@frozen(kw_only=True)
class Console:
    """Is a pair of callables: `read` takes a prompt and returns a line, or None at the end."""

    read: Callable[[str], str | None]
    write: Callable[[str], None]
    is_terminal: bool = False

    def say(self, lines: str | Iterable[str]) -> None:
        """Writes one fact a line; a fact that is too long goes on in the next line."""
        for line in (lines,) if isinstance(lines, str) else lines:
            for part in textwrap.wrap(line, WIDTH, break_long_words=False) or [""]:
                self.write(part)

    def draw(self, lines: Iterable[str]) -> None:
        """Writes a drawing: its lines as they are, cut where they would go on in the next."""
        for line in lines:
            self.write(line[:WIDTH])

    def ask(self, prompt: str) -> str:
        """Returns the next typed line, cleaned.

        Raises:
            EOFError: there are no more lines.
        """
        line = self.read(prompt)
        if line is None:
            raise EOFError
        return clean(line, limit=TYPED)

    def attempt(self, act: Callable[[], None]) -> None:
        """Runs `act`; if it is refused, tells why and what to do, and all goes on."""
        try:
            act()
        except WargameError as fault:
            told = tr("Not done ({code}): {message}", code=fault.code, message=fault.message)
            self.say(sentence(told))
            if fault.remedy:
                self.say(sentence(tr("What to do: {remedy}", remedy=fault.remedy)))

    def blank(self) -> None:
        """Pushes what is on a terminal off the screen; does nothing in a pipe."""
        if self.is_terminal:
            for _ in range(BLANKS):
                self.write("")


def standard() -> Console:
    """Returns the console of standard input and output.

    Without a terminal the line that was read is written after its prompt, so that the output
    reads as a whole.
    """
    is_terminal = sys.stdin.isatty()

    def write(line: str) -> None:
        print(line, flush=True)

    def read(prompt: str) -> str | None:
        if is_terminal:
            print(f"{prompt}: ", end="", flush=True)
        line = sys.stdin.readline()
        if not line:
            if is_terminal:
                print()
            return None
        if not is_terminal:
            write(f"{prompt}: {clean(line, limit=TYPED)}")
        return line

    return Console(read=read, write=write, is_terminal=is_terminal)
