"""Commands over saves: list, replay, verify, export; secrets stay until a game is over."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Printed
from wargame.scenario.load import load_scenario
from wargame.table.saves import save_path
from wargame.table.session import Session
from wargame.table.setup import HUMAN, TableSetup

Wargame = Callable[..., Printed]
SEED = 987654322


@pytest.fixture
def running(environment: Path) -> Session:
    """Returns a game in which the first team has given an order; closed."""
    scenario = load_scenario("river")
    seats = dict.fromkeys(scenario.teams, HUMAN)
    setup = TableSetup(scenario="river", seed=SEED, seats=seats)
    with Session.start(setup, name="running", scenario=scenario) as session:
        autopilot = session.autopilot()
        while autopilot.step():
            continue
        team = session.program.teams[0]
        client = session.client(team)
        client.decide(client.view().options[0].decision)
        return session


@pytest.fixture
def finished(environment: Path) -> str:
    scenario = load_scenario("river")
    seats = dict.fromkeys(scenario.teams, "random")
    setup = TableSetup(scenario="river", seed=SEED, seats=seats)
    with Session.start(setup, name="finished", scenario=scenario) as session:
        autopilot = session.autopilot()
        while autopilot.step():
            continue
        assert session.is_over
    return "finished"


def test_scenarios_and_saves_are_listed(wargame: Wargame, running: Session, finished: str) -> None:
    printed = wargame("list")
    assert printed.code == 0
    assert "Scenario river: " in printed.out
    assert "Save running: " in printed.out
    assert "Save finished: " in printed.out


def test_the_list_as_json_has_stable_keys(wargame: Wargame, running: Session) -> None:
    document = json.loads(wargame("list", "--json").out)
    assert list(document) == ["save_dir", "scenarios", "saves"]
    save = next(save for save in document["saves"] if save["name"] == "running")
    assert save["scenario"] == "river"
    assert save["over"] is False
    assert set(document["scenarios"][0]) == {
        *("id", "title", "summary", "default", "teams", "presets", "problem")
    }


def test_a_broken_save_is_listed_with_its_problem(wargame: Wargame, environment: Path) -> None:
    environment.mkdir(parents=True)
    save_path("broken", environment).write_text("{}", encoding="utf-8")
    printed = wargame("list")
    assert printed.code == 0
    assert "Save broken: " in printed.out


def test_a_whole_save_is_verified(wargame: Wargame, finished: str) -> None:
    document = json.loads(wargame("verify", finished, "--json").out)
    assert document["whole"] is True
    assert document["problems"] == []
    assert len(document["head"]) == 64


def test_a_changed_save_is_found_out(wargame: Wargame, running: Session) -> None:
    *lines, last = running.path.read_bytes().splitlines(keepends=True)
    running.path.write_bytes(b"".join([*lines, last.replace(b"order ", b"orber ")]))
    printed = wargame("verify", "running")
    assert printed.code == 1
    assert "problem: " in printed.out
    assert "not whole" in printed.out


def test_a_running_games_export_tells_no_secret(wargame: Wargame, running: Session) -> None:
    printed = wargame("export", "running", "--json")
    assert printed.code == 0
    document = json.loads(printed.out)
    assert document["seat"] == "public"
    assert "seed" not in document["setup"]
    assert str(SEED) not in printed.out
    team = running.program.teams[0]
    assert f"order {team}" not in printed.out
    assert running.client(team).view().team(team).agenda not in printed.out


def test_a_revealed_export_tells_everything(wargame: Wargame, running: Session) -> None:
    document = json.loads(wargame("export", "running", "--json", "--reveal").out)
    assert document["setup"]["seed"] == SEED
    assert any(line["decision"].startswith("order ") for line in document["records"])


def test_a_finished_games_export_is_whole(wargame: Wargame, finished: str, tmp_path: Path) -> None:
    output = tmp_path / "game.json"
    printed = wargame("export", finished, "--json", "--output", str(output))
    assert (printed.code, printed.out) == (0, "")
    document = json.loads(output.read_text(encoding="utf-8"))
    assert document["over"] is True
    assert document["ending"]["title"]
    assert all(isinstance(score, int) for score in document["scores"].values())


def test_a_seats_eyes_are_refused_until_the_game_is_over(
    wargame: Wargame, running: Session
) -> None:
    team = running.program.teams[0]
    for args in (("replay", "running", "--plain"), ("export", "running", "--json")):
        printed = wargame(*args, "--as", team)
        assert printed.code == 1
        assert "--reveal" in printed.err
        assert wargame(*args, "--as", "nobody").code == 2


def test_an_export_without_a_form_or_a_place_is_a_usage_error(
    wargame: Wargame, finished: str, tmp_path: Path
) -> None:
    assert wargame("export", finished).code == 2
    nowhere = tmp_path / "nowhere" / "game.json"
    printed = wargame("export", finished, "--json", "--output", str(nowhere))
    assert printed.code == 2
    assert "error[usage.invalid]: cannot write to " in printed.err


@pytest.mark.parametrize("command", [("resume", "x", "--plain"), ("verify", "x")])
def test_a_save_that_is_not_there_is_an_error(command: tuple[str, ...], wargame: Wargame) -> None:
    printed = wargame(*command)
    assert printed.code == 1
    assert printed.err.startswith("error[save.missing]: ")


def test_a_name_that_leaves_the_folder_is_refused(wargame: Wargame) -> None:
    printed = wargame("play", "river", "--plain", "--name", "../x")
    assert printed.code == 1
    assert printed.err.startswith("error[save.name]: ")


def test_nothing_to_resume_is_said(wargame: Wargame) -> None:
    printed = wargame("resume", "--plain")
    assert printed.code == 1
    assert "'wargame play' starts a new one" in printed.err


def test_the_save_folder_may_be_named_before_or_behind_a_command(
    wargame: Wargame, finished: str, environment: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    environment.rename(elsewhere)
    assert wargame("verify", finished).code == 1
    assert wargame("--save-dir", str(elsewhere), "verify", finished).code == 0
    assert wargame("verify", finished, "--save-dir", str(elsewhere)).code == 0
