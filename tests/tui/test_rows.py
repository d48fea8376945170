"""Rows that fit themselves to their width: gauges, what has moved, and short facts."""

from __future__ import annotations

from io import StringIO

import pytest
from attrs import evolve
from rich.cells import cell_len
from rich.console import Console, ConsoleRenderable
from rich.text import Text

from tests.tui import sample
from wargame.kernel.view import Gauge
from wargame.scenario.load import load_scenario
from wargame.tui.widgets.facts import Facts
from wargame.tui.widgets.gauge_rows import GaugeRows
from wargame.tui.widgets.gauge_table import tabled
from wargame.tui.widgets.pair import Pair

TRACK = next(gauge for gauge in sample.GAUGES if gauge.kind == "track")
LADDER = next(gauge for gauge in sample.GAUGES if gauge.kind == "ladder")


def rows(width: int, *gauges: Gauge) -> list[str]:
    return lines(width, GaugeRows((("North", gauges),)))


def lines(width: int, shown: ConsoleRenderable) -> list[str]:
    console = Console(width=width, file=StringIO())
    with console.capture() as captured:
        console.print(shown)
    return [line.rstrip() for line in captured.get().splitlines()]


@pytest.mark.parametrize("width", [41, 45, 60])
def test_every_name_of_the_longest_scenario_stands_in_one_line(width: int) -> None:
    scenario = load_scenario("s400")
    apart = tabled(scenario.board)
    titles = [track.title for id, track in scenario.tracks.items() if id not in apart]
    assert max(map(cell_len, titles)) > 25
    shown = rows(width, *(evolve(TRACK, title=title) for title in titles))
    assert len(shown) == 1 + len(titles)
    for title, row in zip(titles, shown[1:], strict=True):
        assert row.startswith(f"{title} ")
        assert cell_len(row) <= width


@pytest.mark.parametrize("width", [36, 45, 60])
def test_bars_begin_in_one_column(width: int) -> None:
    shown = rows(width, TRACK, evolve(TRACK, title="Trust", value=10, text="10"))
    begin = [min(row.find(mark) for mark in "━─" if mark in row) for row in shown[1:]]
    assert begin[0] == begin[1]
    assert "10" in shown[2]


def test_what_does_not_fit_beside_its_name_goes_below() -> None:
    long = evolve(LADDER, title="A long name for a ladder", text="A long word for a step")
    name, reading = rows(40, long)[1:]
    assert name == long.title
    assert reading.strip().startswith(long.text)


def test_an_old_reading_says_how_old_it_is() -> None:
    assert rows(40, evolve(TRACK, late=2))[2].strip() == "2 turns old"


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (20, ["The gates   A → long"]),
        (18, ["The gates A → long"]),
        (17, ["The gates", "         A → long"]),
        (6, ["The", "gates", "   A →", "  long"]),
    ],
)
def test_what_has_moved_stands_beside_its_name_or_below(width: int, expected: list[str]) -> None:
    assert lines(width, Pair(Text("The gates"), Text("A → long"))) == expected


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (40, ["score 3 · 2 cards · broke 0"]),
        (26, ["score 3 · 2 cards", "broke 0"]),
        (9, ["score 3", "2 cards", "broke 0"]),
    ],
)
def test_a_fact_stands_in_one_line(width: int, expected: list[str]) -> None:
    assert lines(width, Facts(("score 3", "2 cards", "broke 0"))) == expected
