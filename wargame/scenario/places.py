"""Places in the files of a scenario."""

from __future__ import annotations

from attrs import frozen


@frozen
class Mark:
    """Is a place in a file: line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Mark("?")
