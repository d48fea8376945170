"""The command line as a process: pipes, signals, encodings, terminals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

Program = Callable[..., "subprocess.CompletedProcess[str]"]
WARGAME = [sys.executable, "-m", "wargame"]
RIVER = ("play", "river", "--plain", "--seed", "3", "--name", "game")


def spawn(*args: str, environ: dict[str, str] | None = None) -> pexpect.spawn:
    return pexpect.spawn(
        sys.executable,
        ["-m", "wargame", *args],
        env={**os.environ, "TERM": "xterm", **(environ or {})},
        encoding="utf-8",
        timeout=60,
        dimensions=(30, 100),
    )


def test_without_a_terminal_a_demonstration_is_played_and_told(
    program: Program, environment: Path
) -> None:
    done = program()
    assert (done.returncode, done.stderr) == (0, "")
    assert "Turn 1 of " in done.stdout
    assert " orders: " in done.stdout
    assert "The game has ended: " in done.stdout
    assert done.stdout.count("Score of ") >= 2
    assert "To play: wargame play " in done.stdout
    assert not environment.exists()


def test_a_whole_game_is_played_through_a_pipe_and_verified(program: Program) -> None:
    typed = "\noptions\norder 1\nseal\n" * 12
    done = program(*RIVER, typed=typed)
    assert (done.returncode, done.stderr) == (0, "")
    assert "The game has ended: " in done.stdout
    verified = program("verify", "game")
    assert verified.returncode == 0
    assert "recorded states were reached again" in verified.stdout


def test_the_end_of_a_pipe_leaves_a_game_that_goes_on(program: Program) -> None:
    first = program(*RIVER, typed="\norder 1\n")
    assert first.returncode == 0
    assert "To go on: wargame resume game --plain" in first.stdout
    second = program("resume", "game", "--plain", typed="\nhand\nseal\n")
    assert second.returncode == 0
    assert ", given." in second.stdout


def test_sigterm_ends_a_game_with_its_code_and_its_save(program: Program) -> None:
    running = subprocess.Popen(
        [*WARGAME, *RIVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert running.stdin is not None
    assert running.stdout is not None
    running.stdin.write("\norder 1\n")
    running.stdin.flush()
    while "Done: order" not in running.stdout.readline():
        assert running.poll() is None
    running.send_signal(signal.SIGTERM)
    told, _ = running.communicate()
    assert running.returncode == 143
    assert "The game is saved" in told
    assert program("verify", "game").returncode == 0
    assert program("resume", "game", "--plain").returncode == 0


def test_a_reader_who_has_gone_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*WARGAME, "list"], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
@pytest.mark.parametrize("command", ["list", "doctor", "play river --plain"])
def test_a_closed_stream_is_no_crash(command: str, closed: str) -> None:
    line = " ".join([*WARGAME, command, closed])
    done = subprocess.run(line, shell=True, capture_output=True, check=False)
    assert done.returncode == (1 if command == "doctor" else 0)
    assert b"Traceback" not in done.stdout + done.stderr


def test_a_full_disk_is_told_in_a_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*WARGAME, "list"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    assert done.stderr.startswith("error[system.io]: ")
    assert len(done.stderr.splitlines()) == 1


ASCII_ONLY = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def test_letters_that_cannot_be_shown_are_replaced_by_their_nearest(
    program: Program, tmp_path: Path
) -> None:
    rules = tmp_path / "rulesets" / "hill"
    rules.mkdir(parents=True)
    (rules / "hill.yaml").write_text("İmamoğlu’s: {a: 1}\n", encoding="utf-8")
    done = program("--scenarios", str(tmp_path), "check", "hill", environ=ASCII_ONLY)
    assert done.returncode == 1
    assert "unknown section 'Imamoglu's'" in done.stdout


def test_bytes_that_are_no_text_are_left_out() -> None:
    done = subprocess.run(
        [*WARGAME, *RIVER], input=b"\n\xff\xfe\x00 board\nboard\n", capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Lake at Sill" in done.stdout


def test_a_game_on_a_terminal_writes_no_control_characters(environment: Path) -> None:
    child = spawn(*RIVER)
    child.expect("Pass to .*, then press Enter: ")
    child.sendline("")
    child.expect("Give your orders")
    child.sendline("order 1 +1")
    child.expect("Done: order ")
    child.sendline("quit")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert "\x1b" not in child.before
    assert "To go on: wargame resume game --plain" in child.before


def test_ctrl_c_ends_a_game_with_its_code(environment: Path) -> None:
    child = spawn(*RIVER)
    child.expect("press Enter: ")
    child.sendintr()
    child.expect("The game is saved")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130


@pytest.mark.parametrize(
    ("environ", "found"),
    [({"TERM": "dumb"}, "TERM: dumb"), ({"PYTHONIOENCODING": "latin-1"}, "Letters: ")],
)
def test_a_terminal_that_cannot_draw_is_refused_and_plain_mode_named(
    environ: dict[str, str], found: str
) -> None:
    child = spawn("play", "river", environ=environ)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 2
    assert "error[terminal.unfit]" in child.before
    assert found in child.before
    assert "--plain" in child.before
