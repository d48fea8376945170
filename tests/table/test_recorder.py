from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from tests.table.test_script import HEAD, written
from wargame.errors import SaveExists, ScriptFaulty
from wargame.table.reading import read
from wargame.table.recorder import Recorder
from wargame.table.script import Script
from wargame.table.verify import verify

SET_UP = f"{HEAD}\ndeal averil good_neighbour\n" + "engine\n" * 7


def recorded(folder: Path, text: str) -> Path:
    return Recorder(Script.read(written(folder, text))).record(folder / "saves")


def fault_of(folder: Path, text: str) -> ScriptFaulty:
    with pytest.raises(ScriptFaulty) as caught:
        recorded(folder, text)
    return caught.value


def test_the_same_script_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    saves = []
    for folder in (first, second):
        folder.mkdir()
        saves.append(recorded(folder, f"{SET_UP}note averil Dear diary\n"))
    assert saves[0].read_bytes() == saves[1].read_bytes()
    assert saves[0].with_suffix(".head").read_bytes() == saves[1].with_suffix(".head").read_bytes()
    assert verify(saves[0]).ok


def test_nothing_is_left_beside_the_save_and_its_head(tmp_path: Path) -> None:
    save = recorded(tmp_path, SET_UP)
    assert sorted(p.name for p in save.parent.iterdir()) == ["game.head", "game.jsonl"]


def test_every_kind_of_line_is_recorded_as_its_seat_would_have(tmp_path: Path) -> None:
    text = f"""{SET_UP}
draw wedding_at_the_weir
bookmark The thaw
say averil To the room
tell averil ossany To you alone
note facilitator #one #two Between the tags #three
advance
undo we were not ready
"""
    records = read(recorded(tmp_path, text)).records
    assert (records[0].seat, records[0].text("do")) == ("facilitator", "deal averil good_neighbour")
    assert records[1].seat == "chance"
    said = {record.text("text"): record for record in records if record.kind != "decision"}
    assert said["The thaw"].kind == "bookmark"
    assert said["To the room"].body["to"] == ""
    assert said["To you alone"].body["to"] == "ossany"
    assert said["Between the tags"].body["tags"] == ["one", "two", "three"]
    assert records[-1].kind == "goto"
    assert records[-1].text("reason") == "we were not ready"


def test_time_passes_by_the_minutes_of_a_phase(tmp_path: Path) -> None:
    records = read(recorded(tmp_path, f"{SET_UP}draw wedding_at_the_weir\nadvance\n")).records
    before, after = (datetime.fromisoformat(record.at) for record in records[-2:])
    assert (after - before).total_seconds() == 2 * 60 + 20  # dawn is two minutes long


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("order averil close_gates", "'order' is not possible in"),
        ("dance averil", "unknown decision 'dance'"),
        ("draw no_such_card", "no_such_card"),
        ("note nobody Text", "no seat 'nobody'"),
        ("say averil", "the text is empty"),
        ("tell averil nobody Text", "no seat 'nobody'"),
        ("bookmark", "the text is empty"),
        ("note averil " + "x" * 400, "412 characters"),
    ],
)
def test_a_line_that_cannot_be_played_is_named(tmp_path: Path, line: str, said: str) -> None:
    fault = fault_of(tmp_path, f"{SET_UP}\n{line}\n")
    assert "game.play:14: " in fault.message
    assert said in fault.message
    assert fault.remedy


def test_a_fault_says_what_play_waits_for(tmp_path: Path) -> None:
    assert "in dawn, waiting for chance" in fault_of(tmp_path, f"{SET_UP}accept\n").message


def test_a_save_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    recorded(tmp_path, SET_UP)
    with pytest.raises(SaveExists):
        recorded(tmp_path, SET_UP)
