"""`wargame export`: writes a save as one JSON document, with what may be read of it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from wargame.commands.places import Places, save_dir_option
from wargame.commands.streams import json_option, print_json
from wargame.errors import UsageInvalid
from wargame.kernel.view import PUBLIC
from wargame.language import tr
from wargame.plain.secrets import require_seat
from wargame.table.export import export
from wargame.table.replay import Replay
from wargame.table.saves import find_save, save_dir


@click.command("export")
@click.argument("save")
@json_option("Write JSON, the only form there is.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="File to write.")
@click.option("--as", "seat", metavar="SEAT", help="Whose eyes to look through.")
@click.option("--reveal", is_flag=True, help="Write secrets although the game is not over.")
@save_dir_option
@click.pass_obj
def command(
    places: Places, save: str, as_json: bool, output: Path | None, seat: str | None, reveal: bool
) -> None:
    """Write a save as one JSON document.

    SAVE is a name or the path of a file. The record of a finished game is written whole; until
    then only what everybody saw, unless --reveal is given.
    """
    if not as_json:
        raise UsageInvalid(tr("no form of export was named"), remedy=tr("add --json"))
    path = find_save(save, save_dir(places.saves))
    require_seat(Replay.open(path, reveal=reveal), seat or PUBLIC)
    found = export(path, seat=seat or "", reveal=reveal)
    if output is None:
        print_json(found)
        return
    try:
        output.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except OSError as fault:
        raise UsageInvalid(
            tr("cannot write to {file}: {fault}", file=output, fault=fault.strerror),
            remedy=tr("choose another --output"),
        ) from None
