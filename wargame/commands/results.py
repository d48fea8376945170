"""Results of long runs: every way out is tried before they are lost."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from attrs import define, field

from wargame.commands import streams
from wargame.commands.result_file import ResultFile
from wargame.errors import ResultsUnwritable
from wargame.language import tr


def print_results(text: str, document: Any, *, as_json: bool) -> None:
    """Prints results as text or as a document; where that fails, keeps the document in a file.

    Raises:
        BrokenPipeError: nobody reads the output any more.
        ResultsUnwritable: the output could not be written; the message says where the results are.
    """
    try:
        if as_json:
            streams.print_json(document)
        else:
            print(text)
        streams.flush()
    except BrokenPipeError:
        raise
    except OSError as fault:
        # what is still buffered would fail again at exit
        streams.abandon()
        raise ResultsUnwritable(
            tr(
                "cannot write to standard output: {fault}; {kept}",
                fault=fault.strerror,
                kept=_keep(document),
            ),
            remedy=tr("make room before playing again"),
        ) from None


def _keep(document: Any) -> str:
    """Writes a document to the temporary folder, or as a last way out to standard error."""
    written = json.dumps(document, indent=2) + "\n"
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="wargame-", suffix=".json", delete=False, encoding="utf-8"
        ) as file:
            file.write(written)
    except OSError:
        sys.stderr.write(written)
        return tr("the results are above")
    return tr("the results are in {file}", file=file.name)


@define
class GameLines:
    """Writes lines on games into a file in the order of the games, in whatever order they come.

    A file that cannot be written to any more ends this, and not the games.
    """

    file: ResultFile
    fault: ResultsUnwritable | None = field(default=None, init=False)
    _next: int = field(default=0, init=False)
    _held: dict[int, tuple[range, str]] = field(factory=dict, init=False)

    @classmethod
    def open(cls, path: Path, heading: str) -> GameLines:
        """Returns lines that go to a file, whose first line is written.

        Raises:
            ResultsUnwritable: nothing can be written there.
        """
        lines = cls(ResultFile.open(path))
        lines._write(heading)
        if lines.fault:
            lines.file.give_up()
            raise lines.fault
        return lines

    def add(self, games: range, text: str) -> None:
        """Takes the lines of a chunk of games."""
        self._held[games.start] = (games, text)
        while self._next in self._held:
            chunk, ready = self._held.pop(self._next)
            self._write(ready)
            self._next = chunk.stop

    def finish(self) -> None:
        """Writes what still waits for games before it, and gives the file its name."""
        for start in sorted(self._held):
            self._write(self._held.pop(start)[1])
        if self.fault:
            self.file.give_up(keep=True)
            return
        try:
            self.file.finish()
        except ResultsUnwritable as fault:
            self.fault = fault

    def give_up(self) -> None:
        """Closes the file; lines on games, if there are any, are kept under its other name."""
        self.file.give_up(keep=self._next > 0)

    def _write(self, text: str) -> None:
        if self.fault is None:
            try:
                self.file.write(text)
            except ResultsUnwritable as fault:
                self.fault = fault
