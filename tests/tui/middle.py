"""Begins in the middle: the tutorial's save, cut off after any record, and a folder of its own."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from wargame.scenario.files import shipped_root
from wargame.table.replay import Replay
from wargame.table.saves import find_save, save_dir
from wargame.table.session import Session

TUTORIAL = "river-tutorial"
"""Three people play it: the teams `averil` and `ossany`, and a facilitator with real dice."""

Point = tuple[str, int]
"""After which decision a game is left: how it begins, and which of those that begin so."""

TALKS = ("advance", 1)
OFFERED = ("offer ossany averil", 1)
ORDERS = ("advance", 2)
"""Both teams may order; nothing has been ordered yet."""
DICE = ("advance", 4)
RULING = ("roll", 1)
SECOND = ("advance", 7)
"""The talks of turn 2: a turn is over, so that there is a front page."""
WEIGH = ("accept", 6)
OVER = ("advance", 17)


@cache
def _lines() -> tuple[str, ...]:
    save = find_save(TUTORIAL, save_dir(None))
    return tuple(save.read_text(encoding="utf-8").splitlines(keepends=True))


def cut(folder: Path, point: Point, *, name: str = "game") -> Path:
    """Writes a save that ends with that decision, as if the tutorial had been left there."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.jsonl"
    path.write_text("".join(_lines()[: _last(*point) + 1]), encoding="utf-8")
    return path


def _last(decision: str, which: int) -> int:
    """Returns the line of a decision."""
    seen = 0
    for at, line in enumerate(_lines()):
        body = json.loads(line).get("body", {})
        seen += body.get("do", "").startswith(decision)
        if seen == which:
            return at
    raise AssertionError(f"the tutorial has no {decision!r} number {which}")


def begun(folder: Path, point: Point) -> Session:
    """Returns the tutorial's game as it stands after that decision, to be played on."""
    return Session.resume(cut(folder, point), save_dir=folder)


def replayed() -> Replay:
    """Returns the whole of it, to be looked at."""
    return Replay.open(TUTORIAL)


def only_river(folder: Path) -> Path:
    """Returns a root with the small scenario alone, so that the start screen opens fast."""
    for part in ("rulesets", "decks"):
        (folder / part).mkdir(parents=True)
        (folder / part / "river").symlink_to(shipped_root() / part / "river")
    (folder / "rulesets" / "default.yaml").write_text("scenario: river\n", encoding="utf-8")
    return folder
