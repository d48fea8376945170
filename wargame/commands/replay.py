"""`wargame replay`: steps through a recorded game."""

from __future__ import annotations

import click

from wargame.commands.places import Places, save_dir_option
from wargame.commands.terminal import require_terminal, run_app
from wargame.kernel.view import PUBLIC
from wargame.plain.secrets import require_seat
from wargame.table.replay import Replay
from wargame.table.saves import save_dir


@click.command("replay")
@click.argument("save")
@click.option("--plain", is_flag=True, help="Step line by line: screen readers, pipes, scripts.")
@click.option("--as", "seat", metavar="SEAT", default=PUBLIC, help="Whose eyes to look through.")
@click.option("--reveal", is_flag=True, help="Show secrets although the game is not over.")
@save_dir_option
@click.pass_obj
def command(places: Places, save: str, plain: bool, seat: str, reveal: bool) -> int:
    """Step through a recorded game.

    SAVE is a name or the path of a file. Until a game is over only what everybody saw is shown,
    unless --reveal is given.
    """
    if not plain:
        require_terminal()
    replay = Replay.open(
        save,
        save_dir=save_dir(places.saves),
        seat=seat,
        reveal=reveal,
        scenarios=places.scenarios,
    )
    require_seat(replay, seat)
    if plain:
        from wargame.plain.console import standard
        from wargame.plain.tour import Tour

        Tour(replay, standard(), seat=seat, saves=places.saves).run()
        return 0
    from wargame.tui.app import WargameApp

    return run_app(WargameApp(replay=replay, saves=places.saves, scenarios=places.scenarios))
