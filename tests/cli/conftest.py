from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen

from wargame.cli import run

Started = Callable[..., "subprocess.Popen[str]"]


@frozen
class Printed:
    """Is what one run of the command line came to."""

    code: int
    out: str
    err: str


@pytest.fixture
def wargame(capsys: pytest.CaptureFixture[str]) -> Callable[..., Printed]:
    """Runs the command line inside this process."""

    def call(*args: str) -> Printed:
        code = run(args)
        captured = capsys.readouterr()
        return Printed(code, captured.out, captured.err)

    return call


@pytest.fixture
def program() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the command line as a process of its own."""

    def call(
        *args: str, typed: str = "", environ: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "wargame", *args],
            input=typed,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            env={**os.environ, **(environ or {})},
            check=False,
        )

    return call


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Returns a folder with a scenario `hill` in which two things are wrong."""
    rules = tmp_path / "rulesets" / "hill"
    rules.mkdir(parents=True)
    (rules / "hill.yaml").write_text(
        "scenario:\n  titel: The hill\ntracks:\n  height: {title: Height, low: x}\n",
        encoding="utf-8",
    )
    return tmp_path
