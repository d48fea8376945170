"""The plain text of a simulation: aligned columns, one section after the other."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.analysis.columns import columns
from wargame.analysis.simulation import SCORES, Simulation


def simulation_table(found: Simulation) -> str:
    """Returns a simulation as plain text."""
    return "\n\n".join(_sections(found)) + "\n"


def _sections(found: Simulation) -> Iterator[str]:
    series, outcomes = found.series, found.outcomes
    scenario = series.scenario
    yield _heading(found)
    yield columns(
        [("ending", "share of games"), *((id, str(found.ending(id))) for id in scenario.endings)]
    )
    yield columns(
        [
            ("team", "mean score", "deviation", "achieved", "highest score"),
            *(
                (
                    id,
                    str(found.score(id)),
                    f"{found.score(id).deviation:.2f}",
                    str(found.achieved(id)),
                    str(found.highest(id)),
                )
                for id in scenario.teams
            ),
        ]
    )
    yield columns(
        [
            ("score in % of games", *map(str, SCORES)),
            *(
                (id, *(f"{found.scored(id, score).value * 100:.1f}" for score in SCORES))
                for id in scenario.teams
            ),
        ]
    )
    if scenario.agendas:
        yield columns(
            [
                ("agenda", "team", "dealt", "mean score", "achieved"),
                *(
                    (
                        id,
                        agenda.by,
                        str(found.agenda_score(id).of),
                        str(found.agenda_score(id)),
                        str(found.agenda_achieved(id)),
                    )
                    for id, agenda in scenario.agendas.items()
                ),
            ]
        )
    yield columns(
        [
            ("teams that achieve", "share of games"),
            *((str(n), str(found.together(n))) for n in range(len(scenario.teams) + 1)),
        ]
    )
    yield (
        f"Played by {found.by} on {found.where} in {found.seconds:.1f} s: "
        f"{found.a_second:,.0f} games a second\n"
        f"Digest of {outcomes.games} games: {outcomes.digest:016x}"
    )


def _heading(found: Simulation) -> str:
    series, games = found.series, found.outcomes.games
    early = "" if games == series.games else f" of {series.games} asked for"
    setting = "".join(
        [
            ", with deals" if series.deals else "",
            f", preset {series.preset}" if series.preset else "",
            f", without {', '.join(series.off)}" if series.off else "",
        ]
    )
    players = ", ".join(f"{team}={bot}" for team, bot in series.bots.items())
    reached = ""
    if found.until:
        met = "reached" if found.widest <= found.until else "not reached"
        reached = f"\nHalf the widest interval is {found.widest:.2%}; {found.until:.2%} is {met}."
    return (
        f"{series.scenario.about.title}: {games} games{early}, seed {series.seed}{setting}\n"
        f"{players}\n"
        f"Shares and means are followed by their 95 percent interval.{reached}"
    )
