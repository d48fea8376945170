"""What is wrong with a scenario, and where: all of it in one go, not the first fault only."""

from __future__ import annotations

from attrs import field, frozen

from wargame.language import tr
from wargame.scenario.model import Mark
from wargame.text import clean

FAULT = "fault"
WARNING = "warning"

Path = tuple[str, ...]
"""Where something is in the scenario, whatever the file: `("moves", "sail", "needs")`."""


@frozen
class Problem:
    """Is one fault, or one warning, at its place; `code` is stable.

    Messages quote what authors wrote, so they are cleaned.
    """

    place: Mark
    message: str = field(converter=clean)
    remedy: str = field(default="", converter=clean)
    code: str = "scenario.fault"
    level: str = FAULT

    @property
    def is_fault(self) -> bool:
        return self.level == FAULT

    def __str__(self) -> str:
        said = f"{self.message} ({self.remedy})" if self.remedy else self.message
        if self.level == WARNING:
            return tr("{place}: warning: {problem}", place=self.place, problem=said)
        return f"{self.place}: {said}"


@frozen
class Problems:
    """Collects problems, and knows where each part of a scenario was written.

    A record that could not be read as it stands is `broken`: later checks see stand-in values
    there, so what they find inside it is left out.
    """

    found: list[Problem] = field(factory=list)
    places: dict[Path, Mark] = field(factory=dict)
    broken: set[Path] = field(factory=set)

    def at(self, *path: str) -> Mark:
        """Returns the place of a part, or of the nearest part around it that was written."""
        for length in range(len(path), 0, -1):
            mark = self.places.get(path[:length])
            if mark is not None:
                return mark
        return Mark("scenario")

    def unreadable(self, place: Mark, message: str, remedy: str, *, path: Path = ()) -> None:
        """Records that what stands at a place cannot be read, which breaks the record around it."""
        self.found.append(Problem(place, message, remedy, "scenario.unreadable"))
        self.broken.add(path[:2])

    def fault(self, path: Path, message: str, remedy: str, *, place: Mark | None = None) -> None:
        """Records a fault in a part that could be read, at its place or a narrower one."""
        self._add(path, Problem(place or self.at(*path), message, remedy))

    def warn(self, path: Path, message: str, remedy: str, *, code: str) -> None:
        """Records something that is allowed but is probably not meant."""
        self._add(path, Problem(self.at(*path), message, remedy, code, WARNING))

    def _add(self, path: Path, problem: Problem) -> None:
        if path[:2] not in self.broken and path[:1] not in self.broken:
            self.found.append(problem)

    @property
    def faults(self) -> list[Problem]:
        return [problem for problem in self.found if problem.is_fault]

    def ordered(self) -> list[Problem]:
        """Returns every problem, faults first, by file, line and column."""
        return sorted(
            self.found,
            key=lambda p: (not p.is_fault, p.place.file, p.place.line, p.place.column),
        )
