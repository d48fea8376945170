"""`wargame check`: reports every fault of a scenario."""

from __future__ import annotations

import click

from wargame.commands.places import Places
from wargame.commands.streams import json_option, print_json
from wargame.language import tr, trn
from wargame.scenario.files import read_texts
from wargame.scenario.load import inspect
from wargame.scenario.problems import Problem
from wargame.scenario.translation import translation_problems


@click.command("check")
@click.argument("scenario")
@json_option()
@click.pass_context
def command(ctx: click.Context, scenario: str, as_json: bool) -> None:
    """Report every fault of a scenario.

    Prints each fault and warning with its file, line and column and what to do about it; texts that
    a translation lacks or has for other English are warnings. The exit code is 1 if there is a
    fault; warnings alone leave it 0.
    """
    places: Places = ctx.obj
    loaded, problems = inspect(read_texts(scenario, places.scenarios), scenario)
    if loaded is not None:
        problems += translation_problems(loaded, places.scenarios)
    faults = [problem for problem in problems if problem.is_fault]
    if as_json:
        document = {
            "scenario": scenario,
            "faults": len(faults),
            "warnings": len(problems) - len(faults),
            "problems": [_fields(problem) for problem in problems],
        }
        print_json(document)
    else:
        for problem in problems:
            print(str(problem))
        print(_summary(scenario, len(faults), len(problems) - len(faults)))
    if faults:
        ctx.exit(1)


def _fields(problem: Problem) -> dict[str, object]:
    return {
        "level": problem.level,
        "code": problem.code,
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "remedy": problem.remedy,
    }


def _summary(scenario: str, faults: int, warnings: int) -> str:
    if faults:
        found = trn("{number} fault", "{number} faults", faults)
        doubts = trn("{number} warning", "{number} warnings", warnings)
        return f"{scenario}: {found}, {doubts}"
    if warnings:
        return trn(
            "{scenario}: can be played; {number} warning, no faults",
            "{scenario}: can be played; {number} warnings, no faults",
            warnings,
            scenario=scenario,
        )
    return tr("{scenario}: no faults, no warnings", scenario=scenario)
