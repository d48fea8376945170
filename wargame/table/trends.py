"""Trends: what a seat was shown of each gauge and score as the turns began, and stands now."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from wargame.kernel.sight import glimpse
from wargame.kernel.view import Gauge, View
from wargame.kernel.views import see
from wargame.language import tr
from wargame.table.course import Course


@frozen
class Trend:
    """Is a gauge as it is shown now, with the value that was shown at each mark; None: hidden."""

    gauge: Gauge
    values: tuple[int | None, ...]


@frozen
class Standing:
    """Is a team's score at each mark, as far as the seat knew it."""

    title: str
    values: tuple[int | None, ...]


@frozen
class Trends:
    """Is everything that can be drawn over the turns; a mark is a turn's beginning, or now."""

    marks: tuple[str, ...]
    gauges: tuple[Trend, ...]
    scores: tuple[Standing, ...]


def trends(course: Course, seat: str, point: int) -> Trends:
    """Returns what the seat was shown as each turn up to a point began, and at the point."""
    starts: dict[int, int] = {}
    for at in course.line(point):
        starts.setdefault(course.place(at).turn, at)
    begun = [turn for turn in sorted(starts) if turn > 0]
    views = [
        see(glimpse(course.program, course.state(at), seat))
        for at in (*(starts[turn] for turn in begun), point)
    ]
    last = tr("end") if views[-1].ending is not None else tr("now")
    return shown((*map(str, begun), last), views)


def shown(marks: tuple[str, ...], views: Sequence[View]) -> Trends:
    """Returns the trends through some views of one seat."""
    return Trends(
        marks,
        tuple(
            Trend(gauge, tuple(view.gauges[at].value for view in views))
            for at, gauge in enumerate(views[-1].gauges)
        ),
        tuple(
            Standing(team.title, tuple(view.teams[at].score for view in views))
            for at, team in enumerate(views[-1].teams)
        ),
    )
