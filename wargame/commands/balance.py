"""`wargame balance`: plays many games between bots and prints who scores what."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from wargame.commands.places import Places
from wargame.commands.results import print_results
from wargame.commands.series import (
    bots_option,
    deals_option,
    games_option,
    processes_option,
    seed_option,
    setup_options,
)
from wargame.commands.streams import json_option
from wargame.scenario.load import load_scenario


@click.command("balance")
@click.argument("scenario", required=False)
@games_option(1000)
@bots_option()
@seed_option()
@processes_option()
@setup_options
@deals_option(default=True)
@click.option(
    "--study",
    "studies",
    multiple=True,
    metavar="NAME",
    help="Look deeper: seats, no_deals, certainty, dice, dilemmas, observer, worth; repeatable.",
)
@games_option(200, "Games of each study.", name="--study-games")
@click.option("--sensitivity", is_flag=True, help="Move every number in the rules by one.")
@games_option(500, "Games for each number.", name="--sensitivity-games")
@click.option("--all", "everything", is_flag=True, help="Every study, and the sensitivity.")
@json_option()
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
    studies: tuple[str, ...],
    study_games: int,
    sensitivity: bool,
    sensitivity_games: int,
    everything: bool,
    as_json: bool,
) -> None:
    """Play many games and print who scores what.

    And whether the game is a good one: docs/measures.md says how each measure is defined, and which
    study it needs. The same seed gives the same games. What is printed are estimates with their
    intervals; Ctrl+C keeps what is done.
    """
    from wargame.analysis.balance import balance
    from wargame.analysis.balance_table import balance_table
    from wargame.analysis.deepening import STUDIES, deepen, move_numbers
    from wargame.analysis.study import check_names

    asked = STUDIES if everything else studies
    # before the first game: a slip of the pen should not cost an hour
    check_names(asked, STUDIES)
    loaded = load_scenario(places.scenario(scenario), places.scenarios)
    with _stage("games", games) as progress:
        found = balance(
            loaded,
            games=games,
            bots=bots,
            seed=seed,
            jobs=jobs,
            preset=preset,
            off=off,
            deals=deals,
            progress=progress,
        )
    found = deepen(found, asked, games=study_games, jobs=jobs, stage=_stage)
    if sensitivity or everything:
        found = move_numbers(found, games=sensitivity_games, jobs=jobs, stage=_stage)
    print_results(balance_table(found), found.to_json(), as_json=as_json)


@contextmanager
def _stage(label: str, length: int) -> Iterator[Callable[[int], None]]:
    """Shows a bar on standard error, and only where a person looks: what is printed is the same."""
    hidden = not sys.stderr.isatty()
    with click.progressbar(length=length, label=label, file=sys.stderr, hidden=hidden) as bar:
        yield lambda done: bar.update(done - bar.pos)
