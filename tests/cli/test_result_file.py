from __future__ import annotations

import os
from pathlib import Path
from threading import Thread

import pytest

from wargame.commands.result_file import ResultFile
from wargame.commands.results import GameLines
from wargame.errors import ResultsUnwritable


def test_a_file_takes_its_place_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "results"
    path.write_text("older")
    file = ResultFile.open(path)
    file.write("one\n")
    assert path.read_text() == "older"
    file.write("two\n")
    file.finish()
    assert path.read_text() == "one\ntwo\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    link.symlink_to(target)
    file = ResultFile.open(link)
    file.write("new")
    file.finish()
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_pipe_is_written_to_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    file = ResultFile.open(pipe)
    file.write("through")
    file.finish()
    reader.join()
    assert read == ["through"]
    assert list(tmp_path.iterdir()) == [pipe]


def test_what_is_given_up_leaves_an_older_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "results"
    path.write_text("older")
    file = ResultFile.open(path)
    file.write("new")
    file.give_up()
    assert path.read_text() == "older"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ResultsUnwritable, match="Is a directory"):
        ResultFile.open(tmp_path)


def test_lines_come_in_the_order_of_the_games(tmp_path: Path) -> None:
    path = tmp_path / "games"
    lines = GameLines.open(path, "heading\n")
    lines.add(range(2, 4), "2\n3\n")
    lines.add(range(2), "0\n1\n")
    lines.add(range(7, 8), "7\n")
    lines.add(range(5, 6), "5\n")
    partial = path.with_name("games.partial")
    assert partial.read_text() == "heading\n0\n1\n2\n3\n"
    lines.finish()
    assert path.read_text() == "heading\n0\n1\n2\n3\n5\n7\n"
