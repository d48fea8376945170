"""Export: a save as one JSON document."""

from __future__ import annotations

from pathlib import Path

from attrs import asdict

from wargame.kernel.view import FACILITATOR, PUBLIC
from wargame.table.reading import read
from wargame.table.replay import Replay


def export(
    path: Path, *, seat: str = "", reveal: bool = False, texts: bool = False
) -> dict[str, object]:
    """Returns the header, the records and the board at the end, as one seat may read them.

    Without a `seat` they are those of the facilitator once the game is over or revealed, and of
    the public until then; the seed, which tells the dice to come, is left out so long. `texts`
    adds the scenario's files.

    Raises:
        UsageInvalid, SeatRefused: there is no such seat, or its secrets are not open yet.
    """
    reading = read(path)
    replay = Replay(reading, seat=seat or PUBLIC, reveal=reveal)
    replay.seek(len(replay))
    view = replay.view(seat or (FACILITATOR if replay.is_open else PUBLIC))
    header = reading.header
    setup = header.setup.fields()
    if not replay.is_open:
        del setup["seed"]
    document: dict[str, object] = {
        "save": path.stem,
        "format": header.format,
        "program": header.program,
        "language": header.language,
        "scenario": header.setup.scenario,
        "title": header.title,
        "texts_hash": header.texts_hash,
        "created": header.created,
        "setup": setup,
        "seat": view.seat,
        "over": replay.is_over,
        "turn": view.turn,
        "phase": view.phase,
        "notices": list(replay.notices),
        "records": [asdict(record) for record in replay.records],
        "messages": [asdict(message) for message in view.messages],
        "gauges": {gauge.id: gauge.text for gauge in view.gauges},
        "ending": asdict(view.ending) if view.ending is not None else None,
        "scores": replay.scores() if replay.is_over else None,
    }
    if texts:
        document["texts"] = dict(header.texts)
    return document
