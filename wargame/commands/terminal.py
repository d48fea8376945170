"""Whether the screens can be opened here; if not, plain mode always can."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from wargame.doctor import encoding, kind_of_terminal, terminal
from wargame.errors import TerminalUnfit
from wargame.language import tr

if TYPE_CHECKING:
    from wargame.tui.app import WargameApp


def require_terminal() -> None:
    """Refuses to open screens where nobody could see them.

    Raises:
        TerminalUnfit: input or output is no terminal, or it cannot move its cursor, or its
            encoding lacks the letters; the remedy names plain mode.
    """
    for finding in (
        terminal(sys.stdin, sys.stdout),
        kind_of_terminal(os.environ),
        encoding(sys.stdout),
    ):
        if not finding.ok:
            raise TerminalUnfit(
                tr(
                    "the screens cannot be shown here: {name}: {detail}",
                    name=finding.name,
                    detail=finding.detail,
                ),
                remedy=tr("add --plain to play line by line, or {remedy}", remedy=finding.remedy),
            )


def is_attached() -> bool:
    """Tells whether a person is at both ends of this program."""
    return terminal(sys.stdin, sys.stdout).ok


def run_app(app: WargameApp) -> int:
    """Runs the screens until they are left and returns the exit code.

    A fault that no screen has dealt with is raised here, once the terminal is restored.
    """
    app.run()
    if app.fault is not None:
        raise app.fault
    return app.return_code or 0
