"""`wargame verify`: checks a save's chain of records and replays it to the same states."""

from __future__ import annotations

import click

from wargame.commands.places import Places, save_dir_option
from wargame.commands.streams import print_json
from wargame.errors import WargameError
from wargame.table.reading import Reading, read
from wargame.table.replay import Replay
from wargame.table.saves import find_save, save_dir


@click.command("verify")
@click.argument("save")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@save_dir_option
@click.pass_context
def command(ctx: click.Context, save: str, as_json: bool) -> None:
    """Check that a save is whole and replays to the same states.

    SAVE is a name or the path of a file. The exit code is 1 if anything is wrong.
    """
    places: Places = ctx.obj
    reading = read(find_save(save, save_dir(places.saves)))
    problems = _problems(reading)
    head = reading.records[-1].hash if reading.records else reading.header.hash
    if as_json:
        document = {
            "save": reading.path.stem,
            "path": str(reading.path),
            "format": reading.header.format,
            "scenario": reading.header.setup.scenario,
            "scenario_hash": reading.header.texts_hash,
            "records": len(reading.records),
            "head": head,
            "whole": not problems,
            "problems": problems,
        }
        print_json(document)
    else:
        for problem in problems:
            print(f"problem: {problem}")
        print(f"{reading.path.stem}: {len(reading.records)} records, head {head}")
        print("not whole" if problems else "whole; every state was reached again")
    if problems:
        ctx.exit(1)


def _problems(reading: Reading) -> list[str]:
    """Returns what is wrong: with the file, and with the states that its records lead to."""
    problems = list(reading.notices)
    try:
        replay = Replay.open(reading.path)
    except WargameError as fault:
        return [*problems, str(fault)]
    return list(dict.fromkeys([*problems, *replay.notices]))
