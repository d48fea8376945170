"""Reading: what a save's file holds, verified, without touching it."""

from __future__ import annotations

import json
from pathlib import Path

from attrs import frozen

from wargame.errors import SaveCorrupt, SaveMissing, SaveNewer
from wargame.language import tr
from wargame.table.head import Head
from wargame.table.header import Header
from wargame.table.migrate import migrate
from wargame.table.record import FORMAT, Record, unseal
from wargame.table.written import HEAD_UNREADABLE, MISSING, OTHER_HEAD, TORN, told
from wargame.text import clean


@frozen(kw_only=True)
class Reading:
    """Is a save as its file has it: all of it that is whole, and what is wrong with the rest."""

    path: Path
    header: Header
    records: tuple[Record, ...]
    length: int  # bytes up to the end of the last whole record
    torn: bytes  # what is left of a record that was being written when the program was cut off
    fault: SaveCorrupt | None  # damage after the last whole record
    head_fault: str  # how the file and its head disagree, in English, or ""

    @property
    def found(self) -> tuple[str, ...]:
        """Returns what was found at the save's end, as it is written into the record."""
        torn = TORN.format(size=len(self.torn), number=len(self.records)) if self.torn else ""
        return tuple(filter(None, (torn, self.head_fault)))

    @property
    def notices(self) -> tuple[str, ...]:
        """Returns what whoever opens the save has to be told."""
        notices = tuple(map(told, self.found))
        if not self.fault:
            return notices
        sentence = tr(
            "{fault}; play up to record {number} is shown",
            fault=self.fault.message,
            number=len(self.records),
        )
        return (sentence, *notices)


def read(path: Path) -> Reading:
    """Returns what the save at `path` holds, verified record by record.

    Damage after the header does not raise: what is whole is returned with the fault.

    Raises:
        SaveMissing: there is no such file, or it cannot be read.
        SaveNewer: the format is newer than this program's.
        SaveCorrupt: there is not even a whole header.
    """
    head = _head(path)
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise missing(path, fault.strerror) from None
    *lines, torn = data.split(b"\n")
    if not lines:
        raise _corrupt(path, 0, tr("its first line is not whole"))
    format = _format(path, lines[0])
    try:
        header = Header.read(migrate(unseal(lines[0]), format))
    except ValueError as fault:
        raise _corrupt(path, 0, str(fault)) from None
    records, problem = _records(lines[1:], header, format)
    number = len(records)
    # Behind a damaged record nothing is known to be whole, so there is no torn tail to speak of.
    return Reading(
        path=path,
        header=header,
        records=tuple(records),
        length=sum(len(line) + 1 for line in lines[: number + 1]),
        torn=b"" if problem else torn,
        fault=_corrupt(path, number + 1, problem) if problem else None,
        head_fault="" if problem else _compare_head(path, head, header, records),
    )


def _records(lines: list[bytes], header: Header, format: int) -> tuple[list[Record], str]:
    """Returns the whole records from the front, and what is wrong with the next one, or ""."""
    records: list[Record] = []
    prev = header.hash
    for number, line in enumerate(lines, start=1):
        try:
            record = Record.read(migrate(unseal(line), format))
        except ValueError as fault:
            return records, str(fault)
        if record.n != number or record.prev != prev:
            return records, tr("it does not follow from the record before it")
        if not 0 <= record.parent < number:
            parent = record.parent
            return records, tr("it follows record {number} on the line of play", number=parent)
        records.append(record)
        prev = record.hash
    return records, ""


def _format(path: Path, line: bytes) -> int:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        raise _corrupt(path, 0, tr("its first line cannot be read")) from None
    format = fields.get("format") if isinstance(fields, dict) else None
    if type(format) is not int or format < 1:
        raise _corrupt(path, 0, tr("its first line names no format"))
    if format > FORMAT:
        program = clean(str(fields.get("program", "?")), limit=40)
        raise SaveNewer(
            tr(
                "{file} has format {format}, written by version {program}; this program reads up to"
                " format {newest}",
                file=path.name,
                format=format,
                program=program,
                newest=FORMAT,
            ),
            remedy=tr("open it with a newer version of the program"),
        )
    return format


def _head(path: Path) -> Head | str | None:
    """Returns the head, why it cannot be read, or nothing if there is none.

    It is read before the file, to which a running game may add meanwhile: a head that is behind is
    true, one that is ahead would look like a truncation.
    """
    try:
        return Head.read(path)
    except ValueError as fault:
        return HEAD_UNREADABLE.format(file=path.name, fault=fault)


def _compare_head(
    path: Path, head: Head | str | None, header: Header, records: list[Record]
) -> str:
    if not isinstance(head, Head):
        return head or ""
    if head.number > len(records):
        last, number = len(records), head.number
        return MISSING.format(file=path.name, last=last, number=number, missing=number - last)
    if head.hash != (records[head.number - 1].hash if head.number else header.hash):
        return OTHER_HEAD.format(number=head.number, file=path.name)
    return ""


def missing(path: Path, why: str | None = None) -> SaveMissing:
    """Returns the error for a save that is not there or cannot be read."""
    return SaveMissing(
        tr(
            "cannot read the save {file}: {why}",
            file=path,
            why=why or tr("there is no such file"),
        ),
        remedy=tr("'wargame list' shows the saves"),
    )


def _corrupt(path: Path, number: int, problem: str) -> SaveCorrupt:
    return SaveCorrupt(
        tr(
            "{file} is damaged at record {number}: {problem}",
            file=path.name,
            number=number,
            problem=problem,
        ),
        remedy=tr("open it as a replay to see play up to there")
        if number
        else tr("use a copy of it"),
        record=number,
    )
