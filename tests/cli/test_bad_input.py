"""Bad input to the commands that play many games: told in a line, before anything is played."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Printed

Wargame = Callable[..., Printed]
FULL = Path("/dev/full")

LONG = ("simulate", "ladder", "claims", "balance")
BOTTED = (
    ("simulate", "river", "--games", "3", "--bots"),
    ("balance", "river", "--games", "3", "--bots"),
    ("claims", "s400", "--games", "3", "--beside"),
    ("play", "river", "--plain", "--seat", "averil", "--bots"),
)


@pytest.mark.parametrize("command", LONG)
@pytest.mark.parametrize("option", ["--games", "--jobs"])
@pytest.mark.parametrize("number", ["0", "-1", "many", ""])
def test_no_games_and_no_jobs_cannot_be_asked_for(
    wargame: Wargame, command: str, option: str, number: str
) -> None:
    printed = wargame(command, "river", option, number)
    assert (printed.code, printed.out) == (2, "")
    assert option in printed.err


@pytest.mark.parametrize("command", [*LONG, "play"])
@pytest.mark.parametrize("id", ["nowhere", "../river", "RIVER", "a\x1b[31mb", "x" * 5000])
def test_an_unknown_scenario_is_told(wargame: Wargame, command: str, id: str) -> None:
    plain = ("--plain",) if command == "play" else ()
    printed = wargame(command, id, *plain)
    assert printed.out == ""
    assert printed.code in (1, 2)
    assert printed.err.startswith("error[scenario.unknown]: ")
    assert "\x1b" not in printed.err
    assert len(printed.err) < 400


@pytest.mark.parametrize("words", BOTTED, ids=lambda words: words[0])
@pytest.mark.parametrize("bot", ["nobody", "hard\x1b[31m", "search:\x07", "doctrine:3", "é" * 3000])
def test_an_unknown_bot_is_told(wargame: Wargame, words: tuple[str, ...], bot: str) -> None:
    printed = wargame(*words, bot)
    assert printed.code in (1, 2)
    assert "error[" in printed.err
    assert "what to do: " in printed.err
    assert not {"\x1b", "\x07"} & {*printed.err}
    assert len(printed.err) < 400


@pytest.mark.parametrize("words", BOTTED, ids=lambda words: words[0])
@pytest.mark.parametrize("spent", ["0", "-4", "0s", "1e9", "nan", "infs", "", "9" * 500])
def test_a_budget_of_nothing_is_told(wargame: Wargame, words: tuple[str, ...], spent: str) -> None:
    printed = wargame(*words, f"search:{spent}")
    assert printed.code == 2
    assert printed.err.startswith("error[usage.invalid]: ")
    assert "search:N" in printed.err
    assert len(printed.err) < 400


@pytest.mark.parametrize("pair", ["hard", "hard,nobody", "hard,easy,fair", ",", "search:0,easy"])
def test_a_pairing_that_is_none_is_told(wargame: Wargame, pair: str) -> None:
    printed = wargame("ladder", "river", "--games", "2", "--pair", pair)
    assert printed.code in (1, 2)
    assert printed.err.startswith("error[")
    assert "what to do: " in printed.err


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
@pytest.mark.parametrize("form", [(), ("--json",)], ids=["table", "json"])
@pytest.mark.parametrize(
    "words",
    [
        ("balance", "river", "--games", "20"),
        ("claims", "s400", "--games", "4"),
    ],
    ids=lambda words: words[0],
)
def test_a_full_disk_behind_the_output_does_not_lose_the_results(
    tmp_path: Path, words: tuple[str, ...], form: tuple[str, ...]
) -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "wargame", *words, "--jobs", "1", *form],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "TMPDIR": str(tmp_path)},
            check=False,
        )
    assert done.returncode == 1
    (kept,) = (path for path in tmp_path.iterdir() if path.suffix == ".json")
    assert json.loads(kept.read_text(encoding="utf-8"))
    assert done.stderr.startswith("error[results.unwritable]: cannot write to standard output")
    assert str(kept) in done.stderr
