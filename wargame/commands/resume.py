"""`wargame resume`: goes on with a saved game."""

from __future__ import annotations

import click

from wargame.commands.places import Places, save_dir_option
from wargame.commands.play import open_table
from wargame.commands.terminal import require_terminal
from wargame.errors import SaveMissing
from wargame.language import tr
from wargame.table.saves import list_saves, save_dir
from wargame.table.session import Session


@click.command("resume")
@click.argument("save", required=False)
@click.option("--plain", is_flag=True, help="Play line by line: screen readers, pipes, scripts.")
@save_dir_option
@click.pass_obj
def command(places: Places, save: str | None, plain: bool) -> int:
    """Go on with a saved game.

    SAVE is a name or the path of a file; without it, the game that was played last and is not
    over.
    """
    if not plain:
        require_terminal()
    name = save or _latest(places)
    with Session.resume(
        name, save_dir=save_dir(places.saves), scenarios=places.scenarios
    ) as session:
        return open_table(session, places, plain=plain)


def _latest(places: Places) -> str:
    folder = save_dir(places.saves)
    for info in list_saves(folder):
        if not info.over and not info.shipped and info.scenario:
            return info.name
    raise SaveMissing(
        tr("there is no unfinished game in {folder}", folder=folder),
        remedy=tr("'wargame play' starts a new one"),
    )
