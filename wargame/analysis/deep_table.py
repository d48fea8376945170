"""The plain text of what a balance found by looking deeper: worth, spread and sensitivity."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.analysis.appraisal import Appraisal, appraisals
from wargame.analysis.balance import Balance
from wargame.analysis.columns import columns
from wargame.analysis.estimate import Estimate
from wargame.analysis.sensitivity import Effect, Sensitivity, Step
from wargame.analysis.variants import MOST

SHOWN = 40
"""How many numbers are printed, of those that are moved; the JSON document has all."""
WIDTH = 34


def worth_sections(found: Balance) -> Iterator[str]:
    """Yields what orders are worth to who gives them, and what table cards do to each team."""
    worth = appraisals(found.studies.of("worth"))
    teams = tuple(found.series.scenario.teams)
    orders = [id for id in found.orders if id in worth]
    if orders:
        yield columns(
            [
                ("order", "pairs", "worth in points of score", "in percent achieved"),
                *(_order(id, worth[id]) for id in orders),
            ]
        )
    cards = [id for id in found.series.scenario.cards if id in worth and id not in orders]
    if cards:
        yield columns(
            [
                ("card that happens", "pairs", *(f"to {team}" for team in teams)),
                *(
                    (id, str(worth[id].pairs), *(_signed(score) for score in worth[id].scores[1:]))
                    for id in cards
                ),
            ]
        )


def _order(id: str, worth: Appraisal) -> tuple[str, ...]:
    score, achieved = worth.scores[0], worth.achieved[0]
    return (id, str(worth.pairs), _interval(score, 1, 2), _interval(achieved, 100, 1))


def _interval(found: Estimate | None, scale: int, digits: int) -> str:
    if found is None:
        return "-"
    value, low, high = (
        f"{number * scale:+.{digits}f}" for number in (found.value, found.low, found.high)
    )
    return f"{value} [{low}, {high}]"


def _signed(found: Estimate | None) -> str:
    return "-" if found is None else f"{found.value:+.2f}"


def spread_sections(found: Balance) -> Iterator[str]:
    """Yields where the tracks stood in the end, and in the median game after each turn."""
    spreads = found.spreads
    turns = sorted({turn for spread in spreads for turn in spread.turns})
    yield columns(
        [
            ("track in the end", "5%", "25%", "50%", "75%", "95%", "low", "at", "high", "at"),
            *(
                (
                    spread.name,
                    *map(str, spread.end),
                    str(spread.low),
                    f"{spread.at_low.value:.1%}",
                    str(spread.high),
                    f"{spread.at_high.value:.1%}",
                )
                for spread in spreads
            ),
        ]
    )
    yield columns(
        [
            ("median after turn", *map(str, turns)),
            *(
                (
                    spread.name,
                    *(
                        str(spread.turns[turn][2]) if turn in spread.turns else "-"
                        for turn in turns
                    ),
                )
                for spread in spreads
            ),
        ]
    )


def sensitivity_section(found: Sensitivity) -> str:
    """Returns which numbers move the endings most, and where each stands."""
    done = len(found.effects)
    early = "" if done == found.asked else f" of {found.asked}"
    return (
        f"{done} numbers{early} moved by one, {found.games} games each"
        f" ({MOST} at most for costs and what else is constant).\n"
        f"An effect of w = {found.detectable:.2f} is found 4 times in 5. Moved: the percentage of "
        "games that would have\nto end otherwise; * is p < 0.05, allowing for all that was tried.\n"
        + columns(
            [
                ("number", "in", "less", "more"),
                *(_effect(effect) for effect in found.effects[:SHOWN]),
            ]
        )
    )


def _effect(effect: Effect) -> tuple[str, ...]:
    number = effect.number
    if number.at < 0:
        return (str(number.mark), f"{number.path[1]} {number.text}", *map(_step, effect.steps))
    text = number.text if len(number.text) <= WIDTH else number.text[: WIDTH - 3] + "..."
    return (str(number.mark), f"{text} ({number.value})", *map(_step, effect.steps))


def _step(step: Step) -> str:
    if step.distance is None:
        return "-"
    star = " *" if step.discovery < 0.05 else ""
    return f"{step.distance.value:.1%}{star}"
