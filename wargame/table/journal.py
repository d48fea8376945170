"""Journal: the save of a running game, written one record at a time."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from attrs import evolve
from filelock import FileLock, Timeout

from wargame.errors import SaveExists, SaveLocked, SaveUnwritable
from wargame.language import tr
from wargame.table.disk import Disk, sync_folder
from wargame.table.head import Head
from wargame.table.header import Header
from wargame.table.reading import Reading, missing, read
from wargame.table.record import Record

Clock = Callable[[], datetime]
Salt = Callable[[], str]


def now() -> datetime:
    """Returns the time."""
    return datetime.now(UTC)


def salt() -> str:
    """Returns 128 random bits in hexadecimal."""
    return secrets.token_hex(16)


def stamp(clock: Clock) -> str:
    """Returns the clock's time as records have it: ISO 8601, to the second."""
    return clock().isoformat(timespec="seconds")


class Journal:
    """Is an open save, of which this program is the only writer.

    A record is written, synced and only then acknowledged; what cannot be written changes
    neither the file nor the records.
    """

    def __init__(
        self, reading: Reading, file: int, lock: FileLock, *, clock: Clock, salt: Salt, disk: Disk
    ) -> None:
        """Takes over an open file and its lock; use `create` or `open`."""
        self.path = reading.path
        self.header = reading.header
        self.records = list(reading.records)
        self.notices = reading.notices
        self.found = reading.found
        self._file = file
        self._lock = lock
        self._length = reading.length
        self._clean = True
        self._clock = clock
        self._salt = salt
        self._disk = disk

    @classmethod
    def create(
        cls,
        path: Path,
        header: Header,
        *,
        clock: Clock = now,
        salt: Salt = salt,
        disk: Disk | None = None,
    ) -> Journal:
        """Begins a save.

        Raises:
            SaveExists: there is a save of that name.
            SaveLocked: another program is beginning one of that name.
            SaveUnwritable: the disk refuses; no file is left behind.
        """
        disk = disk or Disk()
        line, found = header.line()
        with _refusals(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        lock = _lock(path)
        try:
            with _refusals(path):
                file = _create(path)
        except BaseException:
            lock.release()
            raise
        try:
            with _refusals(path):
                disk.write(file, line)
                disk.sync(file)
                sync_folder(path.parent)
                Head(0, found).write(path)
        except BaseException:
            os.close(file)
            path.unlink()
            lock.release()
            raise
        reading = Reading(
            path=path,
            header=evolve(header, hash=found),
            records=(),
            length=len(line),
            torn=b"",
            fault=None,
            head_fault="",
        )
        return cls(reading, file, lock, clock=clock, salt=salt, disk=disk)

    @classmethod
    def open(
        cls, path: Path, *, clock: Clock = now, salt: Salt = salt, disk: Disk | None = None
    ) -> Journal:
        """Opens a save to write on.

        A torn last record, which nobody was told was safe, is cut off; its bytes are kept beside
        the save in a file that ends in `.torn`. `notices` says so.

        Raises:
            SaveMissing: there is no such save.
            SaveLocked: another program has it open.
            SaveNewer: its format is newer than this program's.
            SaveCorrupt: it is damaged before its end.
            SaveUnwritable: the disk refuses.
        """
        disk = disk or Disk()
        if not path.exists():
            raise missing(path)
        lock = _lock(path)
        try:
            reading = read(path)
            if reading.fault:
                raise reading.fault
            with _refusals(path):
                file = os.open(path, os.O_RDWR | os.O_APPEND)
                if reading.torn:
                    with path.with_suffix(".torn").open("ab") as kept:
                        kept.write(reading.torn + b"\n")
                    disk.truncate(file, reading.length)
        except BaseException:
            lock.release()
            raise
        return cls(reading, file, lock, clock=clock, salt=salt, disk=disk)

    @property
    def head(self) -> Head:
        """Returns the number and hash of the last record."""
        if not self.records:
            return Head(0, self.header.hash)
        return Head(self.records[-1].n, self.records[-1].hash)

    def append(
        self, *, parent: int, seat: str, kind: str, body: Mapping[str, object], digest: str = ""
    ) -> Record:
        """Appends a record and returns it once it is safely on disk.

        Raises:
            SaveUnwritable: the disk refuses; the file and the records are as they were.
        """
        head = self.head
        draft = Record(
            n=head.number + 1,
            prev=head.hash,
            parent=parent,
            seat=seat,
            kind=kind,
            body=body,
            at=stamp(self._clock),
            salt=self._salt(),
            digest=digest,
        )
        line, found = draft.line()
        with _refusals(self.path):
            self._restore()
            self._clean = False
            try:
                self._disk.write(self._file, line)
                self._disk.sync(self._file)
            except OSError:
                # If even this fails, the next append or opening cuts the torn record off.
                with contextlib.suppress(OSError):
                    self._restore()
                raise
        self._clean = True
        self._length += len(line)
        record = evolve(draft, hash=found)
        self.records.append(record)
        # The record is safe; a head that is behind it is still true.
        with contextlib.suppress(OSError):
            self.head.write(self.path)
        return record

    def _restore(self) -> None:
        """Cuts off what a failed write left behind, if anything."""
        if not self._clean:
            self._disk.truncate(self._file, self._length)
            self._clean = True

    @property
    def is_open(self) -> bool:
        """Whether the journal has not been closed."""
        return self._lock.is_locked

    def close(self) -> None:
        """Lets go of the file; another program may then write on. Closing twice does nothing."""
        if self.is_open:
            os.close(self._file)
            self._lock.release()

    def __enter__(self) -> Journal:
        """Returns the journal, which the end of the block closes."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Closes the journal."""
        self.close()


def _create(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o644)
    except FileExistsError:
        raise SaveExists(
            tr("there is a save {file}", file=path.name), remedy=tr("choose another name")
        ) from None


def _lock(path: Path) -> FileLock:
    # Not bound to a thread: a screen's worker may close what its main thread has opened.
    lock = FileLock(path.with_suffix(".lock"), timeout=0, thread_local=False)
    with _refusals(path):
        try:
            lock.acquire()
        except Timeout:
            raise SaveLocked(
                tr("{file} is open in another program", file=path.name),
                remedy=tr("close it there, or look at it as a replay"),
            ) from None
    return lock


@contextlib.contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """Turns what the disk refuses into an error that says what to do."""
    try:
        yield
    except OSError as fault:
        raise SaveUnwritable(
            tr(
                "cannot write to {file}: {fault}; nothing was changed",
                file=path,
                fault=fault.strerror,
            ),
            remedy=tr("make room or choose another folder with --save-dir, then try again"),
        ) from fault
