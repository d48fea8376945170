"""Saves: where recorded games are kept, what they are called and which there are."""

from __future__ import annotations

import os
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import platformdirs
from attrs import frozen

from wargame.errors import SaveNameInvalid, SaveUnwritable, WargameError
from wargame.language import tr
from wargame.scenario.files import saves_dir as shipped_dir
from wargame.scenario.translation import title_of
from wargame.table.reading import missing, read
from wargame.table.record import Record

SUFFIX = ".jsonl"

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}", re.ASCII)
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.ASCII | re.IGNORECASE)


@frozen(kw_only=True)
class SaveInfo:
    """Is one save in a list; `problem` says why it cannot be played, if it cannot."""

    name: str
    path: Path
    scenario: str = ""
    title: str = ""
    turn: int = 0
    phase: str = ""
    records: int = 0
    over: bool = False
    modified: str = ""  # ISO 8601
    shipped: bool = False
    problem: str = ""


def save_dir(explicit: Path | None = None) -> Path:
    """Returns the save folder: the one named, WARGAME_SAVE_DIR, or the user's data folder."""
    if explicit is not None:
        return explicit
    named = os.environ.get("WARGAME_SAVE_DIR", "")
    if named:
        return Path(named)
    return platformdirs.user_data_path("wargame", appauthor=False) / "saves"


def save_path(name: str, folder: Path) -> Path:
    """Returns the file of the save of that name; `name` may end in `.jsonl`.

    Raises:
        SaveNameInvalid: the name would leave the folder or is not portable.
    """
    stem = name.removesuffix(SUFFIX)
    if not _NAME.fullmatch(stem) or stem.endswith(".") or _DEVICE.fullmatch(stem):
        raise SaveNameInvalid(
            tr("'{name}' cannot be the name of a save", name=name[:80]),
            remedy=tr(
                "up to 80 letters, digits, '-', '_' and '.', beginning with a letter or digit"
            ),
        )
    return folder / (stem + SUFFIX)


def find_save(name_or_path: str | Path, folder: Path) -> Path:
    """Returns the file of a save: a path to one, a name in the folder, or one that ships.

    Raises:
        SaveNameInvalid: it is neither a path to a file nor a name.
        SaveMissing: there is no such save.
    """
    given = Path(name_or_path)
    if isinstance(name_or_path, Path) or given.name != name_or_path:
        if not given.is_file():
            raise missing(given)
        return given
    own = save_path(name_or_path, folder)
    shipped = shipped_dir() / own.name
    return shipped if shipped.is_file() and not own.exists() else own


def is_shipped(path: Path) -> bool:
    """Returns whether the save came with the program and is not to be written to."""
    return path.resolve().parent == shipped_dir().resolve()


def copy_shipped(path: Path, folder: Path) -> Path:
    """Returns a copy of a save that ships, in the save folder under a name that is free.

    Raises:
        SaveUnwritable: the disk refuses.
    """
    copy = save_path(fresh_name(path.stem, folder), folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    except OSError as fault:
        raise SaveUnwritable(
            tr(
                "cannot copy {file} to {folder}: {fault}",
                file=path.name,
                folder=folder,
                fault=fault.strerror,
            ),
            remedy=tr("choose another folder with --save-dir"),
        ) from None
    return copy


def fresh_name(scenario: str, folder: Path) -> str:
    """Returns the first name `<scenario>-<number>` that is free in the folder."""
    number = 1
    while save_path(f"{scenario}-{number}", folder).exists():
        number += 1
    return f"{scenario}-{number}"


def list_saves(folder: Path) -> tuple[SaveInfo, ...]:
    """Returns the saves in the folder and those that ship, the last written first.

    Never raises for a broken file: its `problem` says what is wrong.
    """
    return _list(folder, shipped=False) + _list(shipped_dir(), shipped=True)


def _list(folder: Path, *, shipped: bool) -> tuple[SaveInfo, ...]:
    try:
        paths = [path for path in folder.iterdir() if path.suffix == SUFFIX]
        dated = sorted(((_modified(path), path) for path in paths), reverse=True)
    except OSError:
        return ()
    return tuple(_info(path, modified, shipped=shipped) for modified, path in dated)


def _modified(path: Path) -> str:
    written = path.stat().st_mtime if path.exists() else 0
    return datetime.fromtimestamp(written, UTC).isoformat(timespec="seconds")


def _info(path: Path, modified: str, *, shipped: bool) -> SaveInfo:
    try:
        reading = read(path)
    except WargameError as fault:
        return SaveInfo(
            name=path.stem, path=path, modified=modified, shipped=shipped, problem=str(fault)
        )
    last = _last_move(reading.records)
    return SaveInfo(
        name=path.stem,
        path=path,
        scenario=reading.header.setup.scenario,
        title=title_of(reading.header.setup.scenario, reading.header.title),
        turn=last.number("turn") if last else 1,
        phase=last.text("phase") if last else "",
        records=len(reading.records),
        over=last is not None and last.body.get("over") is True,
        modified=modified,
        shipped=shipped,
        problem="; ".join(reading.notices),
    )


def _last_move(records: tuple[Record, ...]) -> Record | None:
    """Returns the last record that says where the game stands."""
    return next((r for r in reversed(records) if r.kind in ("decision", "goto")), None)
