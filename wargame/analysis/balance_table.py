"""The plain text of a balance: aligned columns, one section after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wargame.analysis.balance import Balance

Row = Sequence[str]
RIGHT = "0123456789-"
"""A column whose cells begin so holds numbers, and is aligned to the right."""


def columns(rows: Iterable[Row]) -> str:
    """Returns rows as lines with their cells aligned; the first row is the heading."""
    table = [tuple(row) for row in rows]
    widths = [max(map(len, cells)) for cells in zip(*table, strict=True)]
    numeric = [
        all(cell.strip()[:1] in RIGHT for cell in cells[1:]) for cells in zip(*table, strict=True)
    ]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, numeric, strict=True)
        ).rstrip()
        for row in table
    )


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
            ("order", "team turns legal", "given when legal"),
            *((id, str(tally.legal[id]), str(found.order(id))) for id in found.orders),
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
    yield columns(
        [
            ("deals", "share"),
            ("offered a game", _ratio(tally.deals["offered"], games)),
            ("accepted", str(found.accepted())),
            ("promises broken", str(found.broken())),
        ]
    )
    yield (
        f"Orders to choose from in the median team turn: {tally.median_choices():g}\n"
        f"{games} games in {found.seconds:.1f} s: {games / max(found.seconds, 1e-9):.1f} a second"
    )


def _ratio(total: int, count: int) -> str:
    return f"{total / count:.2f}" if count else "-"
