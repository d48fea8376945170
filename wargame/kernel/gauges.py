"""Builds the gauges of a view: each track, ladder and flag as one seat sees it."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.kernel.program import NO_YES, Program
from wargame.kernel.sight import Glimpse
from wargame.kernel.slots import HIDDEN
from wargame.kernel.view import Gauge
from wargame.kernel.words import MINUS
from wargame.language import tr
from wargame.scenario.model import Flag, Ladder, Track


def gauges(seen: Glimpse) -> tuple[Gauge, ...]:
    """Returns the gauges in the author's order, tracks of each team one by one."""
    return tuple(_gauges(seen))


def _gauges(seen: Glimpse) -> Iterator[Gauge]:
    program, layout = seen.program, seen.program.layout
    scenario = program.scenario
    for id, track in scenario.tracks.items():
        if track.each:
            for number, team in enumerate(program.teams):
                title = f"{track.title}, {scenario.teams[team].title}"
                yield _track(seen, f"{team}.{id}", title, track, team, layout[f"T_{id}"] + number)
        else:
            yield _track(seen, id, track.title, track, track.of, layout[f"T_{id}"])
    for id, ladder in scenario.ladders.items():
        yield _ladder(seen, id, ladder)
    for id, flag in scenario.flags.items():
        yield _flag(seen, id, flag)


def _before(program: Program, seen: Glimpse, slot: int) -> int | None:
    value = seen.slots[program.layout["PRIOR"] + slot - program.layout["BOARD"]]
    return None if value == HIDDEN else value


def _track(seen: Glimpse, id: str, title: str, track: Track, of: str, slot: int) -> Gauge:
    program, layout = seen.program, seen.program.layout
    value: int | None = seen.slots[slot]
    before = _before(program, seen, slot)
    late = 0
    if value == HIDDEN:
        value = before = None
        late = next((late.turns for late in track.late if late.team == seen.seat), 0)
        if late:
            first = layout[f"L_{id}"]
            value, before = seen.slots[first + late - 1], seen.slots[first + late]
    return Gauge(
        id=id,
        title=title,
        kind="track",
        of=of,
        says=track.says,
        low=track.low,
        high=track.high,
        value=value,
        text=tr("hidden") if value is None else str(value).replace("-", MINUS),
        before=before,
        late=late,
        steps=(),
        good=track.good,
        source=track.source,
    )


def _ladder(seen: Glimpse, id: str, ladder: Ladder) -> Gauge:
    slot = seen.program.layout[f"T_{id}"]
    steps = tuple(ladder.steps.values())
    value = None if seen.slots[slot] == HIDDEN else seen.slots[slot]
    return Gauge(
        id=id,
        title=ladder.title,
        kind="ladder",
        of=ladder.of,
        says=ladder.says,
        low=0,
        high=len(steps) - 1,
        value=value,
        text=tr("hidden") if value is None else steps[value],
        before=_before(seen.program, seen, slot),
        late=0,
        steps=steps,
        good="",
        source=ladder.source,
    )


def _flag(seen: Glimpse, id: str, flag: Flag) -> Gauge:
    slot = seen.program.layout[f"T_{id}"]
    value = None if seen.slots[slot] == HIDDEN else seen.slots[slot]
    return Gauge(
        id=id,
        title=flag.title,
        kind="flag",
        of=flag.of,
        says=flag.says,
        low=0,
        high=1,
        value=value,
        text=tr("hidden") if value is None else tr(NO_YES[value]),
        before=_before(seen.program, seen, slot),
        late=0,
        steps=(),
        good="",
        source=flag.source,
    )
