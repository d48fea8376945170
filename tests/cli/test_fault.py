"""A fault in the program itself: told in words, written down in full."""

from __future__ import annotations

from pathlib import Path

import pytest

from wargame import cli
from wargame.commands import crash


@pytest.fixture
def logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "logs"
    monkeypatch.setattr(crash, "user_log_dir", lambda name: str(folder / name))
    return folder


def stumble(*args: object, **more: object) -> None:
    raise ZeroDivisionError("by nothing")


def test_a_fault_is_told_without_a_traceback(
    logs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("wargame.commands.list.list_saves", stumble)
    assert cli.run(["list"]) == 1
    told = capsys.readouterr().err
    assert "error[wargame.fault]" in told
    assert "ZeroDivisionError" in told
    assert "Traceback" not in told
    (path,) = (logs / "wargame").iterdir()
    assert str(path) in told
    assert "by nothing" in path.read_text(encoding="utf8")


def test_a_fault_that_cannot_be_written_down_is_told_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setattr(crash, "user_log_dir", lambda name: str(blocked / name))
    monkeypatch.setattr("wargame.commands.list.list_saves", stumble)
    assert cli.run(["list"]) == 1
    assert "could not be written down" in capsys.readouterr().err
