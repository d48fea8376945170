"""The CSV of a simulation: one row a number, with its interval."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from wargame.analysis.intervals import Share, wilson
from wargame.analysis.mean import Mean
from wargame.analysis.simulation import SCORES, Simulation

HEADING = ("about", "id", "measure", "value", "low", "high", "count", "of")
Row = tuple[str | int | float, ...]


def simulation_csv(found: Simulation) -> str:
    """Returns a simulation as CSV with a heading.

    `about` is game, ending, team or agenda; `count` is empty for means.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADING)
    writer.writerows(_rows(found))
    return text.getvalue()


def _rows(found: Simulation) -> Iterator[Row]:
    scenario, outcomes = found.series.scenario, found.outcomes
    for number in range(len(scenario.teams) + 1):
        yield _share("game", scenario.id, f"achieved_by_{number}", found.together(number))
    for id in scenario.endings:
        yield _share("ending", id, "reached", found.ending(id))
    for id in scenario.teams:
        yield from _mean("team", id, found.score(id))
        yield _share("team", id, "achieved", found.achieved(id))
        yield _share("team", id, "highest", found.highest(id))
        for score in SCORES:
            yield _share("team", id, f"score_{score}", found.scored(id, score))
    for id in scenario.agendas:
        yield from _mean("agenda", id, found.agenda_score(id))
        yield _share("agenda", id, "achieved", found.agenda_achieved(id))
        for score in SCORES:
            share = wilson(outcomes.agendas[id, score], found.agenda_score(id).of)
            yield _share("agenda", id, f"score_{score}", share)


def _share(about: str, id: str, measure: str, share: Share) -> Row:
    return (
        *(about, id, measure),
        *(round(number, 6) for number in (share.value, share.low, share.high)),
        *(share.count, share.of),
    )


def _mean(about: str, id: str, mean: Mean) -> Iterator[Row]:
    numbers = (round(number, 6) for number in (mean.value, mean.low, mean.high))
    yield (about, id, "mean_score", *numbers, "", mean.of)
    yield (about, id, "standard_deviation", round(mean.deviation, 6), "", "", "", mean.of)
