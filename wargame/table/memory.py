"""Memory: the little that is remembered from game to game, in a file beside the saves."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from attrs import Factory, evolve, frozen

from wargame.errors import SaveUnwritable
from wargame.language import tr

FILE = "remembered.json"


@frozen
class Memory:
    """Is whether the coach is on, and which lessons of each scenario have been finished."""

    coach: bool = True
    lessons: Mapping[str, tuple[str, ...]] = Factory(dict)

    def with_coach(self, is_on: bool) -> Memory:
        """Returns the memory with the coach on or off."""
        return evolve(self, coach=is_on)

    def with_lesson(self, scenario: str, lesson: str) -> Memory:
        """Returns the memory with a lesson finished, once however often."""
        done = self.lessons.get(scenario, ())
        lessons = {**self.lessons, scenario: tuple(dict.fromkeys((*done, lesson)))}
        return evolve(self, lessons=lessons)

    def keep(self, folder: Path) -> None:
        """Writes the memory, whole or not at all.

        Raises:
            SaveUnwritable: the disk refuses.
        """
        held = {
            "coach": self.coach,
            "lessons": {scenario: list(done) for scenario, done in self.lessons.items()},
        }
        beside = folder / f"{FILE}.new"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
            beside.replace(folder / FILE)
        except OSError as fault:
            raise SaveUnwritable(
                tr("cannot write {file}: {fault}", file=folder / FILE, fault=fault.strerror),
                remedy=tr("it holds for this game only; look at the folder's rights and room"),
            ) from fault


def remembered(folder: Path) -> Memory:
    """Returns what is remembered; what cannot be read is forgotten, since nothing hangs on it."""
    try:
        held = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Memory()
    if not isinstance(held, dict):
        return Memory()
    coach, lessons = held.get("coach", True), held.get("lessons", {})
    known = lessons if isinstance(lessons, dict) else {}
    return Memory(
        coach if isinstance(coach, bool) else True,
        {
            scenario: tuple(filter(lambda lesson: isinstance(lesson, str), done))
            for scenario, done in known.items()
            if isinstance(done, list)
        },
    )
