"""The wheel, installed somewhere else, brings its scenarios and saves along."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WHAT_IS_INSTALLED = """
import json, wargame
from wargame.scenario.files import scenario_ids
print(json.dumps({"file": wargame.__file__, "scenarios": sorted(scenario_ids())}))
"""


def run(*command: str | Path, cwd: Path) -> str:
    """Returns what a command prints, away from this checkout's path."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Builds the wheel with the build backend of this environment: nothing is downloaded."""
    folder = tmp_path_factory.mktemp("dist")
    run(
        *(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT),
        cwd=folder,
    )
    (built,) = folder.glob("wargame-*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns the Python of a new environment with the wheel and this one's dependencies."""
    home = tmp_path_factory.mktemp("elsewhere")
    venv.create(home, with_pip=False, symlinks=True)
    (packages,) = home.glob("lib/python*/site-packages")
    # A path named in a .pth file comes after site-packages, and .pth files found there are not
    # read: the dependencies are found, the editable install of this checkout is not.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    python = home / "bin" / "python"
    run(
        *(sys.executable, "-m", "pip", "--python", python, "install"),
        *("--quiet", "--no-deps", "--no-index", "--disable-pip-version-check", wheel),
        cwd=home,
    )
    return python


def shipped(kind: str) -> list[str]:
    return sorted(path.name for path in (ROOT / kind).iterdir() if path.is_dir())


def test_the_installed_wheel_lists_the_scenarios(python: Path, tmp_path: Path) -> None:
    found = json.loads(run(python, "-c", WHAT_IS_INSTALLED, cwd=tmp_path))
    assert python.parent.parent in Path(found["file"]).parents
    assert found["scenarios"] == shipped("rulesets") != []


def test_the_wheel_carries_every_data_file(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        f"wargame/_data/{path.relative_to(ROOT).as_posix()}"
        for kind in ("decks", "rulesets", "saves")
        for path in (ROOT / kind).rglob("*")
        if path.suffix in (".yaml", ".yml", ".jsonl", ".head")
    }
    assert {Path(name).suffix for name in wanted} >= {".yaml", ".jsonl", ".head"}
    assert wanted <= names


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    strays = [name for name in names if not name.startswith(("wargame/", "wargame-"))]
    assert not strays
    assert "wargame/py.typed" in names


def test_the_installed_command_lists_scenarios_and_saves(python: Path, tmp_path: Path) -> None:
    listed = run(python.with_name("wargame"), "list", "--json", cwd=tmp_path)
    for scenario in shipped("rulesets"):
        assert f'"{scenario}"' in listed
    for save in (ROOT / "saves").glob("*.jsonl"):
        assert save.stem in listed


def test_the_installed_command_finds_every_shipped_save_whole(python: Path, tmp_path: Path) -> None:
    saves = sorted((ROOT / "saves").glob("*.jsonl"))
    assert saves
    for save in saves:
        said = json.loads(
            run(python.with_name("wargame"), "verify", save.stem, "--json", cwd=tmp_path)
        )
        assert said["whole"]
        assert python.parent.parent in Path(said["path"]).parents
