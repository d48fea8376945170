"""`wargame ladder`: whether each stronger bot beats three of the next weaker."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from wargame.commands.places import Places
from wargame.commands.results import print_results
from wargame.commands.series import deals_option, games_option, seed_option
from wargame.commands.streams import json_option
from wargame.scenario.load import load_scenario

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from wargame.analysis.ladder import Standing


@click.command("ladder")
@click.argument("scenario", required=False)
@games_option(400, "For each pairing; a doubling has four or eight times as many.")
@click.option("--pair", metavar="BOT,BOT", multiple=True, help="Only this pairing; repeatable.")
@seed_option()
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, help="Threads.")
@deals_option(default=True)
@json_option()
@click.pass_obj
def command(
    places: Places,
    scenario: str | None,
    games: int,
    pair: tuple[str, ...],
    seed: int,
    jobs: int,
    deals: bool,
    as_json: bool,
) -> int:
    """Play stronger bots against weaker ones.

    One stronger bot sits among weaker ones, in each seat in turn with the same seeds; the number
    of games is fixed beforehand, and budgets are in playouts, so that it comes out the same
    anywhere. The exit code is 1 if a pairing does not show what it should. Ctrl-C keeps the
    pairings that are done.
    """
    from wargame.analysis.ladder import LADDER, climb, pairing
    from wargame.analysis.ladder_table import heading, row

    loaded = load_scenario(places.scenario(scenario), places.scenarios)
    rungs = tuple(map(pairing, pair)) or LADDER
    hidden = not sys.stderr.isatty()
    found: list[Standing] = []
    if not as_json:
        # a full disk is noticed before anything is played
        print(heading(loaded, seed, deals=deals), flush=True)
    try:
        for rung in rungs:
            label = f"{rung.stronger} against {rung.weaker}"
            length = games * rung.times
            with click.progressbar(
                length=length, label=label, file=sys.stderr, hidden=hidden
            ) as bar:

                def tell(done: int, bar: ProgressBar[int] = bar) -> None:
                    bar.update(done - bar.pos)

                standing = climb(
                    loaded, rung, games=length, seed=seed, jobs=jobs, deals=deals, progress=tell
                )
            found.append(standing)
            if not as_json:
                _print(row(standing), found, as_json=False)
    finally:
        if as_json and found:
            _print("", found, as_json=True)
    return 0 if all(standing.is_met for standing in found) else 1


def _print(text: str, found: list[Standing], *, as_json: bool) -> None:
    """Prints the last row or all as a document; where that fails, all that is done is kept."""
    print_results(text, [standing.to_json() for standing in found], as_json=as_json)
