from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Printed
from wargame.commands import check
from wargame.scenario.model import Mark
from wargame.scenario.problems import WARNING, Problem

Wargame = Callable[..., Printed]


def test_every_fault_is_printed_with_its_place_and_the_code_is_1(
    wargame: Wargame, faulty: Path
) -> None:
    printed = wargame("--scenarios", str(faulty), "check", "hill")
    assert printed.code == 1
    *problems, summary = printed.out.splitlines()
    assert any("hill.yaml:2:3: unknown key 'titel'" in problem for problem in problems)
    assert any("hill.yaml:4:32: " in problem for problem in problems)
    assert summary.startswith(f"hill: {len(problems)} faults, 0 warnings")


def test_json_is_one_document_with_the_same_faults(wargame: Wargame, faulty: Path) -> None:
    printed = wargame("--scenarios", str(faulty), "check", "hill", "--json")
    assert printed.code == 1
    document = json.loads(printed.out)
    assert list(document) == ["scenario", "faults", "warnings", "problems"]
    assert document["faults"] == len(document["problems"]) > 1
    assert list(document["problems"][0]) == [
        *("level", "code", "file", "line", "column", "message", "remedy")
    ]


def test_warnings_alone_are_no_fault(wargame: Wargame, monkeypatch: pytest.MonkeyPatch) -> None:
    warning = Problem(Mark("hill.yaml", 3, 1), "nothing changes 'height'", "use it", level=WARNING)
    monkeypatch.setattr(check, "read_texts", lambda id, root: {})
    monkeypatch.setattr(check, "inspect", lambda texts, id: (None, [warning]))
    printed = wargame("check", "hill")
    assert printed.code == 0
    assert printed.out.splitlines() == [
        "hill.yaml:3:1: warning: nothing changes 'height' (use it)",
        "hill: can be played; 1 warning, no faults",
    ]
