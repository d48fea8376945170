"""The plain text of a balance: aligned columns, one section after the other."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.analysis.balance import Balance
from wargame.analysis.columns import columns
from wargame.analysis.deep_table import sensitivity_section, spread_sections, worth_sections

WIDTH = 46
"""The longest title of a measure that is printed whole."""


def balance_table(found: Balance) -> str:
    """Returns a balance as plain text."""
    return "\n\n".join(_sections(found)) + "\n"


def _sections(found: Balance) -> Iterator[str]:
    series, tally = found.series, found.tally
    scenario, games = series.scenario, tally.games
    players = ", ".join(f"{team}={bot}" for team, bot in series.bots.items())
    early = "" if games == series.games else f" of {series.games} asked for"
    setting = "".join(
        [
            "" if series.deals else ", no deals",
            f", preset {series.preset}" if series.preset else "",
            f", without {', '.join(series.off)}" if series.off else "",
        ]
    )
    yield (
        f"{scenario.about.title}: {games} games{early}, seed {series.seed}{setting}\n"
        f"{players}\n"
        "Shares are followed by their 95 percent interval."
    )
    yield _measures(found)
    yield columns(
        [
            ("ending", "share of games"),
            *((id, str(found.ending(id))) for id in scenario.endings),
        ]
    )
    yield columns(
        [
            ("agenda", "team", "dealt", "mean score", "achieved"),
            *(
                (
                    id,
                    agenda.by,
                    str(tally.dealt[id]),
                    _ratio(tally.agenda_points[id], tally.dealt[id]),
                    str(found.agenda(id)),
                )
                for id, agenda in scenario.agendas.items()
            ),
        ]
    )
    yield columns(
        [
            ("team", "mean score", "highest score"),
            *((id, f"{found.mean_score(id):.2f}", str(found.highest(id))) for id in scenario.teams),
        ]
    )
    teams = len(scenario.teams)
    yield columns(
        [
            ("teams that achieve", "share of games"),
            ("none", str(found.together(0, 0))),
            ("two or more", str(found.together(2, teams))),
            ("all", str(found.together(teams, teams))),
        ]
    )
    yield columns(
        [
            ("order", "team turns legal", "given when legal", "used in games"),
            *(
                (id, str(tally.legal[id]), str(found.order(id)), f"{found.used(id).value:.1%}")
                for id in found.orders
            ),
        ]
    )
    if scenario.cards:
        yield columns(
            [
                ("card", "deck", "drawn in games", "happened when drawn"),
                *(
                    (id, card.deck, str(found.drawn(id)), str(found.played(id)))
                    for id, card in scenario.cards.items()
                ),
            ]
        )
    yield from worth_sections(found)
    yield from spread_sections(found)
    yield columns(
        [
            ("deals", "share"),
            ("offered a game", _ratio(tally.deals["offered"], games)),
            ("accepted", str(found.accepted())),
            ("promises broken", str(found.broken())),
        ]
    )
    if found.sensitivity:
        yield sensitivity_section(found.sensitivity)
    yield (
        f"Orders to choose from in the median team turn: {tally.median_choices():g}\n"
        f"{games} games in {found.seconds:.1f} s: {games / max(found.seconds, 1e-9):.1f} a second"
    )


def _measures(found: Balance) -> str:
    return columns(
        [
            ("measure", "target", "value, interval", "verdict"),
            *(
                (
                    _short(f"{measure.title}: {measure.note}" if measure.note else measure.title),
                    measure.target.text(measure.scale) if measure.target else "",
                    measure.value_text(),
                    measure.verdict,
                )
                for measure in found.measures
            ),
        ]
    )


def _short(text: str) -> str:
    return text if len(text) <= WIDTH else text[: WIDTH - 3] + "..."


def _ratio(total: int, count: int) -> str:
    return f"{total / count:.2f}" if count else "-"
