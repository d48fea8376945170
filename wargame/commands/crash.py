"""What a user is told of a fault in the program itself."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_log_dir

from wargame import __version__


def report(fault: Exception) -> str:
    """Writes what is known of a fault into a file and returns what to tell the user."""
    story = "".join(traceback.format_exception(fault))
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    path = Path(user_log_dir("wargame")) / f"fault-{moment}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"wargame {__version__}\n{story}", encoding="utf8")
        where = f"what is known of it is in {path}"
    except OSError as refusal:
        where = f"it could not be written down: {refusal.strerror}"
    return (
        f"error[wargame.fault]: a fault in the program: {type(fault).__name__}; {where}\n"
        "  what to do: your game is saved up to its last record; 'wargame resume' goes on"
    )
