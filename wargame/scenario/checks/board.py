"""Checks of how the board is shown: that what it names exists, and that it tells no secret."""

from __future__ import annotations

from wargame.language import tr
from wargame.scenario.board import GaugeTable, Reading
from wargame.scenario.checks.sight import EVERYBODY, seen_live
from wargame.scenario.checks.survey import Survey
from wargame.scenario.model import Scenario
from wargame.scenario.problems import Path

EMPTY = "-"
"""What stands in a table where a column has no gauge."""


def check_board(survey: Survey) -> None:
    """Records a fault for what the board cannot show, or may not."""
    board = survey.scenario.board
    gauges = gauge_ids(survey.scenario)
    for number, relation in enumerate(board.relations):
        path = ("board", "relations", str(number))
        for at, team in enumerate(relation.between):
            survey.refer((*path, "between", str(at)), team, survey.scenario.teams, "team")
        if len(set(relation.between)) != 2:
            survey.fault(
                (*path, "between"), tr("a relation is between two teams"), tr("name two teams")
            )
        if survey.refer((*path, "gauge"), relation.gauge, gauges, "gauge"):
            _check_open(survey, (*path, "gauge"), relation.gauge)
    placed: dict[str, str] = {EMPTY: ""}
    for number, table in enumerate(board.tables):
        _check_table(survey, ("board", "tables", str(number)), table, gauges, placed)
    if board.reading is not None:
        _check_reading(survey, board.reading)


def gauge_ids(scenario: Scenario) -> tuple[str, ...]:
    """Returns the ids of all gauges as views name them: a track of each team is one a team."""
    tracks = [
        f"{team}.{id}" if track.each else id
        for id, track in scenario.tracks.items()
        for team in (scenario.teams if track.each else ("",))
    ]
    return (*tracks, *scenario.ladders, *scenario.flags)


def _check_table(
    survey: Survey,
    path: Path,
    table: GaugeTable,
    gauges: tuple[str, ...],
    placed: dict[str, str],
) -> None:
    for number, row in enumerate(table.rows):
        below = (*path, "rows", str(number), "cells")
        if len(row.cells) != len(table.columns):
            survey.fault(
                below,
                tr(
                    "{cells} cells stand under {columns} columns",
                    cells=len(row.cells),
                    columns=len(table.columns),
                ),
                tr("write one gauge a column, '{empty}' where there is none", empty=EMPTY),
            )
        for at, gauge in enumerate(row.cells):
            if gauge != EMPTY and survey.refer((*below, str(at)), gauge, gauges, "gauge"):
                if gauge in placed:
                    survey.fault(
                        (*below, str(at)),
                        tr(
                            "'{gauge}' stands in '{table}' already",
                            gauge=gauge,
                            table=placed[gauge],
                        ),
                        tr("keep one of the two"),
                    )
                placed[gauge] = row.title


def _check_reading(survey: Survey, reading: Reading) -> None:
    path = ("board", "reading")
    tracks = {id: track for id, track in survey.scenario.tracks.items() if not track.each}
    if not survey.refer((*path, "track"), reading.track, tracks, "track"):
        return
    _check_open(survey, (*path, "track"), reading.track)
    limits = [words.upto for words in reading.words]
    whole = [limit for limit in limits[:-1] if limit is not None]
    if not limits or limits[-1] is not None or len(whole) < len(limits) - 1:
        survey.fault(
            (*path, "words"),
            tr("the words do not reach to the top of the track"),
            tr("give each an `upto`, and the last none"),
        )
    elif sorted(set(whole)) != whole:
        survey.fault(
            (*path, "words"), tr("the words are not in order"), tr("begin with the lowest `upto`")
        )


def _check_open(survey: Survey, path: Path, gauge: str) -> None:
    if seen_live(survey, gauge) != EVERYBODY:
        survey.fault(
            path,
            tr("not everybody sees '{gauge}', and the board is for all", gauge=gauge),
            tr("name what everybody sees"),
        )
