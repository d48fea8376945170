"""Export: a save as one JSON document."""

from __future__ import annotations

from pathlib import Path

from attrs import asdict

from wargame.kernel.view import PUBLIC
from wargame.table.reading import read
from wargame.table.replay import Replay


def export(
    path: Path, *, seat: str = PUBLIC, reveal: bool = False, texts: bool = False
) -> dict[str, object]:
    """Returns the header, the records and, once the game is over, the scores.

    Until then the records are those that `seat` may read, unless the facilitator reveals them; the
    seed, which tells the dice to come, is left out with them. `texts` adds the scenario's files.
    """
    reading = read(path)
    replay = Replay(reading, seat=seat, reveal=reveal)
    header = reading.header
    setup = header.setup.fields()
    if not replay.is_open:
        del setup["seed"]
    document: dict[str, object] = {
        "format": header.format,
        "program": header.program,
        "language": header.language,
        "scenario": header.setup.scenario,
        "title": header.title,
        "texts_hash": header.texts_hash,
        "created": header.created,
        "setup": setup,
        "over": replay.is_over,
        "notices": list(replay.notices),
        "records": [asdict(record) for record in replay.records],
    }
    if replay.is_over:
        document["scores"] = replay.scores()
    if texts:
        document["texts"] = dict(header.texts)
    return document
