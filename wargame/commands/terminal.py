"""Whether the screens can be opened here; if not, plain mode always can."""

from __future__ import annotations

import os
import sys

from wargame.doctor import Finding, encoding, kind_of_terminal, terminal
from wargame.errors import TerminalUnfit


def require_terminal() -> None:
    """Refuses to open screens where nobody could see them.

    Raises:
        TerminalUnfit: input or output is no terminal, or it cannot move its cursor, or its
            encoding lacks the letters; the remedy names plain mode.
    """
    for finding in _findings():
        if not finding.ok:
            raise TerminalUnfit(
                f"the screens cannot be shown here: {finding.name}: {finding.detail}",
                remedy=f"add --plain to play line by line, or {finding.remedy}",
            )


def is_attached() -> bool:
    """Tells whether a person is at both ends of this program."""
    return _has_streams() and terminal(sys.stdin, sys.stdout).ok


def _findings() -> list[Finding]:
    if not _has_streams():
        return [Finding("Terminal", False, "input or output is closed", "open it")]
    return [
        terminal(sys.stdin, sys.stdout),
        kind_of_terminal(os.environ),
        encoding(sys.stdout),
    ]


def _has_streams() -> bool:
    # Python sets a stream to None if the shell closed it.
    return sys.stdin is not None and sys.stdout is not None
