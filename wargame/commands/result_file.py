"""A file of results: opened before hours of play, and whole under its name or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from attrs import define

from wargame.errors import ResultsUnwritable
from wargame.language import tr
from wargame.table.disk import Disk, sync_folder

DISK = Disk()


@define
class ResultFile:
    """Is where results go to: they are written to `place`, which at the end becomes `path`.

    What is no regular file, such as a pipe, is written to as it is. After a failed write the file
    holds what was written before, without the torn end.
    """

    path: Path
    place: Path
    _file: int
    _whole: int = 0

    @classmethod
    def open(cls, path: Path) -> ResultFile:
        """Returns the file, open.

        Raises:
            ResultsUnwritable: nothing can be written there.
        """
        is_other = path.exists() and not path.is_file()
        # through a link, so that the link stays
        target = path if is_other else path.resolve()
        place = target if is_other else target.with_name(target.name + ".partial")
        try:
            file = os.open(place, os.O_WRONLY | os.O_CREAT | (0 if is_other else os.O_TRUNC), 0o666)
        except OSError as fault:
            raise ResultsUnwritable(
                tr("cannot write to {file}: {fault}", file=path, fault=fault.strerror),
                remedy=tr("name a file in a folder that can be written to"),
            ) from None
        return cls(target, place, file)

    def write(self, text: str) -> None:
        """Appends the text.

        Raises:
            ResultsUnwritable: it could not be written; what was before is still there.
        """
        data = text.encode()
        try:
            DISK.write(self._file, data)
        except OSError as fault:
            with suppress(OSError):
                DISK.truncate(self._file, self._whole)
            raise self._unwritable(fault) from None
        self._whole += len(data)

    def finish(self) -> None:
        """Gives the file its name, safely on the disk.

        Raises:
            ResultsUnwritable: it could not be made safe; what was written is where it was.
        """
        try:
            if self.place != self.path:
                DISK.sync(self._file)
                self.place.replace(self.path)
                sync_folder(self.path.parent)
        except OSError as fault:
            raise self._unwritable(fault) from None
        finally:
            os.close(self._file)

    def give_up(self, *, keep: bool = False) -> None:
        """Closes the file without giving it its name, and removes it unless it is to be kept."""
        os.close(self._file)
        if not keep and self.place != self.path:
            with suppress(OSError):
                self.place.unlink()

    def _unwritable(self, fault: OSError) -> ResultsUnwritable:
        told = {"file": self.path, "fault": fault.strerror}
        message = tr("cannot write to {file}: {fault}", **told)
        if self._whole:
            message = tr(
                "cannot write to {file}: {fault}; {number} bytes are kept in {place}",
                number=self._whole,
                place=self.place,
                **told,
            )
        return ResultsUnwritable(message, remedy=tr("make room, or name a file on another disk"))
