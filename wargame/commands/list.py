"""`wargame list`: lists the scenarios that can be played and the saves that can be resumed."""

from __future__ import annotations

import click

from wargame.commands.places import Places, save_dir_option
from wargame.commands.streams import print_json
from wargame.errors import WargameError
from wargame.scenario.files import default_scenario, scenario_ids
from wargame.scenario.load import load_scenario
from wargame.table.saves import SaveInfo, list_saves, save_dir


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@save_dir_option
@click.pass_obj
def command(places: Places, as_json: bool) -> None:
    """List scenarios and saves."""
    folder = save_dir(places.saves)
    scenarios = [_scenario(id, places) for id in scenario_ids(places.scenarios)]
    saves = [_save(info) for info in list_saves(folder)]
    if as_json:
        document = {"save_dir": str(folder), "scenarios": scenarios, "saves": saves}
        print_json(document)
        return
    for scenario in scenarios:
        default = " (the default)" if scenario["default"] else ""
        problem = f" Problem: {scenario['problem']}" if scenario["problem"] else ""
        print(f"Scenario {scenario['id']}{default}: {scenario['title']}.{problem}")
    for save in saves:
        print(_line(save))
    if not saves:
        print(f"No saves in {folder}.")


def _scenario(id: str, places: Places) -> dict[str, object]:
    title, summary, teams, presets, problem = "", "", {}, {}, ""
    try:
        scenario = load_scenario(id, places.scenarios)
    except WargameError as fault:
        problem = str(fault)
    else:
        title, summary = scenario.about.title, scenario.about.summary
        teams = {id: team.title for id, team in scenario.teams.items()}
        presets = {id: preset.title for id, preset in scenario.presets.items()}
    return {
        "id": id,
        "title": title,
        "summary": summary,
        "default": id == default_scenario(places.scenarios),
        "teams": teams,
        "presets": presets,
        "problem": problem,
    }


def _save(info: SaveInfo) -> dict[str, object]:
    return {
        "name": info.name,
        "path": str(info.path),
        "scenario": info.scenario,
        "title": info.title,
        "turn": info.turn,
        "phase": info.phase,
        "records": info.records,
        "over": info.over,
        "modified": info.modified,
        "shipped": info.shipped,
        "problem": info.problem,
    }


def _line(save: dict[str, object]) -> str:
    if not save["scenario"]:
        return f"Save {save['name']}: {save['problem']}"
    stands = "over" if save["over"] else f"turn {save['turn']}"
    shipped = ", comes with the program" if save["shipped"] else ""
    problem = f" Problem: {save['problem']}" if save["problem"] else ""
    return (
        f"Save {save['name']}: {save['title']}, {stands}, {save['records']} records,"
        f" {save['modified']}{shipped}.{problem}"
    )
