"""Verifies a save: its chain, its head, and that playing it again leads to the same states."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from wargame.errors import WargameError
from wargame.table.course import Course
from wargame.table.reading import read


@frozen(kw_only=True)
class Verification:
    """Is what was found; `problems` is empty when the save is whole."""

    format: int
    scenario: str
    texts_hash: str
    records: int
    line: int  # decisions on the line of play
    head: str  # hash of the last whole record
    head_matches: bool
    digests_checked: int
    problems: tuple[str, ...]

    @property
    def problem(self) -> str:
        """What is wrong, in one line."""
        return "; ".join(self.problems)

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def verify(path: Path) -> Verification:
    """Returns whether the save at `path` is whole and plays again to the states it recorded.

    Raises:
        SaveMissing, SaveNewer: the save cannot be read.
        SaveCorrupt: not even its header is whole.
    """
    reading = read(path)
    problems = list(reading.notices)
    line = digests = 0
    try:
        course = Course.begin_again(reading.header)
        for record in reading.records:
            course.add(record)
            digests += bool(record.digest)
        line = course.depth(course.at)
    except WargameError as fault:
        problems.append(str(fault))
    header = reading.header
    return Verification(
        format=header.format,
        scenario=header.setup.scenario,
        texts_hash=header.texts_hash,
        records=len(reading.records),
        line=line,
        head=reading.records[-1].hash if reading.records else header.hash,
        head_matches=not reading.head_fault,
        digests_checked=digests,
        problems=tuple(problems),
    )
