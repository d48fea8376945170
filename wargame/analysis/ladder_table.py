"""The plain text of a ladder: a heading, and a line for each pairing as it is done."""

from __future__ import annotations

from wargame.analysis.ladder import Standing
from wargame.scenario.model import Scenario


def heading(scenario: Scenario, seed: int, *, deals: bool) -> str:
    """Returns what stands above the lines of pairings."""
    setting = "" if deals else ", no deals"
    return (
        f"{scenario.about.title}: seed {seed}{setting}\n"
        f"One stronger bot in each seat in turn against weaker ones in all others.\n\n"
        f"{'stronger':14}{'weaker':14}{'games':>6}{'wins':>8}  {'95 percent':16}{'wanted':>14}"
    )


def row(standing: Standing) -> str:
    """Returns the line of a pairing."""
    rung = standing.rung
    interval = f"[{standing.low:.1%}, {standing.high:.1%}]"
    wanted = f"{rung.wanted:.0%} or more" if rung.wanted else f"low > {standing.even:.0%}"
    verdict = "met" if standing.is_met else "missed"
    return (
        f"{rung.stronger:14}{rung.weaker:14}{standing.games:>6}{standing.share:>8.1%}"
        f"  {interval:16}{wanted:>14}  {verdict}"
    )
