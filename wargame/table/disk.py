"""Disk: the three calls that make a record safe, in one place so that a test can watch them."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

# macOS has no fdatasync.
_sync = getattr(os, "fdatasync", os.fsync)


class Disk:
    """Is the operating system's disk."""

    def write(self, file: int, data: bytes) -> None:
        """Writes all of `data` to the open file."""
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]

    def sync(self, file: int) -> None:
        """Returns once what was written to the file is on the disk."""
        _sync(file)

    def truncate(self, file: int, length: int) -> None:
        """Cuts the file back to `length` bytes, on the disk too."""
        os.ftruncate(file, length)
        _sync(file)


def sync_folder(folder: Path) -> None:
    """Makes the entry of a new file in its folder safe, where the system can do that."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
