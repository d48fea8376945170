"""`wargame claims`: tests a scenario's hypotheses over many games."""

from __future__ import annotations

import sys

import click

from wargame.commands.places import Places
from wargame.commands.results import print_results
from wargame.commands.series import games_option, processes_option, seed_option
from wargame.commands.streams import json_option
from wargame.scenario.load import load_scenario


@click.command("claims")
@click.argument("scenario", required=False)
@games_option(10_000, "How many for each row of the table.")
@seed_option()
@processes_option()
@click.option("--only", multiple=True, metavar="ID", help="A hypothesis or claim; repeatable.")
@click.option("--beside", default="", metavar="BOTS", help="Bots that play the same freely.")
@games_option(200, "How many for each row of those bots.", name="--games-beside")
@json_option()
@click.pass_obj
def command(
    places: Places,
    scenario: str | None,
    games: int,
    seed: int,
    jobs: int,
    only: tuple[str, ...],
    beside: str,
    games_beside: int,
    as_json: bool,
) -> int:
    """Test a scenario's hypotheses over many games.

    Each is played by its doctrine as it stands and with its control turned off. The exit code is 1
    unless all of them hold.
    """
    from wargame.analysis.claims import examine, plan
    from wargame.analysis.claims_table import claims_table

    loaded = load_scenario(places.scenario(scenario), places.scenarios)
    trials = plan(loaded, games=games, only=only, beside=beside, beside_games=games_beside)
    # on standard error, and only where a person looks: what is printed stays the same
    hidden = not sys.stderr.isatty()
    length = sum(trial.games for trial in trials)
    with click.progressbar(length=length, label="games", file=sys.stderr, hidden=hidden) as bar:
        found = examine(
            loaded,
            trials,
            seed=seed,
            jobs=jobs,
            progress=lambda done: bar.update(done - bar.pos),
        )
    print_results(claims_table(found).removesuffix("\n"), found.to_json(), as_json=as_json)
    return 0 if found.all_hold else 1
