"""`wargame play`: starts a new game, on the screens or line by line."""

from __future__ import annotations

import secrets

import click
from click.core import ParameterSource

from wargame.commands.places import Places, save_dir_option
from wargame.commands.seating import FACILITATOR_KINDS, seats_of
from wargame.commands.terminal import require_terminal, run_app
from wargame.language import tr
from wargame.scenario.load import load_scenario
from wargame.table.saves import fresh_name, save_dir
from wargame.table.session import Session
from wargame.table.setup import TableSetup
from wargame.table.tutor import Tutor

SEEDS = 2**31
"""Seeds that are drawn by default lie below this, short enough to be typed again."""


@click.command("play")
@click.argument("scenario", required=False)
@click.option("--preset", default="", help="Way to set the game up; see 'wargame list --json'.")
@click.option("--seat", metavar="TEAM", help="Your team; bots hold the others.")
@click.option("--bots", default="doctrine", show_default=True, help="Bot for the other seats.")
@click.option(
    "--seats",
    metavar="TEAM=WHO,...",
    help="Who holds each seat: human or the name of a bot; --bots hold those not named.",
)
@click.option(
    "--facilitator",
    type=click.Choice(FACILITATOR_KINDS),
    default="auto",
    show_default=True,
    help="Whether a person rules, or every outcome stands as rolled.",
)
@click.option(
    "--dice",
    type=click.Choice(["engine", "typed"]),
    default="engine",
    show_default=True,
    help="Whether the program rolls, or the facilitator types real dice in.",
)
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="Number that fixes all chance.")
@click.option("--name", help="Name of the save.")
@click.option("--off", multiple=True, metavar="SWITCH", help="Turn a mechanism off; repeatable.")
@click.option("--plain", is_flag=True, help="Play line by line: screen readers, pipes, scripts.")
@save_dir_option
@click.pass_obj
def command(
    places: Places,
    scenario: str | None,
    preset: str,
    seat: str | None,
    bots: str,
    seats: str | None,
    facilitator: str,
    dice: str,
    seed: int | None,
    name: str | None,
    off: tuple[str, ...],
    plain: bool,
) -> int:
    """Start a new game.

    Without --seat or --seats people hold every team, in turn at one keyboard. Every decision is
    saved as it is made; 'wargame resume' goes on where a game stopped.
    """
    if not plain:
        require_terminal()
    source = click.get_current_context().get_parameter_source("bots")
    loaded = load_scenario(places.scenario(scenario), places.scenarios)
    setup = TableSetup(
        scenario=loaded.id,
        preset=preset,
        seed=secrets.randbelow(SEEDS) if seed is None else seed,
        off=off,
        seats=seats_of(
            loaded,
            seat=seat,
            seats=seats,
            bots=bots,
            wanted=source is ParameterSource.COMMANDLINE,
        ),
        facilitator=facilitator,
        dice=dice,
    )
    folder = save_dir(places.saves)
    name = name or fresh_name(loaded.id, folder)
    with Session.start(setup, name=name, save_dir=folder, scenario=loaded) as session:
        return open_table(session, places, plain=plain)


def open_table(session: Session, places: Places, *, plain: bool, tutor: Tutor | None = None) -> int:
    """Plays a running game until the people at it leave; returns the exit code."""
    if plain:
        from wargame.plain.console import standard
        from wargame.plain.game import Game
        from wargame.table.coach import Coach
        from wargame.tui.settings import read_settings

        coach = Coach.of(session) if read_settings().coach else None
        Game(session, standard(), coach=coach, tutor=tutor).run()
        return 0
    from wargame.tui.app import WargameApp

    app = WargameApp(session=session, tutor=tutor, saves=places.saves, scenarios=places.scenarios)
    code = run_app(app)
    if not session.is_over:
        print(tr("The game is saved. To go on: wargame resume {save}", save=session.name))
    return code
