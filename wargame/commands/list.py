"""`wargame list`: lists the scenarios that can be played and the saves that can be resumed."""

from __future__ import annotations

import click

from wargame.commands.places import Places, save_dir_option
from wargame.commands.streams import json_option, print_json
from wargame.errors import WargameError
from wargame.language import tr
from wargame.scenario.files import default_scenario, scenario_ids
from wargame.scenario.load import load_scenario
from wargame.table.saves import SaveInfo, list_saves, save_dir


@click.command("list")
@json_option()
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
        print(_scenario_line(scenario))
    for save in saves:
        print(_save_line(save))
    if not saves:
        print(tr("No saves in {folder}.", folder=folder))


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


def _scenario_line(scenario: dict[str, object]) -> str:
    told = {"scenario": scenario["id"], "title": scenario["title"]}
    line = tr("Scenario {scenario}: {title}.", **told)
    if scenario["default"]:
        line = tr("Scenario {scenario} (the default): {title}.", **told)
    return _with_problem(line, scenario["problem"])


def _save_line(save: dict[str, object]) -> str:
    if not save["scenario"]:
        return tr("Save {save}: {facts}", save=save["name"], facts=save["problem"])
    facts = (
        save["title"],
        tr("over") if save["over"] else tr("turn {turn}", turn=save["turn"]),
        tr("{number} records", number=save["records"]),
        save["modified"],
        *((tr("comes with the program"),) if save["shipped"] else ()),
    )
    line = tr("Save {save}: {facts}", save=save["name"], facts=", ".join(map(str, facts)))
    return _with_problem(f"{line}.", save["problem"])


def _with_problem(line: str, problem: object) -> str:
    return " ".join((line, tr("Problem: {problem}", problem=problem))) if problem else line
