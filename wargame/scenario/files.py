"""Finds scenarios on the disk and reads their files as text.

A root is a folder that holds `rulesets/` and `decks/`. A folder named by the user comes first, then
the checkout around the package, or, where there is none, the data inside the installed package: an
editable install leaves a stale copy of the data behind, so the checkout goes before it.
"""

from __future__ import annotations

from pathlib import Path

from wargame.errors import ScenarioUnknown
from wargame.language import tr
from wargame.scenario.ids import is_id
from wargame.scenario.model import Mark
from wargame.scenario.nodes import SIZE_LIMIT, Entries, Scalar, read_nodes
from wargame.scenario.problems import Problems
from wargame.text import clean, nearest

RULESETS = "rulesets"
DECKS = "decks"
DEFAULT = f"{RULESETS}/default.yaml"
SUFFIXES = (".yaml", ".yml")

_PACKAGE = Path(__file__).resolve().parents[1]


def shipped_root() -> Path:
    """Returns the folder of the scenarios that come with the program."""
    checkout = _PACKAGE.parent
    if (checkout / RULESETS).is_dir() and (checkout / DECKS).is_dir():
        return checkout
    return _PACKAGE / "_data"


def saves_dir() -> Path:
    """Returns the folder of the recorded games that come with the program."""
    return shipped_root() / "saves"


def scenario_ids(root: Path | None = None) -> tuple[str, ...]:
    """Returns the ids of every scenario that can be found, those under `root` first."""
    found: list[str] = []
    for place in _roots(root):
        if not (place / RULESETS).is_dir():
            continue
        folders = sorted(folder.name for folder in (place / RULESETS).iterdir() if folder.is_dir())
        found += [name for name in folders if is_id(name) and name not in found]
    return tuple(found)


def default_scenario(root: Path | None = None) -> str:
    """Returns the id of the scenario that is played when none is named."""
    for place in _roots(root):
        if (place / DEFAULT).is_file():
            return _named(place / DEFAULT)
    known = scenario_ids(root)
    if known:
        return known[0]
    raise ScenarioUnknown(
        tr("there is no scenario under {folder}", folder=_roots(root)[0]),
        remedy=tr("install the program again"),
    )


def read_texts(id: str, root: Path | None = None) -> dict[str, str]:
    """Returns the text of every file of a scenario by its path below the root.

    Line ends become line feeds, so that a scenario reads, and hashes, the same everywhere. What is
    not UTF-8, and more than a file may hold, is kept so that the reader refuses it at its place.
    """
    home = home_of(id, root)
    texts: dict[str, str] = {}
    for section in (DECKS, RULESETS):
        folder = home / section / id
        if not folder.is_dir():
            continue
        for file in sorted(folder.iterdir()):
            if file.suffix in SUFFIXES and file.is_file():
                texts[f"{section}/{id}/{file.name}"] = _text(file)
    return texts


def home_of(id: str, root: Path | None = None) -> Path:
    """Returns the root that holds a scenario, the one given before the one that ships."""
    known = scenario_ids(root)
    if id not in known:
        raise ScenarioUnknown(
            tr(
                "there is no scenario '{id}'{guess}",
                id=clean(id, limit=40),
                guess=nearest(id, known),
            ),
            remedy=tr("there are {known}", known=", ".join(known))
            if known
            else tr("name its folder with --scenarios"),
        )
    return next(place for place in _roots(root) if (place / RULESETS / id).is_dir())


def _roots(root: Path | None) -> list[Path]:
    return [shipped_root()] if root is None else [root, shipped_root()]


def _text(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise ScenarioUnknown(
            tr("{file} cannot be read: {fault}", file=file, fault=error.strerror),
            remedy=tr("check that you may read it"),
        ) from error
    return data.decode("utf-8", "surrogateescape").replace("\r\n", "\n")


def _named(file: Path) -> str:
    """Returns the id that a `default.yaml` names."""
    problems = Problems()
    match read_nodes(str(file), _text(file), problems):
        case Entries(pairs={"scenario": (_, Scalar(text=id))}) if is_id(id):
            return id
    place = problems.found[0].place if problems.found else Mark(str(file))
    raise ScenarioUnknown(
        tr("{place}: no scenario is named", place=place), remedy=tr("write `scenario: id`")
    )
