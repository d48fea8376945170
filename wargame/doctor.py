"""Looks at a computer: may one play here, and if not, what is to be done."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import TextIO

from attrs import frozen

from wargame.errors import ScenarioFaulty, WargameError
from wargame.language import tr
from wargame.scenario.files import scenario_ids
from wargame.scenario.load import load_scenario
from wargame.table.saves import save_dir

PYTHON = (3, 11)
TEXTUAL = 8
"""The major version of Textual that the screens are written for."""

PACKAGES = (
    *("attrs", "click", "filelock", "platformdirs", "polib"),
    *("PyYAML", "rich", "textual", "transitions"),
)
COLUMNS, ROWS = 80, 24
"""The smallest terminal that the screens fit into, in characters."""


@frozen
class Finding:
    """Is one thing looked at: what was found, and what to do about it where it is not `ok`."""

    name: str
    ok: bool
    detail: str
    remedy: str = ""


def examine(*, saves: Path | None = None, scenarios: Path | None = None) -> list[Finding]:
    """Returns everything that was looked at, in the order in which to put it right.

    `saves` and `scenarios` are folders to look at in place of the usual ones.
    """
    return [
        python(sys.version_info[:3]),
        packages(),
        terminal(sys.stdin, sys.stdout),
        size(),
        kind_of_terminal(os.environ),
        encoding(sys.stdout),
        colour(os.environ),
        save_folder(save_dir(saves)),
        scenarios_found(scenarios),
    ]


def python(version: tuple[int, ...]) -> Finding:
    """Returns whether Python is new enough."""
    return Finding(
        "Python",
        version >= PYTHON,
        ".".join(map(str, version)),
        tr("install Python 3.11 or later, then `make clean` and `make run`"),
    )


def packages() -> Finding:
    """Returns the versions of what the program needs, or what is missing of it."""
    versions: dict[str, str] = {}
    missing: list[str] = []
    for name in PACKAGES:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            missing.append(name)
    remedy = tr("install them with `make setup`, or `pip install wargame` again")
    if missing:
        lacking = tr("missing: {packages}", packages=", ".join(missing))
        return Finding(tr("Packages"), False, lacking, remedy)
    fits = versions["textual"].partition(".")[0] == str(TEXTUAL)
    detail = ", ".join(f"{name} {version}" for name, version in versions.items())
    needed = tr("textual {version} is needed: {remedy}", version=TEXTUAL, remedy=remedy)
    return Finding(tr("Packages"), fits, detail, needed)


def terminal(stdin: TextIO, stdout: TextIO) -> Finding:
    """Returns whether there is somebody at both ends."""
    match stdin.isatty(), stdout.isatty():
        case True, True:
            detail = tr("attached")
        case True, False:
            detail = tr("output not a terminal")
        case False, True:
            detail = tr("input not a terminal")
        case _:
            detail = tr("input and output not a terminal")
    return Finding(
        tr("Terminal"),
        stdin.isatty() and stdout.isatty(),
        detail,
        tr(
            "run it in a terminal window, without a pipe; commands that only print work as they are"
        ),
    )


def size() -> Finding:
    """Returns whether the screens fit; where there is no terminal, its usual size is taken."""
    columns, rows = shutil.get_terminal_size((COLUMNS, ROWS))
    return Finding(
        tr("Size"),
        columns >= COLUMNS and rows >= ROWS,
        tr("{columns} x {rows} characters", columns=columns, rows=rows),
        tr(
            "make the window larger, or its letters smaller: {columns} x {rows} at least",
            columns=COLUMNS,
            rows=ROWS,
        ),
    )


def kind_of_terminal(environ: Mapping[str, str]) -> Finding:
    """Returns whether the terminal says that it can move its cursor."""
    kind = environ.get("TERM", "")
    return Finding(
        "TERM",
        kind not in ("", "dumb", "unknown"),
        kind or tr("not set"),
        tr("use a terminal that can draw, or set TERM=xterm-256color if yours can"),
    )


def encoding(stdout: TextIO) -> Finding:
    """Returns whether letters beyond ASCII come out as they are."""
    name = stdout.encoding or ""
    return Finding(
        tr("Letters"),
        name.lower().replace("-", "").replace("_", "") == "utf8",
        name or tr("none"),
        tr("set LC_ALL=C.UTF-8 (or PYTHONUTF8=1) before starting"),
    )


def colour(environ: Mapping[str, str]) -> Finding:
    """Returns how many colours there are; everything can be read without any."""
    if environ.get("NO_COLOR"):
        return Finding(tr("Colour"), True, tr("off (NO_COLOR is set)"))
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return Finding(tr("Colour"), True, tr("16 million"))
    is_rich = environ.get("TERM", "").endswith(("256color", "direct"))
    return Finding(tr("Colour"), True, "256" if is_rich else tr("16 or fewer"))


def save_folder(folder: Path) -> Finding:
    """Returns whether a file can be written there, by writing one; the folder is not created."""
    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    remedy = tr("choose a folder of your own with --save-dir or WARGAME_SAVE_DIR")
    try:
        with tempfile.TemporaryFile(dir=place):
            pass
    except OSError as fault:
        return Finding(tr("Save folder"), False, f"{folder}: {fault.strerror}", remedy)
    return Finding(tr("Save folder"), True, str(folder), remedy)


def scenarios_found(root: Path | None) -> Finding:
    """Returns the scenarios that were found, or the first one that cannot be played, and why."""
    try:
        ids = sorted(scenario_ids(root))
    except WargameError as fault:
        return Finding(tr("Scenarios"), False, fault.message, fault.remedy)
    for id in ids:
        try:
            load_scenario(id, root)
        except ScenarioFaulty as fault:
            see = tr("see `wargame check {scenario}`", scenario=id)
            return Finding(tr("Scenarios"), False, fault.message, see)
        except WargameError as fault:
            return Finding(tr("Scenarios"), False, f"{id}: {fault.message}", fault.remedy)
    found = ", ".join(ids) or tr("none")
    return Finding(tr("Scenarios"), bool(ids), found, tr("install wargame again"))
