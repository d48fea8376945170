"""`wargame learn`: teaches the keys and the ideas in short lessons."""

from __future__ import annotations

import click

from wargame.commands.places import Places, save_dir_option
from wargame.commands.play import open_table
from wargame.commands.terminal import require_terminal
from wargame.table.saves import save_dir
from wargame.table.tutor import begin_lesson


@click.command("learn")
@click.argument("lesson", required=False, default="")
@click.option("--scenario", default="", help="Whose lessons; the first that has any by default.")
@click.option("--plain", is_flag=True, help="Learn line by line: screen readers, pipes, scripts.")
@save_dir_option
@click.pass_obj
def command(places: Places, lesson: str, scenario: str, plain: bool) -> int:
    """Begin the next lesson.

    LESSON is the id of one; without it, the first that you have not finished. Each lesson is a game
    of its own, saved as any other.
    """
    if not plain:
        require_terminal()
    folder = save_dir(places.saves)
    tutor = begin_lesson(folder, places.scenarios, scenario=scenario, lesson=lesson)
    with tutor.session as session:
        return open_table(session, places, plain=plain, tutor=tutor)
