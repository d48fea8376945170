"""Begins in the middle: the tutorial's save, cut off after any record, and a folder of its own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from wargame.scenario.files import shipped_root
from wargame.table.replay import Replay
from wargame.table.saves import find_save, save_dir
from wargame.table.session import Session

TUTORIAL = "river-tutorial"
"""Three people play it: the teams `averil` and `ossany`, and a facilitator with real dice."""

OFFERED = 23
"""How many records have happened when an offer lies before Averil, in the talks of turn 1."""
ASKED = 14
"""A card asks Ossany a question."""
TALKS = 18
ORDERS = 25
"""Both teams may order; nothing has been ordered yet."""
DICE = 41
RULING = 42
SECOND = 60
"""The talks of turn 2: a turn is over, so that there is a front page."""
WEIGH = 114
OVER = 122


@cache
def _lines() -> tuple[str, ...]:
    save = find_save(TUTORIAL, save_dir(None))
    return tuple(save.read_text(encoding="utf-8").splitlines(keepends=True))


def cut(folder: Path, records: int, *, name: str = "game") -> Path:
    """Writes a save that ends with that record, as if the tutorial had been left there."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.jsonl"
    path.write_text("".join(_lines()[: records + 1]), encoding="utf-8")
    return path


def begun(folder: Path, records: int) -> Session:
    """Returns the tutorial's game as it stands after so many records, to be played on."""
    return Session.resume(cut(folder, records), save_dir=folder)


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
