"""`wargame verify`: checks a save's chain of records and replays it to the same states."""

from __future__ import annotations

import click
from attrs import asdict

from wargame.commands.places import Places, save_dir_option
from wargame.commands.streams import json_option, print_json
from wargame.language import tr
from wargame.table.saves import find_save, save_dir
from wargame.table.verify import verify


@click.command("verify")
@click.argument("save")
@json_option()
@save_dir_option
@click.pass_context
def command(ctx: click.Context, save: str, as_json: bool) -> None:
    """Check that a save is whole and replays to the same states.

    SAVE is a name or the path of a file. The exit code is 1 if anything is wrong.
    """
    places: Places = ctx.obj
    path = find_save(save, save_dir(places.saves))
    found = verify(path)
    if as_json:
        document = {"save": path.stem, "path": str(path), "whole": found.ok}
        print_json(document | asdict(found))
    else:
        for problem in found.problems:
            print(tr("problem: {problem}", problem=problem))
        print(
            tr(
                "{save}: {number} records, head {head}",
                save=path.stem,
                number=found.records,
                head=found.head,
            )
        )
        if found.ok:
            number = found.digests_checked
            print(tr("whole; {number} recorded states were reached again", number=number))
        else:
            print(tr("not whole"))
    if not found.ok:
        ctx.exit(1)
