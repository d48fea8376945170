"""Script: a game written down by hand, to be recorded line by line.

A head of `key: value` lines, an empty line, then one line for each thing that happens:

    scenario: river
    seed: 7
    begins: 2024-03-01T09:00:00+00:00

    # A line that starts with white space goes on with the one before.
    draw floods
    engine
    order north build +1
    note facilitator #tutorial A note, behind its tags.
    say north To the whole room.
    tell north south To one seat alone.
    bookmark High summer
    undo south had not meant to seal yet

`engine` is what chance would do by itself, `undo` takes the last decision back and says why. All
else is a decision in its notation (`wargame.kernel.decisions`). Everybody is a person here, and
the dice are typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from attrs import field, frozen

from wargame.errors import ScriptFaulty
from wargame.language import tr
from wargame.table.setup import HUMAN, TableSetup
from wargame.text import nearest

SUFFIX = ".play"

_NEEDED = ("scenario", "seed", "begins")
_KEYS = (*_NEEDED, "preset", "off")


@frozen
class Line:
    """Is one thing that happens; `number` is that of its first line in the file."""

    number: int
    text: str

    @property
    def verb(self) -> str:
        """Returns its first word."""
        return self.text.split(" ", 1)[0]

    @property
    def rest(self) -> str:
        """Returns what follows the first word."""
        return self.text.partition(" ")[2]


@frozen(kw_only=True)
class Script:
    """Is a game written down: how the table is set up, when it begins and what happens."""

    path: Path = field(eq=False)
    setup: TableSetup
    begins: datetime
    lines: tuple[Line, ...]

    @classmethod
    def read(cls, path: Path) -> Script:
        """Returns the script in a file.

        Raises:
            ScriptFaulty: it cannot be read; the message names file and line.
        """
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as fault:
            raise ScriptFaulty(
                tr("cannot read {file}: {fault}", file=path, fault=fault),
                remedy=tr("name a text file in UTF-8"),
            ) from None
        head, lines = _split(path, text)
        return cls(
            path=path,
            setup=TableSetup(
                scenario=head["scenario"],
                seed=_number(path, head["seed"]),
                seats={},
                preset=head.get("preset", ""),
                off=tuple(head.get("off", "").split()),
                facilitator=HUMAN,
                dice="typed",
            ),
            begins=_time(path, head["begins"]),
            lines=lines,
        )

    def fault(self, line: Line, problem: str, *, remedy: str) -> ScriptFaulty:
        """Returns the error that says what is wrong with a line."""
        return ScriptFaulty(f"{self.path}:{line.number}: {problem}", remedy=remedy)


def _split(path: Path, text: str) -> tuple[Mapping[str, str], tuple[Line, ...]]:
    """Returns the head and the lines after it, continuations joined."""
    numbered = enumerate(text.splitlines(), start=1)
    head = _head(path, numbered)
    lines: list[Line] = []
    for number, raw in numbered:
        said = " ".join(raw.split())
        if not said or said.startswith("#"):
            continue
        if not raw[0].isspace():
            lines.append(Line(number, said))
        elif lines:
            lines[-1] = Line(lines[-1].number, f"{lines[-1].text} {said}")
        else:
            raise ScriptFaulty(
                f"{path}:{number}: " + tr("there is no line that this one goes on with"),
                remedy=tr("take the white space before it away"),
            )
    return head, tuple(lines)


def _head(path: Path, numbered: Iterator[tuple[int, str]]) -> Mapping[str, str]:
    """Reads up to the first empty line and returns what stands there."""
    head: dict[str, str] = {}
    for number, raw in numbered:
        if raw.startswith("#"):
            continue
        if not raw.strip():
            break
        key, colon, value = raw.partition(":")
        if not colon or key not in _KEYS:
            raise ScriptFaulty(
                tr(
                    "{file}:{line}: '{text}' does not belong into the head{guess}",
                    file=path,
                    line=number,
                    text=raw[:40],
                    guess=nearest(key, _KEYS),
                ),
                remedy=tr("one of: {known}", known=", ".join(f"{known}:" for known in _KEYS)),
            )
        head[key] = value.strip()
    for key in _NEEDED:
        if not head.get(key):
            raise ScriptFaulty(
                tr("{file}: the head does not say '{key}'", file=path, key=key),
                remedy=tr("begin with '{key}: ...'", key=key),
            )
    return head


def _number(path: Path, text: str) -> int:
    if not text.isdecimal():
        message = tr("{file}: the seed '{text}' is no number", file=path, text=text[:40])
        raise ScriptFaulty(message, remedy=tr("write digits"))
    return int(text)


def _time(path: Path, text: str) -> datetime:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        time = None
    if time is None or time.tzinfo is None:
        raise ScriptFaulty(
            tr("{file}: '{text}' is no time to begin at", file=path, text=text[:40]),
            remedy=tr("write it as 2024-03-01T09:00:00+00:00"),
        )
    return time
