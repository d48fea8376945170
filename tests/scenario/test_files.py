"""Scenarios are found in the folder that is named, in the checkout, or in the package."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.scenario.harbour import TEXTS, harbour
from wargame.errors import ScenarioFaulty, ScenarioUnknown
from wargame.scenario import files
from wargame.scenario.files import default_scenario, read_texts, saves_dir, scenario_ids
from wargame.scenario.load import load_scenario


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Returns a folder that holds the scenario of these tests."""
    for path, text in TEXTS.items():
        file = tmp_path / "own" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "own"


@pytest.fixture
def nothing_ships(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Puts the package where it has neither a checkout around it nor data inside it."""
    package = tmp_path / "site" / "wargame"
    package.mkdir(parents=True)
    monkeypatch.setattr(files, "_PACKAGE", package)
    return package


def test_a_scenario_is_loaded_by_its_id(root: Path) -> None:
    assert load_scenario("harbour", root) == harbour()


def test_those_that_ship_come_after_those_that_are_named(root: Path) -> None:
    ids = scenario_ids(root)
    assert ids[0] == "harbour"
    assert ids[1:] == scenario_ids()
    assert len(ids) > 1


def test_the_checkout_goes_before_the_package(nothing_ships: Path) -> None:
    (nothing_ships / "_data" / "rulesets" / "inside").mkdir(parents=True)
    assert scenario_ids() == ("inside",)
    (nothing_ships.parent / "rulesets" / "outside").mkdir(parents=True)
    assert scenario_ids() == ("inside",)
    (nothing_ships.parent / "decks").mkdir()
    assert scenario_ids() == ("outside",)
    assert saves_dir() == nothing_ships.parent / "saves"


def test_nothing_is_found(nothing_ships: Path, tmp_path: Path) -> None:
    assert scenario_ids() == ()
    assert scenario_ids(tmp_path / "nowhere") == ()
    with pytest.raises(ScenarioUnknown, match="there is no scenario under"):
        default_scenario()
    with pytest.raises(ScenarioUnknown, match="name its folder with --scenarios"):
        read_texts("harbour")


def test_the_default_is_chosen_in_a_file(root: Path, nothing_ships: Path) -> None:
    (root / "rulesets" / "default.yaml").write_text("scenario: harbour\n")
    assert default_scenario(root) == "harbour"


def test_the_first_is_the_default_where_none_is_chosen(root: Path, nothing_ships: Path) -> None:
    assert default_scenario(root) == "harbour"


def test_the_default_ships() -> None:
    assert default_scenario() in scenario_ids()


@pytest.mark.parametrize(
    ("text", "place"),
    [("scenario: ../../etc\n", ""), ("scenario: [a]\n", ""), ("", ""), ("a: &x 1\n", ":1:4")],
)
def test_a_default_that_names_nothing(root: Path, text: str, place: str) -> None:
    file = root / "rulesets" / "default.yaml"
    file.write_text(text)
    with pytest.raises(ScenarioUnknown) as caught:
        default_scenario(root)
    assert str(caught.value).startswith(f"{file}{place or ':1:1'}: no scenario is named (write")


@pytest.mark.parametrize("id", ["harbor", "../harbour", "/etc", "", "x" * 500])
def test_an_unknown_scenario(root: Path, id: str) -> None:
    with pytest.raises(ScenarioUnknown) as caught:
        read_texts(id, root)
    assert "there are harbour" in caught.value.remedy
    assert len(str(caught.value)) < 300


def test_did_you_mean(root: Path) -> None:
    with pytest.raises(ScenarioUnknown, match="'harbor', did you mean 'harbour'"):
        load_scenario("harbor", root)


def test_only_yaml_files_of_the_scenario_are_read(root: Path) -> None:
    folder = root / "decks" / "harbour"
    (folder / "notes.txt").write_text("not: read")
    (folder / "folder.yaml").mkdir()
    (folder / "more.yml").write_text("glossary: {}\n")
    texts = read_texts("harbour", root)
    assert sorted(texts) == sorted([*TEXTS, "decks/harbour/more.yml"])


def test_a_scenario_needs_no_decks(root: Path) -> None:
    (root / "rulesets" / "bare").mkdir()
    assert read_texts("bare", root) == {}


def test_line_ends_are_made_one_kind(root: Path) -> None:
    for path, text in TEXTS.items():
        (root / path).write_bytes(text.replace("\n", "\r\n").encode())
    assert read_texts("harbour", root) == TEXTS


def test_bytes_that_are_not_utf8_are_a_fault_at_their_place(root: Path) -> None:
    file = root / "rulesets" / "harbour" / "zeal.yaml"
    file.write_bytes(b"glossary:\n  berth: \xff\n")
    with pytest.raises(ScenarioFaulty, match=r"zeal\.yaml:2:10: this is not UTF-8"):
        load_scenario("harbour", root)


def test_a_large_file_is_not_read_whole(root: Path) -> None:
    (root / "rulesets" / "harbour" / "zeal.yaml").write_bytes(b"#" * 3_000_000)
    texts = read_texts("harbour", root)
    assert len(texts["rulesets/harbour/zeal.yaml"]) == 2**20 + 1
    with pytest.raises(ScenarioFaulty, match="larger than 1048576 bytes"):
        load_scenario("harbour", root)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(root: Path) -> None:
    file = root / "rulesets" / "harbour" / "board.yaml"
    file.chmod(0)
    with pytest.raises(ScenarioUnknown, match="cannot be read: Permission denied"):
        read_texts("harbour", root)


def test_shipped_scenarios_have_no_faults() -> None:
    for id in scenario_ids():
        assert load_scenario(id).id == id
