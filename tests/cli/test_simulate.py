from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.analysis.cluster import until
from tests.cli.conftest import Printed
from wargame.commands import result_file
from wargame.table.disk import Disk

Wargame = Callable[..., Printed]
GAMES = ("simulate", "river", "--games", "200", "--jobs", "1")
ENDLESS = ("simulate", "river", "--games", "1000000000")
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")


def document(printed: Printed) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(printed.out)
    return found


def test_games_are_played_and_told_as_a_table(wargame: Wargame) -> None:
    printed = wargame(*GAMES)
    assert (printed.code, printed.err) == (0, "")
    assert "200 games, seed 1" in printed.out
    assert "Played by Python on 1 thread" in printed.out


def test_the_same_seed_gives_the_same_document_wherever_it_is_played(wargame: Wargame) -> None:
    alone, again, shared = (
        document(wargame(*GAMES[:-1], jobs, "--seed", "5", "--json")) for jobs in ("1", "1", "2")
    )
    assert alone.pop("run")["where"] == again.pop("run")["where"] == "1 thread"
    assert shared.pop("run")["where"] == "2 processes"
    assert alone == again == shared
    other = document(wargame(*GAMES, "--seed", "6", "--json"))
    assert other["digest"] != alone["digest"]


def test_many_games_are_played_natively_and_are_the_same_games(
    wargame: Wargame, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("llvmlite")
    many = ("simulate", "river", "--games", "2000", "--bots", "random", "--json")
    native = document(wargame(*many))
    monkeypatch.setenv("WARGAME_NATIVE", "0")
    plain = document(wargame(*many, "--jobs", "1"))
    assert native.pop("run")["played_by"] == "native code"
    assert plain.pop("run")["played_by"] == "Python"
    assert native == plain


def test_results_go_into_files_too(wargame: Wargame, tmp_path: Path) -> None:
    results, games = tmp_path / "results.csv", tmp_path / "games.csv"
    results.write_text("older", encoding="utf-8")
    printed = wargame(*GAMES, "--json", "--csv", str(results), "--per-game", str(games))
    found = document(printed)
    with results.open(encoding="utf-8") as file:
        counts = {
            row["id"]: row["count"] for row in csv.DictReader(file) if row["about"] == "ending"
        }
    assert counts == {id: str(share["count"]) for id, share in found["endings"].items()}
    with games.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["game"]) for row in rows] == list(range(200))
    for id, share in found["endings"].items():
        assert sum(row["ending"] == id for row in rows) == share["count"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["games.csv", "results.csv"]


def test_it_can_stop_when_it_knows_enough(wargame: Wargame) -> None:
    found = document(wargame(*ENDLESS, "--until", "0.03", "--json"))
    assert (found["stopped"], found["until"]) == ("precise", 0.03)
    assert 1000 <= found["games"] < 5000


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (("--games", "0"), 2, "0 is not in the range"),
        (("--jobs", "0"), 2, "0 is not in the range"),
        (("--until", "0"), 2, "0.0 is not in the range"),
        (("--jobs", "2", "--scheduler", "tcp://127.0.0.1:1"), 2, "error[usage.invalid]"),
        (("--bots", "chess"), 1, "error[bot.unknown]"),
        (("--preset", "nothing"), 2, "error[usage.invalid]"),
        (("--scheduler", "smoke://signals"), 2, "error[usage.invalid]"),
        (
            ("--scheduler", "tcp://127.0.0.1:1", "--patience", "0.3"),
            1,
            "error[cluster.unreachable]: no scheduler answers at tcp://127.0.0.1:1 within 0.3",
        ),
        (("--csv", "/nowhere/results.csv"), 1, "error[results.unwritable]"),
        (("--per-game", "/nowhere/games.csv"), 1, "error[results.unwritable]"),
    ],
)
def test_bad_input_is_told_before_anything_is_played(
    wargame: Wargame, tmp_path: Path, options: tuple[str, ...], code: int, told: str
) -> None:
    kept = tmp_path / "kept.csv"
    extra = ("--csv", str(kept)) if "--csv" not in options else ()
    printed = wargame("simulate", "river", "--games", "1000000000", *extra, *options)
    assert (printed.code, printed.out) == (code, "")
    assert told in printed.err
    assert list(tmp_path.iterdir()) == []


@needs_full
@pytest.mark.parametrize("option", ["--csv", "--per-game"])
def test_a_full_disk_is_told_and_the_results_are_printed(
    wargame: Wargame, option: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if option == "--csv":
        path, kept = FULL, ""
    else:
        # the heading still fits
        path, kept = tmp_path / "games.csv", "are kept in"
        monkeypatch.setattr(result_file, "DISK", Filling())
    printed = wargame(*GAMES, option, str(path), "--json")
    assert printed.code == 1
    assert document(printed)["games"] == 200
    assert f"error[results.unwritable]: cannot write to {path}: No space left" in printed.err
    assert kept in printed.err


def test_a_disk_that_fills_up_leaves_whole_lines(
    wargame: Wargame, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(result_file, "DISK", Filling(writes=4))
    printed = wargame(*GAMES, "--per-game", str(tmp_path / "games.csv"))
    assert printed.code == 1
    assert "200 games, seed 1" in printed.out
    text = (tmp_path / "games.csv.partial").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert text.endswith("\n")
    assert [int(row["game"]) for row in rows] == list(range(len(rows)))
    assert 0 < len(rows) < 200


class Filling(Disk):
    """Writes a few times, and the last time half of it."""

    def __init__(self, *, writes: int = 1) -> None:
        self.left = writes

    def write(self, file: int, data: bytes) -> None:
        self.left -= 1
        if self.left < 0:
            super().write(file, data[: len(data) // 2])
            raise OSError(28, "No space left on device")
        super().write(file, data)


@needs_full
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_full_disk_behind_the_output_does_not_lose_the_results(
    tmp_path: Path, form: tuple[str, ...]
) -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "wargame", *GAMES, *form],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "TMPDIR": str(tmp_path)},
            check=False,
        )
    assert done.returncode == 1
    (kept,) = tmp_path.iterdir()
    assert (
        "error[results.unwritable]: cannot write to standard output: No space left" in done.stderr
    )
    assert str(kept) in done.stderr
    assert json.loads(kept.read_text(encoding="utf-8"))["games"] == 200


@pytest.fixture
def endless(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts a run that would take days, and returns it when the first games are over."""
    started: list[subprocess.Popen[str]] = []

    def start(*options: str) -> subprocess.Popen[str]:
        games = tmp_path / "games.csv"
        running = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "wargame",
                *ENDLESS,
                "--json",
                "--per-game",
                str(games),
                *options,
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(running)
        partial = games.with_name("games.csv.partial")
        until(lambda: partial.exists() and partial.read_text().count("\n") > 1)
        return running

    yield start
    for running in started:
        running.kill()
        running.communicate()


@pytest.mark.parametrize(
    ("number", "options"),
    [
        (signal.SIGINT, ("--jobs", "1")),
        (signal.SIGINT, ("--jobs", "2")),
        (signal.SIGTERM, ("--jobs", "2")),
        (signal.SIGINT, ("--deals", "--jobs", "2")),
        (signal.SIGHUP, ("--deals", "--jobs", "2")),
    ],
)
def test_a_run_that_is_told_to_end_keeps_what_is_done(
    endless: Callable[..., subprocess.Popen[str]],
    tmp_path: Path,
    number: signal.Signals,
    options: tuple[str, ...],
) -> None:
    running = endless(*options)
    running.send_signal(number)
    out, err = running.communicate(timeout=60)
    assert running.returncode == 128 + number
    found = json.loads(out)
    assert found["stopped"] == "interrupted"
    assert 0 < found["games"] < 10**9
    assert "Traceback" not in err
    lines = (tmp_path / "games.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == found["games"] + 1


def test_ctrl_c_at_a_terminal_ends_the_bar_and_prints_the_table() -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "wargame", *ENDLESS, "--deals", "--jobs", "2"],
        env={**os.environ, "TERM": "xterm"},
        encoding="utf-8",
        timeout=60,
        dimensions=(60, 120),
    )
    # the bar tells how long it will take when the first games are over
    child.expect(r"games .*\d+d \d\d:\d\d:\d\d")
    child.sendintr()
    child.expect("games of 1000000000 asked for")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert "Traceback" not in child.before
