"""The drawing of the teams and how they stand to each other, for any number of teams."""

from __future__ import annotations

from itertools import combinations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.tui import sample
from wargame.kernel.view import View
from wargame.scenario.board import Board, Relation
from wargame.tui.widgets.relations import drawing


def table_of(count: int, *, linked: bool = True) -> View:
    """Returns a view of so many teams, each of which has a relation with each."""
    teams = tuple(
        evolve(sample.SOUTH, id=f"team{n}", title=f"Team {n}", sealed=False) for n in range(count)
    )
    pairs = list(combinations([team.id for team in teams], 2)) if linked else []
    relations = tuple(Relation(between=pair, gauge="trust", title="Ties") for pair in pairs)
    return sample.view("public", teams=teams, waiting_for=(), board=Board(relations=relations))


@given(
    count=st.integers(1, 12),
    linked=st.booleans(),
    width=st.integers(0, 170),
    height=st.integers(0, 40),
)
def test_drawing_keeps_to_its_rows_and_columns(
    count: int, linked: bool, width: int, height: int
) -> None:
    rows = drawing(table_of(count, linked=linked), width, height).plain.split("\n")
    assert len(rows) == max(1, height)
    assert all(cell_len(row) == (width if height else 0) for row in rows)


@pytest.mark.parametrize("size", [(78, 14), (98, 20), (100, 14)])
def test_four_teams_stand_in_the_corners_with_what_is_between_them(size: tuple[int, int]) -> None:
    text = drawing(table_of(4), *size).plain
    rows = text.split("\n")
    for number in range(4):
        assert "T E A M   " + str(number) in text
    assert "T E A M   0" in rows[1]
    assert "T E A M   1" in rows[1]
    assert "T E A M   2" in rows[-3]
    assert text.count("Ties") >= 5
    assert "4/10 ▲1" in text


@pytest.mark.parametrize(("value", "stroke"), [(0, "┄"), (5, "─"), (10, "━")])
def test_a_line_is_drawn_by_how_high_its_gauge_stands(value: int, stroke: str) -> None:
    trust = evolve(sample.GAUGES[1], value=value, text=str(value))
    view = evolve(table_of(2), gauges=(trust,))
    middle = drawing(view, 80, 9).plain.split("\n")
    assert any(stroke * 8 in row for row in middle)


def test_what_nobody_may_see_is_not_drawn() -> None:
    hidden = evolve(sample.GAUGES[1], value=None, text="hidden")
    assert "Ties" not in drawing(evolve(table_of(2), gauges=(hidden,)), 80, 9).plain
