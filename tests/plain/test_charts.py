"""Charts, exactly as they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from attrs import evolve

from tests.plain import views
from tests.plain.conftest import Script
from tests.tui.sample import gauge
from wargame.analysis.finals import Final
from wargame.errors import UsageInvalid
from wargame.kernel.view import Chance, Gauge
from wargame.plain import charts
from wargame.plain.game import Game
from wargame.plain.tour import Tour
from wargame.table.replay import Replay
from wargame.table.session import Session
from wargame.table.trends import Standing, Trend, Trends, trends

MARKS = ("1", "2", "3", "now")
LAKE = gauge("lake", "Lake", 2, high=4)
WORD = gauge("word", "Word", -2, low=-2, high=2)
DEBT = gauge("debt", "Debt", 17, high=30, late=2)
GATE = gauge("gate", "Gate", 1, kind="ladder", high=2, steps=("Shut", "Half open", "Open"))
AUDITED = gauge("audited", "Audited", 1, kind="flag", high=1)


def drawn(gauge: Gauge, *values: int | None) -> str:
    return "\n".join(charts.over_turns(Trend(gauge, values), MARKS))


def text(*lines: str) -> str:
    return "\n".join(lines)


def test_a_track_stands_in_columns_and_what_was_not_seen_is_a_question() -> None:
    assert drawn(LAKE, 1, 3, None, 2) == text(
        "Lake, 0 to 4",
        "4 │",
        "3 │        ██",
        "2 │        ██        ██",
        "1 │   ██   ██        ██",
        "0 ┼──────────────?─────",
        "       1    2    3  now",
        "       1    3    ?    2",
    )


def test_what_is_below_nothing_hangs_down() -> None:
    assert drawn(WORD, 0, 1, 0, -2) == text(
        "Word, −2 to 2",
        " 2 │",
        " 1 │        ██",
        " 0 ┼────────────────────",
        "−1 │                  ██",
        "−2 │                  ██",
        "        1    2    3  now",
        "        0    1    0   −2",
    )


def test_rows_are_shared_where_there_are_many_values_and_lateness_is_said() -> None:
    assert drawn(DEBT, 0, 1, 3, 17) == text(
        "Debt, 0 to 30, seen 2 turns late",
        "30 │",
        "27 │",
        "24 │",
        "21 │",
        "18 │                  ██",
        "15 │                  ██",
        "12 │                  ██",
        " 9 │                  ██",
        " 6 │                  ██",
        " 3 │        ██   ██   ██",
        " 0 ┼────────────────────",
        "        1    2    3  now",
        "        0    1    3   17",
    )


def test_ladders_and_flags_are_drawn_in_their_words() -> None:
    assert drawn(GATE, 0, 0, 2, 1) == text(
        "Gate, Shut to Open",
        "     Open │             ██",
        "Half open │             ██   ██",
        "     Shut ┼────────────────────",
        "               1    2    3  now",
        "               0    0    2    1",
    )
    assert drawn(AUDITED, 0, 0, 1, 1) == text(
        "Audited, no to yes",
        "yes │             ██   ██",
        " no ┼────────────────────",
        "         1    2    3  now",
        "         0    0    1    1",
    )


TRENDS = Trends(
    MARKS,
    (Trend(LAKE, (0, 3, None, 4)), Trend(WORD, (0, 1, 0, -2))),
    (Standing("North", (2, 3, 4, 5)), Standing("South", (None, None, None, None))),
)


def test_all_gauges_are_told_in_brief() -> None:
    assert list(charts.lines(TRENDS, views.view())) == [
        "Over the turns (1, 2, 3, now):",
        "▁▆?█ Lake (lake): 0, 3, ?, 4.",
        "▅▆▅▁ Word (word): 0, 1, 0, −2.",
    ]


def chance(title: str, probability: float, low: float, high: float) -> Chance:
    return Chance(
        band=title, title=title, says="", probability=probability, low=low, high=high, effects=()
    )


def test_the_odds_of_a_roll_are_drawn_by_result() -> None:
    odds = (
        chance("Backlash", 0.17, 0.08, 0.28),
        chance("Works at a price", 0.58, 0.58, 0.58),
        chance("Windfall", 0.004, 0.004, 0.004),
    )
    view = views.view(options=(views.option("dig", title="Dig", odds=odds), views.option("rest")))
    assert list(charts.lines(TRENDS, view, "odds 1")) == [
        "Dig",
        "        Backlash      17 percent ████, from 8 percent to 28 percent",
        "Works at a price      58 percent ██████████████▌",
        "        Windfall under 1 percent ▌",
    ]
    assert list(charts.lines(TRENDS, view, "odds 2")) == ["Rest", "Nothing is rolled for it."]


def test_scores_are_drawn_as_far_as_they_are_known() -> None:
    assert list(charts.lines(TRENDS, views.view(), "scores")) == [
        "Scores, 0 to 10",
        "North  5 ████████████▌ (2, 3, 4, 5)",
        "South  ? known at the end",
    ]


def test_the_spread_of_the_scores_is_said() -> None:
    south = Standing("South", (1, 0, 3, 0))
    all_known = evolve(TRENDS, scores=(TRENDS.scores[0], south))
    assert list(charts.lines(all_known, views.view(), "scores"))[1:] == [
        "North  5 ████████████▌ (2, 3, 4, 5)",
        "South  0  (1, 0, 3, 0)",
        "5 points between the highest and the lowest.",
    ]


def test_what_cannot_be_drawn_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageInvalid, match="no gauge 'lako' to draw, did you mean 'lake'"):
        list(charts.lines(TRENDS, views.view(), "lako"))


def titles(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def test_the_chart_of_a_game_shows_what_the_seat_saw(start: Callable[..., Session]) -> None:
    session = start()
    script = Script("", "seal", "", "seal", "", "seal", "", "seal", "", "chart", "chart lake")
    Game(session, script.console).run()
    with session.locked() as course:
        own = trends(course, "averil", course.at)
        room = trends(course, "public", course.at)
        desk = trends(course, "facilitator", course.at)
    assert own.marks == ("1", "2", "3", "now")
    silt = {name: found.gauges for name, found in (("own", own), ("room", room), ("desk", desk))}
    values = {
        name: next(trend.values for trend in gauges if trend.gauge.id == "silt")
        for name, gauges in silt.items()
    }
    assert values["room"] == (None,) * 4
    assert None not in values["desk"]
    # a turn late is what the turn before left, which as a turn begins is how it stands
    assert values["own"][1:3] == values["desk"][1:3]
    assert [standing.values[-1] is None for standing in own.scores] == [False, True]
    assert "Over the turns (1, 2, 3, now):" in script.written
    assert "Lake at Sill, 0 to 8" in script.written


def test_a_replay_draws_up_to_where_it_stands(
    start: Callable[..., Session], tmp_path: object
) -> None:
    session = start()
    Game(session, Script("", "seal", "", "seal", "").console).run()
    session.close()
    replay = Replay.open(session.path)
    script = Script("chart lake", "last", "chart")
    Tour(replay, script.console, seat="public").run()
    assert "      1    now" not in script.text
    assert "Over the turns (1, 2, now):" in script.written


def test_the_spread_of_final_scores_is_drawn_by_score() -> None:
    found = (Final("North", (0, 0, 1, 0, 1, 4, 2, 0, 0, 0, 0)), Final("South", (8, *[0] * 10)))
    assert list(charts.spread(found)) == [
        "Final scores, played on 8 times from what you see, everybody by their doctrine",
        "North ··▃·▃█▅···· half of them from 4 to 5, mean 4.8",
        "South █·········· half of them from 0 to 0, mean 0.0",
        "      01234567890",
    ]


def test_the_spread_can_be_asked_for_in_a_game(
    start: Callable[..., Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WARGAME_NATIVE", "0")
    script = Script("", "chart spread")
    Game(start(), script.console).run()
    assert "Final scores, played on 256 times" in script.text
