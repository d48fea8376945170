"""What a user is told of a fault in the program itself."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_log_dir

from wargame import __version__
from wargame.language import tr


def report(fault: Exception) -> str:
    """Writes what is known of a fault into a file and returns what to tell the user."""
    story = "".join(traceback.format_exception(fault))
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    path = Path(user_log_dir("wargame")) / f"fault-{moment}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"wargame {__version__}\n{story}", encoding="utf8")
        where = tr("what is known of it is in {file}", file=path)
    except OSError as refusal:
        where = tr("it could not be written down: {fault}", fault=refusal.strerror)
    told = tr("a fault in the program: {fault}; {where}", fault=type(fault).__name__, where=where)
    remedy = tr("your game is saved up to its last record; 'wargame resume' goes on")
    return f"error[wargame.fault]: {told}\n" + tr("  what to do: {remedy}", remedy=remedy)
