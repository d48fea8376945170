"""The saves that ship are whole, end as they should, and are what their scripts record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from saves.record import SAVES, SCRIPTS, main, record
from wargame.kernel.notation import parse
from wargame.kernel.view import FACILITATOR, View
from wargame.table.reading import read
from wargame.table.record import Record
from wargame.table.replay import Replay
from wargame.table.saves import list_saves
from wargame.table.script import Script
from wargame.table.verify import verify

ENDS = {
    "river-tutorial": ("two_keys", {"averil": 10, "ossany": 8}),
    "s400-grand-bargain": (
        "grand_bargain",
        {"ankara": 8, "washington": 6, "moscow": 3, "brussels": 2},
    ),
    "s400-historical": ("grounded", {"ankara": 2, "washington": 2, "moscow": 3, "brussels": 1}),
}
SPOKEN = ("note", "say", "tell", "bookmark", "undo", "engine")

every_save = pytest.mark.parametrize("name", ENDS)


def save(name: str) -> Path:
    return SAVES / f"{name}.jsonl"


def script(name: str) -> Path:
    return SCRIPTS / f"{name}.play"


def at_the_end(name: str) -> View:
    replay = Replay.open(save(name))
    replay.seek(len(replay))
    return replay.view(FACILITATOR)


def gauges(view: View) -> dict[str, str]:
    return {gauge.id: gauge.text for gauge in view.gauges}


def notes(name: str) -> Iterator[Record]:
    return (record for record in read(save(name)).records if record.kind == "note")


def orders(name: str) -> dict[str, int]:
    """Returns each order that was given, with the turn in which it was given last."""
    records = [record for record in read(save(name)).records if record.kind == "decision"]
    words = [(record.text("do").split(), record.number("turn")) for record in records]
    return {said[2]: turn for said, turn in words if said[0] == "order"}


def test_every_script_has_its_save_and_every_save_its_script() -> None:
    assert {path.stem for path in SCRIPTS.iterdir()} == set(ENDS)
    assert {path.stem for path in SAVES.glob("*.jsonl")} == set(ENDS)


@every_save
def test_a_shipped_save_is_whole_and_plays_again_to_its_states(name: str) -> None:
    found = verify(save(name))
    assert found.problem == ""
    assert found.head_matches
    assert found.digests_checked >= found.line // 16
    (last,) = (record for record in read(save(name)).records if record.body.get("over") is True)
    assert last.digest


@every_save
def test_a_shipped_save_is_what_its_script_records(name: str, tmp_path: Path) -> None:
    made = record(script(name), tmp_path)
    for suffix in (".jsonl", ".head"):
        new, old = made.with_suffix(suffix).read_bytes(), save(name).with_suffix(suffix)
        assert new == old.read_bytes(), f"{old.name} is not what its script records: `make saves`"


@every_save
def test_a_shipped_save_ends_as_its_notes_say(name: str) -> None:
    ending, scores = ENDS[name]
    view = at_the_end(name)
    assert view.ending is not None
    assert view.ending.id == ending
    assert Replay.open(save(name)).scores() == scores


@every_save
def test_a_shipped_save_explains_itself(name: str) -> None:
    told = list(notes(name))
    turns = {record.number("turn") for record in read(save(name)).records if "turn" in record.body}
    assert len(told) > 2 * len(turns)
    assert all(record.seat == FACILITATOR and record.body["tags"] for record in told)


@every_save
def test_nothing_in_a_script_is_cut_or_put_differently(name: str) -> None:
    for line in Script.read(script(name)).lines:
        if line.verb not in SPOKEN:
            assert str(parse(line.text)) == line.text


@every_save
def test_a_shipped_save_is_listed_beside_ones_own(name: str, tmp_path: Path) -> None:
    (info,) = (info for info in list_saves(tmp_path) if info.name == name)
    assert info.shipped
    assert info.over
    assert info.problem == ""


def test_the_historical_line_keeps_to_the_record() -> None:
    given = orders("s400-historical")
    assert given["take_delivery"] == 2
    assert given["remove_f35"] == 3
    assert given["enact_east_med"] == 7
    assert not {"impose_caatsa", "force_caatsa", "waive_caatsa", "restrict_bases"} & given.keys()
    board = gauges(at_the_end("s400-historical"))
    assert board["s400"] == "Delivered"
    assert board["f35"] == "Removed"
    assert board["caatsa"] == "Stalled"
    assert board["second_order"] == "Hinted at"
    assert board["russian_share"] == "1"
    assert (board["tariffs"], board["bases"], board["notice"]) == ("no", "Open", "no")


def test_what_followed_stands_past_the_last_turn_and_says_so() -> None:
    records = read(save("s400-historical")).records
    over = next(record for record in records if record.body.get("over") is True)
    told = [record for record in notes("s400-historical") if "epilogue" in record.body["tags"]]
    assert told
    assert all(record.n > over.n for record in told)
    assert all("After the article" in record.text("text") for record in told)
    assert any("14 December 2020" in record.text("text") for record in told)


def test_every_ruling_of_the_historical_line_gives_its_reason() -> None:
    decisions = [r.text("do") for r in read(save("s400-historical")).records]
    rulings = [do for do in decisions if do.startswith(("rule", "inject", "weigh"))]
    assert rulings
    assert all(len(do.partition(" because ")[2]) > 30 for do in rulings)


def test_the_bargain_is_one_of_kept_promises() -> None:
    view = at_the_end("s400-grand-bargain")
    assert {team.id: (team.kept, team.broken) for team in view.teams} == {
        "ankara": (5, 0),
        "washington": (3, 0),
        "moscow": (1, 0),
        "brussels": (1, 0),
    }
    records = read(save("s400-grand-bargain")).records
    assert any(record.text("do") == "answer washington 3 no" for record in records)


def test_the_tutorial_shows_every_kind_of_decision() -> None:
    reading = read(save("river-tutorial"))
    verbs = {record.text("do").split(" ", 1)[0] for record in reading.records}
    assert verbs >= {
        *("deal", "draw", "roll", "choose", "order", "argue", "seal", "recall"),
        *("offer", "answer", "advance", "accept", "overrule", "weigh"),
    }
    assert {r.kind for r in reading.records} == {
        *("decision", "goto", "message", "note", "bookmark")
    }


def test_a_script_that_no_longer_plays_is_reported_and_leaves_the_save_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "scenario: river\nseed: 7\nbegins: 2024-03-01T09:00:00+00:00\n"
    stale = tmp_path / "river-tutorial.play"
    stale.write_text(f"{head}\nengine\nopen the gates\n", encoding="utf-8")
    before = save("river-tutorial").read_bytes()
    monkeypatch.setattr("sys.argv", ["record.py", str(stale)])
    assert main() == 1
    said = capsys.readouterr().err
    assert f"error: {stale}:6: " in said
    assert "remedy: " in said
    assert save("river-tutorial").read_bytes() == before
