"""`wargame balance`: plays many games between bots and prints who scores what."""

from __future__ import annotations

import sys

import click

from wargame.commands.places import Places
from wargame.commands.streams import print_json
from wargame.scenario.files import default_scenario
from wargame.scenario.load import load_scenario


@click.command("balance")
@click.argument("scenario", required=False)
@click.option("--games", type=click.IntRange(1), default=1000, show_default=True, help="How many.")
@click.option(
    "--bots",
    default="doctrine",
    show_default=True,
    help="random, doctrine, easy, fair, hard, best, search:N; or TEAM=BOT,...",
)
@click.option(
    "--seed",
    type=click.IntRange(0, 2**63 - 1),
    default=1,
    show_default=True,
    help="Fixes all chance.",
)
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes.")
@click.option("--preset", default="", help="Way to set the games up.")
@click.option("--off", multiple=True, metavar="SWITCH", help="Turn a mechanism off; repeatable.")
@click.option("--deals/--no-deals", default=True, help="Whether the bots may strike deals.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def command(
    places: Places,
    scenario: str | None,
    games: int,
    bots: str,
    seed: int,
    jobs: int,
    preset: str,
    off: tuple[str, ...],
    deals: bool,
    as_json: bool,
) -> None:
    """Play many games and print who scores what.

    The same seed gives the same games. What is printed are estimates with their intervals.
    """
    from wargame.analysis.balance import balance
    from wargame.analysis.balance_table import balance_table

    loaded = load_scenario(scenario or default_scenario(places.scenarios), places.scenarios)
    # on standard error, and only where a person looks: what is printed stays the same
    hidden = not sys.stderr.isatty()
    with click.progressbar(length=games, label="games", file=sys.stderr, hidden=hidden) as bar:
        found = balance(
            loaded,
            games=games,
            bots=bots,
            seed=seed,
            jobs=jobs,
            preset=preset,
            off=off,
            deals=deals,
            progress=lambda done: bar.update(done - bar.pos),
        )
    if as_json:
        print_json(found.to_json())
    else:
        print(balance_table(found))
