from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.table.conftest import begin
from wargame.errors import SaveMissing, SaveNameInvalid, SaveUnwritable
from wargame.table import saves
from wargame.table.saves import (
    copy_shipped,
    find_save,
    fresh_name,
    is_shipped,
    list_saves,
    save_dir,
    save_path,
)


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "shipped"
    folder.mkdir()
    monkeypatch.setattr(saves, "shipped_dir", lambda: folder)
    return folder


def test_the_save_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert save_dir(tmp_path) == tmp_path
    monkeypatch.setenv("WARGAME_SAVE_DIR", "/somewhere")
    assert save_dir() == Path("/somewhere")
    monkeypatch.setenv("WARGAME_SAVE_DIR", "")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert save_dir().name == "saves"


@pytest.mark.parametrize("name", ["a", "river-1", "A.b_c-9", "river-1.jsonl", "a" * 80])
def test_names_of_saves(name: str, tmp_path: Path) -> None:
    assert save_path(name, tmp_path).parent == tmp_path
    assert save_path(name, tmp_path).suffix == ".jsonl"


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "..", "../x", "a/b", "/etc/x", "a\\b", ".hidden", "-x", "a.", "a" * 81, "a\0"),
        *("con", "NUL", "com1", "lpt9.x", "a b", "ä", "a\n", "a:b", ".jsonl"),
    ],
)
def test_names_that_leave_the_folder_or_are_not_portable(name: str, tmp_path: Path) -> None:
    with pytest.raises(SaveNameInvalid):
        save_path(name, tmp_path)


def test_a_save_is_found_by_name_path_or_among_those_that_ship(
    tmp_path: Path, shipped: Path
) -> None:
    own = tmp_path / "saves"
    begin(own / "mine.jsonl").close()
    begin(shipped / "example.jsonl").close()
    assert find_save("mine", own) == own / "mine.jsonl"
    assert find_save("new", own) == own / "new.jsonl"
    assert find_save("example", own) == shipped / "example.jsonl"
    assert find_save(str(own / "mine.jsonl"), own) == own / "mine.jsonl"
    assert find_save(own / "mine.jsonl", own) == own / "mine.jsonl"
    with pytest.raises(SaveMissing):
        find_save(str(own / "missing.jsonl"), own)
    with pytest.raises(SaveNameInvalid):
        find_save("..", own)
    begin(own / "example.jsonl").close()
    assert find_save("example", own) == own / "example.jsonl"


def test_a_save_that_ships_is_copied_under_a_fresh_name(tmp_path: Path, shipped: Path) -> None:
    own = tmp_path / "saves"
    begin(shipped / "example.jsonl", records=2).close()
    assert is_shipped(shipped / "example.jsonl")
    copies = [copy_shipped(shipped / "example.jsonl", own) for _ in range(2)]
    assert [copy.name for copy in copies] == ["example-1.jsonl", "example-2.jsonl"]
    assert copies[0].read_bytes() == (shipped / "example.jsonl").read_bytes()
    assert not is_shipped(copies[0])
    with pytest.raises(SaveUnwritable):
        copy_shipped(shipped / "example.jsonl", copies[0] / "folder")


def test_fresh_names_count(tmp_path: Path) -> None:
    assert fresh_name("river", tmp_path / "none") == "river-1"
    begin(tmp_path / "river-1.jsonl").close()
    assert fresh_name("river", tmp_path) == "river-2"


def test_the_list_says_where_each_game_stands(tmp_path: Path, shipped: Path) -> None:
    begin(tmp_path / "river-1.jsonl", records=2).close()
    with begin(tmp_path / "river-2.jsonl", records=1) as journal:
        body = {"do": "advance", "turn": 3, "phase": "end", "over": True}
        journal.append(parent=1, seat="facilitator", kind="decision", body=body)
        journal.append(parent=2, seat="facilitator", kind="note", body={"text": "thanks"})
    begin(shipped / "example.jsonl").close()
    os.utime(tmp_path / "river-1.jsonl", (2_000_000_000, 2_000_000_000))
    first, second, third = list_saves(tmp_path)
    assert (first.name, first.turn, first.phase, first.records) == ("river-1", 1, "orders", 2)
    assert (first.scenario, first.title, first.over) == ("river", "A river", False)
    assert first.modified.startswith("2033-05-18")
    assert (second.name, second.turn, second.phase, second.over) == ("river-2", 3, "end", True)
    assert (third.name, third.shipped, third.turn, third.phase) == ("example", True, 1, "")
    assert not any(info.problem for info in (first, second, third))


def test_a_broken_file_is_listed_with_its_problem(tmp_path: Path, shipped: Path) -> None:
    begin(tmp_path / "torn.jsonl", records=2).close()
    with (tmp_path / "torn.jsonl").open("ab") as file:
        file.write(b'{"half')
    (tmp_path / "empty.jsonl").write_bytes(b"")
    (tmp_path / "folder.jsonl").mkdir()
    (tmp_path / "loop.jsonl").symlink_to("loop.jsonl")
    (tmp_path / "other.txt").write_text("no save")
    problems = {info.name: info.problem for info in list_saves(tmp_path)}
    assert problems.keys() == {"torn", "empty", "folder", "loop"}
    assert all(problems.values())
    assert "torn" in problems["torn"]


def test_a_folder_that_is_not_there_holds_no_saves(tmp_path: Path, shipped: Path) -> None:
    assert list_saves(tmp_path / "none") == ()
