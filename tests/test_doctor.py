from __future__ import annotations

import io
from importlib import metadata
from pathlib import Path

import pytest

from wargame import doctor
from wargame.errors import ScenarioFaulty, ScenarioUnknown


class Stream(io.StringIO):
    """Is a stream with an encoding, at a terminal or not."""

    encoding = "utf-8"

    def __init__(self, *, tty: bool = True, encoding: str = "utf-8") -> None:
        super().__init__()
        self.tty = tty
        self.encoding = encoding

    def isatty(self) -> bool:
        return self.tty


def test_everything_is_looked_at_once(environment: Path) -> None:
    names = [finding.name for finding in doctor.examine()]
    assert names == [
        *("Python", "Packages", "Terminal", "Size", "TERM"),
        *("Letters", "Colour", "Save folder", "Scenarios"),
    ]


def test_whatever_is_wrong_has_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    wrong = [finding for finding in doctor.examine() if not finding.ok]
    assert "TERM" in {finding.name for finding in wrong}
    assert all(finding.remedy for finding in wrong)


@pytest.mark.parametrize(
    ("version", "ok"), [((3, 10, 13), False), ((3, 11, 0), True), ((3, 13, 1), True)]
)
def test_an_old_python_is_refused(version: tuple[int, ...], ok: bool) -> None:
    assert doctor.python(version).ok is ok


def test_the_packages_here_are_fit() -> None:
    finding = doctor.packages()
    assert finding.ok
    assert f"textual {metadata.version('textual')}" in finding.detail


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "PACKAGES", ("textual", "no-such-package"))
    finding = doctor.packages()
    assert not finding.ok
    assert finding.detail == "missing: no-such-package"


def test_another_textual_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "TEXTUAL", 99)
    assert not doctor.packages().ok


@pytest.mark.parametrize(
    ("stdin", "stdout", "detail"),
    [
        (True, True, "attached"),
        (False, True, "input not a terminal"),
        (False, False, "input and output not a terminal"),
    ],
)
def test_a_pipe_is_no_terminal(stdin: bool, stdout: bool, detail: str) -> None:
    finding = doctor.terminal(Stream(tty=stdin), Stream(tty=stdout))
    assert finding.detail == detail
    assert finding.ok is (stdin and stdout)


@pytest.mark.parametrize(
    ("columns", "rows", "ok"), [(80, 24, True), (79, 24, False), (80, 23, False)]
)
def test_a_small_window_is_refused(
    columns: int, rows: int, ok: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("LINES", str(rows))
    finding = doctor.size()
    assert finding.ok is ok
    assert finding.detail == f"{columns} x {rows} characters"


@pytest.mark.parametrize(
    ("environ", "ok"), [({}, False), ({"TERM": "dumb"}, False), ({"TERM": "xterm"}, True)]
)
def test_a_dumb_terminal_is_refused(environ: dict[str, str], ok: bool) -> None:
    assert doctor.kind_of_terminal(environ).ok is ok


@pytest.mark.parametrize(("name", "ok"), [("UTF-8", True), ("utf8", True), ("ascii", False)])
def test_the_letters_must_come_out(name: str, ok: bool) -> None:
    assert doctor.encoding(Stream(encoding=name)).ok is ok


@pytest.mark.parametrize(
    ("environ", "detail"),
    [
        ({"NO_COLOR": "1", "COLORTERM": "truecolor"}, "off (NO_COLOR is set)"),
        ({"COLORTERM": "truecolor"}, "16 million"),
        ({"TERM": "screen-256color"}, "256"),
        ({"TERM": "linux"}, "16 or fewer"),
    ],
)
def test_the_colours_are_told(environ: dict[str, str], detail: str) -> None:
    finding = doctor.colour(environ)
    assert finding.ok
    assert finding.detail == detail


def test_the_save_folder_is_the_chosen_one(environment: Path, tmp_path: Path) -> None:
    assert str(environment) in {finding.detail for finding in doctor.examine()}
    other = tmp_path / "other"
    assert str(other) in {finding.detail for finding in doctor.examine(saves=other)}


def test_a_folder_still_to_be_made_is_writable_and_not_made(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "yet"
    assert doctor.save_folder(folder).ok
    assert list(tmp_path.iterdir()) == []


def test_a_save_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    blocked = tmp_path / "saves"
    blocked.write_text("")
    finding = doctor.save_folder(blocked)
    assert not finding.ok
    assert str(blocked) in finding.detail


def test_the_scenarios_are_named(environment: Path) -> None:
    finding = doctor.scenarios_found(None)
    assert finding.ok, finding
    assert finding.detail


@pytest.mark.parametrize(
    ("fault", "remedy"),
    [
        (ScenarioFaulty("broken has 1 fault", ()), "see `wargame check broken`"),
        (ScenarioUnknown("there is none", remedy="name another"), "name another"),
    ],
)
def test_a_scenario_that_cannot_be_played_is_named(
    fault: ScenarioFaulty | ScenarioUnknown, remedy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(id: str, root: object) -> None:
        raise fault

    monkeypatch.setattr(doctor, "scenario_ids", lambda root: ("broken",))
    monkeypatch.setattr(doctor, "load_scenario", refuse)
    finding = doctor.scenarios_found(None)
    assert not finding.ok
    assert "broken" in finding.detail
    assert finding.remedy == remedy


def test_no_scenario_at_all_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "scenario_ids", lambda root: ())
    assert not doctor.scenarios_found(None).ok
