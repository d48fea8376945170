"""`wargame export`: writes a save as one JSON document, with what may be read of it."""

from __future__ import annotations

import json
from pathlib import Path

import click
from attrs import asdict

from wargame.commands.places import Places, save_dir_option
from wargame.commands.streams import print_json
from wargame.errors import UsageInvalid
from wargame.kernel.view import FACILITATOR, PUBLIC
from wargame.plain.secrets import require_seat
from wargame.table.replay import Replay
from wargame.table.saves import find_save, save_dir


@click.command("export")
@click.argument("save")
@click.option("--json", "as_json", is_flag=True, help="Write JSON, the only form there is.")
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
        raise UsageInvalid("no form of export was named", remedy="add --json")
    folder = save_dir(places.saves)
    replay = Replay.open(save, save_dir=folder, reveal=reveal)
    seat = seat or (FACILITATOR if replay.is_open else PUBLIC)
    require_seat(replay, seat)
    found = document(replay, seat, name=find_save(save, folder).stem)
    if output is None:
        print_json(found)
        return
    try:
        output.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except OSError as fault:
        raise UsageInvalid(
            f"cannot write to {output}: {fault.strerror}", remedy="choose another --output"
        ) from None


def document(replay: Replay, seat: str, *, name: str) -> dict[str, object]:
    """Returns the record and the last state of a game as one seat may read them."""
    replay.seek(len(replay))
    view = replay.view(seat)
    fields: dict[str, object] = {
        "save": name,
        "scenario": view.scenario,
        "title": view.scenario_title,
        "seat": seat,
        "over": view.node == "over",
        "turn": view.turn,
        "phase": view.phase,
        "notices": list(replay.notices),
        "records": [asdict(line) for line in view.log],
        "messages": [asdict(message) for message in view.messages],
        "gauges": {gauge.id: gauge.text for gauge in view.gauges},
        "scores": {team.id: team.score for team in view.teams},
        "ending": asdict(view.ending) if view.ending is not None else None,
    }
    if seat == FACILITATOR:
        # The seed tells all dice to come, and the record what is still sealed.
        fields["setup"] = replay.setup.fields()
        fields["decisions"] = [asdict(line) for line in replay.records]
    return fields
