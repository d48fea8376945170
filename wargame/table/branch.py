"""Branch: a game of its own that begins as a recorded one did, up to some point: what if?"""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from wargame import __version__
from wargame.errors import UsageInvalid
from wargame.kernel.view import FACILITATOR, PUBLIC
from wargame.language import tr
from wargame.table import saves
from wargame.table.journal import Clock, Journal, Salt, now, salt, stamp
from wargame.table.record import ORIGIN
from wargame.table.replay import Replay
from wargame.table.setup import HUMAN, TableSetup
from wargame.table.written import BRANCHED


def branch(
    replay: Replay,
    seat: str,
    *,
    save_dir: Path | None = None,
    clock: Clock = now,
    salt: Salt = salt,
) -> Path:
    """Begins a save with the decisions up to where a replay stands, and returns its file.

    A person takes the seat whose eyes it is seen with; all others are held by whom they were. What
    was said, noted and taken back stays behind in the record, which is not written to.

    Raises:
        SeatRefused: the game is neither over nor revealed, and its secrets would be played on.
        UsageInvalid: the game is over where the replay stands.
        SaveUnwritable: the disk refuses.
    """
    line = replay.line()
    if line and line[-1].body.get("over") is True:
        raise UsageInvalid(
            tr("the game is over there, and nothing is left to be decided"),
            remedy=tr("go back to before the decision that is to be another"),
        )
    folder = saves.save_dir(save_dir)
    path = saves.save_path(saves.fresh_name(f"{replay.name[:60]}-if", folder), folder)
    header = evolve(
        replay.header,
        program=__version__,
        setup=seated(replay.setup, seat),
        created=stamp(clock),
        salt=salt(),
    )
    with Journal.create(path, header, clock=clock, salt=salt) as journal:
        parent = ORIGIN
        for record in line:
            parent = journal.append(
                parent=parent,
                seat=record.seat,
                kind=record.kind,
                body=record.body,
                digest=record.digest,
            ).n
        text = BRANCHED.format(save=replay.name, number=line[-1].n if line else ORIGIN)
        body = {"text": text, "tags": ["save"]}
        journal.append(parent=parent, seat=FACILITATOR, kind="note", body=body)
    return path


def seated(setup: TableSetup, seat: str) -> TableSetup:
    """Returns the set-up with a person in a seat; nobody sits down to what everybody sees."""
    if seat == FACILITATOR:
        return evolve(setup, facilitator=HUMAN)
    return setup if seat == PUBLIC else evolve(setup, seats={**setup.seats, seat: HUMAN})
