"""`wargame keys`: prints which key does what, in the format of the file that moves them."""

from __future__ import annotations

import click


@click.command("keys")
@click.option("--path", is_flag=True, help="Print only where the file is looked for.")
def command(path: bool) -> None:
    """Print which key does what, and how to move it.

    The output is a file of the format that moves them: put it, or a part of it, where --path says
    and change the keys there. A faulty file is told of here and at the start; the game is then
    played with the usual keys.
    """
    from wargame.tui.keymap import keys_path, keys_text, read_keys

    if path:
        print(keys_path())
        return
    for line in keys_text(read_keys()):
        print(line)
