"""Charts made of characters: gauges over the turns, the odds of a roll, the spread of the scores.

Every chart says its numbers too, so that it can be read aloud and without colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from wargame.analysis.finals import Final
from wargame.errors import UsageInvalid
from wargame.kernel.view import Gauge, Option, View
from wargame.language import decimal, tr, trn
from wargame.plain.choices import option_of
from wargame.plain.speech import percent
from wargame.table.trends import Trend, Trends
from wargame.text import nearest

SCORES, ODDS, SPREAD = "scores", "odds", "spread"
MOST = 10
"""The highest score there is."""

ROWS = 12
"""Rows of a chart at most; of a gauge with more values several share one."""

LENGTH = 25
"""Cells of a bar."""

NAME = 24
"""Letters of a name beside a bar or a row."""

LEVELS = "▁▂▃▄▅▆▇█"


def lines(trends: Trends, view: View, asked: str = "") -> Iterator[str]:
    """Returns the chart that is asked for: a gauge's, `scores`, or `odds NUMBER`; or all in brief.

    Raises:
        UsageInvalid: there is nothing of that name to draw.
    """
    word, _, rest = asked.partition(" ")
    if not word:
        return overview(trends)
    if word == SCORES:
        return scores(trends)
    if word == ODDS:
        return odds(option_of(view, rest.strip()))
    known = {trend.gauge.id: trend for trend in trends.gauges}
    if word not in known:
        raise UsageInvalid(
            tr(
                "no gauge '{word}' to draw{nearest}",
                word=word[:40],
                nearest=nearest(word, [*known, SCORES, ODDS, SPREAD]),
            ),
            remedy=tr(
                "'chart' lists them; there are 'scores', 'spread' and 'odds NUMBER' too",
            ),
        )
    return over_turns(known[word], trends.marks)


def overview(trends: Trends) -> Iterator[str]:
    """Returns a line for each gauge: its shape over the turns, its values, and its id."""
    yield tr("Over the turns ({turns}):", turns=", ".join(trends.marks))
    for trend in trends.gauges:
        told = ", ".join(map(_number, trend.values))
        yield f"{spark(trend)} {trend.gauge.title} ({trend.gauge.id}): {told}."


def spark(trend: Trend) -> str:
    """Returns a gauge's values as small columns, `?` where the seat saw none."""
    low, span = trend.gauge.low, max(1, trend.gauge.high - trend.gauge.low)
    steps = len(LEVELS) - 1
    return "".join(
        "?" if value is None else LEVELS[round((value - low) / span * steps)]
        for value in trend.values
    )


def over_turns(trend: Trend, marks: tuple[str, ...]) -> Iterator[str]:
    """Returns a column for each mark, on rows for the values, with the numbers below.

    Columns stand on 0 where the gauge can be 0, so that what is below hangs down.
    """
    gauge = trend.gauge
    each = ceil((gauge.high - gauge.low + 1) / ROWS)
    base = max(gauge.low, min(0, gauge.high))
    rows = [row for row in range(gauge.low, gauge.high + 1) if (row - base) % each == 0]
    names = {row: _name(gauge, row) for row in rows}
    edge = max(map(len, names.values()))
    width = max(len(text) for text in (*marks, *map(_number, trend.values), "██")) + 2
    span = tr(
        "{gauge}, {low} to {high}", gauge=gauge.title, low=names[rows[0]], high=names[rows[-1]]
    )
    late = trn("seen {number} turn late", "seen {number} turns late", gauge.late)
    yield f"{span}, {late}" if gauge.late else span
    for row in reversed(rows):
        axis, blank = ("┼", "─") if row == base else ("│", " ")
        cells = "".join(
            _cell(value, row, base, each).rjust(width, blank)[:width] for value in trend.values
        )
        yield f"{names[row]:>{edge}} {axis}{cells}".rstrip()
    yield f"{'':>{edge}}  {''.join(mark.rjust(width) for mark in marks)}"
    yield f"{'':>{edge}}  {''.join(_number(value).rjust(width) for value in trend.values)}"


def _cell(value: int | None, row: int, base: int, each: int) -> str:
    """Returns what a column shows in a row."""
    if value is None:
        return "?" if row == base else ""
    reached = value > row - each if row > base else value < row + each
    return "██" if row != base and reached and (value > base) == (row > base) else ""


def odds(option: Option) -> Iterator[str]:
    """Returns a bar for each result that an order's roll may have."""
    yield option.title
    if not option.odds:
        yield tr("Nothing is rolled for it.")
        return
    edge = min(NAME, max(len(chance.title) for chance in option.odds))
    for chance in option.odds:
        spread = ""
        if round(chance.low * 100) != round(chance.high * 100):
            low, high = percent(chance.low), percent(chance.high)
            spread = ", " + tr("from {low} to {high}", low=low, high=high)
        name = f"{chance.title[:edge]:>{edge}}"
        told = percent(chance.probability)
        yield f"{name} {told:>15} {drawn(chance.probability)}{spread}".rstrip()


def scores(trends: Trends) -> Iterator[str]:
    """Returns a bar for each team's score, how it came there, and how far the teams are apart."""
    yield tr("Scores, 0 to {most}", most=MOST)
    known = [standing for standing in trends.scores if standing.values[-1] is not None]
    edge = min(NAME, max((len(standing.title) for standing in trends.scores), default=0))
    for standing in trends.scores:
        now = standing.values[-1]
        name = f"{standing.title[:edge]:>{edge}}"
        if now is None:
            yield f"{name}  ? " + tr("known at the end")
        else:
            way = ", ".join(map(_number, standing.values))
            yield f"{name} {now:>2} {drawn(now / MOST)} ({way})"
    finals = [standing.values[-1] or 0 for standing in known]
    if len(finals) > 1:
        yield trn(
            "{number} point between the highest and the lowest.",
            "{number} points between the highest and the lowest.",
            max(finals) - min(finals),
        )


def spread(found: tuple[Final, ...]) -> Iterator[str]:
    """Returns for each team a column for each score, as high as it is common, and the middle."""
    games = sum(found[0].counts)
    yield tr(
        "Final scores, played on {games} times from what you see, everybody by their doctrine",
        games=games,
    )
    edge = min(NAME, max(len(final.title) for final in found))
    for final in found:
        most = max(final.counts)
        columns = "".join(
            LEVELS[round(number / most * (len(LEVELS) - 1))] if number else "·"
            for number in final.counts
        )
        low, high = final.half
        middle = tr(
            "half of them from {low} to {high}, mean {mean}",
            low=low,
            high=high,
            mean=decimal(final.mean),
        )
        yield f"{final.title[:edge]:>{edge}} {columns} {middle}"
    yield f"{'':>{edge}} {''.join(str(score % 10) for score in range(len(found[0].counts)))}"


def drawn(fraction: float) -> str:
    """Returns a bar that is full at 1; what is more than nothing is seen."""
    halves = round(max(0.0, min(1.0, fraction)) * LENGTH * 2)
    full, half = divmod(max(halves, 1) if fraction > 0 else halves, 2)
    return "█" * full + "▌" * half


def _name(gauge: Gauge, value: int) -> str:
    if gauge.kind == "ladder":
        return gauge.steps[value][:NAME]
    if gauge.kind == "flag":
        return tr("yes") if value else tr("no")
    return _number(value)


def _number(value: int | None) -> str:
    return "?" if value is None else str(value).replace("-", "−")
