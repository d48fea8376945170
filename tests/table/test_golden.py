from __future__ import annotations

from pathlib import Path

import pytest

from wargame.table.reading import read
from wargame.table.record import FORMAT
from wargame.table.replay import Replay
from wargame.table.session import Session
from wargame.table.verify import verify

GAMES = Path(__file__).parents[1] / "data" / "games"
SAVES = sorted(GAMES.glob("*.jsonl"))


def test_there_is_a_golden_save_of_every_format() -> None:
    assert {f"format-{number}" for number in range(1, FORMAT + 1)} <= {s.stem for s in SAVES}


@pytest.mark.parametrize("save", SAVES, ids=lambda save: save.stem)
def test_a_golden_save_plays_again_to_its_states(save: Path) -> None:
    found = verify(save)
    assert found.problem == ""
    assert found.digests_checked > found.line // 16


@pytest.mark.parametrize("save", SAVES, ids=lambda save: save.stem)
def test_a_golden_save_can_be_looked_at_and_played_on(save: Path, tmp_path: Path) -> None:
    replay = Replay.open(save)
    for index in range(len(replay) + 1):
        replay.seek(index)
        for seat in (*replay.program.teams, "public", "facilitator"):
            assert replay.view(seat).seat == seat
    copy = tmp_path / save.name
    copy.write_bytes(save.read_bytes())
    with Session.resume(copy) as session:
        session.client("facilitator").undo()
        assert not session.is_over
    assert len(read(copy).records) == len(replay) + 1


def test_a_golden_save_has_every_kind_of_record() -> None:
    kinds = {record.kind for record in read(GAMES / f"format-{FORMAT}.jsonl").records}
    assert kinds == {"decision", "goto", "message", "note", "bookmark"}
